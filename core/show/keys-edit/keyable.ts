import { z } from 'zod';
import { fieldsOf, type Shape } from '../../station/form.ts';
import { OSC_LAYER, oscClipSchema } from '../osc-clip.ts';
import { valueSchema, type Value } from '../show.schema.ts';
import { layerOf } from '../timeline-edit/content-shift.ts';

/**
 * Which parameters of a layer take keys, and what a key of each may say: read from the layer's schema, by the rule that
 * `check-clips` judges by, so a new layer type needs nothing here.
 */
export type KeyKind = 'number' | 'colour' | 'row' | 'word';
export type Keyable = {
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

const OPACITY = z.number().min(0).max(1).default(1);

const shapesOf = (layer: string): Record<string, z.ZodType> => {
  if (layer === OSC_LAYER) return { level: oscClipSchema.shape.level };
  const shape: Record<string, z.ZodType> = layerOf(layer)?.schema.shape ?? {};
  // A sound is not seen: its envelope is its gain.
  return layer === 'sound' ? shape : { opacity: OPACITY, ...shape };
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

const known = new Map<string, readonly Keyable[]>();
/** In the order of the inspector; `opacity` first, where the layer is seen. */
export const keyables = (layer: string): readonly Keyable[] => {
  const found = known.get(layer);
  if (found) return found;
  const hints = layerOf(layer)?.hints ?? {};
  const made = Object.entries(shapesOf(layer))
    .flatMap(([param, schema]) => keyableOf(param, schema))
    .map((each) => ({ ...each, unit: hints[each.param]?.unit ?? each.unit }));
  known.set(layer, made);
  return made;
};
export const keyableIn = (layer: string, param: string): Keyable | null =>
  keyables(layer).find((each) => each.param === param) ?? null;

/** The nearest value that the parameter takes: a hand reaches over limits, and a count has no fractions. */
export const fittedTo = ({ min, max, isWhole }: Keyable, value: Value): Value => {
  if (typeof value !== 'number') return value;
  const inside = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, value));
  return isWhole ? Math.round(inside) : Math.round(inside * 1e6) / 1e6;
};
