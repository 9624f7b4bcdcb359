/** Chapter 1, its iron: hammer, converter, cables, tower, train. */
import { INKS, onBothWings, place } from './machine.mjs';
import { cableFan, garabit, locomotive, tower, towerSilhouette } from './machines-iron.mjs';
import { converter, hammer } from './machines-steam.mjs';
import { event } from './words.mjs';
import { keys } from './kit.mjs';

const STYLE = { font: 'media:alfa-slab', colour: '#ffc36b', text: '#f0e2c4' };

/** Blows on the bar: 45, 47.5 and 50; each sends a ring over the whole building. */
export const steamHammer = (kit) => {
  const blows = [2.4, 4.9, 7.4];
  onBothWings(
    kit,
    'machines',
    'hammer',
    [42.6, 51.6],
    hammer(blows),
    { x: 58, y: 0.2, scale: 1 },
    INKS.engraved,
    { fadeIn: 0.8, fadeOut: 0.8 },
  );
  blows.forEach((blow, i) => {
    const from = 42.6 + blow;
    for (const [name, x] of [
      ['l', 59.5],
      ['r', 175.5],
    ])
      kit.clip(
        'front',
        `shock-${name}-${i + 1}`,
        'stone',
        [from, from + 1.8],
        {
          ambient: 0,
          lightReach: 1,
          level: 0.9,
          shadow: 0,
          relief: 1,
          ring: 0,
          ringX: x,
          ringY: 3,
          ringWidth: 2.6,
          ringLevel: 1.6,
          ringColour: '#fff0d0',
          quietLevel: 0.4,
        },
        {
          words: 'Onde de choc',
          blend: 'add',
          keyframes: { ring: keys([0, 0, 'out'], [1.8, 105]), ringLevel: keys([0, 2.2, 'out'], [1.8, 0]) },
        },
      );
    kit.clip(
      'front',
      `hammer-sparks-${i + 1}`,
      'particles',
      [from, from + 2.2],
      {
        kind: 'sparks',
        count: 150,
        x: 57.5,
        y: 3,
        width: 4,
        height: 0.6,
        spread: 1.4,
        speed: 1.2,
        clock: 'position',
        size: 1.6,
        amount: 1,
        seed: 70 + i,
      },
      { words: 'Étincelles', keyframes: { amount: keys([0, 1], [0.25, 1, 'hold'], [0.3, 0]) }, fadeOut: 1 },
    );
    kit.clip(
      'front',
      `hammer-sparks-r-${i + 1}`,
      'particles',
      [from, from + 2.2],
      {
        kind: 'sparks',
        count: 150,
        x: 173.5,
        y: 3,
        width: 4,
        height: 0.6,
        spread: 1.4,
        speed: 1.2,
        clock: 'position',
        size: 1.6,
        amount: 1,
        seed: 80 + i,
      },
      { words: 'Étincelles', keyframes: { amount: keys([0, 1], [0.25, 1, 'hold'], [0.3, 0]) }, fadeOut: 1 },
    );
  });
};

export const bessemer = (kit) => {
  onBothWings(
    kit,
    'machines',
    'converter',
    [50.4, 58.4],
    converter(4.6, 6.2),
    { x: 56, y: 11.6, scale: 1.5 },
    INKS.engraved,
    { fadeIn: 0.7, fadeOut: 0.9 },
  );
  for (const [name, x] of [
    ['l', 61.4],
    ['r', 173.6],
  ])
    kit.clip(
      'front',
      `converter-sparks-${name}`,
      'particles',
      [51, 57],
      {
        kind: 'sparks',
        count: 520,
        x: x - 2.4,
        y: 17,
        width: 1.8,
        height: 3,
        speed: 1.25,
        spread: 0.8,
        size: 1.7,
        life: 1.3,
        seed: 5,
        clock: 'position',
      },
      {
        words: 'Gerbe du convertisseur',
        fadeIn: 0.6,
        fadeOut: 1.6,
        keyframes: { amount: keys([0, 0.3], [1.5, 1], [4, 1, 'in'], [5, 0]) },
      },
    );
};

/** The porch is a bridge tower: cables fall from it over both wings. */
export const brooklyn = (kit) =>
  onBothWings(
    kit,
    'machines',
    'bridge',
    [57, 66.4],
    cableFan().map((part) => ({
      ...part,
      draw: 0,
      fillOpacity: 0,
      hatch: 0,
      stroke: '#f6e6c3',
      glow: 0.7,
      glowLevel: 0.25,
      keys: { draw: keys([0, 0, 'smooth'], [part.id === 'stays' ? 5 : 3, 1]) },
    })),
    { x: 0, y: 0, scale: 1 },
    {},
    { fadeOut: 1.4 },
  );

/**
 * 65–72.5 s: the porch is the tower’s foot, its first platform on the porch’s frieze; the whole of it grows on each
 * pavilion, from the pavement to the quadriga: the tallest stone there is. In 1925 it stands there in lamps.
 */
export const eiffel = (kit) => {
  const stone = ['porch-mass', 'porch-column', 'archivolt', 'arches', 'pedestal', 'steps'];
  place(
    kit,
    'machines',
    'tower',
    [64.9, 86],
    tower().map((part) => ({
      ...part,
      draw: 0,
      fillOpacity: 0,
      stroke: '#ffdca6',
      strokeWidth: { lattice: 0.16, legs: 0.42, arch: 0.36 }[part.id],
      glow: 0.6,
      glowLevel: 0.22,
      // What is drawn of the lattice is its lower fifth: as quick as the legs.
      keys: { draw: keys([0, 0], [part.id === 'arch' ? 3 : part.id === 'lattice' ? 14 : 7.6, 1]) },
    })),
    { x: 117.5, y: 1.5, scale: 0.252 },
    {},
    { region: { elements: stone, inverted: false }, fadeOut: 1 },
  );
  const ground = towerSilhouette();
  for (const [end, x] of [
    ['seine', 12.9],
    ['champs', 222.1],
  ])
    place(
      kit,
      'machines',
      `tower-1889-${end}`,
      [64.9, 86],
      [
        { id: 'ground', path: ground, fill: '#0b0807', fillOpacity: 0.88, strokeOpacity: 0, strokeWidth: 0 },
        ...tower().map((part) => ({
          ...part,
          draw: 0,
          fillOpacity: 0,
          stroke: '#ffe2b4',
          strokeWidth: { lattice: 0.17, legs: 0.4, arch: 0.26 }[part.id],
          glow: 0.5,
          glowLevel: 0.25,
          keys: { draw: keys([0, 0], [part.id === 'arch' ? 3 : 7.6, 1]) },
        })),
      ],
      { x, y: 0.3, scale: 0.0905 },
      {},
      { region: { elements: ['pavilions', 'quadrigas'], inverted: false }, fadeIn: 0.5, fadeOut: 1 },
    );
  kit.clip(
    'front',
    'rivets',
    'particles',
    [65.2, 73],
    {
      kind: 'sparks',
      count: 160,
      x: 103,
      y: 4,
      width: 29,
      height: 3,
      speed: 0.5,
      size: 1.6,
      clock: 'position',
      seed: 2,
    },
    { words: 'Rivets', fadeOut: 1, keyframes: { y: keys([0, 2], [7.6, 14]) } },
  );
};

/** Garabit on the left wing, and the train over all of it. */
export const train = (kit) => {
  place(
    kit,
    'machines',
    'garabit',
    [74, 86],
    garabit().map((part) => ({
      ...part,
      draw: 0,
      fillOpacity: 0,
      hatch: 0,
      stroke: '#f0d9ae',
      glow: 0.6,
      glowLevel: 0.2,
      keys: { draw: keys([0, 0, 'smooth'], [3.2, 1]) },
    })),
    { x: 59.5, y: 2.9, scale: 1 },
    {},
    { fadeOut: 1 },
  );
  place(
    kit,
    'front',
    'loco',
    [74.6, 82.4],
    locomotive(-22, 292, 7.8),
    { x: 0, y: 15.1, scale: 1 },
    // A silhouette with dim lines: bright ones would flash as they pass.
    { ...INKS.engraved, stroke: '#9c8a68', strokeWidth: 0.16, hatch: 0, fill: '#0a0705' },
  );
  kit.clip(
    'front',
    'loco-steam',
    'particles',
    [74.6, 83],
    {
      kind: 'steam',
      count: 120,
      x: -18,
      y: 21.2,
      width: 1,
      height: 0.4,
      wind: -5,
      speed: 1.4,
      life: 0.55,
      size: 0.8,
      colour: '#b9a88a',
      endColour: '#3a3028',
      level: 0.5,
      clock: 'position',
    },
    {
      words: 'Vapeur',
      keyframes: { x: keys([0, -17.5, [0.45, 0, 0.75, 0.75]], [7.8, 296.5]) },
      fadeOut: 0.6,
    },
  );
  kit.clip(
    'front',
    'porch-before-train',
    'engraving',
    [74.6, 83],
    {
      elements: ['porch-attic', 'porch-frieze', 'cornice-porch', 'groups'],
      lightX: 170,
      lightY: 60,
      pitch: 0.44,
      tone: 0.45,
      colour: '#d9c7a2',
      shade: '#5c5348',
      level: 0.8,
      quietLevel: 0.06,
      heat: 0.28,
    },
    { words: 'Le train passe derrière le porche', fadeIn: 0.4, fadeOut: 0.4 },
  );
  event(kit, 'galerie', [80, 86], STYLE, { fadeOut: 1 });
  for (const [name, order] of [
    ['l', 'right-left'],
    ['r', 'left-right'],
  ])
    kit.clip(
      'light',
      `hall-${name}`,
      'facade-light',
      [79, 86],
      {
        elements: Array.from({ length: 10 }, (_, i) => `vault-rib-${name}-${String(i + 1).padStart(2, '0')}`),
        lines: 'axis',
        look: 'stroke',
        order,
        soft: 0.08,
        colour: '#ffb057',
        width: 0.5,
        glow: 1.2,
        glowLevel: 0.3,
        progress: 0,
      },
      {
        words: 'Fermes de la galerie des machines',
        fadeOut: 1,
        keyframes: { progress: keys([0, 0, 'out'], [3.4, 1]) },
      },
    );
};
