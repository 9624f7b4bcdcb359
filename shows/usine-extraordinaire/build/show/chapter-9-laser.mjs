/**
 * Chapter 9, 471–477 s, chirped-pulse amplification from end to end of the façade: a short pulse, stretched by the left
 * colonnade as by a grating (red ahead, blue behind), amplified in the porch, compressed by the right one into a needle.
 */
import { keys } from './kit.mjs';
import { flow, lineOf } from './forms.mjs';

/** The needle strikes at 476 s, on the bar. */
const NEEDLE = 476;
const SPAN = [471.4, 477.1];
const COLOURS = ['#ff4a3d', '#ff9a2e', '#ffe14a', '#3ddc84', '#40c8ff', '#4a6bff', '#a566ff'];
/** Times at which the pulse’s middle reaches: start, left wing, porch in, porch out, right wing’s end. */
const T = { start: 0, grating: 0.7, porch: 2.3, out: 3.0, end: NEEDLE - SPAN[0] };
const Y = 9.6;

export const laser = (kit) => {
  // A lens as long as the way to the next colour: the stretched pulse is one rainbow, brighter and darker once.
  const bell = (side) =>
    Array.from({ length: 17 }, (_, i) => (i - 8) / 8).map((u) => [
      u * 6.4,
      side * 1.35 * Math.exp(-3 * u * u),
    ]);
  const burst = flow([...bell(1), ...bell(-1).toReversed()], true);
  COLOURS.forEach((colour, i) => {
    // −1 blue … +1 red: red is faster in the stretcher, and waits in the compressor.
    const rank = 1 - (2 * i) / (COLOURS.length - 1);
    const spread = 20 * rank;
    kit.clip(
      'front',
      `chirp-${i + 1}`,
      'shape',
      [SPAN[0], NEEDLE + 0.1],
      {
        path: burst,
        x: -6,
        y: Y,
        scaleX: 0.35,
        fill: colour,
        fillOpacity: 0.5,
        strokeOpacity: 0,
        strokeWidth: 0,
        glow: 1.1,
        glowLevel: 0.2,
      },
      {
        words: `Impulsion étirée, ${i + 1}`,
        blend: 'add',
        keyframes: {
          x: keys(
            [T.start, -6],
            [T.grating, 27],
            [T.porch, 88 + spread],
            [T.out, 147 + spread],
            [T.end, 214],
          ),
          scaleX: keys([T.start, 0.35], [T.grating, 0.35], [T.porch, 1.9], [T.out, 1.9], [T.end, 0.22]),
          scaleY: keys(
            [T.start, 1],
            [T.grating, 1],
            [T.porch, 0.55],
            [T.out, 2.1],
            [T.end - 0.25, 2.6],
            [T.end, 3.2],
          ),
        },
      },
    );
  });
  grating(kit);
  needle(kit);
};
const grating = (kit) => {
  for (const [name, from] of [
    ['left', T.grating],
    ['right', T.out],
  ])
    kit.clip(
      'light',
      `grating-${name}`,
      'facade-light',
      [SPAN[0] + from - 0.5, SPAN[0] + from + 2.4],
      {
        elements: Array.from(
          { length: 12 },
          (_, i) => `column-${name === 'left' ? 'l' : 'r'}-${String(i + 1).padStart(2, '0')}`,
        ),
        lines: 'axis',
        look: 'stroke',
        order: 'left-right',
        soft: 0.2,
        colour: '#bfeaff',
        width: 0.5,
        glow: 0.9,
        glowLevel: 0.3,
        progress: 0,
      },
      {
        words: 'Réseau de diffraction',
        fadeOut: 0.9,
        keyframes: { progress: keys([0, 0], [1.2, 1]), opacity: keys([0, 0.9], [2, 0.5]) },
      },
    );
  kit.clip(
    'light',
    'amplifier',
    'facade-light',
    [SPAN[0] + T.porch - 0.5, SPAN[0] + T.out + 0.9],
    {
      elements: ['porch-column', 'arch-surround-left', 'arch-surround-centre', 'arch-surround-right'],
      lines: 'axis',
      look: 'stroke',
      order: 'left-right',
      soft: 0.3,
      colour: '#00e5a8',
      width: 0.4,
      glow: 1.2,
      glowLevel: 0.35,
    },
    { words: 'Amplificateur', fadeOut: 0.6, keyframes: { progress: keys([0, 0], [1, 1]) } },
  );
};
/** One line of white from pavilion to pavilion, once. */
const needle = (kit) =>
  kit.clip(
    'front',
    'needle',
    'shape',
    [NEEDLE - 0.02, SPAN[1] + 0.6],
    { path: lineOf([0, Y], [235, Y]), stroke: '#ffffff', strokeWidth: 0.5, glow: 2.6, glowLevel: 0.35 },
    {
      words: 'Aiguille de lumière',
      keyframes: {
        opacity: keys([0, 0, 'out'], [0.05, 1, 'out'], [1.6, 0]),
        strokeWidth: keys([0, 0.9, 'out'], [1.6, 0.1]),
      },
    },
  );
