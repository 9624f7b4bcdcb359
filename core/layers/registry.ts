import { stone } from './stone.ts';
import { film } from './film.ts';
import { counter } from './counter.ts';
import { dial } from './dial.ts';
import { engraving } from './engraving.ts';
import { facadeLight } from './facade-light.ts';
import { figure } from './figure.ts';
import { wipe } from './wipe.ts';
import { gears } from './gears.ts';
import { linkage } from './linkage.ts';
import { model } from './model.ts';
import { network } from './network.ts';
import { waves } from './waves.ts';
import { sequence } from './sequence.ts';
import { halftone } from './halftone.ts';
import { drawing } from './drawing.ts';
import { gradient } from './gradient.ts';
import { group } from './group.ts';
import { image } from './image.ts';
import { live } from './live.ts';
import type { LayerDefinition } from './layer.ts';
import { particles } from './particles.ts';
import { shader } from './shader.ts';
import { shape } from './shape.ts';
import { solid } from './solid.ts';
import { text } from './text.ts';
import { video } from './video.ts';

/** Every layer type that a clip can name, apart from "sound". Its drawing half: renderer/stage/layers/index.ts. */
const definitions: LayerDefinition[] = [
  stone,
  film,
  engraving,
  solid,
  gradient,
  image,
  video,
  text,
  facadeLight,
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
  group,
];

export const layerTypes: Record<string, LayerDefinition> = Object.fromEntries(
  definitions.map((definition) => [definition.type, definition]),
);
