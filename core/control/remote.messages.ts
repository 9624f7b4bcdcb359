export const remoteMessages = {} as const;
