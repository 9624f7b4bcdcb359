import { layerTypes } from './registry.ts';

/**
 * Which parameters carry light: those that brighten or darken what stands where it stands. Places, sizes, angles and how
 * far something is drawn move it instead.
 */
const BY_NAME = /(?:^|[a-z])(?:level|opacity)$/i;
const BY_LAYER: Partial<Record<string, readonly string[]>> = {
  stone: ['ambient', 'inside', 'saturation', 'red', 'yellow', 'blue'],
  engraving: ['ember', 'heat', 'tone'],
  particles: ['amount'],
  film: ['dust', 'grain', 'jitter'],
};

export const carriesLight = (layer: string, param: string): boolean =>
  BY_NAME.test(param) ||
  (BY_LAYER[layer] ?? []).includes(param) ||
  (Object.hasOwn(layerTypes, layer) && layerTypes[layer]?.hints[param]?.control === 'colour');
