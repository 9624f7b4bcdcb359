/** Chapter 8, its lines: colours that meet, fibres on the cornice, the five bits at the foot. */
import { keys } from './kit.mjs';
import { tape } from './machines-electric.mjs';

/** Print becomes light: cyan, magenta and yellow outlines come from three sides and meet as white, which goes out. */
export const prism = (kit) => {
  for (const [name, colour, x, y] of [
    ['cyan', '#00a0c8', -5, 1.2],
    ['magenta', '#c8107c', 5, 1.2],
    ['yellow', '#b89a00', 0, -2.4],
  ])
    kit.clip(
      'light',
      `prism-${name}`,
      'facade-light',
      [401, 404.4],
      {
        elements: [
          'cornice',
          'dome',
          'vault',
          'pavilion',
          'arch',
          'drum',
          'quadriga',
          'lantern',
          'gate',
          'column',
          'group',
        ],
        lines: 'outline',
        look: 'stroke',
        colour,
        width: 0.22,
        glow: 0.5,
        glowLevel: 0.2,
        moveX: x,
        moveY: y,
      },
      {
        words: `Quadrichromie : ${name}`,
        blend: 'add',
        fadeIn: 0.15,
        fadeOut: 1.2,
        region: { elements: ['porch-frieze', 'porch-attic'], inverted: true },
        keyframes: { moveX: keys([0, x, 'out'], [2.25, 0]), moveY: keys([0, y, 'out'], [2.25, 0]) },
      },
    );
};

/** Glass threads on every cornice; pulses run both ways. */
export const fibre = (kit) => {
  for (const [name, colour, lift, speed, elements] of [
    ['cyan', '#00b4d8', 0, 10, ['cornices']],
    ['magenta', '#f72585', 0.42, -10, ['cornice-left', 'cornice-right']],
    ['violet', '#7209b7', -0.42, 20, ['cornice-left', 'cornice-right']],
  ])
    kit.clip(
      'light',
      `fibre-${name}`,
      'facade-light',
      [405.5, 446],
      {
        elements,
        lines: 'axis',
        look: 'stroke',
        order: 'centre-out',
        colour,
        width: 0.3,
        glow: 0.8,
        glowLevel: 0.3,
        moveY: lift,
        chaseDepth: 0.8,
        chasePeriod: 15,
        chaseSpeed: speed,
        progress: 0,
        soft: 0.05,
      },
      { words: `Fibre : ${name}`, keyframes: { progress: keys([0, 0], [3, 1]) } },
    );
};

/** Baudot’s five bits of chapter 2 once more, and on to the end: 9.5 m of tape a bar, so that every bar is alike. */
export const fiveBits = (kit) => {
  const { marks, spaces } = tape('FRISE', 27, 1.9, 0.68, 0.29);
  const run = Array.from({ length: 30 }, (_, i) => [
    { at: i * 1.5, value: 0, ease: 'linear' },
    { at: i * 1.5 + 1.499, value: -9.4937, ease: 'hold' },
  ]).flat();
  for (const [id, path, colour, glow] of [
    ['marks', marks, '#00b4d8', 0.6],
    ['spaces', spaces, '#1d3f8a', 0],
  ])
    kit.clip(
      'front',
      `bits-${id}`,
      'shape',
      [401, 446],
      {
        path,
        x: 0,
        y: 0.65,
        strokeOpacity: 0,
        strokeWidth: 0.02,
        fill: colour,
        fillOpacity: 0.9,
        glow,
        glowLevel: 0.3,
      },
      {
        words: 'Cinq bits',
        fadeIn: 1,
        region: { elements: ['plinth', 'pavilion'], inverted: false },
        keyframes: { x: run, fillOpacity: keys([0, 0.5], [21, 0.5], [21.1, 1], [25, 1], [26, 0.6]) },
      },
    );
};
