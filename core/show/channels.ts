import { z } from 'zod';
import { effectOf } from '../layers/effects/registry.ts';
import { schemaOf, type LayerDefinition } from '../layers/layer.ts';
import type { ClipRecord, EffectRecord } from './show.schema.ts';

/**
 * Channels: the names by which keys, follows, overrides and desks find what can move of a clip. "level" is a parameter of
 * its layer, "opacity" the clip's own, and "blur.radius" the parameter `radius` of the effect whose id is "blur": an id
 * stays when effects are put in another order, a place in the list would not.
 */
export type Channel = { effect: string | null; param: string };

export const channelOf = (name: string): Channel => {
  const dot = name.indexOf('.');
  return dot < 0 ? { effect: null, param: name } : { effect: name.slice(0, dot), param: name.slice(dot + 1) };
};
export const channelName = (effect: string, param: string): string => `${effect}.${param}`;

const opacity = z.number().min(0).max(1);
type Clip = Pick<ClipRecord, 'parameters'> & {
  effects: readonly Pick<EffectRecord, 'id' | 'type' | 'parameters'>[];
};
type Layer = Pick<LayerDefinition, 'schema' | 'schemaFor'> | null;

/** What each channel of a clip takes, "opacity" first. `layer` null: nobody knows it, so that it has no parameters. */
export const channelsOf = (layer: Layer, { parameters, effects }: Clip): Record<string, z.ZodType> => {
  const own: Record<string, z.ZodType> = layer ? schemaOf(layer, parameters).shape : {};
  const channels: [string, z.ZodType][] = [['opacity', opacity], ...Object.entries(own)];
  for (const { id, type } of effects) {
    const shape: Record<string, z.ZodType> = effectOf(type)?.schema.shape ?? {};
    for (const [param, schema] of Object.entries(shape)) channels.push([channelName(id, param), schema]);
  }
  return Object.fromEntries(channels);
};

/** What one channel takes; null: there is none of this name. */
export const channelSchema = (layer: Layer, clip: Clip, name: string): z.ZodType | null => {
  const { effect, param } = channelOf(name);
  if (effect === null && param === 'opacity') return opacity;
  const type = effect === null ? null : clip.effects.find(({ id }) => id === effect)?.type;
  const owner = effect === null ? layer && schemaOf(layer, clip.parameters) : effectOf(type ?? '')?.schema;
  const shape: Record<string, z.ZodType> = owner?.shape ?? {};
  return Object.hasOwn(shape, param) ? (shape[param] ?? null) : null;
};

/** What to say of a channel that there is not. */
export const noChannel = (layer: string, clip: Clip, name: string): string => {
  const { effect, param } = channelOf(name);
  if (effect === null) return `Layer "${layer}" has no parameter "${param}".`;
  const found = clip.effects.find(({ id }) => id === effect);
  if (found) return `Effect "${effect}" (${found.type}) has no parameter "${param}".`;
  const ids = clip.effects.map(({ id }) => id).join(', ');
  return `The clip has no effect "${effect}"; it has ${ids === '' ? 'none' : ids}.`;
};

/** What the channel has in the clip's record; undefined: its default counts. */
export const writtenAt = (clip: Clip & Pick<ClipRecord, 'opacity'>, name: string): unknown => {
  const { effect, param } = channelOf(name);
  if (effect === null) return param === 'opacity' ? clip.opacity : clip.parameters[param];
  return clip.effects.find(({ id }) => id === effect)?.parameters[param];
};
