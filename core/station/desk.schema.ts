export const deskRecordSchemas = {} as const;
