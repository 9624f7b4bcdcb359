import path from 'node:path';
import type { Problem } from '../../../core/result.ts';
import { readIfThere, sha256, writeDurably } from './files.ts';
import type { Place } from './place.ts';

/**
 * The station plays its own copy once a show was edited. Should the bundled one change afterwards (an update, a new
 * version of the folder), nobody would see why: so the copy remembers from which text it was taken, and says so.
 */
const fileOf = (place: Place): string => path.join(place.safe, `${place.name}.origin`);

export const rememberOrigin = (place: Place, text: string): Promise<void> =>
  writeDurably(fileOf(place), `${sha256(text)}\n`);

export const originProblem = async (place: Place, source: string): Promise<Problem | null> => {
  const taken = await readIfThere(fileOf(place));
  const text = taken === null ? null : await readIfThere(source);
  if (taken === null || text === null || sha256(text) === taken.trim()) return null;
  const message = `Has changed since this station took its copy, and the copy is played. To take it anew, remove ${place.folder}.`;
  return { code: 'origin-changed', message, path: source };
};
