/** The two porticoes: plinth, wall with windows and mosaic frieze, twelve columns, entablature, balustrade. */
import { archLine, closed, levels, range, rect, smooth, uprights } from './paths.mjs';
import { column, statue, vase } from './orders.mjs';

export const FIRST = 26.65;
export const STEP = 5.7;
const two = (n) => String(n).padStart(2, '0');
/** x of column i (0…11), left to right on both wings. */
export const columnX = (side, i) => (side === 'l' ? -(FIRST + (11 - i) * STEP) : FIRST + i * STEP);

export const wall = (add, side) => {
  const s = side === 'l' ? -1 : 1;
  const [x0, x1] = s < 0 ? [-92, -24] : [24, 92];
  const wing = s < 0 ? 'wing-left' : 'wing-right';
  const words = s < 0 ? ['gauche', 'left'] : ['droite', 'right'];
  add(
    `wall-${side}`,
    'wall',
    { fr: `Mur de l'aile ${words[0]}`, en: `Wall of the ${words[1]} wing` },
    'stone',
    'wall',
    [wing],
    {
      outline: rect(x0, 4, x1, 15),
      details: [levels(x0, x1, [5.2, 11.3, 14.7])],
      axis: [],
    },
  );
  for (let i = 0; i < 11; i += 1) bay(add, side, wing, i);
  const edges = [
    [x0, columnX(side, 0) - 0.58],
    [columnX(side, 11) + 0.58, x1],
  ];
  edges.forEach(([a, b], i) => {
    add(
      `half-bay-${side}-${i + 1}`,
      'half-bay',
      { fr: 'Demi-travée', en: 'Half bay' },
      'stone',
      'wall',
      [wing],
      {
        outline: rect(a, 4, b, 15),
        details: [
          smooth(
            [
              [a + 0.5, 6],
              [(a + b) / 2, 6.2],
              [b - 0.5, 6],
            ],
            false,
          ),
        ],
        axis: [],
      },
    );
  });
  frieze(add, side, wing, x0, x1);
};

const bay = (add, side, wing, i) => {
  const a = columnX(side, i) + 0.58;
  const b = columnX(side, i + 1) - 0.58;
  const c = (a + b) / 2;
  const n = `${side}-${two(i + 1)}`;
  add(`bay-${n}`, 'bay', { fr: `Travée ${i + 1}`, en: `Bay ${i + 1}` }, 'stone', 'wall', ['bays', wing], {
    outline: rect(a, 4, b, 11.4),
    details: [
      levels(a, b, [4.9]),
      `${levels(a, c - 1.6, range(5.5, 10.9, 0.9))} ${levels(c + 1.6, b, range(5.5, 10.9, 0.9))}`,
    ],
    axis: [
      [c, 4],
      [c, 11.4],
    ],
  });
  add(
    `window-${n}`,
    'window',
    { fr: `Fenêtre ${i + 1}`, en: `Window ${i + 1}` },
    'glass',
    'wall',
    ['glass', 'windows', wing],
    {
      outline: `${archLine(c, 5.3, 9.3, 1.35)} Z`,
      details: [
        uprights(5.3, 10.6, [c]),
        uprights(5.3, 10.1, [c - 0.68, c + 0.68]),
        levels(c - 1.35, c + 1.35, [6.6, 8, 9.3]),
        archLine(c, 5.3, 9.3, 1.5),
      ],
      axis: [
        [c, 5.3],
        [c, 10.6],
      ],
    },
  );
};

/** The mosaic: a procession of figures, drawn as a rhythm of heads and robes. */
const frieze = (add, side, wing, x0, x1) => {
  const figures = range(x0 + 1.2, x1 - 1, 1.05).map((x, i) => {
    const h = 1.75 + 0.35 * Math.sin(i * 2.4 + (side === 'l' ? 0 : 1));
    return smooth(
      [
        [x - 0.3, 11.8],
        [x - 0.2, 11.8 + h * 0.6],
        [x - 0.06, 11.8 + h * 0.8],
        [x, 11.8 + h],
        [x + 0.1, 11.8 + h * 0.8],
        [x + 0.22, 11.8 + h * 0.55],
        [x + 0.3, 11.8],
      ],
      false,
    );
  });
  add(
    `frieze-${side}`,
    'frieze',
    { fr: 'Frise de mosaïque', en: 'Mosaic frieze' },
    'stone',
    'wall',
    ['mosaic', wing],
    {
      outline: rect(x0, 11.5, x1, 14.5),
      details: [levels(x0, x1, [11.7, 14.3]), ...chunks(figures, 12)],
      axis: [
        [x0, 13],
        [x1, 13],
      ],
    },
  );
};
const chunks = (list, size) => range(0, list.length - 1, size).map((i) => list.slice(i, i + size).join(' '));

export const portico = (add, side) => {
  const s = side === 'l' ? -1 : 1;
  const [x0, x1] = s < 0 ? [-92, -24] : [24, 92];
  const wing = s < 0 ? 'wing-left' : 'wing-right';
  const xs = [...Array(12).keys()].map((i) => columnX(side, i));
  plinth(add, side, wing, x0, x1);
  xs.forEach((x, i) => {
    add(
      `column-${side}-${two(i + 1)}`,
      'column',
      { fr: `Colonne ${i + 1}`, en: `Column ${i + 1}` },
      'stone',
      'columns',
      ['columns', wing],
      column(x, 4, 15, 1.15),
    );
  });
  entablature(add, side, wing, x0, x1);
  const piers = xs.map((x) =>
    closed([
      [x - 0.45, 18.2],
      [x + 0.45, 18.2],
      [x + 0.45, 20],
      [x - 0.45, 20],
    ]),
  );
  add(
    `balustrade-${side}`,
    'balustrade',
    { fr: 'Balustrade', en: 'Balustrade' },
    'stone',
    'columns',
    [wing],
    {
      outline: rect(x0, 18, x1, 20),
      details: [
        levels(x0, x1, [18.25, 18.5, 19.5, 19.75]),
        uprights(18.5, 19.5, range(x0 + 0.5, x1 - 0.25, 0.5)),
        ...piers,
      ],
      axis: [
        [x0, 19.9],
        [x1, 19.9],
      ],
    },
  );
  xs.forEach((x, i) => {
    add(
      `vase-${side}-${two(i + 1)}`,
      'vase',
      { fr: `Vase ${i + 1}`, en: `Vase ${i + 1}` },
      'stone',
      'columns',
      ['vases', wing],
      vase(x, 20),
    );
  });
  [1, 4, 7, 10].forEach((i, n) => {
    const x = (columnX(side, i - (s < 0 ? 1 : 0)) + columnX(side, i + (s < 0 ? 0 : 1))) / 2;
    add(
      `statue-${side}-${two(n + 1)}`,
      'statue',
      { fr: `Statue assise ${n + 1}`, en: `Seated statue ${n + 1}` },
      'stone',
      'columns',
      ['statues', wing],
      statue(x, s),
    );
  });
};

const plinth = (add, side, wing, x0, x1) => {
  const joints = range(0.6, 3, 0.6).map((y, i) =>
    uprights(y, y + 0.6, range(x0 + 0.9 + (i % 2) * 0.9, x1 - 0.4, 1.8)),
  );
  add(
    `plinth-${side}`,
    'plinth',
    { fr: 'Soubassement', en: 'Plinth' },
    'stone',
    'columns',
    ['plinth-all', wing],
    {
      outline: rect(x0, 0, x1, 4),
      details: [levels(x0, x1, [...range(0.6, 3, 0.6), 3.55, 3.8]), ...joints],
      axis: [
        [x0, 3.9],
        [x1, 3.9],
      ],
    },
  );
};

const entablature = (add, side, wing, x0, x1) => {
  add(
    `entablature-${side}`,
    'entablature',
    { fr: 'Entablement', en: 'Entablature' },
    'stone',
    'columns',
    [wing],
    {
      outline: rect(x0, 15, x1, 17.3),
      details: [levels(x0, x1, [15.3, 15.6, 15.9, 16])],
      axis: [
        [x0, 15.1],
        [x1, 15.1],
      ],
    },
  );
  const name = side === 'l' ? 'left' : 'right';
  add(
    `cornice-${name}`,
    'cornice',
    { fr: 'Corniche', en: 'Cornice' },
    'stone',
    'columns',
    ['cornices', wing],
    {
      outline: closed([
        [x0, 17.3],
        [x1, 17.3],
        [x1, 17.6],
        [x1, 18],
        [x0, 18],
        [x0, 17.6],
      ]),
      details: [levels(x0, x1, [17.45, 17.75]), uprights(17.45, 17.75, range(x0 + 0.35, x1 - 0.2, 0.7))],
      axis: [
        [x0, 18],
        [x1, 18],
      ],
    },
  );
};
