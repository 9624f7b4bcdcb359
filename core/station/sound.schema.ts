export const soundRecordSchemas = {} as const;
