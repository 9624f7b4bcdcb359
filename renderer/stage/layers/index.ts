import type { LayerFactory } from '../layer.ts';
import { create as facadeLight } from './facade-light.ts';
import { create as engraving } from './engraving.ts';
import { create as film } from './film.ts';
import { create as stone } from './stone.ts';
import { create as gradient } from './gradient.ts';
import { create as image } from './image.ts';
import { create as particles } from './particles.ts';
import { create as shader } from './shader.ts';
import { create as shape } from './shape.ts';
import { create as solid } from './solid.ts';
import { create as text } from './text.ts';
import { create as video } from './video.ts';

/** Layer type → what draws it. Its parameters: core/layers/registry.ts; a test keeps the two in pairs. */
export const layerFactories: Record<string, LayerFactory> = {
  stone,
  film,
  engraving,
  solid,
  gradient,
  image,
  video,
  text,
  'facade-light': facadeLight,
  particles,
  shape,
  shader,
};
