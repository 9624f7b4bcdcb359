export const safetyVerbs = {} as const;
