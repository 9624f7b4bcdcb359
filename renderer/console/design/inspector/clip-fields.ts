import { effectOf } from '../../../../core/layers/effects/registry.ts';
import { keyableIn } from '../../../../core/show/keys-edit/keyable.ts';
import { keyframesOf, valueNow, type Lanes } from '../../../../core/show/keys-edit/lanes.ts';
import { withKey } from '../../../../core/show/keys-edit/toggle-key.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import { channelName, channelOf } from '../../../../core/show/channels.ts';
import { stableText } from '../../../../core/show/serialise.ts';
import {
  clipSchema,
  effectSchema,
  valueSchema,
  type EffectRecord,
  type ShowDocument,
} from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';

/**
 * A clip as the fields of a form, as they are at a time, and back: what has keys there is read from them and written as
 * one, everything else is the clip's own. Only what was touched is written, so that a default stays one; what was taken
 * out of a draft is taken out of the clip.
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

const isKeyed = (clip: BoardClip, channel: string): boolean =>
  (clip.keyframes[channel] ?? []).length > 0 && keyableIn(clip, channel) !== null;

/** The same list where none of them has keys. */
const effectsAt = (clip: BoardClip, at: number): EffectRecord[] => {
  const keyed = Object.keys(clip.keyframes).filter(
    (name) => channelOf(name).effect !== null && isKeyed(clip, name),
  );
  if (keyed.length === 0) return clip.effects;
  return clip.effects.map((effect) => {
    const own = keyed.filter((name) => channelOf(name).effect === effect.id);
    const values = own.map((name) => [channelOf(name).param, valueNow(clip, name, at)]);
    return { ...effect, parameters: { ...effect.parameters, ...Object.fromEntries(values) } };
  });
};

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
      .filter((param) => channelOf(param).effect === null && isKeyed(clip, param))
      .map((param) => [param, valueNow(clip, param, at)]),
  );
  const { opacity = own.opacity, ...parameters } = keyed;
  const defaults = fieldsIn(schema?.safeParse(clip.parameters).data);
  return {
    ...own,
    opacity,
    parameters: { ...defaults, ...clip.parameters, ...parameters },
    effects: effectsAt(clip, at),
  };
};

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && stableText(a) === stableText(b));
const touched = (before: Fields, after: Fields): Fields =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => !isSame(value, before[key])));
const without = (fields: Fields, gone: (key: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !gone(key)));

type Split = { own: Fields; keyed: [string, unknown][] };
/** Fields by whether keys say them; `own`: the rest over what is there, without what was taken out. */
const split = (
  clip: BoardClip,
  there: Fields,
  before: Fields,
  after: Fields,
  nameOf: (param: string) => string,
): Split => {
  const changed = touched(before, after);
  const isLane = (param: string): boolean => isKeyed(clip, nameOf(param));
  const own = without(there, (key) => Object.hasOwn(before, key) && !Object.hasOwn(after, key));
  return {
    own: { ...own, ...without(changed, isLane) },
    keyed: Object.entries(changed).flatMap(([param, value]) =>
      isLane(param) ? [[nameOf(param), value]] : [],
    ),
  };
};

/** Effects as they are written: a setting that has keys keeps its own value. */
const splitEffects = (
  clip: BoardClip,
  before: unknown,
  after: unknown,
): { effects: EffectRecord[]; keyed: Split['keyed'] } => {
  const was = effectSchema.array().safeParse(before).data ?? [];
  const keyed: Split['keyed'] = [];
  const effects = (effectSchema.array().safeParse(after).data ?? []).map((effect) => {
    const there = clip.effects.find(({ id }) => id === effect.id);
    const shown = was.find(({ id }) => id === effect.id);
    if (!there || !shown) return effect;
    const parts = split(clip, there.parameters, shown.parameters, effect.parameters, (param) =>
      channelName(effect.id, param),
    );
    keyed.push(...parts.keyed);
    return { ...effect, parameters: parts.own };
  });
  return { effects, keyed };
};

/** The clip's fields to be put; what has keys becomes one at `at`. */
export const changedFields = (
  document: ShowDocument,
  clip: BoardClip,
  before: Fields,
  after: Fields,
  at: number,
): Fields => {
  const { parameters: _, effects, keyframes, opacity, ...rest } = touched(before, after);
  const parameters = split(
    clip,
    clip.parameters,
    fieldsIn(before['parameters']),
    fieldsIn(after['parameters']),
    (param) => param,
  );
  const worked = effects === undefined ? null : splitEffects(clip, before['effects'], effects);
  const isOpacityKeyed = isKeyed(clip, 'opacity');
  const keyed: Split['keyed'] = [
    ...(opacity !== undefined && isOpacityKeyed ? [['opacity', opacity] as [string, unknown]] : []),
    ...parameters.keyed,
    ...(worked?.keyed ?? []),
  ];
  const first =
    keyframes === undefined ? null : (clipSchema.shape.keyframes.safeParse(keyframes).data ?? null);
  const lanes = keyed.reduce<Lanes>((now, [channel, value]) => {
    const read = valueSchema.safeParse(value);
    return (read.success && withKey({ ...clip, keyframes: mutable(now) }, channel, at, read.data)) || now;
  }, first ?? clip.keyframes);
  return {
    ...rest,
    ...(opacity === undefined || isOpacityKeyed ? {} : { opacity }),
    parameters: parameters.own,
    ...(worked === null ? {} : { effects: worked.effects }),
    ...(keyframes === undefined && keyed.length === 0
      ? {}
      : { keyframes: keyframesOf(document, clip, lanes) }),
  };
};
const unkeyed = clipSchema.omit({ keyframes: true });
/** The clip with these fields, as a preview draws it; null: they are none of a clip. Keys that stay are not read again. */
export const clipWith = (clip: BoardClip, { keyframes, ...fields }: Fields): BoardClip | null => {
  const read = unkeyed.safeParse({ ...clip, ...fields });
  const keys =
    keyframes === undefined ? clip.keyframes : clipSchema.shape.keyframes.safeParse(keyframes).data;
  return read.success && keys ? { ...read.data, keyframes: keys, id: clip.id, track: clip.track } : null;
};
const mutable = (lanes: Lanes): BoardClip['keyframes'] =>
  Object.fromEntries(Object.entries(lanes).map(([param, keys]) => [param, [...keys]]));

export const unitsOf = (
  hints: Readonly<Record<string, { unit?: string } | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(hints).flatMap(([key, hint]) => (hint?.unit === undefined ? [] : [[key, hint.unit]])),
  );

/** What a schema takes for granted of each field that has a default. */
export const defaultsOf = (schema: Schema): Fields => fieldsIn(schema.safeParse({}).data);
export const effectDefaults = ({ type }: Pick<EffectRecord, 'type'>): Fields => {
  const definition = effectOf(type);
  return definition ? defaultsOf(definition.schema) : {};
};
