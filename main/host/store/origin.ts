import path from 'node:path';
import type { Problem } from '../../../core/result.ts';
import { readIfThere, sha256, writeDurably } from './files.ts';
import type { Place } from './place.ts';

/**
 * The station plays its own copy once a show was edited. Should the bundled one change afterwards (an update, a new
 * version of the folder), nobody would see why: so the copy remembers from which text it was taken. `hash` alone: an
 * older Frise took the copy, and what has changed since can't be told.
 */
export type Origin = { hash: string; text: string | null };

const fileOf = (place: Place): string => path.join(place.safe, `${place.name}.origin`);
const textOf = (place: Place): string => path.join(place.safe, `${place.name}.base`);

/** The text first: a hash without its text says less, one of another text would say something wrong. */
export const rememberOrigin = async (place: Place, text: string): Promise<void> => {
  await writeDurably(textOf(place), text);
  await writeDurably(fileOf(place), `${sha256(text)}\n`);
};

export const readOrigin = async (place: Place): Promise<Origin | null> => {
  const hash = (await readIfThere(fileOf(place)))?.trim();
  if (hash === undefined) return null;
  const text = await readIfThere(textOf(place));
  return { hash, text: text !== null && sha256(text) === hash ? text : null };
};

/** null: it is what the copy was taken from, or is not there any more. */
export const originProblem = async (
  place: Place,
  origin: Origin | null,
  source: string,
): Promise<Problem | null> => {
  const text = origin === null ? null : await readIfThere(source);
  if (origin === null || text === null || sha256(text) === origin.hash) return null;
  const message =
    origin.text === null
      ? `Has changed since this station took its copy, and the copy is played. To take it anew, remove ${place.folder}.`
      : 'Has changed since this station took its copy, and the copy is played. The Design page says what, and takes it.';
  return { code: 'origin-changed', message, path: source };
};
