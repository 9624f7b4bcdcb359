export const levelsRecordSchemas = {} as const;
