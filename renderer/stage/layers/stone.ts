import * as THREE from 'three';
import type { StoneParameters } from '../../../core/layers/stone.ts';
import { linearInto } from '../colour.ts';
import { createDrawn, drawnLayer } from '../facade/drawn-layer.ts';
import { mosaicBake, stoneFragment } from '../facade/stone.glsl.ts';
import type { LayerContext, StageLayer } from '../layer.ts';

const NUMBERS = [
  'lampHeight',
  'lampReach',
  'level',
  'ambient',
  'relief',
  'shadow',
  'saturation',
  'quietLevel',
  'inside',
  'discs',
  'discRadius',
  'discSoft',
  'dots',
  'dotAngle',
  'ringLevel',
] as const;
const featuresOf = (p: StoneParameters): string[] => [
  ...(p.ring >= 0 && p.ringLevel > 0 ? ['RING'] : []),
  ...(p.discs > 0 ? ['DISCS'] : []),
  ...(p.dots > 0 ? ['DOTS'] : []),
  ...(p.inside > 0 ? ['INSIDE'] : []),
];
type Numbers = Record<(typeof NUMBERS)[number], THREE.IUniform<number>>;

export const create = (context: LayerContext): StageLayer<StoneParameters> => {
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, { value: 0 }])) as Numbers;
  const colours = {
    colour: new THREE.Color(),
    insideColour: new THREE.Color(),
    ringColour: new THREE.Color(),
  };
  const places = {
    ring: new THREE.Vector4(),
    red: new THREE.Vector3(),
    yellow: new THREE.Vector3(),
    blue: new THREE.Vector3(),
  };
  const values = Object.fromEntries(
    Object.entries({ ...colours, ...places }).map(([name, value]) => [name, { value }]),
  );
  const mosaic = { value: null as THREE.Texture | null };
  const drawn = createDrawn(context, stoneFragment, { ...numbers, ...values, mosaicBake: mosaic });
  return drawnLayer(drawn, {
    features: featuresOf,
    update(_times, p) {
      mosaic.value = context.bake(mosaicBake).texture;
      const given = { ...p, lampHeight: p.lightHeight, lampReach: Math.max(1, p.lightReach) };
      for (const name of NUMBERS) numbers[name].value = given[name];
      linearInto(colours.colour, p.colour);
      linearInto(colours.insideColour, p.insideColour);
      linearInto(colours.ringColour, p.ringColour);
      places.ring.set(p.ringX, p.ringY, p.ring, p.ringWidth);
      places.red.set(p.redX, p.redY, p.red);
      places.yellow.set(p.yellowX, p.yellowY, p.yellow);
      places.blue.set(p.blueX, p.blueY, p.blue);
    },
  });
};
