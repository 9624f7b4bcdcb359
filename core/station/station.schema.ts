import { z } from 'zod';
import { cameraRecordSchemas } from './camera.schema.ts';
import { deskRecordSchemas } from './desk.schema.ts';
import { draftRecordSchemas } from './draft.schema.ts';
import { levelsRecordSchemas } from './levels.schema.ts';
import { releasesRecordSchemas } from './releases.schema.ts';
import { remoteRecordSchemas } from './remote.schema.ts';
import { safetyRecordSchemas } from './safety.schema.ts';
import { soundRecordSchemas } from './sound.schema.ts';
import { timecodeRecordSchemas } from './timecode.schema.ts';

/** The station document: settings of this machine, edited by its owner. */
export const stationSchema = z.object({
  name: z.string().max(80).default('').describe('what consoles call this machine; empty: its host name'),
});

export const stationRecordSchemas = {
  station: stationSchema,
  ...deskRecordSchemas,
  ...timecodeRecordSchemas,
  ...levelsRecordSchemas,
  ...soundRecordSchemas,
  ...safetyRecordSchemas,
  ...remoteRecordSchemas,
  ...releasesRecordSchemas,
  ...draftRecordSchemas,
  ...cameraRecordSchemas,
} as const;
export const STATION_FORMAT = 'frise-station';
export const STATION_SCHEMA = 1;
export type StationDocument = {
  format: 'frise-station';
  schema: number;
  records: Record<string, unknown>;
  order: Record<string, string[]>;
};

/** A station that nobody has set up yet. */
export const newStation = (): StationDocument => ({
  format: STATION_FORMAT,
  schema: STATION_SCHEMA,
  records: { 'station:main': stationSchema.parse({}) },
  order: {},
});
