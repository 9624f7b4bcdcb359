import { create as blur } from './blur.ts';
import { create as colour } from './colour.ts';
import { create as displace } from './displace.ts';
import type { EffectFactory } from './effect.ts';
import { create as glow } from './glow.ts';
import { create as kaleidoscope } from './kaleidoscope.ts';
import { create as mask } from './mask.ts';

/** Effect type → what draws it. Its parameters: core/layers/effects/registry.ts; a test keeps the two in pairs. */
export const effectFactories: Readonly<Record<string, EffectFactory>> = {
  blur,
  glow,
  colour,
  displace,
  kaleidoscope,
  mask,
};
