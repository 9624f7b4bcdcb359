import type { z } from 'zod';
import { facadeRecordSchemas } from '../facade/facade.schema.ts';
import { rigRecordSchemas } from '../rig/rig.schema.ts';
import type { EditableFormat } from './parse.ts';
import { showRecordSchemas } from './show.schema.ts';
import { stationRecordSchemas } from '../station/station.schema.ts';

/** What a format is made of: its records' schemas, its one root record, and which kind's order lists hold which. */
export type FormatShape = {
  records: Readonly<Record<string, z.ZodObject>>;
  /** Exactly one record of this kind. */
  root: string;
  /** owner → member: each `owner:x` has a list, each `member:y` stands in exactly one. */
  lists: Readonly<Record<string, string>>;
};

export const formats: Record<EditableFormat, FormatShape> = {
  'frise-show': {
    records: showRecordSchemas,
    root: 'show',
    lists: { timeline: 'track', track: 'clip' },
  },
  'frise-facade': { records: facadeRecordSchemas, root: 'facade', lists: { facade: 'element' } },
  'frise-rig': { records: rigRecordSchemas, root: 'rig', lists: { rig: 'output' } },
  'frise-station': { records: stationRecordSchemas, root: 'station', lists: {} },
};
