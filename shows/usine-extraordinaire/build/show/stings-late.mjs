/** Overlays of chapter 7 and the finale; as those of the first chapters (stings.mjs). */
import { bigWord, WORDS } from './finale-words.mjs';
import { keys } from './kit.mjs';
import { sampled } from './motion.mjs';
import { sting } from './stings.mjs';

export const lateStings = (kit) => {
  pass(kit);
  fourWords(kit);
  tutti(kit);
};

/** The train once more, as light alone: three bands and a lamp along the foot of the building in two seconds. */
const pass = (kit) => {
  sting(kit, 'sting-tgv', 'TGV', 3.6, 'sting-tgv');
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
};

/** The four words, each where it stands in the finale, in light that adds; the desk plays each. */
const fourWords = (kit) => {
  for (const [key, word] of Object.entries(WORDS)) {
    const name = `sting-${key}`;
    sting(kit, name, word.text.fr, 5.5, `sting-${word.text.fr.toLowerCase()}`);
    kit.clip(
      name,
      `${name}-ring`,
      'stone',
      [0, 2.4],
      {
        ambient: 0,
        colour: '#000000',
        level: 0.9,
        shadow: 0,
        relief: 1,
        ring: 0,
        ringX: word.x,
        ringY: 17,
        ringWidth: 3,
        ringLevel: 1.2,
        ringColour: word.colour,
        quietLevel: 0.3,
      },
      {
        words: 'Anneau',
        keyframes: { ring: keys([0, 0, 'out'], [2.4, 120]), ringLevel: keys([0, 1.3, 'out'], [2.4, 0]) },
      },
    );
    const isWired = key === 'connect';
    kit.clip(
      name,
      `${name}-word`,
      'text',
      [0, 3.6],
      bigWord(word, isWired ? { colour: '#0f5f86', outline: 0.34, outlineColour: '#35d6ff' } : {}),
      {
        words: word.text.fr,
        keyframes: {
          opacity: keys([0, 0, 'out'], [0.06, 1, 'smooth'], [2, 0.8, 'smooth'], [3.6, 0]),
          scale: keys([0, 1.06, 'out'], [0.4, 1]),
        },
      },
    );
  }
};

/** Everything: the whole stone white, every edge a lamp, both quadrigas at a gallop. One swell, no strobe. */
const tutti = (kit) => {
  sting(kit, 'sting-tutti', 'Tutti', 7, 'sting-tutti');
  kit.clip(
    'sting-tutti',
    'tutti-stone',
    'stone',
    [0, 7],
    {
      ambient: 0.3,
      lightX: 117.5,
      lightY: 70,
      lightHeight: 60,
      lightReach: 260,
      relief: 0.9,
      saturation: 0.4,
      quiet: [],
      level: 0,
      inside: 1,
      insideColour: '#ffffff',
      colour: '#ffffff',
    },
    {
      words: 'Tout en blanc',
      keyframes: { level: keys([0, 0, 'out'], [0.25, 1.3, 'smooth'], [4, 1, 'smooth'], [7, 0]) },
    },
  );
  kit.clip(
    'sting-tutti',
    'tutti-lamps',
    'facade-light',
    [0, 7],
    {
      elements: ['cornices', 'ridge', 'dome', 'dome-ribs', 'balustrade', 'arches'],
      lines: 'axis',
      look: 'lamps',
      order: 'centre-out',
      spacing: 1.1,
      size: 0.38,
      glow: 1.2,
      glowLevel: 0.35,
      colour: '#ffffff',
      progress: 0,
      soft: 0.05,
    },
    { words: 'Vague de lampes', fadeOut: 2.5, keyframes: { progress: keys([0, 0, 'out'], [1.2, 1]) } },
  );
  for (const [name, way] of [
    ['seine', -1],
    ['champs', 1],
  ])
    kit.clip(
      'sting-tutti',
      `tutti-${name}`,
      'facade-light',
      [0, 6],
      {
        elements: [`quadriga-${name}`],
        lines: 'outline',
        look: 'stroke',
        colour: '#ffd873',
        width: 0.26,
        glow: 0.6,
        glowLevel: 0.25,
      },
      {
        words: 'Quadrige au galop',
        fadeOut: 1.5,
        keyframes: {
          moveX: sampled((t) => way * (0.4 + 1.6 * Math.sin(Math.PI * ((t / 0.9375) % 1))), 6, {
            tolerance: 0.05,
          }),
          moveY: sampled((t) => 1.5 * Math.abs(Math.sin((Math.PI * t) / 0.9375)), 6, { tolerance: 0.05 }),
        },
      },
    );
};
