/** Chapter 7, 377–385 s: de Casteljau’s construction redraws the three arches,
 * an arc of two seconds each, then the dome; a car body on each wing. */
import { CAR_BODY } from './machines-robots.mjs';
import { keys } from './kit.mjs';
import { lineOf, ring } from './forms.mjs';
import { sampled, smooth } from './motion.mjs';

const ARCHES = [103.5, 117.5, 131.5];
/** Springing and crown of an arch, as one cubic: its middle lies at three quarters of the handles’ height. */
const POINTS = [
  [-4.5, 10],
  [-4.5, 16],
  [4.5, 16],
  [4.5, 10],
];
const mix = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
const steps = (t) => {
  const [p0, p1, p2, p3] = POINTS;
  const first = [mix(p0, p1, t), mix(p1, p2, t), mix(p2, p3, t)];
  const second = [mix(first[0], first[1], t), mix(first[1], first[2], t)];
  return { first, second, point: mix(second[0], second[1], t) };
};
/** Share of the curve’s length that is drawn at t. */
const lengths = Array.from({ length: 201 }, (_, i) => steps(i / 200).point).reduce(
  (list, point, i, all) => [
    ...list,
    i === 0 ? 0 : list[i - 1] + Math.hypot(point[0] - all[i - 1][0], point[1] - all[i - 1][1]),
  ],
  [],
);
const along = (t) => lengths[Math.round(t * 200)] / lengths[200];

const FROM = 377;
const RUN = 2;
export const casteljau = (kit) => {
  const span = [376.2, 386.4];
  const late = FROM - span[0];
  const length = span[1] - span[0];
  ARCHES.forEach((x, i) => {
    const t = (time) => smooth((time - late - i * RUN) / RUN);
    const keyed = (value, tolerance = 0.015) =>
      sampled((time) => value(steps(t(time))), length, { tolerance });
    const put = (name, parameters, keyframes = {}, more = {}) =>
      kit.clip(
        'machines',
        `casteljau-${i + 1}-${name}`,
        'shape',
        span,
        { x, ...parameters },
        { words: `De Casteljau : ${name}`, fadeOut: 1.2, keyframes, ...more },
      );
    put(
      'handles',
      {
        path: [lineOf(POINTS[0], POINTS[1]), lineOf(POINTS[2], POINTS[3]), lineOf(POINTS[1], POINTS[2])],
        stroke: '#2ec4b6',
        strokeWidth: 0.2,
        dash: 0.9,
        gap: 0.4,
        draw: 0,
      },
      { draw: keys([0, 0, 'smooth'], [0.8, 1]) },
    );
    put(
      'points',
      {
        path: POINTS.map(([px, py]) => ring(0.42, px, py)),
        stroke: '#2ec4b6',
        strokeWidth: 0.2,
        fill: '#0b0b0d',
        fillOpacity: 1,
      },
      {},
      { fadeIn: 0.8 },
    );
    // A rod between two points that both move: one unit of line, placed, turned and stretched.
    const rod = (name, ends, colour) =>
      put(
        name,
        { path: lineOf([0, 0], [6, 0]), stroke: colour, strokeWidth: 0.24, strokeOpacity: 0 },
        {
          x: keyed((s) => x + ends(s)[0][0]),
          y: keyed((s) => ends(s)[0][1]),
          scaleX: keyed(
            (s) => Math.hypot(ends(s)[1][0] - ends(s)[0][0], ends(s)[1][1] - ends(s)[0][1]) / 6,
            0.003,
          ),
          rotation: keyed(
            (s) => (Math.atan2(ends(s)[1][1] - ends(s)[0][1], ends(s)[1][0] - ends(s)[0][0]) * 180) / Math.PI,
            0.15,
          ),
          strokeOpacity: keys(
            [0, 0],
            [late - 0.2 + i * RUN, 0],
            [late + i * RUN, 1],
            [late + RUN + i * RUN, 1],
            [late + RUN + i * RUN + 0.8, 0],
          ),
        },
      );
    rod('rod-1', (s) => [s.first[0], s.first[1]], '#f7f7f2');
    rod('rod-2', (s) => [s.first[1], s.first[2]], '#f7f7f2');
    rod('rod-3', (s) => [s.second[0], s.second[1]], '#ffb07a');
    put(
      'curve',
      {
        path: `M ${POINTS[0].join(' ')} C ${POINTS.slice(1).flat().join(' ')}`,
        stroke: '#ff5a00',
        strokeWidth: 0.5,
        draw: 0,
        glow: 0.8,
        glowLevel: 0.3,
      },
      { draw: sampled((time) => along(t(time)), length, { tolerance: 0.004 }) },
    );
    put(
      'point',
      {
        path: ring(0.32),
        fill: '#ffffff',
        fillOpacity: 1,
        stroke: '#ffffff',
        strokeWidth: 0.2,
        glow: 1.5,
        glowLevel: 0.2,
      },
      {
        x: keyed((s) => x + s.point[0]),
        y: keyed((s) => s.point[1]),
        opacity: keys(
          [0, 0],
          [late - 0.1 + i * RUN, 0],
          [late + i * RUN, 1],
          [late + RUN + i * RUN, 1],
          [late + RUN + i * RUN + 0.4, 0],
        ),
      },
    );
  });
};

/** The same pencil goes on over vault and dome. */
export const roof = (kit) => {
  for (const [name, elements, from] of [
    ['vault', ['vault'], 381],
    ['dome', ['dome'], 383],
  ])
    kit.clip(
      'light',
      `curve-${name}`,
      'facade-light',
      [from, 390],
      {
        elements,
        lines: 'axis',
        look: 'stroke',
        order: 'left-right',
        soft: 0.01,
        colour: '#ff5a00',
        width: 0.42,
        glow: 0.8,
        glowLevel: 0.25,
        progress: 0,
      },
      {
        words: 'Courbe de la verrière',
        fadeOut: 1.2,
        keyframes: { progress: keys([0, 0, 'in-out'], [2, 1]), opacity: keys([0, 1], [4, 1], [6, 0.45]) },
      },
    );
};

/** Two cars, one a wing, drawn piece by piece; the handles show where each piece was pulled. */
export const bodies = (kit) => {
  const outline = CAR_BODY.map(
    ([a, b, c, d], i) => `${i === 0 ? `M ${a[0]} ${a[1]} ` : ''}C ${[...b, ...c, ...d].join(' ')}`,
  ).join(' ');
  const handles = CAR_BODY.flatMap(([a, b, c, d]) => [lineOf(a, b), lineOf(c, d)]);
  const knobs = CAR_BODY.flatMap(([, b, c]) => [b, c]).map(([x, y]) => ring(0.26, x, y));
  const joints = CAR_BODY.map(([a]) => a).map(([x, y]) => ring(0.34, x, y));
  const sill = [
    'M 30 2.2 L 27.4 2.2 M 20.6 2.2 L 9.2 2.2 M 2.4 2.2 L 0 2.2',
    'M 2.4 2.2 C 2.4 6.6 9.2 6.6 9.2 2.2',
    'M 20.6 2.2 C 20.6 6.6 27.4 6.6 27.4 2.2',
    ring(2.5, 5.8, 2.3),
    ring(1.3, 5.8, 2.3),
    ring(2.5, 24, 2.3),
    ring(1.3, 24, 2.3),
  ];
  const glass = [
    'M 10.4 6.5 C 12 8.5 13 9.1 14.8 9.2 L 17.6 9.3 L 17.6 6.7 L 10.4 6.5',
    'M 18.4 6.7 L 18.4 9.3 C 21.6 9.4 23.4 9.1 25 8.1 L 26.2 6.9 L 18.4 6.7',
    'M 17.9 6.2 L 17.9 2.6',
  ];
  const scale = 1.32;
  const span = [376.6, 385.3];
  for (const [name, at, mirror] of [
    ['l', 59.5 - 15 * scale, 1],
    ['r', 175.5 + 15 * scale, -1],
  ]) {
    const put = (part, parameters, keyframes, more = {}) =>
      kit.clip(
        'machines',
        `car-${name}-${part}`,
        'shape',
        span,
        { x: at, y: 1.7, scale, scaleX: mirror, ...parameters },
        { words: `Carrosserie : ${part}`, fadeOut: 0.7, keyframes, ...more },
      );
    put(
      'handles',
      { path: handles, stroke: '#2ec4b6', strokeWidth: 0.22, draw: 0 },
      { draw: keys([0, 0], [0.4, 0, 'smooth'], [2.4, 1]), strokeOpacity: keys([0, 1], [6, 1], [7.4, 0.25]) },
    );
    put(
      'knobs',
      { path: knobs, fill: '#2ec4b6', fillOpacity: 1, strokeOpacity: 0, strokeWidth: 0.02 },
      { fillOpacity: keys([0, 0], [1.4, 0], [2.4, 1], [6, 1], [7.4, 0.25]) },
    );
    put(
      'joints',
      { path: joints, stroke: '#f7f7f2', strokeWidth: 0.12, fill: '#0b0b0d', fillOpacity: 1 },
      {},
      { fadeIn: 1 },
    );
    put(
      'line',
      { path: outline, stroke: '#ff5a00', strokeWidth: 0.5, draw: 0, glow: 0.7, glowLevel: 0.25 },
      { draw: keys([0, 0], [0.4, 0], [6.4, 1]) },
    );
    put(
      'sill',
      { path: sill, stroke: '#ff5a00', strokeWidth: 0.26, draw: 0 },
      { draw: keys([0, 0], [4.4, 0, 'smooth'], [6.4, 1]) },
    );
    put(
      'glass',
      { path: glass, stroke: '#f7f7f2', strokeWidth: 0.2, draw: 0 },
      { draw: keys([0, 0], [5.4, 0, 'smooth'], [7.4, 1]) },
    );
  }
};
