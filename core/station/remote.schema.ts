export const remoteRecordSchemas = {} as const;
