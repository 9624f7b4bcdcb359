import * as THREE from 'three';
import type { EngravingParameters } from '../../../core/layers/engraving.ts';
import { linearInto } from '../colour.ts';
import { createDrawn, drawnLayer } from '../facade/drawn-layer.ts';
import { engravingFragment, plateBake } from '../facade/engraving.glsl.ts';
import type { LayerContext, StageLayer } from '../layer.ts';

const NUMBERS = [
  'level',
  'pitch',
  'tone',
  'contour',
  'progress',
  'quietLevel',
  'ember',
  'emberHeight',
  'heat',
] as const;
const featuresOf = (p: EngravingParameters): string[] => [
  ...(p.ember > 0 ? ['EMBER'] : []),
  ...(p.heat > 0 ? ['HEAT'] : []),
];
type Numbers = Record<(typeof NUMBERS)[number], THREE.IUniform<number>>;
const ORIGINS = { below: 0, centre: 1, left: 2 } as const;

export const create = (context: LayerContext): StageLayer<EngravingParameters> => {
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, { value: 0 }])) as Numbers;
  const time = { value: 0 };
  const plate = { value: null as THREE.Texture | null };
  const origin: THREE.IUniform<number> = { value: 0 };
  const [colour, shade, emberColour, heatColour] = [
    new THREE.Color(),
    new THREE.Color(),
    new THREE.Color(),
    new THREE.Color(),
  ];
  const drawn = createDrawn(context, engravingFragment, {
    ...numbers,
    time,
    origin,
    plateBake: plate,
    colour: { value: colour },
    shade: { value: shade },
    emberColour: { value: emberColour },
    heatColour: { value: heatColour },
  });
  return drawnLayer(drawn, {
    features: featuresOf,
    update(times, p) {
      plate.value = context.bake(plateBake).texture;
      for (const name of NUMBERS) numbers[name].value = p[name];
      time.value = p.clock === 'free' ? times.free : times.position;
      origin.value = ORIGINS[p.from];
      linearInto(colour, p.colour);
      linearInto(shade, p.shade);
      linearInto(emberColour, p.emberColour);
      linearInto(heatColour, p.heatColour);
    },
  });
};
