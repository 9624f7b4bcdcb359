import { fail, ok, type Result } from '../result.ts';
import { slugOf } from '../show/timeline-edit/free-id.ts';
import { endingOf, mediaTypes, typeOf } from './media-type.ts';

/** The folder of a show that imported files go to. */
export const MEDIA_FOLDER = 'media';
const LONGEST_NAME = 255;

/**
 * A file's name as a stranger gives it → where it may lie in the show: letters that every system can keep, never a path
 * of the sender's. Codes: `media-name`, `media-type`.
 */
export const pathFor = (name: string): Result<string> => {
  if (name.length > LONGEST_NAME || /[/\\\0]/.test(name) || /^\.+$/.test(name.trim()))
    return fail('media-name', 'A file’s name alone is wanted, without a folder.', 'name');
  if (typeOf(name) === null)
    return fail(
      'media-type',
      `Frise has no use for ".${endingOf(name).slice(0, 20)}". It takes: ${Object.keys(mediaTypes).join(', ')}.`,
      'name',
    );
  const ending = endingOf(name);
  return ok(`${MEDIA_FOLDER}/${slugOf(name.slice(0, -ending.length - 1)) || 'media'}.${ending}`);
};

/** `media/lamp.png` → `media/lamp-2.png` → … until it is free. */
export const freePath = (path: string, isTaken: (path: string) => boolean): string => {
  const dot = path.lastIndexOf('.');
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? path : `${path.slice(0, dot)}-${count}${path.slice(dot)}`;
    if (!isTaken(free)) return free;
  }
};

/** `Été 1900.png` → `Été 1900`: what a person calls it. */
export const titleOf = (name: string): string => name.replace(/\.[^.]+$/, '').slice(0, 200);
