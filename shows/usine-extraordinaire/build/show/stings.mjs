/** Overlays that the desk fires: one-shots on top, in light that adds, which never move the timeline. */
import { keys } from './kit.mjs';
import { stingsFourToSix } from './stings-4-6.mjs';

export const sting = (kit, name, words, duration, sound) => {
  kit.timeline(name, { name: words, duration, blend: 'add', tempo: [] });
  kit.track(name, name, words);
  if (!sound) return;
  kit.track(name, `${name}-sound`, `${words}, son`);
  kit.clip(
    `${name}-sound`,
    `${name}-sound`,
    'sound',
    [0, duration],
    { media: `media:${sound}`, gain: 1 },
    { words: `${words}, son` },
  );
};
const WASH = {
  ambient: 0.25,
  lightX: 117.5,
  lightY: 70,
  lightHeight: 60,
  lightReach: 260,
  relief: 1,
  quietLevel: 0.2,
};
const hit = (level) => keys([0, 0, 'out'], [0.06, level, 'out'], [1.6, level * 0.35, 'smooth'], [4.4, 0]);

export const stings = (kit) => {
  for (const [name, sound, words, colour, x, y] of [
    ['sting-red', 'sting-colour-1', 'Rouge', '#c8102e', 50, 12],
    ['sting-yellow', 'sting-colour-2', 'Jaune', '#f2c14e', 117.5, 40],
    ['sting-blue', 'sting-colour-3', 'Bleu', '#1d4ed8', 185, 12],
  ]) {
    sting(kit, name, words, 4.5, sound);
    kit.clip(
      name,
      `${name}-disc`,
      'stone',
      [0, 4.5],
      {
        ...WASH,
        ambient: 0,
        level: 0,
        colour: '#000000',
        ring: 0,
        ringX: x,
        ringY: y,
        ringWidth: 14,
        ringLevel: 0.9,
        ringColour: colour,
      },
      { words, keyframes: { level: hit(1), ring: keys([0, 4, 'out'], [4.5, 30]) } },
    );
  }
  sting(kit, 'sting-meet', 'Trois couleurs', 4.5);
  kit.clip(
    'sting-meet',
    'meet-flash',
    'stone',
    [0, 4.5],
    { ...WASH, level: 0, saturation: 1, colour: '#fff6e6' },
    { words: 'Pleine couleur', keyframes: { level: hit(1.1) } },
  );
  hammer(kit);
  sting(kit, 'sting-nineteen-hundred', '1900', 7, 'sting-nineteen-hundred');
  kit.clip(
    'sting-nineteen-hundred',
    'lantern-1900',
    'stone',
    [0, 7],
    { ...WASH, colour: '#ffe2b0', level: 0, inside: 1.4, insideColour: '#ffc45e', saturation: 1 },
    {
      words: 'La verrière s’embrase',
      keyframes: { level: keys([0, 0, 'out'], [0.12, 0.8, 'smooth'], [3, 0.4, 'smooth'], [7, 0]) },
    },
  );
  kit.clip(
    'sting-nineteen-hundred',
    'lamps-1900',
    'facade-light',
    [0, 7],
    {
      elements: ['cornices', 'ridge', 'dome', 'dome-ribs', 'balustrade'],
      lines: 'axis',
      look: 'lamps',
      order: 'centre-out',
      spacing: 1.2,
      size: 0.4,
      glow: 1.4,
      glowLevel: 0.4,
      colour: '#fff6d0',
      progress: 0,
      soft: 0.05,
    },
    { words: 'Vague de lampes', fadeOut: 3, keyframes: { progress: keys([0, 0, 'out'], [1.4, 1]) } },
  );
  projector(kit);
  stingsFourToSix(kit, sting);
};

/** A white ring over both wings, as in the chapter, and one breath of the whole stone: no strobe. */
const hammer = (kit) => {
  sting(kit, 'sting-hammer', 'Coup de pilon', 4.5, 'sting-hammer');
  kit.clip(
    'sting-hammer',
    'hammer-ring',
    'stone',
    [0, 2.4],
    {
      ambient: 0,
      colour: '#000000',
      level: 0.9,
      shadow: 0,
      relief: 1,
      ring: 0,
      ringX: 117.5,
      ringY: 2,
      ringWidth: 3.2,
      ringLevel: 2,
      ringColour: '#ffffff',
      quietLevel: 0.4,
    },
    {
      words: 'Anneau blanc',
      keyframes: { ring: keys([0, 0, 'out'], [2.4, 135]), ringLevel: keys([0, 2.6, 'out'], [2.4, 0]) },
    },
  );
  kit.clip(
    'sting-hammer',
    'hammer-dust',
    'particles',
    [0, 4.5],
    {
      kind: 'snow',
      count: 700,
      x: 0,
      y: 18,
      width: 235,
      height: 0.4,
      life: 0.14,
      size: 0.9,
      speed: 1.6,
      clock: 'position',
      colour: '#ffe0b0',
      endColour: '#7a4a20',
      level: 0.8,
      seed: 5,
    },
    {
      words: 'Poussière de la corniche',
      fadeOut: 2,
      keyframes: { amount: keys([0, 1], [0.5, 1], [0.6, 0]) },
    },
  );
};

/** A projector’s lamp on each wing; its unrest stays below 3 Hz and within a tenth. Dust falls through it. */
const projector = (kit) => {
  sting(kit, 'sting-projector', 'Projecteur', 6);
  const unrest = Array.from({ length: 13 }, (_, i) => [
    i * 0.5,
    i === 12 ? 0 : 0.8 + 0.08 * Math.sin(i * 2.3),
    'smooth',
  ]);
  for (const [name, x] of [
    ['l', 59.5],
    ['r', 175.5],
  ])
    kit.clip(
      'sting-projector',
      `projector-${name}`,
      'stone',
      [0, 6],
      {
        elements: [
          'bay',
          'half-bay',
          'window',
          'frieze',
          'wall',
          'column',
          'statue',
          'entablature',
          'plinth',
        ],
        lightX: x,
        lightY: 9,
        lightHeight: 15,
        lightReach: 20,
        ambient: 0,
        colour: '#ffdf9e',
        level: 0.8,
      },
      { words: 'Faisceau', blend: 'add', fadeIn: 0.2, fadeOut: 1.5, keyframes: { level: keys(...unrest) } },
    );
  kit.clip(
    'sting-projector',
    'projector-dust',
    'particles',
    [0, 6],
    {
      kind: 'snow',
      count: 500,
      x: 26,
      y: 16,
      width: 183,
      height: 2,
      life: 0.5,
      size: 0.7,
      colour: '#fff0d0',
      endColour: '#a07840',
      level: 0.5,
      warm: true,
      seed: 16,
    },
    { words: 'Poussières', fadeIn: 0.3, fadeOut: 1.5 },
  );
};
