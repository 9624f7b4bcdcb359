export const timecodeRecordSchemas = {} as const;
