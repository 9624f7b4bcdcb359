export const cueVerbs = {} as const;
