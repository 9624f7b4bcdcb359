/** The central porch: steps, three arches between coupled columns, a plain frieze and attic kept free for words, groups. */
import {
  archLine,
  archOutline,
  circle,
  closed,
  levels,
  open,
  range,
  rect,
  smooth,
  uprights,
} from './paths.mjs';
import { column, group } from './orders.mjs';

const ARCHES = [
  ['left', -14],
  ['centre', 0],
  ['right', 14],
];
const SPLAY = 4.5;

export const porch = (add) => {
  add('porch-attic', 'attic', { fr: 'Attique du porche', en: 'Porch attic' }, 'stone', 'porch', ['porch'], {
    outline: closed([
      [-24, 20],
      [24, 20],
      [24, 26.2],
      [24.4, 26.4],
      [24.4, 27],
      [-24.4, 27],
      [-24.4, 26.4],
      [-24, 26.2],
    ]),
    details: [levels(-24, 24, [20.35, 26.2, 26.6]), uprights(20.35, 26.2, [-16.4, 16.4, -15.9, 15.9])],
    axis: [
      [-24.4, 27],
      [24.4, 27],
    ],
  });
  add('porch-mass', 'porch', { fr: 'Porche', en: 'Porch' }, 'stone', 'porch', [], {
    outline: rect(-24, 0, 24, 16),
    details: [
      levels(-24, 24, [4]),
      ...[-24, -19.6, -8.8, 5.2, 19.2].map((x, i) =>
        levels(x, x + [2.2, 0.6, 3.6, 3.6, 4.8][i], range(4.8, 9.6, 0.8)),
      ),
    ],
    axis: [
      [-24, 0],
      [-24, 16],
    ],
  });
  for (const [name, x] of ARCHES) arch(add, name, x);
  const pairs = [-21, -7, 7, 21];
  let n = 0;
  for (const c of pairs) {
    for (const d of [-1, 1]) {
      n += 1;
      add(
        `porch-column-0${n}`,
        'porch-column',
        { fr: `Colonne du porche ${n}`, en: `Porch column ${n}` },
        'stone',
        'porch',
        ['porch', 'porch-columns'],
        column(c + d * 0.98, 4, 16, 1.2),
      );
    }
    const pedestal = Math.round(pairs.indexOf(c) + 1);
    add(
      `porch-pedestal-0${pedestal}`,
      'pedestal',
      { fr: 'Piédestal', en: 'Pedestal' },
      'stone',
      'porch',
      ['porch'],
      {
        outline: rect(c - 2.1, 1.5, c + 2.1, 4),
        details: [levels(c - 2.1, c + 2.1, [1.9, 3.6]), `${rectLine(c - 1.6, 2.2, c + 1.6, 3.3)}`],
        axis: [],
      },
    );
  }
  bands(add);
  sculpture(add);
  steps(add);
};
const rectLine = (a, b, c, d) =>
  open([
    [a, b],
    [c, b],
    [c, d],
    [a, d],
    [a, b],
  ]);

const arch = (add, name, x) => {
  const words = { left: ['gauche', 'Left'], centre: ['centrale', 'Central'], right: ['droite', 'Right'] }[
    name
  ];
  const fan = [...Array(9).keys()].map((i) => {
    const a = (Math.PI * (i + 0.5)) / 9;
    return open([
      [x + 1.5 * Math.cos(a), 10 + 1.5 * Math.sin(a)],
      [x + SPLAY * Math.cos(a), 10 + SPLAY * Math.sin(a)],
    ]);
  });
  add(
    `arch-surround-${name}`,
    'archivolt',
    { fr: 'Archivolte', en: 'Archivolt' },
    'stone',
    'porch',
    ['porch'],
    {
      outline: archOutline(x, 1.5, 10, SPLAY + 0.95),
      details: [
        archLine(x, 1.5, 10, SPLAY + 0.62),
        archLine(x, 1.5, 10, SPLAY + 0.3),
        closed([
          [x - 0.55, 14.4],
          [x + 0.55, 14.4],
          [x + 0.8, 15.9],
          [x - 0.8, 15.9],
        ]),
        levels(x - SPLAY - 0.95, x - SPLAY, [9.7, 10]),
        levels(x + SPLAY, x + SPLAY + 0.95, [9.7, 10]),
      ],
      axis: [],
    },
  );
  add(
    `arch-${name}`,
    'arch',
    { fr: `Arche ${words[0]}`, en: `${words[1]} arch` },
    'glass',
    'wall',
    ['arches', 'glass', 'porch'],
    {
      outline: archOutline(x, 1.5, 10, SPLAY),
      details: [
        ...fan,
        archLine(x, 10, 10, 1.5),
        archLine(x, 10, 10, 3),
        levels(x - SPLAY, x + SPLAY, [4.6, 7.3, 10]),
        uprights(1.5, 10, [x - 3, x - 1.5, x, x + 1.5, x + 3]),
      ],
      axis: archAxis(x),
    },
  );
};
const archAxis = (x) => [
  [x - SPLAY, 1.5],
  ...[...Array(17).keys()].map((i) => {
    const a = Math.PI * (1 - i / 16);
    return [x + SPLAY * Math.cos(a), 10 + SPLAY * Math.sin(a)];
  }),
  [x + SPLAY, 1.5],
];

/** Architrave, the frieze on which captions are read, cornice. */
const bands = (add) => {
  add('porch-frieze', 'band', { fr: 'Frise du porche', en: 'Porch frieze' }, 'stone', 'porch', ['porch'], {
    outline: rect(-24, 16, 24, 19.4),
    details: [levels(-24, 24, [16.2])],
    axis: [
      [-24, 16],
      [24, 16],
    ],
  });
  add(
    'cornice-porch',
    'cornice',
    { fr: 'Corniche du porche', en: 'Porch cornice' },
    'stone',
    'porch',
    ['cornices', 'porch'],
    {
      outline: closed([
        [-24, 19.4],
        [24, 19.4],
        [24.5, 19.7],
        [24.5, 20],
        [-24.5, 20],
        [-24.5, 19.7],
      ]),
      details: [levels(-24.3, 24.3, [19.6]), uprights(19.4, 19.6, range(-23.6, 23.6, 0.7))],
      axis: [
        [-24.5, 20],
        [24.5, 20],
      ],
    },
  );
};

const sculpture = (add) => {
  add('cartouche', 'cartouche', { fr: 'Cartouche', en: 'Cartouche' }, 'stone', 'porch', ['porch', 'groups'], {
    outline: smooth(
      [
        [-2.4, 27],
        [2.4, 27],
        [2.1, 27.9],
        [1.2, 28.6],
        [0.5, 29.3],
        [-0.5, 29.3],
        [-1.2, 28.6],
        [-2.1, 27.9],
      ],
      true,
    ),
    details: [circle(0, 28, 0.7), levels(-2, 2, [27.3])],
    axis: [],
  });
  add(
    'group-art',
    'group',
    { fr: 'L’Art (Verlet)', en: 'Art (Verlet)' },
    'stone',
    'porch',
    ['groups', 'porch'],
    group(-20.1, 20.4, 1.16, -1),
  );
  add(
    'group-paix',
    'group',
    { fr: 'La Paix (Lombard)', en: 'Peace (Lombard)' },
    'stone',
    'porch',
    ['groups', 'porch'],
    group(20.1, 20.4, 1.16, 1),
  );
  add(
    'group-peinture',
    'group',
    { fr: 'La Peinture (Boucher)', en: 'Painting (Boucher)' },
    'stone',
    'porch',
    ['groups', 'porch'],
    group(-28.6, 0, 0.84, -1),
  );
  add(
    'group-sculpture',
    'group',
    { fr: 'La Sculpture (Gasq)', en: 'Sculpture (Gasq)' },
    'stone',
    'porch',
    ['groups', 'porch'],
    group(28.6, 0, 0.84, 1),
  );
};

const steps = (add) => {
  const profile = [
    [-26, 0],
    [26, 0],
    [26, 0.35],
    [25.4, 0.35],
    [25.4, 0.75],
    [24.8, 0.75],
    [24.8, 1.15],
    [24.2, 1.15],
    [24.2, 1.5],
    [-24.2, 1.5],
    [-24.2, 1.15],
    [-24.8, 1.15],
    [-24.8, 0.75],
    [-25.4, 0.75],
    [-25.4, 0.35],
    [-26, 0.35],
  ];
  add('steps', 'steps', { fr: 'Perron', en: 'Steps' }, 'stone', 'porch', ['porch'], {
    outline: closed(profile),
    details: [levels(-25.6, 25.6, [0.21, 0.43, 0.64]), levels(-24.6, 24.6, [0.86, 1.07, 1.29])],
    axis: [
      [-26, 1.5],
      [26, 1.5],
    ],
  });
};
