export const remoteVerbs = {} as const;
