/** Chapter 4, its middle: the gold of 1925, and the tower in lamps. */
import { atBays, ARCHES, atColumns, draw, flat, line } from './wings.mjs';
import { arc, box, lineOf, poly } from './forms.mjs';
import { CLEAR } from './machine.mjs';
import { keys } from './kit.mjs';

const GOLD = '#d9a94e';
const zigzag = (x0, x1, low, high, step) => {
  const points = [];
  for (let x = x0, i = 0; x <= x1 + 1e-6; x += step, i += 1) points.push([x, i % 2 ? high : low]);
  return lineOf(...points);
};
const wings = (make) => [make(25.5, 93.5), make(141.5, 209.5)].flat();
/** Full in 1925, quieter when something else is told, out before the black. */
const LIFE = [
  [0, 1],
  [13, 1, 'smooth'],
  [14, 0.4],
  [19.4, 0.4, 'smooth'],
  [21, 0.22],
  [23.6, 0.22, 'smooth'],
  [24.6, 0],
];

/** Midnight blue, and gold drawn over it on the beat: zigzag, stepped fans, rays, pylons, stars, the tower in lamps. */
export const deco = (kit) => {
  kit.clip(
    'drawing',
    'midnight',
    'facade-light',
    [223, 249],
    {
      elements: ['pavilion', 'entablature', 'plinth', 'wall', 'porch', 'dome', 'vault', 'drum', 'attic'],
      lines: 'outline',
      look: 'fill',
      colour: '#16305a',
      level: 0.55,
    },
    {
      words: 'Bleu de minuit',
      region: { elements: ['porch-frieze', 'porch-attic'], inverted: true },
      keyframes: { level: keys([0, 0, 'out'], [0.5, 0.5], [12, 0.42], [21, 0.25, 'smooth'], [24.5, 0]) },
    },
  );
  const gold = (id, path, width, [from, length], more = {}) =>
    draw(
      kit,
      'light',
      `gold-${id}`,
      [223, 248],
      line(path, GOLD, width, { draw: 0, glow: 0.5, glowLevel: 0.2, ...more }),
      'Or de 1925',
      {
        region: CLEAR,
        keyframes: {
          draw: keys([0, 0], [from, 0, 'in-out'], [from + length, 1]),
          strokeOpacity: keys(...LIFE),
        },
      },
    );
  gold(
    'zigzag',
    wings((a, b) => [zigzag(a, b, 15.3, 17.2, 1.417), zigzag(a, b, 15.9, 17.8, 1.417)]),
    0.24,
    [0, 2],
  );
  gold(
    'plinth',
    wings((a, b) => [zigzag(a, b, 0.6, 3.4, 2.833)]),
    0.3,
    [0.5, 2],
  );
  gold(
    'fans',
    atBays((x) => [0, 0.62, 1.24].map((d) => arc(2.3 - d * 0.9, 0, 180, x, 10.4))),
    0.2,
    [1, 1],
  );
  gold(
    'steps',
    atBays((x) => [
      lineOf([x - 2.2, 4.4], [x - 2.2, 8.6], [x - 1.55, 8.6], [x - 1.55, 9.6]),
      lineOf([x + 2.2, 4.4], [x + 2.2, 8.6], [x + 1.55, 8.6], [x + 1.55, 9.6]),
    ]),
    0.16,
    [1.5, 1],
  );
  gold(
    'pylons',
    atColumns((x) => [-0.36, 0, 0.36].map((d) => lineOf([x + d, 4.4], [x + d, 14.4]))),
    0.14,
    [0.5, 1.5],
  );
  gold(
    'sunbursts',
    ARCHES.flatMap((x) =>
      Array.from({ length: 13 }, (_, i) => {
        const a = (i / 12) * Math.PI;
        return lineOf(
          [x + 1.4 * Math.cos(a), 2 + 1.4 * Math.sin(a)],
          [x + 14 * Math.cos(a), 2 + 14 * Math.sin(a)],
        );
      }),
    ),
    0.22,
    [1, 1],
  );
  // Rays over the glass, from behind the porch to both hips.
  const ray = (i) => {
    const a = ((8 + i * 5.2) * Math.PI) / 180;
    return [-1, 1].map((side) =>
      lineOf([117.5 + side * 26, 20], [117.5 + side * (26 + 110 * Math.cos(a)), 20 + 110 * Math.sin(a)]),
    );
  };
  draw(
    kit,
    'light',
    'gold-rays',
    [225, 248],
    line([0, 1, 2, 3, 4, 5, 6, 7].flatMap(ray), GOLD, 0.3, { draw: 0 }),
    'Rayons sur la verrière',
    {
      region: { elements: ['vault'], inverted: false },
      keyframes: {
        draw: keys([0, 0, 'out'], [2, 1]),
        strokeOpacity: keys(...LIFE.map(([at, ...rest]) => [Math.max(0, at - 2), ...rest]).slice(1)),
      },
    },
  );
  draw(
    kit,
    'light',
    'gold-black',
    [223, 248],
    flat(box(87.5, 20, 147.5, 33), '#000000', { fillOpacity: 0.92 }),
    'Le porche reste noir',
  );
  const stepped = (k) => {
    const points = Array.from({ length: 25 }, (_, i) => {
      const a = (i / 24) * Math.PI;
      const [c, s] = [Math.cos(a), Math.sin(a)];
      return [
        117.5 + Math.sign(c) * 29 * k * Math.abs(c) ** (2 / 2.4),
        33 + 15 * k * Math.abs(s) ** (2 / 2.4),
      ];
    });
    return lineOf(...points);
  };
  gold('dome', [1, 0.82, 0.64, 0.46, 0.28].map(stepped), 0.3, [0, 2]);
  kit.clip(
    'light',
    'gold-quadrigas',
    'facade-light',
    [223.5, 246],
    {
      elements: ['quadriga', 'vases', 'arches'],
      lines: 'outline',
      look: 'stroke',
      colour: GOLD,
      width: 0.14,
      glow: 0.4,
      glowLevel: 0.2,
    },
    {
      words: 'Quadriges d’or',
      fadeIn: 0.6,
      fadeOut: 2,
      keyframes: { opacity: keys([0, 1], [12, 1], [14, 0.4]) },
    },
  );
  kit.clip(
    'light',
    'stars',
    'facade-light',
    [223.5, 247],
    {
      elements: ['vault-ribs'],
      lines: 'axis',
      look: 'lamps',
      spacing: 3.5,
      size: 0.42,
      glow: 1,
      glowLevel: 0.4,
      colour: '#fff3c4',
      twinkle: 0.8,
      twinkleRate: 0.7,
    },
    { words: 'Étoiles de lampes', fadeIn: 1, fadeOut: 2 },
  );
  tower(kit);
};

/** The Eiffel Tower of 1925, whole on each pavilion: lamps climb its edges from the ground to the quadriga. */
const tower = (kit) => {
  const table = [
    [0.4, 7.6],
    [5, 4.9],
    [10, 3.3],
    [15, 2.2],
    [21, 1.2],
    [27.6, 0.35],
  ];
  const half = (level) => {
    const k = Math.max(
      0,
      table.findLastIndex(([y], j) => y <= level && j + 1 < table.length),
    );
    const [[y0, a], [y1, b]] = [table[k], table[k + 1]];
    return a + ((b - a) * (level - y0)) / (y1 - y0);
  };
  const edge = (side) => lineOf(...table.map(([y, x]) => [side * x, y]));
  const floors = [0.4, 4.4, 8, 11.2, 14, 16.6, 19, 21.2, 23.2, 25];
  const bars = floors
    .slice(1)
    .flatMap((y, i) => [
      lineOf([-half(floors[i]), floors[i]], [half(y), y]),
      lineOf([half(floors[i]), floors[i]], [-half(y), y]),
    ]);
  const decks = [8, 14].map((y) => lineOf([-half(y) - 0.8, y], [half(y) + 0.8, y]));
  const put = (id, parameters, more) =>
    draw(
      kit,
      'machines',
      `tower-${id}`,
      [223, 236],
      { ...parameters, x: 12.9, repeat: 2, stepX: 209.2 },
      'Tour Eiffel en lampes',
      { fadeOut: 1, ...more },
    );
  put(
    'ground',
    flat(
      poly([...table.map(([y, x]) => [x, y]), ...table.toReversed().map(([y, x]) => [-x, y])]),
      '#05070c',
      {
        fillOpacity: 0.9,
      },
    ),
    { fadeIn: 0.3 },
  );
  for (const [id, path, from, width] of [
    ['edges', [edge(-1), edge(1), ...decks], 0, 0.5],
    ['zigzag', bars, 0.8, 0.34],
  ])
    put(id, line(path, '#fff0b8', width, { dash: 0.5, gap: 0.42, draw: 0, glow: 1.1, glowLevel: 0.4 }), {
      keyframes: {
        draw: keys([0, 0], [from, 0, 'in-out'], [from + 2.4, 1]),
        dashOffset: keys([0, 0], [13, -11.04]),
      },
    });
};
