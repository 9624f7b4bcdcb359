/**
 * Before the show: a minute that begins again where it ends, until cue 1 stops it. A slow lamp goes over the stone and
 * back, a breath runs along the cornices, the ribs of the dome glow once, and the show says its name.
 */
import { keys } from './kit.mjs';

const LENGTH = 60;
/** Waves of the breath that a minute holds: whole, so that the last ends where the first began. */
const WAVES = 6;
const PERIOD = 90;

export const preset = (kit) => {
  kit.timeline('preset', { name: 'Préparation', duration: LENGTH, blend: 'add', tempo: [], loop: true });
  kit.track('preset', 'preset', 'Préparation');
  kit.clip(
    'preset',
    'preset-lamp',
    'stone',
    [0, LENGTH],
    {
      ambient: 0.05,
      colour: '#9fb4d8',
      level: 0.34,
      lightX: 20,
      lightY: 58,
      lightHeight: 16,
      lightReach: 70,
      relief: 1,
      shadow: 0.9,
      quietLevel: 0.6,
    },
    {
      words: 'Une lampe passe',
      keyframes: {
        lightX: keys([0, 20, 'in-out'], [30, 215, 'in-out'], [60, 20]),
        level: keys(
          [0, 0.26, 'smooth'],
          [15, 0.38, 'smooth'],
          [30, 0.26, 'smooth'],
          [45, 0.38, 'smooth'],
          [60, 0.26],
        ),
      },
    },
  );
  kit.clip(
    'preset',
    'preset-breath',
    'facade-light',
    [0, LENGTH],
    {
      elements: ['cornices'],
      lines: 'axis',
      look: 'stroke',
      colour: '#e8dfc8',
      level: 0.16,
      width: 0.1,
      glow: 0.5,
      glowLevel: 0.25,
      chaseDepth: 0.85,
      chasePeriod: PERIOD,
      chaseSpeed: (PERIOD * WAVES) / LENGTH,
      clock: 'position',
    },
    { words: 'Souffle' },
  );
  kit.clip(
    'preset',
    'preset-dome',
    'facade-light',
    [0, LENGTH],
    {
      elements: ['dome-ribs', 'dome'],
      lines: 'axis',
      look: 'stroke',
      colour: '#ffc878',
      level: 0.03,
      width: 0.12,
      glow: 0.9,
      glowLevel: 0.3,
    },
    {
      words: 'La coupole veille',
      keyframes: { level: keys([0, 0.04, 'smooth'], [30, 0.3, 'smooth'], [60, 0.04]) },
    },
  );
  kit.clip(
    'preset',
    'preset-title',
    'text',
    [22, 40],
    {
      text: { fr: 'L’Usine extraordinaire', en: 'The Extraordinary Factory' },
      font: 'media:old-standard',
      x: 117.5,
      y: 17.05,
      align: 'centre',
      size: 1.7,
      weight: 700,
      colour: '#e8dfc8',
    },
    { words: 'Titre', fadeIn: 4, fadeOut: 4, opacity: 0.75 },
  );
};
