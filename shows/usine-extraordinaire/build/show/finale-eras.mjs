/**
 * Finale, 506–528 s: every drawing technique of the show at once, in the order of time from the left end to the right:
 * copperplate, lamps, a printer’s dots, flat prints, cells of green, blueprint, graph, cloud of points. The forge at 506,
 * the waltz at 509.75, cinema at 513.5, then from 517.25 the rest, as the music has it.
 */
import { BAR, bar } from './finale-words.mjs';
import { POINTS, arcOf } from './network.mjs';
import { box, ring } from './forms.mjs';
import { dice } from './motion.mjs';
import { keys } from './kit.mjs';

const END = bar(19.9);
const OUT = { fadeOut: 1.6 };
const span = (n) => [bar(n), END];
const grow = (seconds) => keys([0, 0, 'in-out'], [seconds, 1]);

export const eras = (kit) => {
  kit.clip(
    'drawing',
    'era-engraving',
    'engraving',
    span(8),
    {
      elements: [
        'pavilion-seine',
        'gate-seine',
        'gate-surround-seine',
        'cornice-seine',
        'quadriga-seine',
        'vault',
        'vault-ribs',
        'ridge',
        'pavilion-column',
      ],
      lightX: 20,
      lightY: 60,
      pitch: 0.46,
      tone: 0.42,
      colour: '#ffd9a0',
      shade: '#7a5a3a',
      ember: 0.7,
      emberHeight: 8,
      level: 0.7,
    },
    {
      words: 'Taille-douce',
      ...OUT,
      region: { x: 0, y: 0, width: 88.4, height: 42 },
      keyframes: { progress: grow(1.6) },
    },
  );
  kit.clip(
    'light',
    'era-lamps',
    'facade-light',
    span(10),
    {
      elements: [
        'cornice-left',
        'balustrade-l',
        'vault-rib-l-01',
        'vault-rib-l-02',
        'vault-rib-l-03',
        'vault-rib-l-04',
        'vault-rib-l-05',
        'vault-rib-l-06',
        'vault-rib-l-07',
        'vault-rib-l-08',
        'vault-rib-l-09',
        'vault-rib-l-10',
      ],
      lines: 'axis',
      look: 'lamps',
      order: 'left-right',
      spacing: 1,
      size: 0.34,
      glow: 0.9,
      glowLevel: 0.3,
      colour: '#fff0b8',
      progress: 0,
      soft: 0.03,
      chaseDepth: 0.3,
      chasePeriod: 9,
      chaseSpeed: 9.6,
    },
    { words: 'Lampes', ...OUT, keyframes: { progress: grow(1.6) } },
  );
  kit.clip(
    'stone',
    'era-dots',
    'stone',
    span(12),
    {
      elements: ['porch-mass', 'porch-column', 'archivolt', 'steps', 'pedestal', 'groups'],
      dots: 0.62,
      dotAngle: 30,
      colour: '#e9c98a',
      lightX: 100,
      lightY: 26,
      lightHeight: 24,
      lightReach: 120,
      ambient: 0.12,
      level: 1.3,
      shadow: 1,
    },
    { words: 'Similigravure', fadeIn: 0.6, ...OUT, region: { x: 86, y: 0, width: 63, height: 30 } },
  );
  prints(kit);
  cells(kit);
  blueprint(kit);
  network(kit);
  kit.clip(
    'light',
    'era-points',
    'facade-light',
    span(15.5),
    {
      elements: [
        'pavilion-champs',
        'gate-champs',
        'gate-surround-champs',
        'cornice-champs',
        'quadriga-champs',
        'cornice-right',
      ],
      lines: 'all',
      look: 'lamps',
      order: 'left-right',
      spacing: 0.62,
      size: 0.2,
      glow: 0.4,
      glowLevel: 0.25,
      colour: '#4cc9f0',
      progress: 0,
      soft: 0.05,
      twinkle: 0.4,
      twinkleRate: 1.2,
    },
    { words: 'Nuage de points', ...OUT, keyframes: { progress: grow(1.6) } },
  );
};

/** Flat colour in the three arches: a diagonal, a sunburst, cut paper. */
const prints = (kit) => {
  const put = (name, element, parameters) =>
    kit.clip(
      'machines',
      `era-print-${name}`,
      'shape',
      span(13),
      { strokeOpacity: 0, strokeWidth: 0.02, fillOpacity: 1, ...parameters },
      {
        words: `Aplat : ${name}`,
        fadeIn: 0.3,
        ...OUT,
        region: { elements: [element], inverted: false },
      },
    );
  put('red', 'arch-left', { path: 'M 98 -2 L 110 12 L 110 18 L 98 6 Z', fill: '#e63946' });
  put('cream', 'arch-left', {
    path: 'M 98 7.4 L 110 19 L 98 19 Z M 98 -8 L 110 4 L 110 10 L 98 -4 Z',
    fill: '#f1e8d0',
  });
  put('sun', 'arch-centre', {
    path: Array.from({ length: 9 }, (_, i) => {
      const a = (k) => ((10 + i * 20 + k) * Math.PI) / 180;
      return `M 117.5 1.5 L ${117.5 + 18 * Math.cos(a(-5))} ${1.5 + 18 * Math.sin(a(-5))} L ${117.5 + 18 * Math.cos(a(5))} ${1.5 + 18 * Math.sin(a(5))} Z`;
    }),
    fill: '#d8a34a',
  });
  put('teal', 'arch-right', { path: box(126, 1, 137, 8), fill: '#00a6a6' });
  put('coral', 'arch-right', { path: ring(3.1, 130.6, 9.6), fill: '#f28482' });
};
/** Sixty-four by twelve cells on the dome, as on a screen; which are lit changes once a beat. */
const cells = (kit) => {
  const random = dice(1980);
  const grid = [];
  for (let row = 0; row < 11; row += 1)
    for (let column = 0; column < 44; column += 1) grid.push([88.8 + column * 1.32, 33.4 + row * 1.32]);
  [0, 1, 2].forEach((k) => {
    const path = grid.filter(() => random() < 0.3).map(([x, y]) => box(x, y, x + 1.08, y + 1.08));
    const beat = BAR / 2;
    const levels = Array.from({ length: 16 }, (_, i) => [
      i * beat,
      (i + k) % 3 === 0 ? 0.95 : 0.28,
      'smooth',
    ]);
    kit.clip(
      'machines',
      `era-cells-${k + 1}`,
      'shape',
      span(14),
      { path, fill: '#2fe07a', fillOpacity: 0.9, strokeOpacity: 0, strokeWidth: 0.02 },
      {
        words: 'Cellules',
        fadeIn: 0.4,
        ...OUT,
        region: { elements: ['dome'], inverted: false },
        keyframes: { fillOpacity: keys(...levels) },
      },
    );
  });
};
const blueprint = (kit) => {
  kit.clip(
    'light',
    'era-blueprint',
    'facade-light',
    span(14.5),
    {
      elements: [
        ...Array.from({ length: 10 }, (_, i) => `vault-rib-r-${String(i + 1).padStart(2, '0')}`),
        'balustrade-r',
      ],
      lines: 'outline',
      look: 'stroke',
      order: 'left-right',
      soft: 0.1,
      colour: '#f7f7f2',
      width: 0.14,
      glow: 0.3,
      glowLevel: 0.15,
      progress: 0,
    },
    { words: 'Trait technique', ...OUT, keyframes: { progress: grow(1.6) } },
  );
  kit.clip(
    'light',
    'era-curve',
    'shape',
    span(14.5),
    {
      path: ['M 148.5 21 C 156 40 176 40 183.5 21', 'M 176.5 21 C 184 40 204 40 211.5 21'],
      stroke: '#ff5a00',
      strokeWidth: 0.5,
      draw: 0,
      glow: 0.8,
      glowLevel: 0.3,
    },
    {
      words: 'Courbe de Bézier',
      ...OUT,
      region: { elements: ['vault'], inverted: false },
      keyframes: { draw: grow(1.8) },
    },
  );
};
const network = (kit) => {
  const own = POINTS.filter(({ x, y }) => x > 142 && x < 212 && y > 13 && y < 36);
  const random = dice(2012);
  const links = own.flatMap((point) => {
    const near = own
      .filter((other) => other !== point)
      .sort((a, b) => Math.hypot(a.x - point.x, a.y - point.y) - Math.hypot(b.x - point.x, b.y - point.y));
    return [1, 3].map((i) => arcOf(point, near[Math.min(near.length - 1, i + Math.floor(random() * 3))]));
  });
  kit.clip(
    'light',
    'era-links',
    'shape',
    span(15),
    { path: links, stroke: '#00b4d8', strokeWidth: 0.18, draw: 0, glow: 0.6, glowLevel: 0.2 },
    { words: 'Liens', ...OUT, keyframes: { draw: grow(1.6) } },
  );
  kit.clip(
    'light',
    'era-nodes',
    'shape',
    span(15),
    {
      path: own.map(({ x, y }) => ring(0.5, x, y)),
      fill: '#f72585',
      fillOpacity: 1,
      stroke: '#ff9cc8',
      strokeWidth: 0.1,
      glow: 1.2,
      glowLevel: 0.3,
    },
    { words: 'Nœuds', fadeIn: 0.4, ...OUT },
  );
};
