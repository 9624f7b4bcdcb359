import { makeLayer } from '../../support/scene.ts';
import type { Scene } from '../scene.ts';

/** Two clips of an inner timeline, one of them with an effect, under the group's own. */
export const inner = (t: number) => [
  makeLayer('gradient', {
    key: 'main-1/clip:group/clip:ground',
    clip: 'clip:ground',
    position: t,
    parameters: { from: '#203060', to: '#000000', angle: 90, length: 16 },
  }),
  makeLayer('text', {
    key: 'main-1/clip:group/clip:year',
    clip: 'clip:year',
    position: t,
    parameters: { text: '1900', size: 7, x: 8 + t * 4, y: 6, align: 'centre', colour: '#ffd080' },
    effects: [
      {
        id: 'glow',
        type: 'glow',
        parameters: { radius: 1, level: 1.5, colour: '#ff8030' },
        matte: null,
      },
    ],
  }),
];
export const groups: Scene[] = [
  { name: 'group', type: 'group', at: 1.5, parameters: {}, layers: inner(1.5) },
];
