import { temple } from '../../support/facades.ts';
import type { Scene } from '../scene.ts';

/** The layers that draw the façade itself, or what an old projector does to it. */
const lamp = { lightX: 6, lightY: 14 };
const discs = { discs: 0.9, discRadius: 7, redX: 11, redY: 6, yellowX: 16, yellowY: 11, blueX: 21, blueY: 6 };
export const drawn: Scene[] = [
  {
    name: 'stone',
    type: 'stone',
    at: 1,
    facade: temple,
    parameters: { ...lamp, lightHeight: 5, lightReach: 30, inside: 0.8, saturation: 0.9, level: 1.5 },
  },
  {
    name: 'stone-discs',
    type: 'stone',
    at: 1,
    facade: temple,
    parameters: {
      ...discs,
      lightX: 16,
      lightY: 9,
      level: 2,
      ambient: 0.7,
      ring: 12,
      ringX: 16,
      ringY: 2,
      ringWidth: 1.5,
      ringLevel: 0.6,
    },
  },
  {
    name: 'stone-dots',
    type: 'stone',
    at: 1,
    facade: temple,
    parameters: {
      ...lamp,
      level: 0.7,
      ambient: 0.2,
      lightReach: 12,
      dots: 0.9,
      dotAngle: 35,
      elements: ['wall', 'column'],
    },
  },
  {
    name: 'engraving',
    type: 'engraving',
    at: 1,
    facade: temple,
    parameters: { ...lamp, pitch: 1, tone: 1.1, contour: 0.7, level: 1.4 },
  },
  {
    name: 'engraving-embers',
    type: 'engraving',
    at: 2.4,
    facade: temple,
    parameters: {
      ...lamp,
      pitch: 0.9,
      progress: 0.2,
      ember: 0.9,
      emberHeight: 6,
      heat: 0.7,
      level: 1.8,
      clock: 'position',
    },
  },
  {
    name: 'film',
    type: 'film',
    at: 1.7,
    parameters: {
      tint: '#ffe2b0',
      iris: 8,
      irisX: 16,
      irisY: 9,
      irisSoft: 2,
      grain: 0.6,
      grainSize: 0.3,
      dust: 1,
      jitter: 0.4,
    },
  },
];
