/** Chapter 9: the double helix between the columns, and the heart in the middle arch. */
import { IN_FRONT } from './machine.mjs';
import { flow, lineOf } from './forms.mjs';
import { keys } from './kit.mjs';

const WALL = (name) => ({ elements: [`wall-${name}`], inverted: false });
const WAVE = 22.8;
const MIDDLE = 9.6;
const HIGH = 4.3;
const CUT = 480.6875;

/** Two strands through the colonnade, one turn to four bays; at the cut a piece between them is another. */
export const helix = (kit) => {
  const span = [476.2, 484.3];
  const length = span[1] - span[0];
  const long = 68 + WAVE;
  const at = (x, phase) => MIDDLE + HIGH * Math.sin((2 * Math.PI * x) / WAVE + phase);
  const strand = (phase) =>
    flow(Array.from({ length: Math.round(long / 1.9) + 1 }, (_, i) => [i * 1.9, at(i * 1.9, phase)]));
  const pairs = (k) =>
    Array.from({ length: Math.round(long / 1.9) }, (_, i) => i)
      .filter((i) => i % 2 === k)
      .map((i) =>
        lineOf([i * 1.9 + 0.95, at(i * 1.9 + 0.95, 0)], [i * 1.9 + 0.95, at(i * 1.9 + 0.95, Math.PI)]),
      );
  for (const [name, x0, way] of [
    ['l', 25.5, 1],
    ['r', 141.5, -1],
  ]) {
    const from = way === 1 ? x0 - WAVE : x0;
    const run = keys([0, from], [length, way === 1 ? x0 - WAVE + WAVE * 0.9 : x0 - WAVE * 0.9]);
    const put = (id, parameters, keyframes = {}, more = {}) =>
      kit.clip(
        'machines',
        `helix-${name}-${id}`,
        'shape',
        span,
        { x: from, glow: 0.7, glowLevel: 0.25, ...parameters },
        {
          words: `Double hélice : ${id}`,
          fadeIn: 0.8,
          fadeOut: 0.8,
          region: WALL(name),
          keyframes: { x: run, ...keyframes },
          ...more,
        },
      );
    put('pairs-1', { path: pairs(0), stroke: '#2a7fa8', strokeWidth: 0.5, glow: 0 });
    put('pairs-2', { path: pairs(1), stroke: '#00b88a', strokeWidth: 0.5, glow: 0 });
    put('strand-1', { path: strand(0), stroke: '#4cc9f0', strokeWidth: 1 });
    put('strand-2', { path: strand(Math.PI), stroke: '#00e5a8', strokeWidth: 1 });
    const site = { x: name === 'l' ? 56.65 : 166.95, y: 4, width: 11.4, height: 11 };
    put(
      'edit',
      {
        path: [strand(0), strand(Math.PI), ...pairs(0), ...pairs(1)],
        stroke: '#ffb703',
        strokeWidth: 0.62,
        glow: 1,
      },
      { opacity: keys([0, 0], [CUT - span[0], 0, 'out'], [CUT - span[0] + 0.15, 1]) },
      { region: site, fadeIn: 0 },
    );
    blades(kit, name, name === 'l' ? 62.35 : 172.65, span);
  }
  kit.clip(
    'front',
    'columns-9',
    'stone',
    span,
    {
      elements: IN_FRONT,
      level: 0.22,
      colour: '#8fb8d8',
      lightX: 117.5,
      lightY: 30,
      lightHeight: 26,
      lightReach: 120,
      ambient: 0.1,
      shadow: 0,
    },
    { words: 'Colonnade devant l’hélice', fadeIn: 0.8, fadeOut: 0.8 },
  );
};
/** Two blades close over the column between the two bays; where they meet, a short light. */
const blades = (kit, name, x, span) => {
  const when = CUT - span[0];
  for (const side of [1, -1])
    kit.clip(
      'front',
      `blade-${name}-${side === 1 ? 'a' : 'b'}`,
      'shape',
      [CUT - 1.6, CUT + 1.4],
      {
        path: 'M 0 -6.4 C 0.5 -2 0.5 2 0.1 6.4 C -0.5 2 -0.5 -2 0 -6.4 Z',
        x,
        y: MIDDLE,
        rotation: side * 46,
        fill: '#f5f7fa',
        fillOpacity: 0.95,
        stroke: '#ffb703',
        strokeWidth: 0.14,
        glow: 0,
      },
      {
        words: 'Ciseaux moléculaires',
        fadeIn: 0.3,
        fadeOut: 0.6,
        keyframes: {
          rotation: keys([0, side * 52, 'in'], [1.6, side * 4], [2, side * 4, 'smooth'], [3, side * 40]),
        },
      },
    );
  return when;
};

/** 64 beats a minute: two chambers with their membranes; every beat runs out along the porch and the cornices. */
export const heart = (kit) => {
  const span = [446, 453.5];
  const length = span[1] - span[0];
  const beat = 60 / 64;
  const count = Math.floor(length / beat);
  const times = Array.from({ length: count }, (_, i) => i * beat);
  const pulse = (rest, full) =>
    times.flatMap((t) => [
      { at: t, value: rest, ease: 'out' },
      { at: t + 0.14, value: full, ease: 'smooth' },
      { at: t + 0.7, value: rest, ease: 'hold' },
    ]);
  const put = (id, parameters, keyframes, more = {}) =>
    kit.clip(
      'machines',
      `heart-${id}`,
      'shape',
      span,
      { x: 117.5, y: 7.4, scale: 1, ...parameters },
      {
        words: `Cœur : ${id}`,
        fadeIn: 0.5,
        fadeOut: 0.7,
        keyframes: { scale: pulse(1, 1.09), ...keyframes },
        ...more,
      },
    );
  put(
    'vessels',
    {
      path: [
        'M -0.9 2.6 C -1.2 4.4 -0.6 6.1 1.2 6.1 C 2.6 6.1 3.0 5.0 2.9 4.2',
        'M 0.5 2.6 C 0.3 3.9 0.5 4.9 1.2 4.9 C 1.8 4.9 1.9 4.4 1.9 3.8',
        'M -2.4 2.5 C -2.7 3.6 -2.9 4.6 -3.6 5.4',
        'M -1.4 2.8 C -1.8 4.0 -2.1 5.0 -2.6 5.8',
      ],
      stroke: '#ffb703',
      strokeWidth: 0.3,
    },
    {},
  );
  put(
    'chambers',
    {
      path: [
        'M -0.25 -4.6 C -3.4 -3.4 -4.2 -0.6 -3.8 1.2 C -3.5 2.8 -1.4 3.1 -0.25 2.4 Z',
        'M 0.25 -4.6 C 3.4 -3.4 4.2 -0.6 3.8 1.2 C 3.5 2.8 1.4 3.1 0.25 2.4 Z',
      ],
      stroke: '#ffd45c',
      strokeWidth: 0.34,
      fill: '#3a2206',
      fillOpacity: 0.9,
      glow: 1.2,
      glowLevel: 0.25,
    },
    { glowLevel: pulse(0.18, 0.6) },
  );
  for (const side of [-1, 1])
    put(
      side < 0 ? 'membrane-l' : 'membrane-r',
      {
        path: 'M 0 -3.2 C 1.5 -1.8 1.5 0.6 0 2.0',
        x: 117.5 + side * 1.9,
        scaleX: side,
        stroke: '#4cc9f0',
        strokeWidth: 0.3,
        glow: 0.6,
        glowLevel: 0.25,
      },
      { scaleX: pulse(side * 0.9, side * -0.7) },
    );
  put(
    'valves',
    {
      path: [
        lineOf([-1.7, 2.75], [-1.0, 2.2]),
        lineOf([-0.5, 2.75], [-1.0, 2.2]),
        lineOf([1.7, 2.75], [1.0, 2.2]),
        lineOf([0.5, 2.75], [1.0, 2.2]),
      ],
      stroke: '#f5f7fa',
      strokeWidth: 0.24,
    },
    {},
  );
  kit.clip(
    'light',
    'heart-pulse',
    'facade-light',
    span,
    {
      elements: [
        'arch-surround-left',
        'arch-surround-centre',
        'arch-surround-right',
        'cornices',
        'porch-column',
      ],
      lines: 'axis',
      look: 'stroke',
      order: 'centre-out',
      soft: 0.08,
      tail: 0.1,
      colour: '#ffb703',
      width: 0.34,
      glow: 1.1,
      glowLevel: 0.35,
      progress: 0,
    },
    {
      words: 'Le pouls court sur la corniche',
      fadeOut: 0.7,
      keyframes: {
        progress: times.flatMap((t) => [
          { at: t, value: 0, ease: 'out' },
          { at: t + beat - 0.02, value: 0.98, ease: 'hold' },
        ]),
      },
    },
  );
  kit.clip(
    'stone',
    'heart-light',
    'stone',
    span,
    {
      elements: ['porch', 'porch-mass', 'archivolt', 'steps', 'dome-all'],
      lightX: 117.5,
      lightY: 7.4,
      lightHeight: 7,
      lightReach: 24,
      ambient: 0,
      colour: '#ffb84a',
      level: 0.3,
      relief: 1,
      quietLevel: 0.25,
      inside: 0.1,
      insideColour: '#ff9d2e',
    },
    {
      words: 'Lueur du cœur',
      blend: 'add',
      fadeIn: 0.6,
      fadeOut: 0.7,
      keyframes: { level: pulse(0.35, 0.85), inside: pulse(0.12, 0.32) },
    },
  );
};
