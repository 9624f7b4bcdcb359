/** Overlays of chapter 7 and the finale; as those of the first chapters (stings.mjs). */
import { keys } from './kit.mjs';
import { sting } from './stings.mjs';

export const lateStings = (kit) => {
  pass(kit);
};

/** The train once more, as light alone: three bands and a lamp along the foot of the building in two seconds. */
const pass = (kit) => {
  sting(kit, 'sting-tgv', 'TGV', 3.2);
  const run = keys([0, 0], [3.2, 1.6 * 235]);
  for (const [name, y, colour, wide, tail] of [
    ['roof', 3.3, '#ff5a00', 0.9, 96],
    ['band', 2.1, '#f7f7f2', 0.4, 88],
    ['sill', 1.0, '#ff5a00', 0.7, 92],
  ])
    kit.clip(
      'sting-tgv',
      `tgv-band-${name}`,
      'shape',
      [0, 3.2],
      {
        path: `M 0 ${y} L -${tail} ${y}`,
        stroke: colour,
        strokeWidth: wide,
        glow: 1.4,
        glowLevel: 0.3,
      },
      { words: 'Passage', keyframes: { x: run } },
    );
  kit.clip(
    'sting-tgv',
    'tgv-beam',
    'stone',
    [0, 3.2],
    {
      elements: ['plinth', 'column', 'statue', 'steps', 'pedestal', 'wall', 'pavilion', 'porch', 'archivolt'],
      lightX: 0,
      lightY: 2,
      lightHeight: 6,
      lightReach: 20,
      ambient: 0,
      colour: '#ffd9b0',
      level: 1.2,
      quietLevel: 0.2,
    },
    { words: 'Phares', fadeOut: 0.8, keyframes: { lightX: keys([0, 6], [3.2, 6 + 1.6 * 235]) } },
  );
};
