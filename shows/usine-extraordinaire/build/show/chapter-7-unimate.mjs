/** Chapter 7, 353–360 s: two Unimates before the colonnade take hot castings from a door and cool them. */
import { place } from './machine.mjs';
import { keys } from './kit.mjs';
import { journey, sampled } from './motion.mjs';
import { unimate } from './machines-robots.mjs';
import { box } from './forms.mjs';

export const TECH = {
  stroke: '#f7f7f2',
  strokeWidth: 0.15,
  fill: '#0b0b0d',
  fillOpacity: 0.96,
};
const SPAN = [353.6, 360.4];
const LONG = SPAN[1] - SPAN[0];

/**
 * One cycle of two bars: reach into the door, grip, draw back, turn about the upright axis (seen from the side the arm
 * grows short and comes out on the other side), tilt down into the bath. [time, reach, turn 0–180, tilt]
 */
const CYCLE = [
  [0, 0, 0, 0],
  [1.4, 4.6, 0, 0],
  [2.4, 0, 0, 2],
  [3.4, 0, 180, 2],
  [4.4, 2.6, 180, -21],
  [5.4, 0, 180, 2],
  [6.4, 0, 0, 0],
  [7.4, 4.6, 0, 0],
];
export const presses = (kit) => {
  const state = journey(CYCLE, 0.85);
  const turn = (t) => Math.cos((state(t)[1] * Math.PI) / 180);
  const side = (t) => Math.sign(turn(t)) || 1;
  const tilt = (t) => (state(t)[2] * Math.PI) / 180;
  const keyed = (value, tolerance) => sampled(value, LONG, { every: 0.05, tolerance });
  const rotation = keyed((t) => state(t)[2] * side(t), 0.15);
  const scaleX = keyed((t) => turn(t), 0.01);
  const ram = {
    x: keyed((t) => state(t)[0] * Math.cos(tilt(t)) * turn(t), 0.02),
    y: keyed((t) => 6 + state(t)[0] * Math.sin(tilt(t)), 0.02),
    rotation,
    scaleX,
  };
  const colour = keys(
    [0, '#ff5a00'],
    [1.5, '#ffd08a'],
    [4.3, '#ff8a30'],
    [4.7, '#8a2a10'],
    [5.4, '#2a1a18'],
    [6.6, '#2a1a18', 'hold'],
    [6.9, '#ffd08a'],
  );
  const held = keys(
    [0, 0],
    [1.35, 0, 'hold'],
    [1.4, 1, 'hold'],
    [5.6, 1],
    [6, 0, 'hold'],
    [7.3, 0, 'hold'],
    [7.4, 1],
  );
  const parts = [
    { id: 'bath', path: [box(-15, 0, -7, 2.6), box(-15.5, 2.6, -6.5, 3.2)], fill: '#16263a' },
    {
      id: 'casting',
      path: unimate.casting,
      y: 6,
      keys: { ...ram, fill: colour, fillOpacity: held, strokeOpacity: held },
      glow: 1.6,
      glowLevel: 0.25,
      stroke: '#ff8a30',
    },
    { id: 'ram', path: [...unimate.ram, ...unimate.fingers], y: 6, keys: ram, fill: '#c9c9c4' },
    { id: 'base', path: unimate.base, fill: '#ff5a00', shade: 'cylinder', shadeAmount: 0.5 },
    { id: 'panel', path: unimate.panel, strokeWidth: 0.12, fillOpacity: 0 },
    { id: 'turret', path: unimate.turret, fill: '#ff5a00', shade: 'cylinder', shadeAmount: 0.5 },
    {
      id: 'sleeve',
      path: unimate.sleeve,
      y: 6,
      keys: { rotation, scaleX },
      fill: '#ff7a2a',
      shade: 'linear',
      shadeAngle: 90,
      shadeAmount: 0.5,
    },
  ];
  for (const [name, x, mirror] of [
    ['l', 59.5, 1],
    ['r', 175.5, -1],
  ]) {
    placed(kit, name, parts, { x, y: 0.2, scale: 1.42, mirror });
    steam(kit, name, x - mirror * 15.6);
    door(kit, name, mirror === 1 ? 'window-l-09' : 'window-r-03');
  }
};
/** `place` mirrors by scaleX, which is also what turns the arm: the two are multiplied here. */
const placed = (kit, name, parts, at) =>
  place(
    kit,
    'machines',
    `unimate-${name}`,
    SPAN,
    parts.map((part) => ({
      ...part,
      keys: {
        ...part.keys,
        ...(part.keys?.scaleX
          ? { scaleX: part.keys.scaleX.map((key) => ({ ...key, value: key.value * at.mirror })) }
          : {}),
      },
    })),
    at,
    TECH,
    { fadeIn: 0.6, fadeOut: 0.8 },
  );
const steam = (kit, name, x) =>
  kit.clip(
    'front',
    `bath-steam-${name}`,
    'particles',
    [357.8, 362],
    {
      kind: 'steam',
      count: 60,
      x: x - 3,
      y: 4.4,
      width: 6,
      height: 0.4,
      life: 0.45,
      size: 0.9,
      speed: 1.5,
      clock: 'position',
      colour: '#cfe4ea',
      endColour: '#20303c',
      level: 0.5,
      seed: 61,
    },
    {
      words: 'Vapeur du bain',
      fadeOut: 1.5,
      keyframes: { amount: keys([0, 0], [0.2, 1], [1.6, 1], [2.2, 0]) },
    },
  );
/** The castings come out of a door of the colonnade. */
const door = (kit, name, element) =>
  kit.clip(
    'light',
    `casting-door-${name}`,
    'facade-light',
    [353.4, 360.4],
    { elements: [element], lines: 'outline', look: 'fill', colour: '#ff5a00', level: 1.1 },
    { words: 'Gueule du four', fadeIn: 0.8, fadeOut: 0.8 },
  );
