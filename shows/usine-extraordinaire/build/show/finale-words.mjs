/**
 * Finale, 491–509.75 s: the four words, two bars each, as an inscription on the entablature and balustrade: the one band
 * of the wings that lies in one plane, so that a word is whole from everywhere on the avenue. Each in the hand of its
 * world: three inks that meet (1868), a slab that falls (the forge), letters that are wired (the network), a brush
 * (people); below it the colonnade plays that world. Then all four in one line.
 */
import { CLEAR } from './machine.mjs';
import { box } from './forms.mjs';
import { keys } from './kit.mjs';

export const BAR = 1.875;
export const bar = (n) => 491 + n * BAR;
const LEFT = 59.5;
const RIGHT = 175.5;

/**
 * `big`: size, baseline and spacing while it has a wing for itself; `small`: the same, and its middle, in the line of all
 * four. The band is 15 to 20 m high; the letters leave its edges dark.
 */
export const WORDS = {
  invent: {
    text: { fr: 'INVENTER', en: 'INVENT' },
    font: 'media:old-standard',
    colour: '#ffffff',
    x: LEFT,
    big: [4, 15.5, 0.42],
    small: [3.8, 15.6, 0.03, 42.5],
  },
  make: {
    text: { fr: 'FABRIQUER', en: 'MAKE' },
    font: 'media:alfa-slab',
    colour: '#ff7a22',
    x: RIGHT,
    big: [3.9, 15.55, 0.22],
    small: [3.5, 15.75, 0.02, 76],
  },
  connect: {
    text: { fr: 'CONNECTER', en: 'CONNECT' },
    font: 'media:space-grotesk',
    colour: '#35d6ff',
    x: LEFT,
    big: [3.9, 15.55, 0.32],
    small: [3.8, 15.6, 0.04, 159],
  },
  share: {
    text: { fr: 'PARTAGER', en: 'SHARE' },
    font: 'media:caveat-brush',
    colour: '#ffd23f',
    x: RIGHT,
    big: [4.4, 15.4, 0.3],
    small: [4.3, 15.5, 0.06, 194],
  },
};
/** Parameters of a word with a wing for itself; also used by its sting. */
export const bigWord = ({ text, font, colour, x, big: [size, y, spacing] }, more = {}) => ({
  text,
  font,
  weight: 400,
  size,
  x,
  y,
  align: 'centre',
  colour,
  spacing,
  ...more,
});

export const words = (kit) => {
  kit.put('media:caveat-brush', {
    path: 'fonts/caveat-brush-400.woff2',
    kind: 'font',
    title: 'Caveat Brush',
    hash: null,
    duration: null,
  });
  band(kit);
  invent(kit);
  make(kit);
  connect(kit);
  share(kit);
  together(kit);
};

/** Mouldings and balusters step back behind the letters. */
const band = (kit) =>
  kit.clip(
    'front',
    'word-band',
    'shape',
    [bar(0), bar(10)],
    {
      path: [box(25.5, 15, 93.5, 20), box(141.5, 15, 209.5, 20)],
      fill: '#000000',
      fillOpacity: 0.86,
      strokeOpacity: 0,
      strokeWidth: 0,
    },
    { words: 'Bandeau des mots', fadeIn: 0.2, fadeOut: 0.6 },
  );
const wingOf = (side, kinds) =>
  kinds.flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, i) => `${kind}-${side}-${String(i + 1).padStart(2, '0')}`),
  );

const invent = (kit) => {
  trichrome(kit);
  for (const [name, colour, dx, dy] of [
    ['red', '#c8102e', -9, 0],
    ['yellow', '#c79a2a', 0, 3],
    ['blue', '#1d4ed8', 9, 0],
  ]) {
    const { x, y, ...rest } = bigWord(WORDS.invent);
    kit.clip(
      'words',
      `word-invent-${name}`,
      'text',
      [bar(0), bar(1)],
      { ...rest, x, y, colour },
      {
        words: `INVENTER : ${name}`,
        blend: 'add',
        fadeIn: 0.1,
        keyframes: {
          x: keys([0, x + dx], [0.15, x + dx, 'in-out'], [1.4, x]),
          y: keys([0, y + dy], [0.15, y + dy, 'in-out'], [1.4, y]),
          opacity: keys([0, 1], [1.35, 1], [1.7, 0]),
        },
      },
    );
  }
  kit.clip('words', 'word-invent', 'text', [bar(0) + 1.3, bar(4)], bigWord(WORDS.invent), {
    words: 'INVENTER',
    fadeIn: 0.3,
    fadeOut: 0.3,
    keyframes: { opacity: keys([0, 1], [2 * BAR - 1.3, 1], [2 * BAR - 0.8, 0.3]) },
  });
  kit.clip(
    'light',
    'idea-rays',
    'facade-light',
    [bar(0) + 0.9, bar(2) + 1],
    {
      elements: ['dome-ribs', 'lantern'],
      lines: 'axis',
      look: 'stroke',
      order: 'centre-out',
      colour: '#fff0c0',
      width: 0.3,
      glow: 1.2,
      glowLevel: 0.3,
      soft: 0.2,
      progress: 0,
    },
    { words: 'L’idée', fadeOut: 1, keyframes: { progress: keys([0, 0, 'out'], [1.4, 1]) } },
  );
};

/** The three inks run through the bays below and meet in the middle as white. */
const trichrome = (kit) => {
  for (const [name, colour, order] of [
    ['red', '#c8102e', 'left-right'],
    ['yellow', '#c79a2a', 'centre-out'],
    ['blue', '#1d4ed8', 'right-left'],
  ])
    kit.clip(
      'light',
      `invent-bays-${name}`,
      'facade-light',
      [bar(0), bar(4)],
      {
        elements: wingOf('l', [['bay', 11]]),
        lines: 'outline',
        look: 'fill',
        order,
        soft: 0.3,
        colour,
        level: 0.8,
        progress: 0,
      },
      {
        words: `INVENTER, travées : ${name}`,
        blend: 'add',
        fadeOut: 0.6,
        keyframes: {
          progress: keys([0, 0], [0.15, 0, 'in-out'], [1.5, 1]),
          level: keys([0, 0.9], [1.5, 0.9, 'smooth'], [2 * BAR, 0.7], [2 * BAR + 0.8, 0.1]),
          // Three thirds of one white.
          colour: keys([0, colour], [1.1, colour, 'smooth'], [1.8, '#a09684']),
        },
      },
    );
};

/** It falls on the columns as their architrave would, and strikes on the bar; they glow from the blow downwards. */
const make = (kit) => {
  const start = bar(2) - 0.7;
  const { y, ...rest } = bigWord(WORDS.make, { outline: 0.16, outlineColour: '#ffd9a0' });
  kit.clip(
    'words',
    'word-make',
    'text',
    [start, bar(6)],
    { ...rest, y },
    {
      words: 'FABRIQUER',
      fadeOut: 0.3,
      region: { x: 141.5, y: 0, width: 93.5, height: 62 },
      keyframes: {
        y: keys([0, 36, 'in'], [0.7, y, 'out'], [0.82, y + 0.45, 'in'], [0.94, y]),
        opacity: keys([0, 0], [0.25, 1], [0.7 + 2 * BAR, 1], [1.2 + 2 * BAR, 0.3]),
        colour: keys([0, '#ff7a22'], [0.7, '#fff0d0'], [1.5, '#ff7a22'], [4, '#d8480c']),
      },
    },
  );
  kit.clip(
    'light',
    'forge-columns',
    'facade-light',
    [bar(2), bar(6)],
    {
      elements: wingOf('r', [['column', 12]]),
      lines: 'outline',
      look: 'fill',
      order: 'down',
      soft: 0.4,
      colour: '#ff6a1a',
      level: 1,
      progress: 0,
    },
    {
      words: 'Colonnes au rouge',
      fadeOut: 0.6,
      keyframes: {
        progress: keys([0, 0, 'out'], [0.9, 1]),
        level: keys([0, 1.3], [1, 1.1, 'smooth'], [2 * BAR, 0.5], [2 * BAR + 0.8, 0.14]),
        colour: keys([0, '#ffb060'], [1.4, '#ff6a1a'], [4.5, '#a82a08']),
      },
    },
  );
  kit.clip(
    'stone',
    'forge-ring',
    'stone',
    [bar(2), bar(2) + 2.4],
    {
      ambient: 0,
      colour: '#000000',
      level: 0.9,
      shadow: 0,
      relief: 1,
      ring: 0,
      ringX: RIGHT,
      ringY: 15,
      ringWidth: 2.6,
      ringLevel: 1.5,
      ringColour: '#ffb060',
      quietLevel: 0.25,
    },
    {
      words: 'Coup de forge',
      blend: 'add',
      keyframes: { ring: keys([0, 0, 'out'], [2.4, 120]), ringLevel: keys([0, 1.5, 'out'], [2.4, 0]) },
    },
  );
  kit.clip(
    'front',
    'forge-sparks',
    'particles',
    [bar(2), bar(2) + 3.6],
    {
      kind: 'sparks',
      count: 320,
      x: 146,
      y: 14.9,
      width: 59,
      height: 0.6,
      speed: 1.2,
      size: 1.7,
      life: 0.9,
      clock: 'position',
      colour: '#ffd890',
      endColour: '#ff4a0a',
      seed: 22,
    },
    { words: 'Étincelles', keyframes: { amount: keys([0, 0], [0.03, 1], [0.5, 1], [0.9, 0]) } },
  );
};

const connect = (kit) => {
  const span = [bar(4), bar(8)];
  kit.clip(
    'words',
    'word-connect',
    'text',
    span,
    bigWord(WORDS.connect, {
      colour: '#0f5f86',
      outline: 0.34,
      outlineColour: '#35d6ff',
      reveal: 0,
      revealSoft: 2,
    }),
    {
      words: 'CONNECTER',
      fadeOut: 0.3,
      keyframes: {
        reveal: keys([0, 0], [1.3, 1]),
        opacity: keys([0, 1], [2 * BAR, 1], [2 * BAR + 0.5, 0.3]),
      },
    },
  );
  kit.clip(
    'light',
    'connect-network',
    'network',
    [bar(4) + 0.2, bar(8)],
    {
      elements: wingOf('l', [
        ['vase', 12],
        ['window', 11],
        ['statue', 4],
        ['column', 12],
      ]),
      nodes: 39,
      links: 3,
      reach: 16,
      rootX: 31,
      rootY: 5,
      colour: '#9d4edd',
      strokeWidth: 0.34,
      node: 1.5,
      rest: 0.6,
      pulses: 0.7,
      pulseSpeed: 8,
      pulseLength: 2.6,
      pulseEvery: 12,
      pulseColour: '#ffffff',
      glow: 1,
      glowLevel: 0.3,
      clock: 'position',
      seed: 2018,
      progress: 0,
    },
    {
      words: 'Le réseau',
      fadeOut: 0.4,
      keyframes: {
        progress: keys([0, 0, 'in-out'], [2.2, 1]),
        level: keys([0, 1.2], [2 * BAR, 1.2], [2 * BAR + 0.8, 0.35]),
      },
    },
  );
};

/** Written by a brush; from it the light is handed on, column to column, over the whole building. */
const share = (kit) => {
  kit.clip(
    'words',
    'word-share',
    'text',
    [bar(6), bar(8)],
    bigWord(WORDS.share, { reveal: 0, revealSoft: 1.4, rise: 0.12 }),
    { words: 'PARTAGER', fadeOut: 0.3, keyframes: { reveal: keys([0, 0], [1.5, 1]) } },
  );
  kit.clip(
    'light',
    'shared-line',
    'facade-light',
    [bar(6) + 0.6, bar(8) + 0.4],
    {
      elements: ['column', 'porch-column', 'pavilion-column', 'arches', 'gates'],
      lines: 'outline',
      look: 'fill',
      order: 'right-left',
      soft: 0.1,
      colour: '#ffc24a',
      level: 0.75,
      progress: 0,
    },
    {
      words: 'La lumière passe de main en main',
      fadeOut: 0.6,
      keyframes: { progress: keys([0, 0], [2.8, 1]) },
    },
  );
  kit.clip(
    'stone',
    'shared-glass',
    'stone',
    [bar(6) + 1.2, bar(8) + 0.5],
    {
      elements: ['vault', 'vault-ribs', 'ridge', 'dome-all', 'arches', 'gates'],
      quiet: [],
      colour: '#ffdfae',
      ambient: 0.04,
      lightX: 117.5,
      lightY: 8,
      lightHeight: 30,
      lightReach: 120,
      level: 0.9,
      inside: 0,
      insideColour: '#ffb84a',
      saturation: 0.6,
    },
    {
      words: 'La verrière la reçoit',
      blend: 'lighten',
      region: CLEAR,
      fadeIn: 1.2,
      fadeOut: 1,
      keyframes: { inside: keys([0, 0, 'smooth'], [2.4, 0.5]) },
    },
  );
};

/** One line from end to end, as on a monument; below each word, half a wing of its world. */
const together = (kit) => {
  const half = (side, kind, [from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => `${kind}-${side}-${String(from + i).padStart(2, '0')}`);
  [
    ['invent', half('l', 'bay', [1, 6]), '#fff1d8', 0.42],
    ['make', half('l', 'column', [7, 12]), '#ff6a1a', 0.9],
    ['connect', half('r', 'bay', [1, 5]), '#1c7fc4', 0.6],
    ['share', half('r', 'column', [7, 12]), '#ffc24a', 0.75],
  ].forEach(([key, elements, colour, level], i) =>
    kit.clip(
      'light',
      `world-${key}`,
      'facade-light',
      [bar(8) + (i * BAR) / 16, bar(10) + 0.4],
      { elements, lines: 'outline', look: 'fill', order: 'up', soft: 0.6, colour, level, progress: 0 },
      { words: `Monde : ${key}`, fadeOut: 0.8, keyframes: { progress: keys([0, 0, 'out'], [0.8, 1]) } },
    ),
  );
  Object.entries(WORDS).forEach(([key, word], i) => {
    const isWired = key === 'connect';
    const wired = { colour: '#1a86b8', outline: 0.22, outlineColour: '#35d6ff' };
    const [size, y, spacing, x] = word.small;
    kit.clip(
      'words',
      `four-${key}`,
      'text',
      [bar(8) + (i * BAR) / 16, bar(10)],
      bigWord({ ...word, big: [size, y, spacing], x }, isWired ? wired : {}),
      { words: `Les quatre mots : ${word.text.fr}`, fadeIn: 0.1, fadeOut: 0.35 },
    );
  });
};
