/** Chapter 5, what moves in front of the paper: 2 CV, pile, jet, DS. */
import { flow, lineOf, ring } from './forms.mjs';
import { DEUX_CV, DS, JET, PAPER, pile } from './machines-paper.mjs';
import { draw, flat, line } from './wings.mjs';
import { keys } from './kit.mjs';

/** Parts that move together: the second colour and the black plate lie a little beside the first. */
export const group = (kit, prefix, span, at, parts, move, more = {}) => {
  for (const { id, x = 0, y = 0, lift, ...own } of parts) {
    const shift = (list, by) => keys(...list.map(([t, value, ease]) => [t, value + by, ease]));
    const keyframes = {
      ...(move.x ? { x: shift(move.x, x * at.scale) } : {}),
      ...(move.y || lift ? { y: shift(lift ?? move.y, y * at.scale) } : {}),
      ...(move.rotation ? { rotation: keys(...move.rotation) } : {}),
    };
    draw(
      kit,
      'front',
      `${prefix}-${id}`,
      span,
      { ...own, x: at.x + x * at.scale, y: at.y + y * at.scale, scale: at.scale },
      prefix,
      { ...more, keyframes },
    );
  }
};

/** Drives in, stops before the arches and sits there bouncing, drives on. */
export const twoCv = (kit) => {
  const x = [
    [0, -14, 'out'],
    [2.1, 117.5, 'hold'],
    [3.9, 117.5, 'in'],
    [5.4, 255],
  ];
  const bounce = { swingY: 0.35, swingRate: 1.6 };
  group(
    kit,
    '2cv',
    [263.1, 268.6],
    { x: -14, y: 0.2, scale: 1.55 },
    [
      { id: 'wheels', ...flat(DEUX_CV.wheels, PAPER.sun) },
      { id: 'body', ...flat(DEUX_CV.body, '#c9d6d2'), ...bounce },
      { id: 'windows', ...flat(DEUX_CV.windows, '#86a8a4'), x: 0.12, y: -0.06, ...bounce },
      { id: 'ribs', ...line(DEUX_CV.ribs, '#5d6f70', 0.22), x: 0.12, y: -0.08, ...bounce },
      { id: 'lamp', ...flat(DEUX_CV.lamp, PAPER.sun, { glow: 2 }), ...bounce },
    ],
    { x },
  );
};

/** The pile face on before the porch, channels lighting from the middle; tracks of particles on both wings. */
export const atom = (kit) => {
  const span = [256.7, 263.5];
  const at = { x: 117.5, y: 7.9 };
  draw(
    kit,
    'front',
    'pile-face',
    span,
    { ...flat(ring(6.9), '#0d1f26'), ...at, stroke: PAPER.cream, strokeWidth: 0.35, strokeOpacity: 1 },
    'Pile Zoé',
    { fadeIn: 0.4, fadeOut: 0.5 },
  );
  const bands = [0, 0.18, 0.36, 0.54, 0.72, 0.96];
  bands.slice(1).forEach((to, i) =>
    draw(
      kit,
      'front',
      `pile-${i + 1}`,
      span,
      flat(pile(6.6, bands[i], to), [PAPER.cream, PAPER.sun, PAPER.sun, PAPER.coral, PAPER.teal][i], {
        x: 117.5,
        y: 7.9,
        fillOpacity: 0.1,
      }),
      'Canaux du graphite',
      {
        fadeOut: 0.5,
        keyframes: { fillOpacity: keys([0, 0.1], [0.6 + i * 0.75, 0.1, 'out'], [0.9 + i * 0.75, 1]) },
      },
    ),
  );
  // Heavy particles go straight, light ones bend: a fan that opens towards the pavilions.
  const track = (i) => {
    const side = i % 2 ? 1 : -1;
    const end = [2, 13.9, 10.6, 4.6, 12.6, 7.2, 3.2, 9.2, 14.2, 5.8, 1.4, 11.8][i % 12];
    const bend = [0.7, 1, 2.2][Math.floor(i / 2) % 3];
    return flow(
      [0, 0.2, 0.4, 0.6, 0.8, 1].map((s) => [
        117.5 + side * (9 + s * (48 + (i % 5) * 8)),
        7.9 + (end - 7.9) * s ** bend,
      ]),
    );
  };
  [PAPER.cream, PAPER.coral, PAPER.sun].forEach((colour, c) =>
    [0, 1].forEach((n) =>
      draw(
        kit,
        'front',
        `tracks-${c + 1}-${n + 1}`,
        span,
        line([track(4 * c + 2 * n), track(4 * c + 2 * n + 1)], colour, [0.34, 0.2, 0.16][c], {
          draw: 0,
          glow: 0.5,
          glowLevel: 0.2,
        }),
        'Chambre à brouillard',
        {
          fadeOut: 0.6,
          region: { elements: ['wing-left', 'wing-right'], inverted: false },
          keyframes: {
            draw: keys([0, 0], [1 + c * 1.1 + n * 0.55, 0, 'out'], [1.7 + c * 1.1 + n * 0.55, 1]),
            strokeOpacity: keys([0, 1], [4.4 + c * 0.5, 1], [6.6, 0.3]),
          },
        },
      ),
    ),
  );
};

/** A Mystère II along the entablature; where it comes out from behind the porch, a ring of sound runs over the stone. */
export const flown = (kit) => {
  const span = [281.8, 284.6];
  const path = {
    x: [
      [0, -30, 'in'],
      [2.8, 280],
    ],
    y: [
      [0, 15.6, 'linear'],
      [2.8, 19.6],
    ],
  };
  group(
    kit,
    'mystere',
    span,
    { x: -30, y: 15.6, scale: 2.5 },
    [
      {
        id: 'cone',
        ...line([lineOf([7, 0], [-22, 9]), lineOf([7, 0], [-22, -9])], PAPER.coral, 0.5),
        rotation: 0.8,
      },
      { id: 'tail', ...flat(JET.tail, PAPER.coral), rotation: 0.8 },
      { id: 'body', ...flat(JET.body, PAPER.cream), rotation: 0.8 },
      { id: 'wing', ...flat(JET.wing, PAPER.teal), x: 0.1, y: -0.05, rotation: 0.8 },
      { id: 'cabin', ...flat(JET.cabin, PAPER.sun), rotation: 0.8 },
    ],
    path,
    { region: { elements: ['porch', 'porch-mass', 'groups'], inverted: true } },
  );
  kit.clip(
    'light',
    'bang',
    'stone',
    [283.4, 287.4],
    {
      ambient: 0,
      colour: '#000000',
      level: 1,
      shadow: 0,
      relief: 1,
      ring: 0,
      ringX: 130,
      ringY: 17,
      ringWidth: 5,
      ringLevel: 1.6,
      ringColour: '#fff3dc',
      quietLevel: 0.2,
    },
    {
      words: 'Le mur du son',
      blend: 'add',
      keyframes: { ring: keys([0, 0, 'out'], [4, 150]), ringLevel: keys([0, 1.6], [4, 0]) },
    },
  );
};

/** The sheet is a lantern; the DS wakes, rises by a tenth and goes. Its roof line is then the building’s. */
export const ds = (kit) => {
  kit.clip(
    'stone',
    'lantern-1955',
    'stone',
    [275, 287.8],
    {
      elements: ['vault', 'ribs', 'dome', 'drum', 'lantern', 'dome-ribs'],
      level: 0.4,
      ambient: 0.05,
      lightX: 117.5,
      lightY: 36,
      lightHeight: 30,
      lightReach: 140,
      saturation: 0.4,
      inside: 0,
      insideColour: '#ffd166',
      quiet: [],
    },
    {
      words: 'Verrière lanterne',
      fadeOut: 1.5,
      region: { elements: ['porch', 'groups'], inverted: true },
      keyframes: { inside: keys([0, 0, 'out'], [0.5, 1.3, 'smooth'], [5, 0.9, 'smooth'], [8, 0.45]) },
    },
  );
  const span = [274.6, 282.4];
  const x = [
    [0, 117.5, 'hold'],
    [5.6, 117.5, 'in'],
    [7.8, 262],
  ];
  const lift = [
    [0, 0.05, 'hold'],
    [1.4, 0.05, 'heavy'],
    [2.6, 0.95, 'hold'],
  ];
  group(
    kit,
    'ds',
    span,
    { x: 117.5, y: 0.05, scale: 1.36 },
    [
      { id: 'wheels', ...flat(DS.wheels, '#2b3a40') },
      { id: 'hubs', ...flat([ring(0.8, 8.2, 1.65), ring(0.8, -7.8, 1.65)], PAPER.cream) },
      { id: 'roof', ...flat(DS.roof, PAPER.cream), lift },
      { id: 'lower', ...flat(DS.lower, PAPER.coral), lift },
      { id: 'skirt', ...flat(DS.skirt, PAPER.coral), lift },
      { id: 'windows', ...flat(DS.windows, PAPER.deep), x: 0.14, y: -0.08, lift },
      { id: 'lines', ...line(DS.lines, '#5a2226', 0.2), x: 0.2, y: -0.12, lift },
      { id: 'lamps', ...flat(DS.lamps, PAPER.sun), lift },
    ],
    { x },
    { fadeIn: 0.4 },
  );
  draw(
    kit,
    'front',
    'roof-line',
    [268.8, 275.6],
    line(
      flow([
        [9, 20.6],
        [22, 24],
        [50, 29.5],
        [78, 33.4],
        [88, 39],
        [100, 45.6],
        [117.5, 48.6],
        [133, 46],
        [144, 40],
        [150, 34.4],
        [175, 30.5],
        [205, 27],
        [222, 23],
        [228, 20.2],
      ]),
      PAPER.cream,
      0.75,
      { draw: 0, glow: 1.4, glowLevel: 0.25 },
    ),
    'Une seule ligne de toit',
    { fadeOut: 0.8, keyframes: { draw: keys([0, 0, 'in-out'], [3, 1]) } },
  );
};
