export const levelsVerbs = {} as const;
