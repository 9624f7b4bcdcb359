import { channelOf } from '../channels.ts';
import type { ClipRecord, EffectRecord } from '../show.schema.ts';

/** The list of a clip's effects as a hand changes it: fields of the clip, to be put as one step. */
export type EffectFields = Pick<ClipRecord, 'effects' | 'keyframes' | 'follow'>;

/** Behind the others, with every parameter at its default. Its id is its type, or the next that is free. */
export const withEffect = ({ effects, ...rest }: EffectFields, type: string): EffectFields => {
  const taken = new Set(effects.map(({ id }) => id));
  let id = type;
  for (let count = 2; taken.has(id); count += 1) id = `${type}-${count}`;
  return { ...rest, effects: [...effects, { id, type, on: true, parameters: {} }] };
};

/** And what moved it: keys of an effect that is not there would be keys of nothing. */
export const withoutEffect = ({ effects, keyframes, follow }: EffectFields, id: string): EffectFields => {
  const others = <T>(table: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(table).filter(([name]) => channelOf(name).effect !== id));
  return {
    effects: effects.filter((effect) => effect.id !== id),
    keyframes: others(keyframes),
    follow: others(follow),
  };
};

/** `by` places later; at either end it stays. Keys find it by its id, so they stay with it. */
export const withEffectMoved = (fields: EffectFields, id: string, by: number): EffectFields => {
  const from = fields.effects.findIndex((effect) => effect.id === id);
  const to = from + by;
  const moved = fields.effects[from];
  if (!moved || to < 0 || to >= fields.effects.length) return fields;
  const others = fields.effects.filter((effect) => effect.id !== id);
  return { ...fields, effects: [...others.slice(0, to), moved, ...others.slice(to)] };
};

export const withEffectChanged = (
  fields: EffectFields,
  id: string,
  change: Partial<Pick<EffectRecord, 'on' | 'parameters'>>,
): EffectFields => ({
  ...fields,
  effects: fields.effects.map((effect) => (effect.id === id ? { ...effect, ...change } : effect)),
});
