/** Finale, its last bars: the quadrigas, three colours that meet, white, black, and the building itself. */
import { BAR, bar } from './finale-words.mjs';
import { keys } from './kit.mjs';
import { sampled } from './motion.mjs';

/** Both quadrigas in gold, bounding outwards twice a bar (at four their lines would flash too often); two echoes behind each. */
export const gallop = (kit) => {
  const span = [bar(20), bar(23)];
  const length = span[1] - span[0];
  for (const [name, way] of [
    ['seine', -1],
    ['champs', 1],
  ])
    [0, 1, 2].forEach((echo) => {
      const late = echo * 0.14;
      const beat = (t) => ((Math.max(0, t - late) / BAR) * 2) % 1;
      kit.clip(
        'light',
        `gallop-${name}-${echo + 1}`,
        'facade-light',
        span,
        {
          elements: [`quadriga-${name}`],
          lines: 'outline',
          look: 'stroke',
          colour: ['#ffd873', '#b8892a', '#6e4f12'][echo],
          width: [0.24, 0.18, 0.14][echo],
          glow: 0.5,
          glowLevel: 0.2,
          moveX: 0,
          moveY: 0,
        },
        {
          words: 'Quadrige au galop',
          fadeIn: 0.2,
          fadeOut: 0.8,
          keyframes: {
            moveX: sampled(
              (t) => way * (0.4 + 1.6 * Math.sin(Math.PI * beat(t))) - way * echo * 0.9,
              length,
              {
                tolerance: 0.05,
              },
            ),
            moveY: sampled((t) => 1.5 * Math.abs(Math.sin(Math.PI * beat(t))), length, { tolerance: 0.05 }),
          },
        },
      );
    });
};

/** As in the prologue, but with everything that lay between: red, yellow, blue from three sides, together white. */
export const white = (kit) => {
  const span = [bar(16), 536];
  const length = span[1] - span[0];
  kit.clip(
    'stone',
    'three-colours',
    'stone',
    span,
    {
      discs: 1,
      discRadius: 40,
      discSoft: 0.5,
      lightX: 117.5,
      lightY: 70,
      lightHeight: 55,
      lightReach: 260,
      ambient: 0.3,
      saturation: 1,
      relief: 0.9,
      quietLevel: 0.14,
      level: 0,
      red: 0,
      yellow: 0,
      blue: 0,
      redX: 20,
      redY: 14,
      yellowX: 117.5,
      yellowY: 60,
      blueX: 215,
      blueY: 14,
    },
    {
      words: 'Trois couleurs, puis le blanc',
      blend: 'lighten',
      keyframes: {
        // 521 red, 522.875 yellow, 524.75 blue; from 526.625 they go to meet, at 528.5 all is white.
        level: keys(
          [0, 0.9],
          // Each of the three blows strikes on its frame; between them the light gives way a little.
          [5.6, 0.9, 'in-out'],
          [7.46, 1, 'hold'],
          [7.5, 1.55, 'smooth'],
          [9.335, 1.15, 'hold'],
          [9.375, 1.55, 'smooth'],
          [11.21, 1.15, 'hold'],
          [11.25, 1.6, 'smooth'],
          [length, 1.3],
        ),
        red: keys([0, 0, 'out'], [0.5, 1]),
        yellow: keys([0, 0], [1.875, 0, 'out'], [2.4, 1]),
        blue: keys([0, 0], [3.75, 0, 'out'], [4.3, 1]),
        redX: keys([0, 20], [5.625, 20, 'in-out'], [7.4, 117.5]),
        blueX: keys([0, 215], [5.625, 215, 'in-out'], [7.4, 117.5]),
        yellowY: keys([0, 60], [5.625, 60, 'in-out'], [7.4, 16]),
        discRadius: keys([0, 40], [5.6, 56, 'in-out'], [7.5, 200]),
        inside: keys([0, 0], [6.4, 0, 'in-out'], [7.46, 0.4, 'hold'], [7.5, 1.1]),
        insideColour: keys([0, '#ffffff'], [length, '#ffffff']),
        quietLevel: keys([0, 0.14], [8.9, 0.14, 'smooth'], [10.2, 1]),
      },
    },
  );
  kit.clip(
    'light',
    'white-edges',
    'facade-light',
    [bar(20), 536],
    {
      elements: ['cornices', 'ridge', 'dome', 'dome-ribs', 'balustrade', 'vault-ribs', 'lantern'],
      lines: 'axis',
      look: 'lamps',
      order: 'centre-out',
      spacing: 1.2,
      size: 0.36,
      glow: 1.1,
      glowLevel: 0.35,
      colour: '#ffffff',
      progress: 0,
      soft: 0.05,
    },
    { words: 'Blanc', keyframes: { progress: keys([0, 0, 'out'], [1.2, 1]) } },
  );
};

/** Black at 536; one anvil; then what is there every night: the stone from below, the glass from within. */
export const ANVIL = 537;
export const ending = (kit) => {
  kit.clip(
    'light',
    'last-line',
    'facade-light',
    [ANVIL, 540],
    {
      elements: ['cornices'],
      lines: 'axis',
      look: 'stroke',
      order: 'centre-out',
      soft: 0.04,
      colour: '#fff3dc',
      width: 0.16,
      glow: 0.9,
      glowLevel: 0.3,
      progress: 0,
    },
    {
      words: 'La première ligne, une dernière fois',
      keyframes: {
        progress: keys([0, 0.02, 'out'], [1.4, 1]),
        opacity: keys([0, 1], [1.2, 0.8, 'smooth'], [2.8, 0]),
      },
    },
  );
  kit.clip(
    'stone',
    'architecture',
    'stone',
    [ANVIL, 540],
    {
      quiet: [],
      saturation: 1,
      ambient: 0.05,
      lightX: 117.5,
      lightY: -8,
      lightHeight: 22,
      lightReach: 150,
      colour: '#ffdfae',
      level: 0.9,
      relief: 0.9,
      inside: 0.55,
      insideColour: '#ffc878',
    },
    {
      words: 'Le bâtiment lui-même',
      keyframes: {
        level: keys([0, 0], [0.5, 0, 'smooth'], [2.9, 0.95]),
        inside: keys([0, 0], [1, 0, 'smooth'], [2.95, 0.6]),
      },
    },
  );
};
