import type { Scene } from '../scene.ts';

export const words: Scene[] = [
  { name: 'text', type: 'text', at: 1, parameters: { text: '1868', size: 6, x: 16, y: 6, align: 'centre' } },
  {
    name: 'text-reveal',
    type: 'text',
    at: 1,
    parameters: {
      text: { fr: 'Énergie : été, œuvre\nÀ Noël, ça ira !', en: 'Energy' },
      size: 1.6,
      x: 2,
      y: 10,
      reveal: 0.6,
      outline: 0.15,
      outlineColour: '#803010',
      colour: '#ffe0b0',
    },
  },
  {
    name: 'text-caption',
    type: 'text',
    at: 1,
    parameters: {
      text: 'Zénobe Gramme · 1871\nLa dynamo',
      style: 'caption',
      size: 1.2,
      x: 16,
      y: 5,
      align: 'centre',
    },
  },
];
