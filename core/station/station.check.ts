import type { Problem } from '../result.ts';
import { levelsProblems } from './levels.check.ts';
import type { StationDocument } from './station.schema.ts';

/** What no record says by itself: two that want the same port, a device that is named and not there. */
export const stationProblems = ({ records }: StationDocument): Problem[] => [...levelsProblems(records)];
