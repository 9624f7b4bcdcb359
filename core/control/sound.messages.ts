export const soundMessages = {} as const;
