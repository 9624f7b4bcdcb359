/** Chapter 4, its last part: the Household Arts Show, the way to the sea, and the windows that go out. */
import { atBays, ARCHES, draw, flat, line } from './wings.mjs';
import { arc, box, lineOf, poly, ring } from './forms.mjs';
import { place } from './machine.mjs';
import { keys } from './kit.mjs';
import { TANDEM } from './machines-line.mjs';

/** 1926: the bays are shop windows, an object in each; a fan, a drum and a wireless in the arches. */
export const fairground = (kit) => {
  const span = [236, 242.9];
  const fade = { fadeIn: 0.4, fadeOut: 0.5 };
  kit.clip(
    'machines',
    'shop-windows',
    'facade-light',
    span,
    {
      elements: ['window'],
      lines: 'outline',
      look: 'fill',
      order: 'centre-out',
      soft: 0.1,
      colour: '#ffdf9a',
      level: 0.85,
      progress: 0,
    },
    { words: 'Vitrines', fadeOut: 0.5, keyframes: { progress: keys([0, 0], [2, 1]) } },
  );
  const things = [
    (x) => [
      poly([
        [x - 1, 6.6],
        [x + 0.9, 6.6],
        [x + 0.6, 8.3],
        [x - 0.7, 8.3],
      ]),
      arc(0.75, 10, 170, x, 8.3),
      poly([
        [x + 0.8, 7],
        [x + 1.35, 8.1],
        [x + 1.15, 8.2],
        [x + 0.7, 7.5],
      ]),
    ],
    (x) => [
      poly([
        [x - 1.2, 6.7],
        [x + 1.2, 6.7],
        [x + 1.2, 7.2],
        [x - 0.3, 7.9],
        [x - 1.2, 7.9],
      ]),
      poly([
        [x - 1, 8.2],
        [x + 0.5, 8.2],
        [x + 0.5, 8.6],
        [x - 1, 8.6],
      ]),
    ],
    (x) => [
      box(x - 1.2, 6.5, x + 1.2, 6.9),
      box(x + 0.6, 6.9, x + 1.0, 8.9),
      box(x - 0.9, 8.4, x + 0.6, 8.9),
      box(x - 0.9, 7.1, x - 0.6, 8.4),
    ],
    (x) => [
      poly([
        [x - 0.9, 6.5],
        [x + 0.9, 6.5],
        [x + 0.5, 7],
        [x - 0.5, 7],
      ]),
      box(x - 0.1, 7, x + 0.1, 8),
      ring(0.9, x, 8.6),
    ],
  ];
  draw(
    kit,
    'machines',
    'shop-things',
    span,
    flat(
      atBays((x, i) => things[i % 4](x)),
      '#0b0d14',
    ),
    'Bouilloire, fer, machine à coudre, ventilateur',
    { ...fade, fadeIn: 1.6 },
  );
  const dark = { fill: '#0b0f1c', fillOpacity: 0.95, stroke: '#f2c568', strokeWidth: 0.24 };
  const fan = [
    { id: 'guard', path: [ring(3.3), ring(3.0)] },
    {
      id: 'blades',
      path: [0, 1, 2].map((i) =>
        poly(
          [
            [0, 0.3],
            [0.4, 1.4],
            [1.3, 2.4],
            [0.3, 2.8],
            [-0.8, 2.2],
            [-0.5, 1],
          ].map(([x, y]) => {
            const a = (i * 2 * Math.PI) / 3;
            return [x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)];
          }),
        ),
      ),
      spin: -260,
      fill: '#d9a94e',
      fillOpacity: 0.9,
      strokeOpacity: 0,
    },
    {
      id: 'wires',
      path: Array.from({ length: 12 }, (_, i) =>
        lineOf(
          [0.4 * Math.cos(i * 0.524), 0.4 * Math.sin(i * 0.524)],
          [3 * Math.cos(i * 0.524), 3 * Math.sin(i * 0.524)],
        ),
      ),
      strokeWidth: 0.09,
      fillOpacity: 0,
    },
    {
      id: 'foot',
      path: poly([
        [-0.3, -3.3],
        [0.3, -3.3],
        [0.5, -5.2],
        [1.9, -5.7],
        [-1.9, -5.7],
        [-0.5, -5.2],
      ]),
    },
  ];
  const drum = [
    { id: 'case', path: box(-3.4, -5.7, 3.4, 3.6) },
    { id: 'glass', path: [ring(2.5), ring(2.1)] },
    {
      id: 'linen',
      path: [arc(1.5, 200, 290), arc(1.1, 210, 300), arc(1.7, 20, 100), arc(1.2, 120, 180)],
      spin: 120,
      strokeWidth: 0.4,
      fillOpacity: 0,
      stroke: '#f1faee',
    },
    { id: 'knobs', path: [ring(0.3, -2.4, 3), ring(0.3, -1.4, 3)], strokeWidth: 0.14 },
  ];
  const wireless = [
    {
      id: 'case',
      path: poly([
        [-3, -5.7],
        [3, -5.7],
        [3, 1.4],
        [2.2, 3.2],
        [0, 4],
        [-2.2, 3.2],
        [-3, 1.4],
      ]),
    },
    {
      id: 'rays',
      path: Array.from({ length: 9 }, (_, i) =>
        lineOf([0, -1.2], [2.5 * Math.cos((i * Math.PI) / 8), -1.2 + 4 * Math.sin((i * Math.PI) / 8)]),
      ),
      strokeWidth: 0.16,
      fillOpacity: 0,
    },
    { id: 'dial', path: arc(1.6, 0, 180, 0, -4.2), fillOpacity: 0 },
    {
      id: 'needle',
      path: lineOf([0, 0], [0, 1.4]),
      y: -4.2,
      stroke: '#e63946',
      fillOpacity: 0,
      swingAngle: 50,
      swingRate: 0.5,
    },
  ];
  [
    { name: 'drum', parts: drum, x: ARCHES[0] },
    { name: 'fan', parts: fan, x: ARCHES[1] },
    { name: 'wireless', parts: wireless, x: ARCHES[2] },
  ].forEach(({ name, parts, x }) =>
    place(kit, 'machines', `home-${name}`, span, parts, { x, y: 7.6, scale: 0.98 }, dark, fade),
  );
};

/** 1936: the dome is a sun on the sea’s horizon, and a tandem rolls away along the plinth towards it. */
export const holidays = (kit) => {
  const span = [242.6, 248.9];
  kit.clip(
    'light',
    'holiday-sun',
    'facade-light',
    span,
    {
      elements: ['dome'],
      lines: 'outline',
      look: 'fill',
      order: 'up',
      soft: 0.3,
      colour: '#e08a2e',
      level: 0.75,
      progress: 1,
    },
    {
      words: 'Coupole : le soleil se couche',
      fadeIn: 1,
      keyframes: { progress: keys([0, 1], [2.5, 1, 'smooth'], [5.6, 0]) },
    },
  );
  [-26, 9].forEach((from, n) => {
    const [start, length] = [span[0] + n * 0.3, 5.6];
    const travel = { x: keys([0, from], [length, from + 92]) };
    const put = (id, parameters, more = {}) =>
      draw(
        kit,
        'front',
        `tandem-${n + 1}-${id}`,
        [start, start + length],
        { y: 0.25, scale: 1.5, ...parameters },
        'Tandem',
        {
          fadeIn: 0.3,
          fadeOut: 0.8,
          keyframes: { ...travel, ...more },
        },
      );
    put('riders', flat(TANDEM.riders, '#f6dca6'));
    put('frame', line([...TANDEM.frame, ...TANDEM.wheels], '#f6dca6', 0.24));
    for (const [i, wheel] of [-2.6, 2.6].entries()) {
      const spokes = Array.from({ length: 5 }, (_, k) =>
        lineOf(
          [-0.95 * Math.cos(k * 0.628), -0.95 * Math.sin(k * 0.628)],
          [0.95 * Math.cos(k * 0.628), 0.95 * Math.sin(k * 0.628)],
        ),
      );
      put(`spokes-${i + 1}`, line(spokes, '#d9a94e', 0.1, { y: 0.25 + 1.05 * 1.5, spin: -600 }), {
        x: keys([0, from + wheel * 1.5], [length, from + 92 + wheel * 1.5]),
      });
    }
  });
};

/** One window after another goes out, from both ends. Then the black of 1939–45. */
export const lastWindows = (kit) => {
  kit.clip(
    'machines',
    'last-windows',
    'facade-light',
    [242.6, 249],
    {
      elements: ['window'],
      lines: 'outline',
      look: 'fill',
      order: 'centre-out',
      soft: 0.02,
      colour: '#ffcf7a',
      level: 0.6,
      progress: 1,
    },
    {
      words: 'Les fenêtres s’éteignent',
      fadeIn: 0.5,
      keyframes: { progress: keys([0, 1], [2, 1, 'in'], [6.1, 0]) },
    },
  );
};
