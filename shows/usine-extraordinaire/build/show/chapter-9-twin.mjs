/** Chapter 9: scan, staircase, the twin that lifts off the stone by its planes of depth, and the stone printed anew. */
import { box, flow, lineOf } from './forms.mjs';
import { keys } from './kit.mjs';
import { sampled, smooth } from './motion.mjs';

export const LIFT = 449.75;
export const PRINT = 483.5;
export const CLICK = 487.25;
const BAR = 1.875;

/** A plane of light from left to right in two bars; behind it stays what it has measured. */
export const scan = (kit) => {
  kit.clip(
    'light',
    'scan-plane',
    'shape',
    [446, 450.2],
    { path: lineOf([0, 0], [0, 48]), x: 0, stroke: '#00e5a8', strokeWidth: 0.3, glow: 3, glowLevel: 0.3 },
    {
      words: 'Plan de balayage',
      fadeOut: 0.3,
      region: {
        elements: [
          'wing-left',
          'wing-right',
          'porch',
          'pavilions',
          'roof',
          'porch-mass',
          'dome-all',
          'glass',
        ],
        inverted: false,
      },
      keyframes: { x: keys([0, -1], [2 * BAR, 236]) },
    },
  );
  kit.clip(
    'drawing',
    'scan-cloud',
    'facade-light',
    [446, 451],
    {
      elements: [],
      lines: 'outline',
      look: 'lamps',
      order: 'left-right',
      spacing: 0.85,
      size: 0.17,
      glow: 0.3,
      glowLevel: 0.2,
      colour: '#4cc9f0',
      progress: 0,
      soft: 0.02,
      twinkle: 0.4,
      twinkleRate: 1.2,
    },
    {
      words: 'Nuage de points',
      fadeOut: 1,
      keyframes: { progress: keys([0, 0], [2 * BAR, 1]) },
    },
  );
};

/** The first printed object was a small spiral staircase: one in each arch, a layer every eighth. */
export const stairs = (kit) => {
  const layers = 20;
  const [from, span] = [453.5, [453.5, 461.4]];
  const step = BAR / 8;
  const high = 12.6 / layers;
  const turn = (i) => 3.7 * Math.cos(i * 0.52);
  for (let i = 0; i < layers; i += 1) {
    const y = 1.7 + i * high;
    const isFront = Math.sin(i * 0.52) > 0;
    kit.clip(
      'machines',
      `stair-${String(i + 1).padStart(2, '0')}`,
      'shape',
      [from + i * step, span[1]],
      {
        path: box(Math.min(-0.3, turn(i)), y, Math.max(0.3, turn(i)), y + 0.4),
        x: 103.5,
        repeat: 3,
        stepX: 14,
        strokeOpacity: 0,
        strokeWidth: 0.02,
        fill: isFront ? '#c8fff0' : '#0f9d78',
        fillOpacity: 1,
      },
      { words: `Couche ${i + 1}`, fadeOut: 0.8 },
    );
  }
  const rail = Array.from({ length: layers * 2 + 1 }, (_, k) => [turn(k / 2), 3.1 + (k / 2) * high]);
  kit.clip(
    'machines',
    'stair-rail',
    'shape',
    [from, span[1]],
    {
      path: [flow(rail.slice(0, -4)), lineOf([0, 1.7], [0, 1.7 + layers * high])],
      x: 103.5,
      repeat: 3,
      stepX: 14,
      stroke: '#f5f7fa',
      strokeWidth: 0.2,
      draw: 0,
    },
    { words: 'Rampe', fadeOut: 0.8, keyframes: { draw: keys([0, 0], [0.6, 0], [layers * step, 1]) } },
  );
  kit.clip(
    'machines',
    'stair-laser',
    'shape',
    [from, from + layers * step + 0.2],
    {
      path: lineOf([-4.4, 0], [4.4, 0]),
      x: 103.5,
      y: 1.7,
      repeat: 3,
      stepX: 14,
      stroke: '#ffb703',
      strokeWidth: 0.18,
      glow: 1.2,
      glowLevel: 0.5,
    },
    {
      words: 'Laser',
      fadeOut: 0.2,
      region: { elements: ['arches'], inverted: false },
      keyframes: {
        y: Array.from({ length: layers + 1 }, (_, i) => ({
          at: i * step,
          value: 1.7 + i * high,
          ease: 'hold',
        })),
      },
    },
  );
};

/** Nearest planes travel farthest: share of the way for each. */
const PLANES = [
  ['porch', 1, 'stroke', ['arch', 'archivolt', 'porch-column', 'cornice-porch', 'porch-mass', 'steps']],
  ['columns', 0.8, 'stroke', ['column', 'cornice-left', 'cornice-right', 'vase', 'statue']],
  [
    'ends',
    0.9,
    'stroke',
    ['pavilion', 'pavilion-column', 'gate', 'quadriga', 'cornice-seine', 'cornice-champs'],
  ],
  ['wall', 0.58, 'lamps', ['window']],
  ['vault', 0.3, 'lamps', ['vault', 'vault-ribs', 'ridge']],
  ['dome', 0.18, 'stroke', ['dome', 'dome-ribs', 'drum', 'lantern']],
];
/** How far it is off the stone, 0–1, and its drift, four bars to a turn. */
const lifted = (s) => smooth((s - LIFT) / 3.6) * (1 - smooth((s - (CLICK - 3.4)) / 3.35));
export const offset = (share) => {
  const turn = (s) => (2 * Math.PI * (s - LIFT)) / (4 * BAR);
  return {
    x: (s) => share * lifted(s) * (6.4 + 4.6 * Math.sin(turn(s))),
    y: (s) => share * lifted(s) * (5.4 + 1.1 * Math.cos(turn(s))),
  };
};
const moves = (share, start, end) => ({
  moveX: sampled((t) => offset(share).x(start + t), end - start, { every: 0.1, tolerance: 0.06 }),
  moveY: sampled((t) => offset(share).y(start + t), end - start, { every: 0.1, tolerance: 0.06 }),
});
export const twin = (kit) => {
  const span = [449, 491];
  const at = (s) => s - span[0];
  for (const [name, share, look, elements] of PLANES)
    kit.clip(
      'drawing',
      `twin-${name}`,
      'facade-light',
      span,
      {
        elements,
        lines: name === 'vault' || name === 'dome' ? 'axis' : 'outline',
        look,
        colour: share > 0.5 ? '#4cc9f0' : '#2f9fc8',
        width: 0.28,
        size: 0.3,
        spacing: 0.9,
        glow: 0.6,
        glowLevel: 0.2,
        moveX: 0,
        moveY: 0,
      },
      {
        words: `Jumeau numérique : ${name}`,
        fadeIn: 1,
        keyframes: {
          ...moves(share, ...span),
          opacity: keys(
            [0, 1],
            [at(470), 1],
            [at(471.5), 0.42],
            [at(PRINT), 0.42, 'smooth'],
            [at(PRINT) + 1.5, 0.9],
            [at(CLICK), 0.9],
            [at(CLICK) + 0.05, 1],
            [at(CLICK) + 1, 0.55],
          ),
          colour: keys(
            [0, share > 0.5 ? '#4cc9f0' : '#2f9fc8'],
            [at(468.5), share > 0.5 ? '#4cc9f0' : '#2f9fc8'],
            [at(470.4), '#00e5a8'],
            [at(PRINT), '#00e5a8'],
            [at(CLICK), '#4cc9f0'],
          ),
        },
      },
    );
  edit(kit);
  labels(kit);
};
/** What is being changed: a wave of amber over the columns of the model, out from the touch. */
const edit = (kit) => {
  const span = [461, 465.4];
  kit.clip(
    'light',
    'twin-edit',
    'facade-light',
    span,
    {
      elements: PLANES[1][3].concat(PLANES[2][3]),
      lines: 'outline',
      look: 'stroke',
      order: 'centre-out',
      soft: 0.06,
      tail: 0.1,
      colour: '#ffb703',
      width: 0.5,
      glow: 1.1,
      glowLevel: 0.3,
      progress: 0,
    },
    {
      words: 'Modification',
      keyframes: { ...moves(0.8, ...span), progress: keys([0, 0.05, 'linear'], [3.6, 0.99]) },
    },
  );
};
/** Tags on thin leaders, fixed to the model’s columns: bars in place of figures. */
const labels = (kit) => {
  const span = [455.4, 466];
  const tags = [33.85, 56.65, 79.45, 155.55, 178.35, 201.15].flatMap((x, i) => {
    const y = 24.6 + (i % 2) * 3;
    const side = x < 117.5 ? -1 : 1;
    return [
      lineOf([x, 18.4], [x + side * 2, y], [x + side * 9, y]),
      lineOf([x + side * 2.6, y + 1.5], [x + side * (5 + (i % 3)), y + 1.5]),
      lineOf([x + side * 2.6, y + 0.75], [x + side * (7.6 - (i % 3)), y + 0.75]),
    ];
  });
  const { x, y } = offset(0.8);
  kit.clip(
    'light',
    'twin-labels',
    'shape',
    span,
    { path: tags, stroke: '#00e5a8', strokeWidth: 0.34, draw: 0, glow: 0.5, glowLevel: 0.2 },
    {
      words: 'Étiquettes de données',
      fadeOut: 1.2,
      keyframes: {
        draw: keys([0, 0, 'smooth'], [1.4, 1]),
        x: sampled((t) => x(span[0] + t), span[1] - span[0], { every: 0.1, tolerance: 0.05 }),
        y: sampled((t) => y(span[0] + t), span[1] - span[0], { every: 0.1, tolerance: 0.05 }),
      },
    },
  );
};

/** A layer every sixteenth: what is above the nozzle is not there yet. At the click the model lies on its stone. */
export const printBack = (kit) => {
  const span = [PRINT, 491];
  const step = BAR / 16;
  const count = Math.round((CLICK - PRINT) / step);
  const heights = Array.from({ length: count + 1 }, (_, i) => ({
    at: i * step,
    value: (i / count) * 56,
    ease: 'hold',
  }));
  const at = (s) => s - span[0];
  kit.clip(
    'stone',
    'printed-stone',
    'stone',
    span,
    {
      colour: '#f2f6ff',
      saturation: 0.55,
      lightX: 60,
      lightY: 50,
      lightHeight: 34,
      lightReach: 220,
      ambient: 0.12,
      level: 0.85,
      relief: 0.9,
      quietLevel: 0.1,
      inside: 0.25,
      insideColour: '#8fdcff',
    },
    {
      words: 'Pierre imprimée',
      keyframes: {
        level: keys(
          [0, 0.8],
          [at(CLICK) - 0.02, 0.8, 'out'],
          [at(CLICK) + 0.06, 1.25, 'smooth'],
          [at(CLICK) + 1, 0.8],
        ),
      },
    },
  );
  kit.clip(
    'stone',
    'print-mask',
    'gradient',
    [PRINT, CLICK],
    { kind: 'linear', from: '#ffffff', to: '#000000', x: 0, y: 0, angle: 90, length: 0.4 },
    { words: 'Pas encore imprimé', blend: 'multiply', keyframes: { y: heights } },
  );
  kit.clip(
    'front',
    'print-line',
    'shape',
    [PRINT, CLICK],
    { path: lineOf([0, 0], [235, 0]), stroke: '#ffb703', strokeWidth: 0.4, glow: 1.6, glowLevel: 0.4 },
    {
      words: 'Ligne d’impression',
      region: {
        elements: [
          'wing-left',
          'wing-right',
          'porch-mass',
          'steps',
          'arches',
          'pavilions',
          'vault',
          'ridge',
          'dome-all',
        ],
        inverted: false,
      },
      keyframes: { y: heights },
    },
  );
};
