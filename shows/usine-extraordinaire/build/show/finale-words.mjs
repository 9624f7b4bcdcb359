/**
 * Finale, 491–509.75 s: the four words, two bars each, as high as the columns, each in the hand of its world: three inks
 * that meet (1868), a slab that falls (the forge), letters that are wired (the network), a brush (people). Then all four.
 */
import { CLEAR } from './machine.mjs';
import { arcOf } from './network.mjs';
import { keys } from './kit.mjs';
import { ring } from './forms.mjs';

export const BAR = 1.875;
export const bar = (n) => 491 + n * BAR;
const LEFT = 59.5;
const RIGHT = 175.5;

/** `big`: size and baseline while it has a wing for itself; `small`: in its row when all four stand together. */
export const WORDS = {
  invent: {
    text: { fr: 'INVENTER', en: 'INVENT' },
    font: 'media:old-standard',
    colour: '#ffffff',
    x: LEFT,
    big: [8.4, 5.3],
    small: [4.9, 10.2],
  },
  make: {
    text: { fr: 'FABRIQUER', en: 'MAKE' },
    font: 'media:alfa-slab',
    colour: '#ff7a22',
    x: RIGHT,
    big: [6.9, 6.0],
    small: [4.3, 4.7],
  },
  connect: {
    text: { fr: 'CONNECTER', en: 'CONNECT' },
    font: 'media:space-grotesk',
    colour: '#35d6ff',
    x: LEFT,
    big: [7.6, 5.8],
    small: [4.6, 10.4],
  },
  share: {
    text: { fr: 'PARTAGER', en: 'SHARE' },
    font: 'media:caveat-brush',
    colour: '#ffd23f',
    x: RIGHT,
    big: [9.4, 5.4],
    small: [4.6, 4.6],
  },
};
const ROW = { invent: LEFT, make: LEFT, connect: RIGHT, share: RIGHT };

/** Parameters of a word with a wing for itself; also used by its sting. */
export const bigWord = ({ text, font, colour, x, big: [size, y] }, more = {}) => ({
  text,
  font,
  weight: 400,
  size,
  x,
  y,
  align: 'centre',
  colour,
  spacing: 0.03,
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
  invent(kit);
  make(kit);
  connect(kit);
  share(kit);
  together(kit);
};

const invent = (kit) => {
  for (const [name, colour, dx, dy] of [
    ['red', '#c8102e', -9, 0],
    ['yellow', '#c79a2a', 0, 5],
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

/** It falls with weight and strikes on the bar; the stone rings and embers fly. */
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
      ringY: 6,
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
      y: 5.2,
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
      colour: '#0a3050',
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
  const capitals = Array.from({ length: 12 }, (_, i) => ({ x: 28.15 + i * 5.7, y: 14.6 }));
  const feet = Array.from({ length: 11 }, (_, i) => ({ x: 31 + i * 5.7, y: 4.8 }));
  const far = [
    ...capitals.map((point, i) => arcOf(point, { x: 30.5 + ((i * 5) % 9) * 7, y: 34.2 }, 0.22)),
    ...feet.slice(1).map((point, i) => arcOf(feet[i], point, -0.3)),
    ...capitals.slice(2).map((point, i) => arcOf(capitals[i], point, 0.3)),
  ];
  const net = (name, parameters, keyframes) =>
    kit.clip('light', `connect-${name}`, 'shape', [bar(4) + 0.2, bar(8)], parameters, {
      words: `Réseau : ${name}`,
      fadeOut: 0.4,
      keyframes,
    });
  net(
    'links',
    { path: far, stroke: '#9d4edd', strokeWidth: 0.22, draw: 0, glow: 0.7, glowLevel: 0.25 },
    {
      draw: keys([0, 0, 'in-out'], [1.6, 1]),
      strokeOpacity: keys([0, 1], [2 * BAR, 1], [2 * BAR + 0.5, 0.3]),
    },
  );
  net(
    'packets',
    { path: far, stroke: '#ffffff', strokeWidth: 0.4, dash: 0.7, gap: 9.3, glow: 0.8, glowLevel: 0.4 },
    {
      dashOffset: keys([0, 0], [8, -96]),
      opacity: keys([0, 0], [1.4, 0], [1.8, 1], [2 * BAR, 1], [2 * BAR + 0.5, 0.2]),
    },
  );
  net(
    'nodes',
    {
      path: [...capitals, ...feet].map(({ x, y }) => ring(0.5, x, y)),
      fill: '#f72585',
      fillOpacity: 1,
      stroke: '#ff9cc8',
      strokeWidth: 0.1,
      glow: 1.3,
      glowLevel: 0.3,
    },
    { opacity: keys([0, 0], [0.4, 1], [2 * BAR, 1], [2 * BAR + 0.5, 0.4]) },
  );
};

/** Written by a brush; from it the light is handed on to the whole building. */
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
      elements: ['cornices', 'balustrade', 'arches', 'gates'],
      lines: 'axis',
      look: 'stroke',
      order: 'right-left',
      soft: 0.12,
      colour: '#ffc24a',
      width: 0.26,
      glow: 0.9,
      glowLevel: 0.3,
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

/** Two rows on each wing. */
const together = (kit) => {
  Object.entries(WORDS).forEach(([key, word], i) => {
    const isWired = key === 'connect';
    const wired = { colour: '#0a3050', outline: 0.2, outlineColour: '#35d6ff' };
    const { small } = word;
    kit.clip(
      'words',
      `four-${key}`,
      'text',
      [bar(8) + (i * BAR) / 16, bar(10)],
      bigWord({ ...word, big: small, x: ROW[key] }, isWired ? wired : {}),
      { words: `Les quatre mots : ${word.text.fr}`, fadeIn: 0.1, fadeOut: 0.35 },
    );
  });
};
