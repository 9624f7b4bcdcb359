export const soundVerbs = {} as const;
