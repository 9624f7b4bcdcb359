import type { FacadeModel } from '../../../core/facade/model.ts';
import type { Frame, FrameLayer } from '../../../core/playback/frame.ts';
import { facade } from '../support/facades.ts';
import { makeFrame, makeGroup, makeLayer, makeStudio, type Studio } from '../support/scene.ts';
import { counting } from './scenes/counting.ts';
import { drawn } from './scenes/drawn.ts';
import { groups } from './scenes/groups.ts';
import { lights } from './scenes/lights.ts';
import { machines } from './scenes/machines.ts';
import { media } from './scenes/media.ts';
import { nets } from './scenes/nets.ts';
import { particles } from './scenes/particles.ts';
import { plain } from './scenes/plain.ts';
import { shaders } from './scenes/shaders.ts';
import { shapes } from './scenes/shapes.ts';
import { wipes } from './scenes/wipes.ts';
import { words } from './scenes/words.ts';

/** One layer at a time, seconds. Each number in `parameters` matters: a test puts it 5 % off and must see it. */
export type Scene = {
  name: string;
  type: string;
  at: number;
  parameters: Record<string, unknown>;
  /** Drawn at these times too, in any order, seconds. */
  times?: readonly [number, number, number];
  /** What a group holds at that time. */
  layers?: FrameLayer[];
  /** The bays, unless told. */
  facade?: FacadeModel;
};
export const scenes: Scene[] = [
  ...plain,
  ...words,
  ...lights,
  ...particles,
  ...shapes,
  ...media,
  ...drawn,
  ...counting,
  ...wipes,
  ...machines,
  ...shaders,
  ...nets,
  ...groups,
];

export const frameOf = (scene: Scene, parameters = scene.parameters, at = scene.at): Frame =>
  makeFrame([
    makeGroup([
      makeLayer(scene.type, {
        key: `main-1/clip:${scene.name}`,
        clip: `clip:${scene.name}`,
        position: at,
        free: at,
        parameters,
        layers: scene.layers ?? null,
      }),
    ]),
  ]);

/** A studio for each façade that scenes stand on, made when it is first wanted. */
export const makeStudios = () => {
  const made = new Map<FacadeModel, Studio>();
  return {
    of(scene: Scene): Studio {
      const model = scene.facade ?? facade;
      const studio = made.get(model) ?? makeStudio({ facade: model });
      made.set(model, studio);
      return studio;
    },
    dispose: () => made.forEach((studio) => studio.dispose()),
  };
};
