/**
 * Finale, 491–540 s, bars of 1.875 s: four words (bars 0–10), the machines along the
 * foot, all techniques and the crowd (8–16), three colours (16–20) that meet as white while the quadrigas gallop; at
 * 536 s black. One anvil, and then the building in architectural light, which stays.
 */
import { bar, words } from './finale-words.mjs';
import { crowd } from './finale-crowd.mjs';
import { ending, gallop, white } from './finale-light.mjs';
import { eras } from './finale-eras.mjs';
import { event, figure } from './words.mjs';
import { keys } from './kit.mjs';
import { poly, ring, spokes } from './forms.mjs';
import { PEOPLE } from './machines-people.mjs';
import { procession } from './finale-procession.mjs';

const STYLE = { font: 'media:old-standard', colour: '#f5d67a', text: '#fff6e0' };

export const finale = (kit) => {
  ground(kit);
  words(kit);
  event(kit, 'usine', [491.4, 497], { ...STYLE, here: true });
  event(kit, 'colour-150', [497.2, 502.6], STYLE);
  event(kit, 'visitors', [502.8, 508.6], STYLE);
  eras(kit);
  crowd(kit);
  procession(kit);
  figure(kit, 'trades', [508.8, 516.3], { ...STYLE, nameSize: 1.25 }, [
    {
      path: [
        ring(1.3, -2.6, 0),
        ring(0.5, -2.6, 0),
        ...spokes(1.3, 1.9, 10).map((path) => shift(path, -2.6)),
      ],
      strokeWidth: 0.2,
    },
    {
      path: [
        poly([
          [1.2, -2.2],
          [1.8, -2.5],
          [4.2, 1.2],
          [3.6, 1.6],
        ]),
        'M 3.4 1.2 C 2.9 2.2 3.6 3.0 4.6 2.7 L 3.9 2.0 L 4.5 1.3 L 5.2 1.9 C 5.4 1.0 4.5 0.5 3.9 0.9',
      ],
      strokeWidth: 0.18,
    },
  ]);
  figure(kit, 'guides', [516.5, 522.8], STYLE, [
    { path: PEOPLE.raised.woman, y: 20.9, scale: 0.86, fill: '#f5d67a', fillOpacity: 1, strokeWidth: 0.02 },
    {
      path: [ring(0.5, 1.35, 2.6), ...spokes(0.8, 1.3, 8).map((path) => shift(path, 1.35, 2.6))],
      strokeWidth: 0.16,
      stroke: '#ffffff',
    },
  ]);
  figure(kit, 'pupils', [523, 530.1], { ...STYLE, nameSize: 1.25 }, pupils());
  gallop(kit);
  white(kit);
  ending(kit);
};

/** A line’s points moved: two coordinates after each letter. */
const shift = (path, dx, dy = 0) => {
  let isX = true;
  return path.replace(/-?\d+(?:\.\d+)?/g, (number) => {
    const value = Number(number) + (isX ? dx : dy);
    isX = !isX;
    return String(Math.round(value * 100) / 100);
  });
};
/** Five of them, hands up. */
const pupils = () =>
  [
    ['woman', 0.5],
    ['man', 0.62],
    ['engineer', 0.72],
    ['man', 0.58],
    ['woman', 0.66],
  ].map(([who, scale], i) => ({
    path: PEOPLE.raised[who],
    x: 117.5 + (i - 2) * 2.3,
    y: 21,
    scale,
    fill: ['#c8102e', '#f2c14e', '#f5f7fa', '#00b88a', '#3d6bf0'][i],
    fillOpacity: 1,
    strokeWidth: 0.02,
    stroke: '#fff6e0',
  }));

/** The stone under the words: just enough to know where one is. */
const ground = (kit) =>
  kit.clip(
    'stone',
    'ground-finale',
    'stone',
    [491, 528.5],
    {
      colour: '#c8b48c',
      lightX: 117.5,
      lightY: 64,
      lightHeight: 50,
      lightReach: 180,
      ambient: 0.04,
      level: 0.3,
      relief: 0.6,
      quietLevel: 0.12,
    },
    {
      words: 'Pierre',
      fadeOut: 1,
      keyframes: { level: keys([0, 0.9, 'out'], [1.2, 0.22], [bar(8) - 491, 0.22], [bar(10) - 491, 0.12]) },
    },
  );
