/**
 * Chapter 5, rebuilding and the Trente Glorieuses, 251–305 s, 160 bpm in bars of 1.5 s. Cut paper, a second colour
 * printed a little beside the first: from the Champs-Élysées end the façade comes back block by block. At 275 s (bar 16)
 * the glass is a lantern for the DS; at 296 s (bar 30) Concorde. The last bar (303.5–305) loops.
 */
import {
  atBays,
  ARCHES,
  ACROSS,
  arched,
  BAYS,
  bayWindow,
  draw,
  FIRST_BAY,
  flat,
  line,
  PITCH,
  two,
} from './wings.mjs';
import { atom, ds, flown, twoCv } from './chapter-5-machines.mjs';
import { concorde, tide } from './chapter-5-far.mjs';
import { arc, box, flow, lineOf, poly, ring } from './forms.mjs';
import { event, figure } from './words.mjs';
import { keys } from './kit.mjs';
import { PAPER } from './machines-paper.mjs';

const STYLE = { font: 'media:boogaloo', colour: PAPER.sun, text: PAPER.cream };
const END = 305;

export const chapterFive = (kit) => {
  dawn(kit);
  blocks(kit);
  glass(kit);
  event(kit, 'edf', [251.4, 256.7], STYLE);
  twoCv(kit);
  event(kit, 'deuxcv', [263.2, 268.6], { ...STYLE, from: 1946 });
  atom(kit);
  figure(kit, 'joliot-curie', [256.8, 263.1], { ...STYLE, colour: PAPER.cream }, [
    {
      path: [
        flow([
          [-3, -1.6],
          [-1, -0.6],
          [1, 0.9],
          [1.6, 2.6],
        ]),
        flow([
          [-3, -1.6],
          [-0.6, -1.0],
          [2, -1.2],
          [3.4, -2.2],
        ]),
      ],
      stroke: PAPER.coral,
      strokeWidth: 0.22,
    },
    {
      path: [
        ring(0.5, -3, -1.6),
        flow([
          [-3, -1.6],
          [-2, 0.2],
          [-1.9, 1.6],
          [-2.8, 2],
          [-3.2, 1.2],
          [-2.4, 0.9],
        ]),
      ],
      strokeWidth: 0.14,
    },
  ]);
  flown(kit);
  figure(kit, 'auriol', [280.5, 288], { ...STYLE, colour: PAPER.cream }, [
    {
      path: [
        poly([
          [3.4, 0],
          [-1.4, 0.55],
          [-3.2, 0.4],
          [-3.2, -0.4],
          [-1.4, -0.55],
        ]),
        poly([
          [0.8, 0.4],
          [-2, 2.4],
          [-2.8, 2.4],
          [-1.2, 0.5],
        ]),
        poly([
          [0.8, -0.4],
          [-2, -2.4],
          [-2.8, -2.4],
          [-1.2, -0.5],
        ]),
      ],
      fill: PAPER.cream,
      fillOpacity: 0.9,
    },
    { path: [lineOf([4, 0], [-1, 3]), lineOf([4, 0], [-1, -3])], stroke: PAPER.coral },
  ]);
  ds(kit);
  event(kit, 'ds', [275, 280.3], { ...STYLE, from: 1948 }, { fadeIn: 0.15 });
  figure(kit, 'bertoni', [268.7, 274.95], { ...STYLE, colour: PAPER.cream }, [
    {
      path: flow([
        [-5.6, -1],
        [-3.6, 0.2],
        [-1.2, 1.6],
        [0.8, 1.7],
        [2.4, 0.6],
        [4.4, 0.2],
        [5.8, -1],
      ]),
      strokeWidth: 0.3,
    },
    { path: [ring(0.8, -3.2, -1.3), ring(0.8, 3.4, -1.3)], stroke: PAPER.coral },
  ]);
  tide(kit);
  event(kit, 'rance', [288.2, 294.4], { ...STYLE, from: 1955 });
  concorde(kit);
  event(kit, 'concorde', [296, END], { ...STYLE, from: 1966 }, { fadeIn: 0.2, fadeOut: 0 });
};

/** First light grazes the stone from the right, as on an April morning. */
const dawn = (kit) =>
  kit.clip(
    'stone',
    'dawn',
    'stone',
    [251, 260],
    {
      lightX: 246,
      lightY: 12,
      lightHeight: 9,
      lightReach: 20,
      ambient: 0,
      colour: '#ff9a80',
      level: 1,
      relief: 1,
      quietLevel: 0.1,
    },
    {
      words: 'Aube, côté Champs-Élysées',
      fadeOut: 3,
      keyframes: {
        lightReach: keys([0, 2, 'smooth'], [5, 130]),
        level: keys([0, 0, 'smooth'], [1.5, 0.7], [6, 0.5], [9, 0.1]),
      },
    },
  );

/** How bright the paper is: what moves in front of it has the light. */
const SHEET = [
  [5, 0.85, 'smooth'],
  [6, 0.2],
  [11.6, 0.2, 'smooth'],
  [12.6, 0.42],
  [17.6, 0.42, 'smooth'],
  [18.4, 0.24],
  [23.8, 0.12, 'out'],
  [24.1, 0.5],
  [30, 0.4],
  [36.8, 0.4, 'smooth'],
  [37.8, 0.16],
  [43.6, 0.16, 'smooth'],
  [44.8, 0.5, 'smooth'],
  [45.8, 0.2],
  [51, 0.2, 'smooth'],
  [52.2, 0.6],
  [54, 0.6],
];
const sheet = (start) =>
  SHEET.map(([at, value, ease]) => [251 + at - start, value, ease]).filter(([at]) => at > 1);
/** Falls into its place, a little too far, and lies. */
const falling = (kit, id, start, from, parameters, words, more = {}) =>
  draw(kit, 'drawing', id, [start, END], { ...parameters, fillOpacity: 0 }, words, {
    ...more,
    keyframes: {
      y: keys([0, from, 'in'], [0.24, -0.35, 'out'], [0.36, 0]),
      fillOpacity: keys([0, 0.9], ...sheet(start)),
    },
  });

const COLOURS = [PAPER.teal, PAPER.coral, PAPER.deep, PAPER.sun, PAPER.teal, PAPER.cream];
/** Bays as sheets with the window cut out of them; columns stay as what is left between. Right to left, two a beat. */
const blocks = (kit) => {
  [ACROSS, 0].forEach((side, wing) =>
    Array.from({ length: BAYS }, (_, k) => BAYS - 1 - k).forEach((i, k) => {
      const x = FIRST_BAY + side + i * PITCH;
      const order = wing * (BAYS + 3) + k;
      const fill = COLOURS[(i * 5 + wing * 2) % COLOURS.length];
      falling(
        kit,
        `paper-${wing ? 'l' : 'r'}-${two(i + 1)}`,
        251.9 + order * 0.1875,
        14 + (i % 3) * 6,
        flat([box(x - 2.2, 4.2, x + 2.2, 14.6), bayWindow(x)], fill),
        'Papier : travée',
        { region: { elements: ['porch'], inverted: true } },
      );
    }),
  );
  ARCHES.forEach((x, i) =>
    falling(
      kit,
      `paper-arch-${i + 1}`,
      251.9 + (BAYS + 2 - i) * 0.1875,
      9,
      flat(arched(x, 4.5, 1.5, 10), [PAPER.coral, PAPER.cream, PAPER.teal][i]),
      'Papier : arc',
      { region: { elements: ['arches'], inverted: false } },
    ),
  );
  [
    ['champs', 222.25, PAPER.sun, 251.4],
    ['seine', 12.75, PAPER.coral, 257],
  ].forEach(([end, x, fill, start]) =>
    falling(
      kit,
      `paper-${end}`,
      start,
      10,
      flat([box(x - 11.6, 4.2, x + 11.6, 14.6), arched(x, 3.5, 4.2, 8.4)], fill),
      'Papier : pavillon',
    ),
  );
  fans(kit);
  // The porch’s own columns as strips between its arches.
  falling(
    kit,
    'paper-porch',
    254.2,
    9,
    flat(
      [-21, -7, 7, 21].flatMap((x) =>
        [-0.98, 0.98].map((d) => box(117.5 + x + d - 0.62, 1.5, 117.5 + x + d + 0.62, 15.8)),
      ),
      PAPER.cream,
    ),
    'Papier : colonnes du porche',
  );
  // Entablature, laid in strips.
  [
    [177, 209],
    [141.8, 176],
    [59, 93.2],
    [26, 58],
  ].forEach(([x0, x1], i) =>
    falling(
      kit,
      `paper-strip-${i + 1}`,
      252.6 + i * 1.2,
      6,
      flat(box(x0, 15.3, x1, 17.4), [PAPER.cream, PAPER.teal, PAPER.coral, PAPER.cream][i]),
      'Papier : entablement',
    ),
  );
  // The key plate, printed half a brush beside the colours.
  draw(
    kit,
    'drawing',
    'key-plate',
    [257.6, END],
    line(
      [
        ...atBays((x) => [
          bayWindow(x, -0.25),
          lineOf([x, 5.3], [x, 10.8]),
          lineOf([x - 1.5, 8], [x + 1.5, 8]),
          box(x - 2.2, 4.2, x + 2.2, 14.6),
        ]),
        ...ARCHES.flatMap((x) =>
          [0, 30, 60, 90, 120, 150, 180].map((a) =>
            lineOf(
              [x, 10],
              [x + 4.5 * Math.cos((a * Math.PI) / 180), 10 + 4.5 * Math.sin((a * Math.PI) / 180)],
            ),
          ),
        ),
      ],
      PAPER.ground,
      0.3,
      { x: 0.45, y: -0.3 },
    ),
    'Planche de noir, décalée',
    { fadeIn: 0.6 },
  );
};

/** Morning over both gates: a fan of seven sheets on the stone of each pavilion, its middle the gate’s own arch. */
const fans = (kit) => {
  const outer = (a) => {
    const [c, s] = [Math.cos(a), Math.sin(a)];
    const far = Math.min(11.2 / Math.max(1e-6, Math.abs(c)), 11.2 / Math.max(1e-6, s));
    return [far * c, 8.4 + far * s];
  };
  for (const [end, x, start, colours] of [
    ['champs', 222.1, 252, [PAPER.coral, PAPER.cream, PAPER.teal]],
    ['seine', 12.9, 257.6, [PAPER.cream, PAPER.teal, PAPER.sun]],
  ])
    colours.forEach((fill, n) => {
      const wedges = Array.from({ length: 9 }, (_, i) => i).filter((i) => i % 3 === n);
      const path = wedges.map((i) => {
        const [a0, a1] = [(i * Math.PI) / 9 + 0.02, ((i + 1) * Math.PI) / 9 - 0.02];
        const along = [0, 0.25, 0.5, 0.75, 1].map((u) => a0 + (a1 - a0) * u);
        const inner = along.toReversed().map((a) => [4.6 * Math.cos(a), 8.4 + 4.6 * Math.sin(a)]);
        return poly([...along.map(outer), ...inner].map(([px, py]) => [x + px, py]));
      });
      falling(kit, `paper-fan-${end}-${n + 1}`, start + n * 0.3, 8, flat(path, fill), 'Papier : éventail');
    });
};

/** The glass in half-discs, the dome as a fan: morning first, a lantern later. */
const glass = (kit) => {
  const colours = [PAPER.teal, PAPER.deep, PAPER.coral, PAPER.teal, PAPER.sun];
  [203.5, 190.5, 177.5, 164.5, 31.5, 44.5, 57.5, 70.5].forEach((x, i) => {
    const start = 253 + (x > 117 ? i : 11 - i) * 0.375;
    falling(
      kit,
      `paper-glass-${i + 1}`,
      start,
      12,
      flat(`${arc(6, 0, 180, x, 21)} Z`, colours[i % 5]),
      'Papier : demi-disque',
    );
    draw(
      kit,
      'drawing',
      `overprint-${i + 1}`,
      [start + 0.4, END],
      flat(`${arc(3.4, 0, 180, x + 0.6, 20.8)} Z`, colours[(i + 2) % 5], { fillOpacity: 0 }),
      'Surimpression',
      {
        blend: 'screen',
        keyframes: { fillOpacity: keys([0, 0], [0.3, 0.8], ...sheet(start + 0.4)) },
      },
    );
  });
  const at = (a) => {
    const [c, s] = [Math.cos(a), Math.sin(a)];
    return [117.5 + Math.sign(c) * 28.6 * Math.abs(c) ** (2 / 2.4), 33.2 + 14.6 * Math.abs(s) ** (2 / 2.4)];
  };
  Array.from({ length: 9 }, (_, i) => {
    const [a0, a1] = [(i * Math.PI) / 9 + 0.03, ((i + 1) * Math.PI) / 9 - 0.03];
    const rim = Array.from({ length: 7 }, (_unused, k) => at(a0 + ((a1 - a0) * k) / 6));
    const wedge = poly([[117.5 + 3 * Math.cos((a0 + a1) / 2), 33.2 + 2 * Math.sin((a0 + a1) / 2)], ...rim]);
    falling(
      kit,
      `paper-dome-${i + 1}`,
      254.5 + i * 0.28,
      8,
      flat(wedge, [PAPER.cream, PAPER.coral, PAPER.teal][i % 3]),
      'Papier : coupole',
    );
  });
};

/** The sheets fold down to a line as chapter 6 begins: one clip a colour. */
export const folded = (kit) =>
  [...new Set(COLOURS)].forEach((fill, n) => {
    const mine = (i, side) => COLOURS[(i * 5 + (side === 0 ? 2 : 0)) % COLOURS.length] === fill;
    draw(
      kit,
      'machines',
      `folded-${n + 1}`,
      [END, END + 1.3],
      flat(
        atBays((x) => [box(x - 2.2, 4.2, x + 2.2, 14.6), bayWindow(x)], mine),
        fill,
        { fillOpacity: 0.6, y: 4.2, pivotY: 4.2 },
      ),
      'Le papier se replie',
      {
        keyframes: {
          scaleY: keys([0, 1, 'hold'], [0.06 * n, 1, 'in'], [0.9 + 0.06 * n, 0.012]),
          fillOpacity: keys([0, 0.6], [0.9, 0.6, 'out'], [1.3, 0]),
        },
      },
    );
  });
