import type { DocumentEdit } from '../document.ts';
import { isPlainObject } from '../plain.ts';
import { readRecord } from '../records.ts';
import { clipSchema, followSchema, type Follow, type ShowDocument } from '../show.schema.ts';
import { clipsEdit, type BoardClip } from '../timeline-edit/board.ts';
import { layerOf } from '../timeline-edit/content-shift.ts';
import { fittedTo, keyableIn, keyables, type Keyable, type KeyableClip } from './keyable.ts';
import { ownValue } from './lanes.ts';

/** What a clip's settings follow, edited: which can, what a new one begins with, and one step for each change. */
export const followable = (clip: KeyableClip): readonly Keyable[] =>
  clip.layer === 'sound' || layerOf(clip.layer) === null
    ? []
    : keyables(clip).filter(({ kind }) => kind === 'number');

/** Sound clips on the timeline of a clip. */
export const soundsBeside = (document: ShowDocument, { track }: BoardClip): string[] => {
  const { order, records } = document;
  const owner = Object.keys(order).find((id) => id.startsWith('timeline:') && order[id]?.includes(track));
  const clips = (owner === undefined ? [] : (order[owner] ?? [])).flatMap((id) => order[id] ?? []);
  return clips.filter((id) => readRecord(clipSchema, records[id]).data?.layer === 'sound');
};

/** On each beat from what it is now down to its least: seen at once, whatever the setting. */
export const newFollow = (clip: BoardClip, param: string): Follow => {
  const keyable = keyableIn(clip, param);
  const own = ownValue(clip, param);
  const low = keyable?.min ?? 0;
  const high =
    keyable && keyable.max !== null && keyable.max <= 1 ? keyable.max : typeof own === 'number' ? own : 1;
  const to = high === low ? low + 1 : high;
  return followSchema.parse({
    source: { kind: 'beat' },
    to: keyable ? [fittedTo(keyable, low), fittedTo(keyable, to)] : [0, 1],
  });
};

/** A follow as a form left it, complete: a sound that is not named yet is the first of the timeline. */
export const completeFollow = (
  draft: Record<string, unknown>,
  sounds: readonly string[],
): Record<string, unknown> => {
  const { source } = draft;
  if (!isPlainObject(source) || source['kind'] === 'beat' || source['clip'] !== '') return draft;
  return { ...draft, source: { ...source, clip: sounds[0] ?? '' } };
};

/** `follow` null: the setting follows no more. */
export const followEdit = (
  document: ShowDocument,
  clip: BoardClip,
  param: string,
  follow: unknown,
): DocumentEdit => {
  const rest = Object.entries(clip.follow).filter(([key]) => key !== param);
  const fields = { follow: Object.fromEntries(follow === null ? rest : [...rest, [param, follow]]) };
  return clipsEdit(document, follow === null ? 'follow no more' : 'follow', [
    { id: clip.id, track: clip.track, fields },
  ]);
};
