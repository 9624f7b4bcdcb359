export const deskVerbs = {} as const;
