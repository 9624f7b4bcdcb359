/**
 * Chapter 3, science and motion, 140–195 s, 6/8 in bars of 1.25 s. Sepia, a printer’s dots, an iris; arches are lenses
 * and wheels, the entablature a strip of film. At 165 s the crowd leaves the factory, at 170 s a blue light in a shed, at 180 s
 * an aeroplane. The last bars (192.5–195) can go round.
 */
import { INKS, place } from './machine.mjs';
import { biplane, camera, flask } from './machines-science.mjs';
import { crowd, radium, speed, flight } from './chapter-3-motion.mjs';
import { event, figure } from './words.mjs';
import { flow, lineOf } from './forms.mjs';
import { keys } from './kit.mjs';
import { rider } from './machines-crowd.mjs';
import { wheel } from './machines-motion.mjs';

const STYLE = { font: 'media:goudy-1911', colour: '#e9d8a6', text: '#f4ead0' };
const ARCHES = [103.5, 117.5, 131.5];
const two = (n) => String(n).padStart(2, '0');
const bayMiddle = (side, i) =>
  side === 'l' ? 117.5 - 89.35 + i * 5.7 + 2.85 : 117.5 + 26.65 + i * 5.7 + 2.85;

export const chapterThree = (kit) => {
  sepia(kit);
  lenses(kit);
  event(kit, 'pasteur', [140.8, 146.8], STYLE);
  zoetrope(kit);
  event(kit, 'michelin', [147.2, 153.2], { ...STYLE, from: 1885 });
  figure(kit, 'lumiere', [153.6, 161.2], STYLE, camera());
  crowd(kit);
  event(kit, 'lumiere', [161.5, 169.4], { ...STYLE, from: 1891 });
  radium(kit);
  figure(kit, 'curie', [169.8, 176.6], { ...STYLE, colour: '#b7f0ad' }, [
    {
      path: [
        lineOf([-0.5, -2.4], [0.5, -2.4]),
        flow([
          [-0.5, -2.4],
          [-0.55, 1.6],
          [-0.3, 2.1],
          [-0.3, 2.6],
          [0.3, 2.6],
          [0.3, 2.1],
          [0.55, 1.6],
          [0.5, -2.4],
        ]),
      ],
    },
    {
      path: Array.from({ length: 16 }, (_, i) => {
        const a = (i / 16) * 2 * Math.PI;
        return lineOf(
          [1.3 * Math.cos(a), -0.2 + 1.3 * Math.sin(a)],
          [(2.2 + (i % 2)) * Math.cos(a), -0.2 + (2.2 + (i % 2) * 0.5) * Math.sin(a)],
        );
      }),
      strokeWidth: 0.1,
    },
  ]);
  speed(kit);
  event(kit, 'jamais', [176.8, 182.8], { ...STYLE, from: 1895 });
  flight(kit);
  event(kit, 'bleriot', [182.9, 188.3], { ...STYLE, from: 1899 });
  figure(kit, 'laroche', [188.4, 195], STYLE, biplane(), { fadeOut: 0 });
  ending(kit);
};

/** The print: dots whose size is the tone; film over everything, unrest well below 3 Hz. */
const sepia = (kit) => {
  kit.clip(
    'stone',
    'halftone',
    'stone',
    [140, 195],
    {
      dots: 0.62,
      dotAngle: 30,
      colour: '#e9c98a',
      lightX: 60,
      lightY: 46,
      lightHeight: 34,
      lightReach: 170,
      ambient: 0.12,
      level: 0.5,
      quietLevel: 0.08,
      shadow: 1,
    },
    {
      words: 'Similigravure sépia',
      keyframes: {
        level: keys(
          [0, 1.5],
          [6, 1.3],
          [8, 0.26],
          [15, 0.2],
          [17, 0.2],
          [28.6, 0.22, 'smooth'],
          [30, 0],
          [36.2, 0, 'smooth'],
          [37.4, 0.42],
          [47, 0.34],
          [51, 0.7],
          [55, 0.7],
        ),
        lightX: keys([0, 40], [55, 195]),
      },
    },
  );
  kit.clip(
    'film',
    'film',
    'film',
    [140, 195],
    { tint: '#ffeccb', grain: 0.4, dust: 0.6, jitter: 0.08, iris: 0, irisX: 117.5, irisY: 9, irisSoft: 1.2 },
    {
      words: 'Pellicule',
      blend: 'multiply',
      keyframes: {
        iris: keys([0, 0, 'in'], [2.6, 140], [51.9, 140]),
        tint: keys([0, '#ffeccb'], [29.4, '#ffeccb'], [30, '#ffffff'], [36, '#ffffff'], [37, '#ffeccb']),
        dust: keys([0, 0.6], [29.4, 0.6], [30, 0.1], [36, 0.1], [37, 0.6]),
      },
    },
  );
};

/** Three arches, three lenses: in each of them a swan-neck flask. */
const lenses = (kit) => {
  ARCHES.forEach((x, i) => {
    place(
      kit,
      'machines',
      `flask-${i + 1}`,
      [140.4, 147.4],
      flask().map((part) => ({ ...part, draw: 0, keys: { draw: keys([0, 0, 'smooth'], [1.6, 1]) } })),
      { x: x - 0.7, y: 6.2, scale: 1.08 },
      { ...INKS.cinema, strokeWidth: 0.24, glow: 0.5, glowLevel: 0.2 },
      { fadeIn: 0.5, fadeOut: 0.7 },
    );
    kit.clip(
      'light',
      `lens-${i + 1}`,
      'gradient',
      [140.4, 147.4],
      {
        kind: 'radial',
        from: '#7a5a1e',
        to: '#1b1408',
        fromOpacity: 0.9,
        toOpacity: 0.9,
        x,
        y: 7,
        length: 8,
        curve: 0.8,
      },
      {
        words: 'Lentille',
        fadeIn: 0.8,
        fadeOut: 0.7,
        region: { elements: [['arch-left', 'arch-centre', 'arch-right'][i]], inverted: false },
      },
    );
  });
};

/** How bright a pose is while it isn’t its turn: the strip of poses stays readable. */
const REST = 0.28;
/** Wheels in the arches; above each bay, on the band as on a strip of film, one pose of the rider, lit one after the other: he rides. */
const zoetrope = (kit) => {
  ARCHES.forEach((x, i) =>
    place(
      kit,
      'machines',
      `wheel-${i + 1}`,
      [146.8, 161],
      wheel(4.1, i === 1 ? 48 : -48),
      { x, y: 6.6, scale: 1 },
      { ...INKS.cinema, stroke: '#fff0c8', glow: 0.5, glowLevel: 0.3 },
      { fadeIn: 0.6, fadeOut: 0.8 },
    ),
  );
  const beat = 1.25 / 6;
  for (const side of ['l', 'r'])
    for (let i = 0; i < 11; i += 1) {
      const pose = rider(i, 11);
      const order = side === 'l' ? i : i + 11;
      const flash = [];
      for (let turn = 0; turn * 22 * beat < 13; turn += 1) {
        const at = (turn * 22 + order) * beat;
        flash.push({ at, value: 1, ease: 'in' }, { at: at + beat * 3.5, value: REST, ease: 'hold' });
      }
      if (order > 0) flash.unshift({ at: 0, value: REST, ease: 'hold' });
      const shared = { fadeOut: 0.6, keyframes: { strokeOpacity: flash.filter((key) => key.at < 13.6) } };
      const paths = {
        path: [...pose.cycle, ...pose.body, ...pose.head],
        stroke: '#fff3d0',
        strokeWidth: 0.34,
        glow: 0.5,
        glowLevel: 0.3,
        x: bayMiddle(side, i),
        y: 15.2,
        scale: 1.12,
      };
      kit.clip('machines', `rider-${side}-${two(i + 1)}`, 'shape', [147, 160.6], paths, {
        words: `Zootrope, pose ${i + 1}`,
        ...shared,
      });
    }
};

/** The dome as a rising sun for the one who flies. */
const ending = (kit) => {
  kit.clip(
    'light',
    'sun',
    'facade-light',
    [187.5, 195],
    {
      elements: ['dome-ribs'],
      lines: 'axis',
      look: 'stroke',
      order: 'centre-out',
      colour: '#ca6702',
      width: 0.5,
      glow: 1.6,
      glowLevel: 0.35,
      progress: 0,
      soft: 0.2,
    },
    { words: 'Coupole, soleil levant', keyframes: { progress: keys([0, 0, 'out'], [4, 1]) } },
  );
  kit.clip(
    'stone',
    'last-light',
    'stone',
    [187.5, 195],
    {
      elements: ['dome', 'drum', 'lantern', 'dome-ribs'],
      inside: 0,
      insideColour: '#ff9a3c',
      ambient: 0.04,
      lightX: 117.5,
      lightY: 60,
      lightHeight: 20,
      lightReach: 60,
      level: 0.7,
      saturation: 0.6,
      quiet: [],
    },
    { words: 'Verrière au couchant', fadeIn: 0.5, keyframes: { inside: keys([0, 0, 'smooth'], [4.5, 0.5]) } },
  );
};
