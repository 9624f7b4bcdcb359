/** Chapter 3, its second half: the crowd, the phial, speed, flight. */
import { INKS, IN_FRONT, place } from './machine.mjs';
import { WALKERS } from './machines-crowd.mjs';
import { bleriot, jamaisContente } from './machines-motion.mjs';
import { flow } from './forms.mjs';
import { keys } from './kit.mjs';
import { phial } from './machines-science.mjs';

const two = (n) => String(n).padStart(2, '0');

/** La Sortie de l’usine: two doors of light, and everybody walks out of them, to both sides. */
export const crowd = (kit) => {
  kit.clip(
    'light',
    'screen',
    'facade-light',
    [156, 170.2],
    {
      elements: ['bay', 'half-bay', 'window', 'frieze'],
      lines: 'outline',
      look: 'fill',
      order: 'centre-out',
      soft: 0.1,
      colour: '#ffdf9e',
      level: 0.55,
      progress: 0,
    },
    {
      words: 'Le faisceau ouvre les ailes',
      fadeOut: 1,
      keyframes: { progress: keys([0, 0], [4.4, 0, 'in-out'], [7, 1]) },
    },
  );
  kit.clip(
    'front',
    'columns-1895',
    'stone',
    [156.5, 170.2],
    {
      elements: [...IN_FRONT, 'porch-column', 'pedestal', 'porch', 'archivolt', 'plinth'],
      level: 0.1,
      colour: '#e9c98a',
      lightX: 117.5,
      lightY: 9,
      lightHeight: 20,
      lightReach: 120,
      shadow: 0,
    },
    { words: 'Colonnade à contre-jour', fadeIn: 3, fadeOut: 0.8 },
  );
  const dark = { fill: '#050402', fillOpacity: 1, strokeOpacity: 0, strokeWidth: 0.02 };
  const cast = [
    'woman',
    'man',
    'woman',
    'woman',
    'man',
    'dog',
    'woman',
    'man',
    'cycle',
    'woman',
    'man',
    'woman',
    'man',
    'woman',
  ];
  for (const side of [-1, 1])
    cast.forEach((who, i) => {
      const start = 161.6 + i * 0.4 + (side < 0 ? 0.15 : 0);
      const pace = 7.4 + ((i * 37) % 10) * 0.14;
      const from = 117.5 + side * 23;
      const length = 170.2 - start;
      const name = `${side < 0 ? 'l' : 'r'}-${two(i + 1)}`;
      const scale = 1.5 + ((i * 53) % 7) * 0.035;
      const travel = keys([0, from], [length, from + side * pace * length]);
      const put = (part, path, more = {}) =>
        kit.clip(
          'crowd',
          `walker-${name}-${part}`,
          'shape',
          [start, 170.2],
          {
            path,
            ...dark,
            x: from,
            y: 4.1,
            scale,
            scaleX: side,
            swingY: 0.07,
            swingRate: 1.6,
            swingPhase: (i * 0.3) % 1,
            ...more,
          },
          { words: `Sortie de l’usine : ${who}`, fadeOut: 0.8, keyframes: { x: travel } },
        );
      if (who === 'cycle') {
        put('cycle', WALKERS.cycle, {
          fillOpacity: 0,
          stroke: '#050402',
          strokeOpacity: 1,
          strokeWidth: 0.2,
        });
        put('body', WALKERS.man, { pivotX: 1.6 });
        return;
      }
      if (who === 'man')
        for (const turn of [0, 0.5])
          put(`leg-${turn === 0 ? 1 : 2}`, WALKERS.leg, {
            y: 4.1 + 2.2 * scale,
            swingY: 0,
            swingAngle: 24,
            swingRate: 0.8,
            swingPhase: turn + i * 0.13,
          });
      put('body', WALKERS[who]);
    });
};

/** A shed at night: a phial in the central arch, and the stone around it answers in blue-green. */
export const radium = (kit) => {
  place(
    kit,
    'machines',
    'phial',
    [169.6, 177.4],
    phial(),
    { x: 117.5, y: 7.7, scale: 1 },
    {},
    { fadeIn: 1.4, fadeOut: 1 },
  );
  kit.clip(
    'stone',
    'radium-light',
    'stone',
    [169.6, 177.4],
    {
      lightX: 117.5,
      lightY: 8,
      lightHeight: 5,
      lightReach: 26,
      ambient: 0,
      colour: '#5fe0c8',
      level: 0.8,
      relief: 1,
      quietLevel: 0.35,
      shadow: 0.9,
    },
    {
      words: 'Lueur du radium',
      blend: 'lighten',
      fadeIn: 1.4,
      fadeOut: 1,
      keyframes: { lightReach: keys([0, 8, 'out'], [3, 30, 'smooth'], [5.5, 24, 'smooth'], [7.8, 30]) },
    },
  );
  kit.clip(
    'front',
    'rays',
    'particles',
    [169.8, 177.4],
    {
      kind: 'embers',
      count: 260,
      x: 116.8,
      y: 3,
      width: 1.4,
      height: 7,
      spread: 13,
      speed: 4.5,
      gravity: 0,
      life: 1.1,
      size: 1.4,
      colour: '#d9fff0',
      endColour: '#0a9396',
      warm: true,
      seed: 98,
    },
    { words: 'Particules', fadeIn: 1, fadeOut: 1 },
  );
};

/** Faster than 100: thirty metres long, over plinth and columns, once; on each pavilion the hand goes past the hundred. */
export const speed = (kit) => {
  place(
    kit,
    'front',
    'jamais',
    [177, 183],
    jamaisContente(-16, 128, 0.5, 4.6, 6),
    { x: 0, y: 0.15, scale: 2.2 },
    { ...INKS.cinema, stroke: '#fff0c8', strokeWidth: 0.36, glow: 0.5, glowLevel: 0.25 },
    { region: { elements: ['porch-frieze', 'porch-attic', 'cornice-porch'], inverted: true } },
  );
  for (const [name, x] of [
    ['seine', 12.9],
    ['champs', 222.1],
  ])
    kit.clip(
      'light',
      `speed-${name}`,
      'dial',
      [176.4, 183],
      {
        from: 0,
        to: 106,
        lowest: 0,
        highest: 120,
        x,
        y: 10.2,
        radius: 8.6,
        steps: 12,
        between: 2,
        tick: 1.1,
        labels: 5,
        labelSize: 1.3,
        labelInset: 1.5,
        font: 'media:goudy-1911',
        weight: 400,
        colour: '#fff0c8',
        hand: 'blade',
        handWidth: 0.8,
        handColour: '#fff8e4',
        litColour: '#ffb347',
        litWidth: 0.7,
        level: 1.2,
        progress: 0,
      },
      {
        words: 'Indicateur de vitesse',
        fadeIn: 0.6,
        fadeOut: 0.8,
        region: { elements: ['pavilions'], inverted: false },
        keyframes: { progress: keys([0, 0], [1, 0, 'in-out'], [4.6, 1]) },
      },
    );
};

/** Waves on the plinth are the Channel; the Blériot takes 37 minutes, or five seconds, along the entablature. */
export const flight = (kit) => {
  const sea = (phase) =>
    flow(Array.from({ length: 90 }, (_, i) => [-30 + i * 3.4, 0.55 * Math.sin(i * 1.35 + phase)]));
  [0, 1.6, 3.2].forEach((phase, i) =>
    kit.clip(
      'front',
      `sea-${i + 1}`,
      'shape',
      [181.6, 190],
      {
        path: sea(phase),
        x: 0,
        y: 0.9 + i * 1.05,
        stroke: ['#0a9396', '#38b6b8', '#9fe0d6'][i],
        strokeWidth: 0.22,
        glow: 0.6,
        glowLevel: 0.2,
      },
      {
        words: 'La Manche',
        fadeIn: 1,
        fadeOut: 1.5,
        region: { elements: ['plinth', 'pavilion', 'steps', 'statues'], inverted: false },
        keyframes: { x: keys([0, 0], [8.4, i % 2 ? 26 : -26]) },
      },
    ),
  );
  // Local metres of a machine that is twice its size: from end to end of the façade.
  const [x0, x1, length] = [-12, 122, 7.4];
  const parts = bleriot().map(({ x = 0, y = 0, ...part }) => ({
    ...part,
    x: x0 + x,
    keys: {
      x: keys([0, x0 + x, [0.35, 0.1, 0.6, 0.9]], [length, x1 + x]),
      y: keys([0, 3.6 + y, 'smooth'], [2, 7.4 + y, 'smooth'], [5, 6.9 + y, 'smooth'], [length, 5.4 + y]),
    },
  }));
  place(
    kit,
    'front',
    'bleriot',
    [181.4, 181.4 + length],
    parts,
    { x: 0, y: 0, scale: 2 },
    // One pale silhouette: light lines over dark ones would flash as they pass.
    { ...INKS.cinema, stroke: '#fff0c8', strokeWidth: 0.34, fill: '#c8b684' },
    { region: { elements: ['porch-frieze', 'porch-attic', 'cornice-porch'], inverted: true } },
  );
};
