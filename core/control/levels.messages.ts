export const levelsMessages = {} as const;
