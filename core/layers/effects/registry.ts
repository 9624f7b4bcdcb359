import { blur } from './blur.ts';
import { colourEffect } from './colour.ts';
import { displace } from './displace.ts';
import type { EffectDefinition } from './effect.ts';
import { glow } from './glow.ts';
import { kaleidoscope } from './kaleidoscope.ts';
import { mask } from './mask.ts';

/** Every effect type that a clip can name. Its drawing half: renderer/stage/effects/index.ts. */
const definitions: EffectDefinition[] = [blur, glow, colourEffect, displace, kaleidoscope, mask];

export const effectTypes: Readonly<Record<string, EffectDefinition>> = Object.fromEntries(
  definitions.map((definition) => [definition.type, definition]),
);
export const effectOf = (type: string): EffectDefinition | null =>
  Object.hasOwn(effectTypes, type) ? (effectTypes[type] ?? null) : null;
