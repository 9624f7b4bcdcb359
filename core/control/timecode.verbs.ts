export const timecodeVerbs = {} as const;
