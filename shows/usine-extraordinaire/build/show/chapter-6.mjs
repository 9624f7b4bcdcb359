/**
 * Chapter 6, the age of computing, 305–353 s, 110 bpm in bars of 2.18 s. Green vectors with afterglow; eleven bays are
 * eleven bits, and both wings count from 1936 to 1982. At 333.4 s (about 5:34, the golden section of the show) the Micral N is
 * switched on; from 344.3 s the palace stands in mosaic characters. The last bar loops.
 */
import { ARCHES, atBays, BAYS, draw, line, two } from './wings.mjs';
import { box, flow, lineOf, ring } from './forms.mjs';
import { cores, eniac, punchedCards, tape } from './chapter-6-machines.mjs';
import { cardReader, micral, minitel } from './chapter-6-screens.mjs';
import { event, figure } from './words.mjs';
import { folded } from './chapter-5.mjs';
import { core } from './machines-logic.mjs';
import { keys } from './kit.mjs';

export const SCREEN = {
  black: '#050a05',
  dark: '#0f5132',
  green: '#39ff88',
  amber: '#f6c453',
  grey: '#d9d9d9',
};
export const BEAT = 60 / 110;
const STYLE = { font: 'media:vt323', colour: SCREEN.green, text: '#d6f5e0' };
const AMBER = { ...STYLE, colour: SCREEN.amber };

export const chapterSix = (kit) => {
  folded(kit);
  vectors(kit);
  bits(kit);
  tape(kit);
  figure(kit, 'turing', [305.3, 311.6], STYLE, [
    {
      path: Array.from({ length: 9 }, (_, i) => box(-6.3 + i * 1.4, -1.6, -4.9 + i * 1.4, -0.2)),
      strokeWidth: 0.14,
    },
    {
      path: [
        lineOf([-0.7, 0.2], [0, -0.1], [0.7, 0.2], [0.7, 2], [-0.7, 2], [-0.7, 0.2]),
        lineOf([-4.2, -1.3], [-4.2, -0.5]),
        ring(0.35, -2.8, -0.9),
        lineOf([2.8, -1.3], [2.8, -0.5]),
      ],
      stroke: SCREEN.amber,
    },
  ]);
  eniac(kit);
  event(kit, 'eniac', [311.8, 317.3], { ...STYLE, from: 1936 });
  punchedCards(kit);
  figure(kit, 'hopper', [317.4, 324.3], AMBER, [
    {
      path: flow(
        [
          [0, 0.2],
          [1.4, 1.9],
          [3, 1.7],
          [2.6, 0.2],
          [1, -0.4],
          [2, -1.6],
          [0.9, -2],
          [0, -0.7],
          [-0.9, -2],
          [-2, -1.6],
          [-1, -0.4],
          [-2.6, 0.2],
          [-3, 1.7],
          [-1.4, 1.9],
        ],
        true,
      ),
    },
    {
      path: [
        flow(
          [
            [0, 1],
            [0.25, 0],
            [0, -1.6],
            [-0.25, 0],
          ],
          true,
        ),
        flow([
          [0.1, 1],
          [0.6, 2],
          [1.1, 2.4],
        ]),
        flow([
          [-0.1, 1],
          [-0.6, 2],
          [-1.1, 2.4],
        ]),
      ],
      strokeWidth: 0.14,
    },
  ]);
  cores(kit);
  figure(kit, 'recoque', [324.6, 331.2], STYLE, [
    {
      path: [-2.4, 0, 2.4].flatMap((x, i) => [-1.3, 1.3].map((y, j) => core(x, y, (i + j) % 2 ? 1 : -1))),
      stroke: SCREEN.amber,
    },
    {
      path: [
        lineOf([-4, -1.3], [4, -1.3]),
        lineOf([-4, 1.3], [4, 1.3]),
        ...[-2.4, 0, 2.4].map((x) => lineOf([x, -2.8], [x, 2.8])),
      ],
      strokeWidth: 0.1,
    },
  ]);
  micral(kit);
  event(kit, 'micral', [333.364, 339.14], { ...AMBER, from: 1946 }, { fadeIn: 0.15 });
  cardReader(kit);
  event(kit, 'moreno', [339.16, 344.46], { ...AMBER, from: 1973 });
  minitel(kit);
  event(kit, 'minitel', [344.5, 353], { ...STYLE, colour: SCREEN.grey, from: 1974 }, { fadeOut: 0 });
};

/** A beam draws the building, and goes on going round it; what it left behind fades. */
const vectors = (kit) => {
  const elements = [
    'column',
    'pavilion-column',
    'arches',
    'gates',
    'cornices',
    'dome',
    'dome-ribs',
    'vault',
    'pavilion-attic',
    'porch-attic',
    'plinth',
    'lantern',
  ];
  const common = { elements, lines: 'axis', look: 'stroke', order: 'left-right', colour: SCREEN.green };
  kit.clip(
    'drawing',
    'vector-afterglow',
    'facade-light',
    [305, 344.6],
    { ...common, soft: 0.02, width: 0.14, glow: 0.5, glowLevel: 0.15, level: 0.4, progress: 0 },
    {
      words: 'Vecteurs, rémanence',
      fadeOut: 0.6,
      keyframes: {
        progress: keys([0, 0], [2.18, 1]),
        level: keys(
          [0, 0.9],
          [2.2, 0.9, 'smooth'],
          [5, 0.32],
          [26, 0.32, 'smooth'],
          [27.5, 0.1],
          [28.36, 0.1, 'out'],
          [28.6, 0.9, 'smooth'],
          [32, 0.35],
        ),
      },
    },
  );
  const sweep = [];
  for (let i = 0; i < 10; i += 1)
    sweep.push([i * 4.364, 0], [i * 4.364 + 2.18, 1, 'hold'], [i * 4.364 + 4.36, 1, 'hold']);
  kit.clip(
    'drawing',
    'vector-beam',
    'facade-light',
    [305, 344.6],
    { ...common, soft: 0.01, tail: 0.1, width: 0.22, glow: 1.2, glowLevel: 0.4, level: 1.3, progress: 0 },
    { words: 'Vecteurs, faisceau', fadeOut: 0.6, keyframes: { progress: keys(...sweep) } },
  );
};

/** The year at a time: the words’ own years, counted through in between. */
const MARKS = [
  [305, 1936],
  [311.8, 1946],
  [317.4, 1952],
  [324.6, 1971],
  [333.364, 1973],
  [339.16, 1974],
  [344.273, 1980],
  [350.8, 1982],
];
export const yearAt = (time) => {
  const next = MARKS.findIndex(([at]) => at > time);
  if (next < 1) return next === 0 ? 1936 : 1982;
  const [[t0, y0], [t1, y1]] = [MARKS[next - 1], MARKS[next]];
  return Math.floor(y0 + ((y1 - y0) * (time - t0)) / (t1 - t0));
};
/** Eleven bits a wing, the highest on the left: a lit window is a one, a ring above it a nought. */
const bits = (kit) => {
  const [from, to] = [305, 344.5];
  for (let i = 0; i < BAYS; i += 1) {
    const weight = BAYS - 1 - i;
    const list = [];
    for (let t = from; t < to; t += BEAT / 2) {
      const bit = Math.floor(yearAt(t) / 2 ** weight) % 2;
      if (list.length === 0 || list[list.length - 1][1] !== bit) list.push([t - from, bit, 'hold']);
    }
    kit.clip(
      'drawing',
      `bit-${two(i + 1)}`,
      'facade-light',
      [from, to],
      {
        elements: [`window-l-${two(i + 1)}`, `window-r-${two(i + 1)}`],
        lines: 'outline',
        look: 'fill',
        colour: SCREEN.green,
        level: 0.75,
      },
      { words: `Bit ${weight}`, fadeIn: 1, fadeOut: 0.6, keyframes: { opacity: keys(...list) } },
    );
    draw(
      kit,
      'drawing',
      `nought-${two(i + 1)}`,
      [from, to],
      line(
        atBays(
          (x) => ring(0.75, x, 8),
          (k) => k === i,
        ),
        '#1f8f55',
        0.24,
      ),
      `Bit ${weight}, zéro`,
      {
        fadeIn: 1,
        fadeOut: 0.6,
        keyframes: { strokeOpacity: keys(...list.map(([at, bit]) => [at, 1 - bit, 'hold'])) },
      },
    );
  }
  // Courses of the arches: a clock that every bit waits for.
  const tick = [];
  for (let i = 0; i < 75; i += 1) tick.push([i * BEAT, 0.75, 'out'], [i * BEAT + 0.4, 0.12, 'hold']);
  draw(
    kit,
    'drawing',
    'clock',
    [from, 333.3],
    line(
      ARCHES.flatMap((x) => [2.5, 4.5, 6.5, 8.5, 10.5].map((y) => lineOf([x - 3.6, y], [x + 3.6, y]))),
      SCREEN.dark,
      0.5,
      { dash: 1, gap: 0.55 },
    ),
    'Horloge',
    {
      fadeIn: 0.5,
      fadeOut: 0.5,
      keyframes: {
        strokeOpacity: keys(...tick.filter(([at]) => at < 28.7)),
        dashOffset: keys([0, 0], [28.8, 60]),
      },
    },
  );
};
