export const safetyRecordSchemas = {} as const;
