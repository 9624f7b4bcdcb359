import { nameOf } from '../../../../core/ids.ts';
import { keyableIn } from '../../../../core/show/keys-edit/keyable.ts';
import { keyframesOf, valueNow, type Lanes } from '../../../../core/show/keys-edit/lanes.ts';
import { withKey } from '../../../../core/show/keys-edit/toggle-key.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import { channelOf } from '../../../../core/show/channels.ts';
import { clipSchema, valueSchema, type ShowDocument } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';

/**
 * A clip as the fields of a form, as they are at a time, and back: what has keys there is read from them and written as
 * one, everything else is the clip's own. Only what was touched is written, so that a default stays one.
 */
export type Fields = Record<string, unknown>;
type Schema = { safeParse(value: unknown): { success: boolean; data?: unknown } };

export const ownSchema = clipSchema.pick({
  name: true,
  start: true,
  duration: true,
  fadeIn: true,
  fadeOut: true,
  opacity: true,
  blend: true,
  muted: true,
});
export const fieldsIn = (value: unknown): Fields => (isPlainObject(value) ? value : {});

/** Keys of an effect are the effect's own affair. */
const isKeyed = (clip: BoardClip, param: string): boolean =>
  (clip.keyframes[param] ?? []).length > 0 && keyableIn(clip.layer, param) !== null;

/** `at`: seconds from the clip's start. */
export const fieldsAt = (
  document: ShowDocument,
  clip: BoardClip,
  schema: Schema | null,
  at: number,
): Fields => {
  const own = ownSchema.parse(document.records[clip.id]);
  const keyed = Object.fromEntries(
    Object.keys(clip.keyframes)
      // Those of effects stand with the effects.
      .filter((param) => channelOf(param).effect === null && isKeyed(clip, param))
      .map((param) => [param, valueNow(clip, param, at)]),
  );
  const { opacity = own.opacity, ...parameters } = keyed;
  const defaults = fieldsIn(schema?.safeParse(clip.parameters).data);
  return { ...own, opacity, parameters: { ...defaults, ...clip.parameters, ...parameters } };
};

const touched = (before: Fields, after: Fields): Fields =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => value !== before[key]));

/** The clip's fields to be put; a keyed one becomes a key at `at`. */
export const changedFields = (
  document: ShowDocument,
  clip: BoardClip,
  before: Fields,
  after: Fields,
  at: number,
): Fields => {
  const { parameters: _, ...own } = touched(before, after);
  const parameters = touched(fieldsIn(before['parameters']), fieldsIn(after['parameters']));
  const { opacity, ...rest } = own;
  const seen = { ...(opacity === undefined ? {} : { opacity }), ...parameters };
  const keyed = Object.entries(seen).filter(([param]) => isKeyed(clip, param));
  const still = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([param]) => !isKeyed(clip, param)));
  const { keyframes } = rest;
  const first =
    keyframes === undefined ? null : (clipSchema.shape.keyframes.safeParse(keyframes).data ?? null);
  const lanes = keyed.reduce<Lanes>((now, [param, value]) => {
    const read = valueSchema.safeParse(value);
    return (read.success && withKey({ ...clip, keyframes: mutable(now) }, param, at, read.data)) || now;
  }, first ?? clip.keyframes);
  return {
    ...rest,
    ...(opacity === undefined ? {} : still({ opacity })),
    parameters: { ...clip.parameters, ...still(parameters) },
    ...(keyed.length === 0 ? {} : { keyframes: keyframesOf(document, clip, lanes) }),
  };
};
const mutable = (lanes: Lanes): BoardClip['keyframes'] =>
  Object.fromEntries(Object.entries(lanes).map(([param, keys]) => [param, [...keys]]));

export const unitsOf = (
  hints: Readonly<Record<string, { unit?: string } | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(hints).flatMap(([key, hint]) => (hint?.unit === undefined ? [] : [[key, hint.unit]])),
  );

export const mediaOptions = (document: ShowDocument, path: readonly (string | number)[]) => {
  if (path[0] !== 'media') return null;
  return Object.keys(document.records)
    .filter((id) => id.startsWith('media:'))
    .map((id) => ({ value: id, label: nameOf(id) }));
};
