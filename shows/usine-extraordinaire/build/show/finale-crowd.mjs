/**
 * Finale, 509.75–534 s: the crowd of 1895 comes back and brings today’s: between the columns, against the same light.
 * They walk in from both ends, stand, and on the last chord each raises a light.
 */
import { BAR, bar } from './finale-words.mjs';
import { IN_FRONT } from './machine.mjs';
import { PEOPLE } from './machines-people.mjs';
import { WALKERS } from './machines-crowd.mjs';
import { sampled, smooth } from './motion.mjs';
import { keys } from './kit.mjs';
import { ring } from './forms.mjs';

const SCALE = 1.46;
const FLOOR = 4.1;
/** Moves and scales path data of M, L and C: what silhouettes are made of. */
const moved = (path, dx, scale) => {
  let isX = true;
  return path.replace(/-?\d+(?:\.\d+)?/g, (number) => {
    const value = Number(number) * scale + (isX ? dx : 0);
    isX = !isX;
    return String(Math.round(value * 100) / 100);
  });
};
/** Who comes, in order from the front; `s` is their size, the last of each kind is from 1895. */
const CAST = [
  ['worker', 1],
  ['woman', 0.62],
  ['engineer', 0.98],
  ['lady', 1],
  ['man', 0.66],
  ['woman', 1],
  ['man', 1.02],
  ['woman', 0.58],
  ['seated', 1],
  ['worker', 0.99],
  ['lady', 0.96],
  ['dog', 1],
  ['engineer', 1.02],
  ['man', 0.6],
  ['woman', 0.97],
  ['worker', 1.03],
  ['lady', 1.02],
  ['man', 1],
];
const walking = { ...PEOPLE.walking, lady: WALKERS.woman, dog: WALKERS.dog, seated: PEOPLE.seated };
const raised = { ...PEOPLE.raised, lady: WALKERS.woman, dog: WALKERS.dog, seated: PEOPLE.seated };
const HANDS = { lady: null, dog: null, seated: [0.85, 4.1] };
/** Where each will stand, from the wing’s end at the porch: metres back, so that nobody hides anybody. */
const PLACES = CAST.map(([who, size], i) => ({ who, size, back: 3.2 + i * 3.55 + (i % 3) * 0.3 }));

export const crowd = (kit) => {
  const span = [bar(10), bar(23)];
  light(kit, span);
  for (const [name, porch, way] of [
    ['l', 93.5, 1],
    ['r', 141.5, -1],
  ])
    wing(kit, name, porch, way, span);
};

const wing = (kit, name, porch, way, span) => {
  const arrive = 13;
  const groups = [0, 1, 2, 3].map((g) => PLACES.filter((_, i) => i % 4 === g));
  groups.forEach((some, g) => {
    const put = (pose, cast, [start, end], more) =>
      kit.clip(
        'crowd',
        `crowd-${name}-${pose}-${g + 1}`,
        'shape',
        [start, end],
        {
          path: some.map(({ who, size, back }) => moved(cast[who], -back / SCALE, size)),
          x: porch,
          y: FLOOR,
          scale: SCALE,
          scaleX: way,
          fill: '#050402',
          fillOpacity: 1,
          strokeOpacity: 0,
          strokeWidth: 0.02,
          ...more.parameters,
        },
        {
          words: `Foule ${g + 1}`,
          region: { x: name === 'l' ? 25.5 : 141.5, y: 0, width: 68, height: 20 },
          ...more.clip,
        },
      );
    const far = -way * 74;
    const walk = (t) => (1 - smooth(0.5 + t / (2 * arrive)) * 2 + 1) * far;
    const step = (t) =>
      t < arrive ? Math.abs(Math.sin((Math.PI * (t + g * 0.13)) / (BAR / 4))) * 0.13 * (1 - t / arrive) : 0;
    put('walk', walking, [span[0], bar(20)], {
      parameters: {},
      clip: {
        keyframes: {
          x: sampled((t) => porch + walk(t), bar(20) - span[0], { every: 0.2, tolerance: 0.08 }),
          y: sampled((t) => FLOOR + step(t), bar(20) - span[0], { every: 0.04, tolerance: 0.02 }),
        },
      },
    });
    put('raise', raised, [bar(20), span[1]], { parameters: {}, clip: { fadeOut: 0.8 } });
  });
  lights(kit, name, porch, way, span);
};
/** A point of light in every raised hand, from the porch outwards within a beat. */
const lights = (kit, name, porch, way, span) => {
  const hands = PLACES.filter(({ who }) => HANDS[who] !== null).map(({ who, size, back }) => {
    const [hx, hy] = HANDS[who] ?? [1.05, 5.3];
    return [porch + way * (-back + hx * size * SCALE), FLOOR + hy * size * SCALE + 0.3];
  });
  kit.clip(
    'front',
    `lights-${name}`,
    'shape',
    [bar(20), span[1]],
    {
      path: hands.map(([x, y]) => ring(0.42, x, y)),
      fill: '#ffffff',
      fillOpacity: 1,
      stroke: '#fff3c8',
      strokeWidth: 0.16,
      glow: 2.4,
      glowLevel: 0.4,
    },
    {
      words: 'Chacun sa lumière',
      fadeOut: 0.8,
      keyframes: {
        opacity: keys([0, 0, 'out'], [0.12, 1]),
        glow: keys([0, 0.6, 'out'], [0.8, 2.8], [3.4, 3.6]),
      },
    },
  );
};

/** The same lit screen as in 1895, the same columns against it. */
const light = (kit, span) => {
  kit.clip(
    'light',
    'screen-2018',
    'facade-light',
    span,
    {
      elements: ['bay', 'half-bay', 'window', 'frieze'],
      lines: 'outline',
      look: 'fill',
      order: 'centre-out',
      soft: 0.1,
      colour: '#ffdf9e',
      level: 0.5,
      progress: 0,
    },
    { words: 'La lumière de 1895', fadeOut: 1, keyframes: { progress: keys([0, 0, 'in-out'], [2.2, 1]) } },
  );
  kit.clip(
    'front',
    'columns-2018',
    'stone',
    span,
    {
      elements: [...IN_FRONT, 'plinth'],
      level: 0.2,
      colour: '#e9c98a',
      lightX: 117.5,
      lightY: 9,
      lightHeight: 20,
      lightReach: 120,
      shadow: 0,
    },
    { words: 'Colonnade à contre-jour', fadeIn: 1.4, fadeOut: 0.8 },
  );
};
