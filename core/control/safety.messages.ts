export const safetyMessages = {} as const;
