export const timecodeMessages = {} as const;
