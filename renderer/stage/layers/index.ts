import type { LayerFactory } from '../layer.ts';
import { create as counter } from './counter.ts';
import { create as dial } from './dial.ts';
import { create as facadeLight } from './facade-light.ts';
import { create as engraving } from './engraving.ts';
import { create as film } from './film.ts';
import { create as stone } from './stone.ts';
import { create as figure } from './figure.ts';
import { create as wipe } from './wipe.ts';
import { create as gears } from './gears.ts';
import { create as linkage } from './linkage.ts';
import { create as live } from './live.ts';
import { create as model } from './model.ts';
import { create as network } from './network.ts';
import { create as waves } from './waves.ts';
import { create as sequence } from './sequence.ts';
import { create as halftone } from './halftone.ts';
import { create as drawing } from './drawing.ts';
import { create as gradient } from './gradient.ts';
import { create as image } from './image.ts';
import { create as particles } from './particles.ts';
import { create as shader } from './shader.ts';
import { create as shape } from './shape.ts';
import { create as solid } from './solid.ts';
import { create as text } from './text.ts';
import { create as video } from './video.ts';

/** Layer type → what draws it. Its parameters: core/layers/registry.ts; a test keeps the two in pairs. A group is drawn by the painter. */
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
  counter,
  dial,
  figure,
  wipe,
  gears,
  linkage,
  shader,
  network,
  waves,
  sequence,
  halftone,
  drawing,
  model,
  live,
};
