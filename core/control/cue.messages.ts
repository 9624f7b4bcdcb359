export const cueMessages = {} as const;
