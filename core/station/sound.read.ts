import { readRecord } from '../show/records.ts';
import {
  soundInputSchema,
  soundStationSchema,
  type SoundInputStation,
  type SoundStation,
} from './sound.schema.ts';
import type { StationDocument } from './station.schema.ts';

/** A record that is missing, or that its schema refuses, means the defaults. */
export const soundOf = ({ records }: StationDocument): SoundStation => {
  const read = readRecord(soundStationSchema, records['sound:main']);
  return read.success ? read.data : soundStationSchema.parse({});
};
export const soundInputOf = ({ records }: StationDocument): SoundInputStation => {
  const read = readRecord(soundInputSchema, records['sound-input:main']);
  return read.success ? read.data : soundInputSchema.parse({});
};
