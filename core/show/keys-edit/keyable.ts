import { z } from 'zod';
import { effectOf } from '../../layers/effects/registry.ts';
import { EXCERPT_LAYER } from '../../layers/excerpt.ts';
import { schemaOf, type ParameterHint } from '../../layers/layer.ts';
import { fieldsOf, type Shape } from '../../station/form.ts';
import { channelName, channelOf } from '../channels.ts';
import { OSC_LAYER, oscClipSchema } from '../osc-clip.ts';
import { valueSchema, type ClipRecord, type Value } from '../show.schema.ts';
import { layerOf } from '../timeline-edit/content-shift.ts';

/**
 * Which channels of a clip take keys, and what a key of each may say: its layer's parameters, what a shader declares
 * itself, and those of its effects ("blur.radius"), read from the schemas by the rule that `check-clips` judges by, so a
 * new layer or effect type needs nothing here.
 */
export type KeyKind = 'number' | 'colour' | 'row' | 'word';
export type Keyable = {
  /** The channel's name. */
  param: string;
  kind: KeyKind;
  /** Limits of a number, null where there are none. */
  min: number | null;
  max: number | null;
  isWhole: boolean;
  unit: string | null;
  /** What it is where nothing says otherwise; undefined: nothing. */
  fallback: Value | undefined;
  takes(value: unknown): boolean;
};

const takenBy =
  (schema: z.ZodType) =>
  (value: unknown): boolean =>
    valueSchema.safeParse(value).success && z.safeParse(schema, value).success;

const kindOf = (shape: Shape, isMaybe: boolean, takes: (value: unknown) => boolean): KeyKind | null => {
  if (shape.kind === 'number') return 'number';
  if (shape.kind === 'row') return takes(shape.items.map(() => 0)) ? 'row' : null;
  if (shape.kind === 'choice' || shape.kind === 'switch') return 'word';
  if (takes('#000000') && !takes('no colour')) return 'colour';
  return takes('a word') || isMaybe ? 'word' : null;
};

const keyableOf = (param: string, schema: z.ZodType): Keyable[] => {
  const [field] = fieldsOf(z.object({ [param]: schema }));
  const takes = takenBy(schema);
  if (!field) return [];
  const shape = field.shape.kind === 'maybe' ? field.shape.of : field.shape;
  const kind = kindOf(shape, shape !== field.shape, takes);
  if (kind === null) return [];
  const limits =
    shape.kind === 'number'
      ? { min: shape.min, max: shape.max, isWhole: shape.isWhole, unit: shape.unit }
      : { min: null, max: null, isWhole: false, unit: null };
  const fallback = valueSchema.safeParse(z.safeParse(schema, undefined).data).data;
  return [{ param, kind, ...limits, fallback, takes }];
};

type Hints = Partial<Record<string, ParameterHint>>;
/** By the parameters' own names: the same list for the same schema. */
const known = new WeakMap<z.ZodObject, readonly Keyable[]>();
const madeOf = (schema: z.ZodObject, hints: Hints): readonly Keyable[] => {
  const found = known.get(schema);
  if (found) return found;
  const shape: Record<string, z.ZodType> = schema.shape;
  const made = Object.entries(shape)
    .flatMap(([param, each]) => keyableOf(param, each))
    .map((each) => ({ ...each, unit: hints[each.param]?.unit ?? each.unit }));
  known.set(schema, made);
  return made;
};

/** What keys can be set on: a clip, or one that is yet to be made. */
export type KeyableClip = Pick<ClipRecord, 'layer' | 'parameters' | 'effects'>;
const [OPACITY] = madeOf(z.object({ opacity: z.number().min(0).max(1).default(1) }), {});
const OSC = z.object({ level: oscClipSchema.shape.level });

const ofLayer = ({ layer, parameters }: KeyableClip): readonly Keyable[] => {
  if (layer === OSC_LAYER) return madeOf(OSC, {});
  // An excerpt is resolved before keys are read.
  if (layer === EXCERPT_LAYER) return [];
  const definition = layerOf(layer);
  const own = definition ? madeOf(schemaOf(definition, parameters), definition.hints) : [];
  // A sound is not seen: its envelope is its gain.
  return layer === 'sound' || !OPACITY ? own : [OPACITY, ...own];
};

type Effect = KeyableClip['effects'][number];
const prefixed = new Map<string, readonly Keyable[]>();
const ofEffect = ({ id, type }: Pick<Effect, 'id' | 'type'>): readonly Keyable[] => {
  const key = `${id} ${type}`;
  const found = prefixed.get(key);
  if (found) return found;
  const definition = effectOf(type);
  const own = definition ? madeOf(definition.schema, definition.hints) : [];
  const made = own.map((each) => ({ ...each, param: channelName(id, each.param) }));
  prefixed.set(key, made);
  return made;
};

/** In the order of the inspector: `opacity` first, where the layer is seen, then the layer's own, then effect by effect. */
export const keyables = (clip: KeyableClip): readonly Keyable[] =>
  clip.effects.length === 0 ? ofLayer(clip) : [...ofLayer(clip), ...clip.effects.flatMap(ofEffect)];

export const keyableIn = (clip: KeyableClip, param: string): Keyable | null => {
  const { effect } = channelOf(param);
  const owner = effect === null ? null : clip.effects.find(({ id }) => id === effect);
  const all = effect === null ? ofLayer(clip) : owner ? ofEffect(owner) : [];
  return all.find((each) => each.param === param) ?? null;
};

/** The nearest value that the parameter takes: a hand reaches over limits, and a count has no fractions. */
export const fittedTo = ({ min, max, isWhole }: Keyable, value: Value): Value => {
  if (typeof value !== 'number') return value;
  const inside = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, value));
  return isWhole ? Math.round(inside) : Math.round(inside * 1e6) / 1e6;
};
