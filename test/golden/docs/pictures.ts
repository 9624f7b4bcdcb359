import type { Blend } from '../../../core/show/show.schema.ts';

/** What docs/layers.md shows of each layer type, on the façade of the bundled show, so that it is seen at work. */
export type DocsLayer = {
  type: string;
  parameters?: Record<string, unknown>;
  opacity?: number;
  blend?: Blend;
};
export type DocsPicture = {
  /** The type that it is a picture of. */
  type: string;
  at: number;
  /** Canvas metres, twice as wide as high. */
  region: { x: number; y: number; width: number; height: number };
  layers: DocsLayer[];
};
const porch = { x: 86, y: 0, width: 63, height: 31.5 };
const wing = { x: 22, y: 0, width: 44, height: 22 };
const dark: DocsLayer = {
  type: 'facade-light',
  parameters: { width: 0.1, glow: 0, colour: '#8a7f6a', level: 0.5 },
};
const brass = { stroke: '#f0c070', fill: '#3a2412', fillOpacity: 1, strokeWidth: 0.14 };
const film = { media: 'media:film' };
const one = (
  type: string,
  parameters: Record<string, unknown>,
  more: Partial<DocsPicture> = {},
): DocsPicture => ({ type, at: 2, region: porch, layers: [dark, { type, parameters }], ...more });

export const docsPictures: DocsPicture[] = [
  {
    type: 'stone',
    at: 2,
    region: porch,
    layers: [
      { type: 'stone', parameters: { level: 1.8, lightX: 90, lightY: 26, lightReach: 60, inside: 1 } },
    ],
  },
  { type: 'engraving', at: 2, region: wing, layers: [{ type: 'engraving', parameters: { lightX: 26 } }] },
  one('facade-light', {
    look: 'lamps',
    elements: ['arch', 'column', 'cornice'],
    order: 'centre-out',
    progress: 0.7,
    twinkle: 0.4,
  }),
  one(
    'wipe',
    { act: 'light', by: 'each', order: 'up', elements: ['column', 'window'], progress: 0.6, edge: 0.2 },
    { region: wing },
  ),
  one(
    'solid',
    { colour: '#7a2a18', level: 0.5 },
    { layers: [{ type: 'solid', parameters: { colour: '#b03a20', level: 0.5 } }, dark] },
  ),
  one(
    'gradient',
    {},
    {
      layers: [
        {
          type: 'gradient',
          parameters: { kind: 'radial', x: 117.5, y: 8, length: 34, from: '#ff9a40', to: '#100818' },
        },
        dark,
      ],
    },
  ),
  one('image', { media: 'media:card', x: 103, y: 2, width: 29, height: 18 }),
  one('video', { ...film, x: 103, y: 2, width: 29, height: 18 }, { at: 0.4 }),
  one(
    'sequence',
    { frames: ['media:card', 'media:lamp'], rate: 1, x: 105, y: 2, width: 25, height: 22, tint: '#ffd9a0' },
    { at: 0.5 },
  ),
  one('live', { input: 'Stage camera', x: 100, y: 2, width: 35, height: 20 }),
  one('model', {
    media: 'media:model',
    x: 92,
    y: 1,
    width: 50,
    height: 29,
    turn: 30,
    tilt: 20,
    distance: 2.6,
    offset: 1.4,
  }),
  one('halftone', {
    media: 'media:card',
    x: 99,
    y: 2,
    width: 37,
    height: 23,
    look: 'engraved',
    pitch: 0.9,
    angle: 15,
    relief: 1.5,
  }),
  one('drawing', {
    media: 'media:lamp',
    x: 105,
    y: 2,
    width: 25,
    height: 26,
    strokeWidth: 0.35,
    stroke: '#ffd080',
    drawOrder: 'sequence',
    draw: 0.95,
    fill: '#5a3010',
    fillOpacity: 0.8,
    hatch: 1,
    hatchColour: '#ffb050',
    shade: 'sphere',
  }),
  one('text', {
    text: 'LA LUMIÈRE SUR LA PIERRE',
    size: 2.4,
    x: 117.5,
    y: 3,
    align: 'centre',
    path: 'M -24 9 Q 0 26 24 9',
    pen: 0.09,
    outlineColour: '#ffd080',
    colour: '#7a4514',
    reveal: 0.72,
    revealSoft: 6,
  }),
  one('counter', {
    kind: 'year',
    from: 1868,
    to: 2018,
    over: 6,
    size: 8,
    x: 117.5,
    y: 11,
    align: 'centre',
    even: false,
  }),
  one(
    'dial',
    { over: 3, x: 117.5, y: 15, radius: 12, labelSize: 1.4, labelInset: 1.9, tick: 1.3 },
    { at: 1.6 },
  ),
  one(
    'figure',
    {
      name: 'Zénobe Gramme',
      dates: '1826 – 1901',
      role: { fr: 'met la dynamo au travail', en: 'puts the dynamo to work' },
      emblemPath: 'M 0 -1 L 0.9 0.5 L 0.25 0.5 L 0.6 2 L -0.6 0 L 0.05 0 Z',
      x: 117.5,
      y: 23,
      size: 2.4,
    },
    { at: 4 },
  ),
  one('shape', {
    ...brass,
    path: 'M 0 0 C 1.4 3 1.4 6 0 9 C -1.4 6 -1.4 3 0 0 Z',
    x: 117.5,
    y: 14,
    repeat: 16,
    scale: 1.3,
    spin: 10,
    hatch: 0.5,
    hatchColour: '#f0c070',
    shade: 'linear',
    shadeAngle: 90,
  }),
  one('gears', {
    ...brass,
    teeth: [26, 12, 34],
    angles: [28, -32],
    module: 0.75,
    x: 99,
    y: 12,
    strokeWidth: 0.12,
  }),
  one('linkage', {
    ...brass,
    kind: 'locomotive',
    x: 118,
    y: 8,
    wheel: 4.4,
    spacing: 9.6,
    crank: 2.2,
    rod: 12,
    bore: 3,
    bar: 0.8,
  }),
  one('network', {
    x: 88,
    y: 1,
    width: 59,
    height: 30,
    nodes: 70,
    links: 3,
    rootX: 117,
    rootY: 4,
    progress: 0.9,
    node: 0.9,
    strokeWidth: 0.18,
  }),
  one('waves', {
    kind: 'field',
    look: 'lines',
    sources: [
      [103.5, 7],
      [131.5, 7],
    ],
    lines: 14,
    strokeWidth: 0.25,
    glow: 0.9,
  }),
  one('particles', { x: 108, y: 4, width: 19, count: 600, size: 2.4, speed: 1.6 }),
  {
    type: 'film',
    at: 1.7,
    region: porch,
    layers: [
      {
        type: 'gradient',
        parameters: { kind: 'radial', x: 117.5, y: 8, length: 40, from: '#ffe0b0', to: '#402818' },
      },
      dark,
      {
        type: 'film',
        blend: 'multiply',
        parameters: { tint: '#ffe2b0', iris: 15, irisX: 117.5, irisY: 14, irisSoft: 4, grain: 0.8, dust: 1 },
      },
    ],
  },
];
