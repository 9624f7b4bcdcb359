/** Chapter 6, its first half: Turing’s tape, ENIAC, punched cards, cores. */
import { ACROSS, atBays, draw, FIRST_BAY, flat, line, PITCH, two } from './wings.mjs';
import { BEAT, SCREEN } from './chapter-6.mjs';
import { box, flow, lineOf, poly, ring } from './forms.mjs';
import { core, holes, PROGRAMMER } from './machines-logic.mjs';
import { hashed } from './seeded.mjs';
import { keys } from './kit.mjs';

const wings = (make) => [make(25.5, 93.5), make(141.5, 209.5)].flat();

/** Endless: one square to the left each eighth, under a head on either wing. */
export const tape = (kit) => {
  const span = [305.6, 312];
  const square = 2.85;
  const steps = [];
  for (let i = 0; i < 23; i += 1)
    steps.push([i * BEAT * 0.5, -i * square, 'hold'], [i * BEAT * 0.5 + 0.16, -i * square, 'out']);
  const more = {
    fadeIn: 0.4,
    fadeOut: 0.4,
    region: { elements: ['entablature'], inverted: false },
    keyframes: { x: keys(...steps) },
  };
  const squares = Array.from({ length: 108 }, (_, i) => i);
  draw(
    kit,
    'machines',
    'tape-squares',
    span,
    line(
      squares.map((i) => lineOf([i * square, 15], [i * square, 17.4])),
      SCREEN.green,
      0.14,
    ),
    'Ruban de Turing',
    more,
  );
  draw(
    kit,
    'machines',
    'tape-ones',
    span,
    line(
      squares
        .filter((i) => hashed(i) < 0.45)
        .map((i) => lineOf([(i + 0.5) * square, 15.4], [(i + 0.5) * square, 17])),
      SCREEN.green,
      0.34,
      { glow: 0.6, glowLevel: 0.3 },
    ),
    'Uns',
    more,
  );
  draw(
    kit,
    'machines',
    'tape-noughts',
    span,
    line(
      squares.filter((i) => hashed(i) >= 0.45).map((i) => ring(0.62, (i + 0.5) * square, 16.2)),
      '#1f8f55',
      0.2,
    ),
    'Zéros',
    more,
  );
  draw(
    kit,
    'machines',
    'tape-edges',
    span,
    line(
      wings((a, b) => [lineOf([a, 15.1], [b, 15.1]), lineOf([a, 17.35], [b, 17.35])]),
      SCREEN.green,
      0.16,
    ),
    'Bords',
    { fadeIn: 0.4, fadeOut: 0.4 },
  );
  draw(
    kit,
    'machines',
    'tape-heads',
    span,
    line(
      [59.5, 175.5].map((x) =>
        poly([
          [x - 1.6, 17.9],
          [x - 1.6, 22],
          [x + 1.6, 22],
          [x + 1.6, 17.9],
          [x, 17.3],
        ]),
      ),
      SCREEN.amber,
      0.32,
      { glow: 1, glowLevel: 0.3, swingY: 0.12, swingRate: 1 / BEAT },
    ),
    'Tête',
    { fadeIn: 0.4, fadeOut: 0.4 },
  );
};

/** Panels of neon lamps in the bays, cables from jack to jack; six women at them, three on each wing. */
export const eniac = (kit) => {
  const span = [311.9, 317.9];
  const fade = { fadeIn: 0.3, fadeOut: 0.4 };
  [0, 1, 2, 3].forEach((set) => {
    const flicker = Array.from({ length: 11 }, (_, i) => [
      i * BEAT,
      hashed(i * 7 + set * 31) < 0.55 ? 1 : 0.12,
      'hold',
    ]);
    const lamps = atBays((x, i) =>
      [0, 1, 2, 3, 4, 5].flatMap((column) =>
        [0, 1, 2, 3].flatMap((row) =>
          Math.floor(hashed(i * 24 + column * 4 + row) * 4) === set
            ? [box(x - 2 + column * 0.75, 11.5 + row * 0.78, x - 1.66 + column * 0.75, 11.9 + row * 0.78)]
            : [],
        ),
      ),
    );
    draw(kit, 'machines', `neons-${set + 1}`, span, flat(lamps, SCREEN.amber), 'Néons de l’ENIAC', {
      ...fade,
      keyframes: { fillOpacity: keys(...flicker) },
    });
  });
  const cable = (i) => {
    const side = i % 2 ? ACROSS : 0;
    const a = FIRST_BAY + side + ((i * 3) % 9) * PITCH;
    const b = a + (1 + (i % 3)) * PITCH;
    return flow([
      [a, 10.6],
      [a + 1, 6.6 - (i % 3) * 0.7],
      [(a + b) / 2, 5 - (i % 2) * 0.5],
      [b - 1, 6.4 - (i % 3) * 0.6],
      [b, 10.6],
    ]);
  };
  for (let n = 0; n < 6; n += 1)
    draw(
      kit,
      'machines',
      `cables-${n + 1}`,
      span,
      line([cable(n * 2), cable(n * 2 + 1)], n % 2 ? SCREEN.amber : '#c96f3a', 0.3, { draw: 0 }),
      'Câbles',
      {
        ...fade,
        keyframes: { draw: keys([0, 0], [n * BEAT, 0, 'out'], [n * BEAT + 0.5, 1]) },
      },
    );
  [1, 5, 9].forEach((bay, n) => {
    const row = { x: FIRST_BAY + bay * PITCH, y: 4.2, scale: 1.5, repeat: 2, stepX: ACROSS / 1.5 };
    draw(
      kit,
      'machines',
      `programmer-${n + 1}`,
      span,
      {
        ...flat(PROGRAMMER, '#06120a', row),
        ...line(PROGRAMMER, SCREEN.green, 0.2),
        fill: '#06120a',
        fillOpacity: 1,
      },
      'Programmeuse',
      fade,
    );
    // Each arm turns about its own shoulder: a copy would turn about the first one’s.
    for (const [side, shift] of [
      ['l', 0],
      ['r', ACROSS],
    ])
      draw(
        kit,
        'machines',
        `programmer-arm-${n + 1}-${side}`,
        span,
        line(lineOf([0, 0], [0.7, -0.1], [1.25, 0.85]), SCREEN.green, 0.36, {
          x: row.x + 0.5 + shift,
          y: 4.2 + 3.3 * 1.5,
          scale: 1.5,
          swingAngle: 14,
          swingRate: 1 / (4 * BEAT),
          swingPhase: n / 3,
        }),
        'Bras',
        fade,
      );
  });
};

const TEXTS = [
  'GRACE HOPPER 1906-1992 COMPILER A-0 UNIVAC I 1952 SUBROUTINE 0123456789 JUMP END',
  'ADD MULTIPLY STORE PRINT READ CARD 1952 PHILADELPHIA DEBUG 9876543210 GO TO NEXT',
];
/** Each wing is one card of 80 columns, its corner cut; ten columns an eighth are punched, light comes through. */
export const punchedCards = (kit) => {
  const span = [317.2, 323];
  const pitch = 0.84;
  const [y, xs] = [4.5, [25.9, 141.9]];
  const fade = { fadeIn: 0.3, fadeOut: 0.5 };
  const card = (x) =>
    poly([
      [x, y - 0.1],
      [x + 67.2, y - 0.1],
      [x + 67.2, y + 10.2],
      [x + 2.2, y + 10.2],
      [x, y + 8.4],
    ]);
  const slide = { y: keys([0, -12, 'out'], [0.8, 0]) };
  draw(
    kit,
    'machines',
    'card',
    span,
    {
      ...flat(xs.map(card), '#171406', { fillOpacity: 0.97 }),
      stroke: SCREEN.amber,
      strokeWidth: 0.3,
      strokeOpacity: 0.9,
    },
    'Carte perforée',
    { ...fade, keyframes: slide },
  );
  draw(
    kit,
    'machines',
    'card-rows',
    span,
    line(
      xs.flatMap((x) =>
        Array.from({ length: 12 }, (_, row) =>
          lineOf([x + 0.32, y + (row + 0.5) * pitch], [x + 67, y + (row + 0.5) * pitch]),
        ),
      ),
      '#6b5312',
      0.2,
      { dash: 0.2, gap: pitch - 0.2 },
    ),
    'Positions',
    { ...fade, keyframes: slide },
  );
  for (let n = 0; n < 16; n += 1) {
    const at = 1.1 + n * (BEAT / 2);
    draw(
      kit,
      'machines',
      `punched-${two(n + 1)}`,
      span,
      flat(
        xs.flatMap((x, i) => holes(TEXTS[i], [n * 5, n * 5 + 5], x, y, pitch)),
        '#ffdf8a',
        { fillOpacity: 0 },
      ),
      'Perforations',
      {
        fadeOut: 0.5,
        keyframes: { fillOpacity: keys([0, 0, 'hold'], [at, 1, 'out'], [at + 1, 0.8]) },
      },
    );
  }
  const head = [
    [0, -4, 'hold'],
    [1.1, -4],
  ];
  for (let n = 0; n < 16; n += 1)
    head.push([1.1 + n * (BEAT / 2), n * 4.2, 'hold'], [1.1 + (n + 0.7) * (BEAT / 2), n * 4.2, 'in']);
  draw(
    kit,
    'machines',
    'punch',
    [span[0], 322.4],
    line(
      xs.map((x) => box(x, 4.2, x + 4.2, 15)),
      SCREEN.green,
      0.3,
      { glow: 0.8, glowLevel: 0.3 },
    ),
    'Poinçon',
    { fadeIn: 0.6, fadeOut: 0.4, keyframes: { x: keys(...head) } },
  );
};

/** Cores on their wires: rings turned by ±45°, a diagonal sense wire; they flip on the beat. */
export const cores = (kit) => {
  const span = [322.455, 332.4];
  const fade = { fadeIn: 0.5, fadeOut: 0.4 };
  const all = [0, ACROSS].flatMap((side) =>
    Array.from({ length: 22 }, (_, i) =>
      [0, 1, 2, 3].map((j) => ({ x: 29.6 + side + i * 2.85, y: 5.6 + j * 2.6, i, j })),
    ).flat(),
  );
  const path = (list) => list.map(({ x, y, i, j }) => core(x, y, (i + j) % 2 ? 1 : -1));
  draw(
    kit,
    'machines',
    'core-ground',
    span,
    flat(
      wings((a, b) => box(a, 4.1, b, 14.9)),
      '#030704',
      { fillOpacity: 0.86 },
    ),
    'Plan de mémoire',
    fade,
  );
  draw(
    kit,
    'machines',
    'core-wires',
    span,
    line(
      [
        ...wings((a, b) => [0, 1, 2, 3].map((j) => lineOf([a, 5.6 + j * 2.6], [b, 5.6 + j * 2.6]))),
        ...all.filter(({ j }) => j === 0).map(({ x }) => lineOf([x, 4.2], [x, 14.8])),
      ],
      '#1f8f55',
      0.12,
      { draw: 0 },
    ),
    'Fils de sélection',
    { ...fade, keyframes: { draw: keys([0, 0, 'in-out'], [1.6, 1]) } },
  );
  const sense = [0, ACROSS].map((side) =>
    lineOf(
      ...Array.from({ length: 22 }, (_, i) => [
        29.6 + side + i * 2.85,
        5.6 + [0, 1, 2, 3, 2, 1][i % 6] * 2.6,
      ]),
    ),
  );
  draw(kit, 'machines', 'core-sense', span, line(sense, SCREEN.amber, 0.16, { draw: 0 }), 'Fil de lecture', {
    ...fade,
    keyframes: { draw: keys([0, 0], [1, 0, 'in-out'], [3, 1]) },
  });
  draw(kit, 'machines', 'core-rings', span, line(path(all), '#28b36a', 0.3), 'Tores', fade);
  for (let set = 0; set < 6; set += 1) {
    const flips = Array.from({ length: 18 }, (_, n) => [
      n * BEAT,
      n > 1 && hashed(n * 13 + set * 101) < 0.42 ? 1 : 0,
      'hold',
    ]).filter(([at]) => at < 9.8);
    draw(
      kit,
      'machines',
      `core-ones-${set + 1}`,
      span,
      line(path(all.filter(({ i, j }) => Math.floor(hashed(i * 5 + j * 71) * 6) === set)), '#ffe08a', 0.46, {
        glow: 0.9,
        glowLevel: 0.35,
      }),
      'Tores basculés',
      { ...fade, keyframes: { strokeOpacity: keys(...flips) } },
    );
  }
};
