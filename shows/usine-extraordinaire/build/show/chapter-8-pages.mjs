/** Chapter 8, its papers and screens: the roll of 88 tracks, the pages of 1991, the Minitel that goes out. */
import { BLUE } from './chapter-8-graph.mjs';
import { box, lineOf, ring } from './forms.mjs';
import { dice } from './motion.mjs';
import { keys } from './kit.mjs';

const PITCH = 68 / 44;
const trackX = (track) => (track < 44 ? 25.5 : 141.5) + ((track % 44) + 0.5) * PITCH;
const BEAT = 0.1875;
const SPEED = 4;
/** Twice a beat the message is on another of 88 tracks; what was sent runs down with the roll. */
export const roll = (kit) => {
  const span = [418.8, 425.8];
  const random = dice(88);
  const hops = Array.from({ length: 32 }, (_, i) => ({
    at: 0.2 + i * BEAT,
    track: Math.floor(random() * 88),
  }));
  const down = keys([0, 0], [7, -7 * SPEED]);
  for (const [name, low] of [
    ['l', 0],
    ['r', 44],
  ]) {
    const put = (id, parameters, keyframes, more = {}) =>
      kit.clip(
        'machines',
        `roll-${name}-${id}`,
        'shape',
        span,
        { strokeOpacity: 0, strokeWidth: 0.02, ...parameters },
        {
          words: `Rouleau de 88 pistes : ${id}`,
          fadeIn: 0.5,
          fadeOut: 1,
          keyframes,
          ...more,
        },
      );
    const wing = name === 'l' ? 'left' : 'right';
    const paper = { region: { elements: [`wing-${wing}`], inverted: false } };
    const holes = [];
    for (let track = low; track < low + 44; track += 1)
      for (let y = 4 + random() * 3; y < 46; y += 1.6 + random() * 5)
        holes.push(box(trackX(track) - 0.36, y, trackX(track) + 0.36, y + 0.7 + random() * 0.9));
    put('holes', { path: holes, fill: '#1b57a8', fillOpacity: 0.85 }, { y: down }, paper);
    put(
      'message',
      {
        path: hops
          .filter(({ track }) => track >= low && track < low + 44)
          .map(({ at, track }) =>
            lineOf([trackX(track), 16.3 + at * SPEED], [trackX(track), 17.2 + at * SPEED]),
          ),
        stroke: BLUE.magenta,
        strokeOpacity: 1,
        strokeWidth: 1,
        glow: 1.2,
        glowLevel: 0.3,
      },
      { y: down },
      { region: { elements: [`wing-${wing}`], inverted: false } },
    );
    put(
      'keys',
      {
        path: Array.from({ length: 45 }, (_, i) => {
          const x = trackX(low) - PITCH / 2 + i * PITCH;
          return lineOf([x, 18.1], [x, 19.9]);
        }),
        stroke: BLUE.pale,
        strokeOpacity: 0.55,
        strokeWidth: 0.1,
      },
      {},
    );
  }
  kit.clip(
    'machines',
    'roll-cursor',
    'shape',
    span,
    {
      path: lineOf([0, 18.6], [0, 19.5]),
      stroke: '#ff8fc4',
      strokeWidth: 1.3,
      glow: 2,
      glowLevel: 0.35,
    },
    {
      words: 'Saut de fréquence',
      fadeOut: 0.4,
      keyframes: {
        x: hops.map(({ at, track }) => ({ at, value: trackX(track), ease: 'hold' })),
        opacity: keys([0, 0], [0.19, 0, 'hold'], [0.2, 1], [6.2, 1], [6.5, 0]),
      },
    },
  );
};

/** Three layouts of a page, 4.2 × 6.9: title, lines of text, and the words that lead elsewhere. */
const LAYOUTS = [
  {
    title: 2.6,
    lines: [3.4, 3.1, 3.5, 2.0, 3.3, 3.5, 2.7],
    links: [
      [1, 0.5, 1.5],
      [4, 1.6, 1.2],
    ],
  },
  {
    title: 1.9,
    lines: [3.5, 2.4, 3.4, 3.2, 1.6, 3.5, 3.0],
    links: [
      [0, 1.2, 1.1],
      [3, 0.2, 1.6],
    ],
  },
  {
    title: 3.1,
    lines: [2.8, 3.5, 3.1, 3.5, 2.2, 3.4, 1.8],
    links: [
      [2, 0.9, 1.3],
      [5, 2.0, 1.1],
    ],
  },
];
const PAGE = { left: -2.0, top: 10.9, lead: 0.82 };
const lineY = (i) => PAGE.top - 1.75 - i * PAGE.lead;
const bayX = (side, i) => (side === 'l' ? 88 - i * 5.7 : 147 + i * 5.7);

/** In every bay a page, from the porch outwards; every underlined word shoots a line to another bay. */
export const pages = (kit) => {
  const span = [413.6, 419.2];
  kit.clip(
    'machines',
    'pages-paper',
    'facade-light',
    span,
    {
      elements: ['bays'],
      lines: 'outline',
      look: 'fill',
      order: 'centre-out',
      soft: 0.06,
      colour: '#dfe9f5',
      level: 0.62,
      progress: 0,
    },
    {
      words: 'Pages',
      keyframes: { progress: keys([0, 0], [0.4, 0, 'out'], [2.6, 1], [4.7, 1, 'in-out'], [5.55, 0]) },
    },
  );
  for (const side of ['l', 'r'])
    LAYOUTS.forEach(({ title, lines, links }, k) => {
      const count = k < 2 ? 4 : 3;
      const shared = {
        x: bayX(side, k),
        repeat: count,
        stepX: side === 'l' ? -17.1 : 17.1,
        strokeOpacity: 0,
        strokeWidth: 0.02,
        fillOpacity: 1,
      };
      const bars = [
        box(PAGE.left, PAGE.top - 0.95, PAGE.left + title, PAGE.top - 0.35),
        ...lines.map((wide, i) => box(PAGE.left, lineY(i), PAGE.left + wide, lineY(i) + 0.3)),
      ];
      kit.clip(
        'machines',
        `page-${side}-${k + 1}-text`,
        'shape',
        span,
        { path: bars, fill: '#03071e', ...shared },
        {
          words: 'Page : texte',
          fadeOut: 0.5,
        },
      );
      kit.clip(
        'machines',
        `page-${side}-${k + 1}-links`,
        'shape',
        span,
        {
          path: links.flatMap(([i, from, wide]) => [
            box(PAGE.left + from, lineY(i), PAGE.left + from + wide, lineY(i) + 0.32),
            box(PAGE.left + from, lineY(i) - 0.2, PAGE.left + from + wide, lineY(i) - 0.08),
          ]),
          fill: '#1a2fff',
          ...shared,
        },
        { words: 'Page : liens', fadeOut: 0.5, keyframes: { fillOpacity: keys([0, 0], [1.2, 0], [2.4, 1]) } },
      );
    });
  jumps(kit);
};
const jumps = (kit) => {
  const random = dice(1991);
  const spots = ['l', 'r'].flatMap((side) =>
    Array.from({ length: 11 }, (_, i) => {
      const [line, from, wide] = LAYOUTS[i % 3].links[i % 2];
      return [bayX(side, i) + PAGE.left + from + wide / 2, lineY(line) + 0.1];
    }),
  );
  const lines = Array.from({ length: 16 }, () => {
    const [a, b] = [spots[Math.floor(random() * 22)], spots[Math.floor(random() * 22)]];
    const isAcross = a[0] < 117.5 !== b[0] < 117.5;
    // From wing to wing over the drum, clear of the porch's words; else low over the cornice.
    const high = isAcross ? 40 + Math.abs(a[0] - b[0]) * 0.02 : 13 + Math.abs(a[0] - b[0]) * 0.3;
    return a === b ? null : `M ${a[0]} ${a[1]} C ${a[0]} ${high} ${b[0]} ${high} ${b[0]} ${b[1]}`;
  }).filter((line) => line !== null);
  [
    [lines.slice(0, 8), '#3d7bff', 415.75],
    [lines.slice(8), BLUE.magenta, 416.5],
  ].forEach(([path, colour, start], i) =>
    kit.clip(
      'light',
      `jump-${i + 1}`,
      'shape',
      [start, 419.8],
      { path, stroke: colour, strokeWidth: 0.26, draw: 0, glow: 0.9, glowLevel: 0.3 },
      {
        words: 'Hyperliens',
        fadeOut: 1.4,
        keyframes: { draw: keys([0, 0, 'in-out'], [1.5, 1]) },
      },
    ),
  );
};

/** The mosaic of chapter 6 in the middle arch; at 441.5 the picture falls into a line, the line into a point. */
export const minitel = (kit) => {
  const random = dice(2012);
  const [cell, tall] = [0.86, 0.72];
  const tones = [[], [], []];
  for (let row = 0; row < 8; row += 1)
    for (let column = 0; column < 8; column += 1) {
      const inner = Math.hypot(column - 3.5, (row - 3.5) * 0.9);
      const tone = inner < 2 ? 0 : inner < 3.4 ? 1 : 2;
      if (random() < 0.85)
        tones[tone].push(
          box((column - 4) * cell, (row - 4) * tall, (column - 3) * cell - 0.06, (row - 3) * tall - 0.06),
        );
    }
  const span = [438.5, 446];
  const y = 7.6;
  const off = 3;
  tones.forEach((path, i) =>
    kit.clip(
      'machines',
      `minitel-screen-${i + 1}`,
      'shape',
      [438.5, 442.6],
      {
        path,
        x: 117.5,
        y,
        scale: 1,
        strokeOpacity: 0,
        strokeWidth: 0.02,
        fill: ['#f4f6f8', '#aab6c4', '#5c6878'][i],
        fillOpacity: 1,
      },
      {
        words: 'Écran du Minitel',
        fadeIn: 0.5,
        keyframes: {
          scaleY: keys([0, 1], [off, 1, 'in'], [off + 0.3, 0.04], [off + 0.6, 0.03]),
          scaleX: keys([0, 1], [off + 0.3, 1, 'in'], [off + 0.7, 0.02]),
        },
      },
    ),
  );
  kit.clip(
    'machines',
    'minitel-point',
    'shape',
    [441.7, 444],
    {
      path: ring(0.3),
      x: 117.5,
      y,
      fill: '#ffffff',
      fillOpacity: 1,
      stroke: '#ffffff',
      strokeWidth: 0.1,
      glow: 2,
      glowLevel: 0.3,
    },
    { words: 'Point', keyframes: { opacity: keys([0, 0], [0.3, 1, 'out'], [2.2, 0]) } },
  );
  kit.clip(
    'machines',
    'minitel-case',
    'shape',
    span,
    {
      path: [
        box(-4.1, -3.4, 4.1, 3.5),
        box(-3.6, -3.0, 3.6, 3.0),
        'M -4.1 -3.4 L -4.4 -5.6 L 4.4 -5.6 L 4.1 -3.4',
        lineOf([-3.4, -4.1], [3.4, -4.1]),
        lineOf([-3.5, -4.8], [3.5, -4.8]),
      ],
      x: 117.5,
      y,
      stroke: '#8d7b62',
      strokeWidth: 0.2,
      draw: 0,
    },
    {
      words: 'Minitel',
      keyframes: {
        draw: keys([0, 0, 'smooth'], [1.2, 1]),
        strokeOpacity: keys([0, 1], [3.4, 1, 'smooth'], [4.5, 0]),
      },
    },
  );
};
