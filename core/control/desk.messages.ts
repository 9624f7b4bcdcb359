export const deskMessages = {} as const;
