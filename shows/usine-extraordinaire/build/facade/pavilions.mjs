/** The two end pavilions, rounded in plan: bays squeezed towards the outer edge, a carriage gate, the quadriga on top. */
import { archLine, archOutline, closed, levels, range, rect, uprights } from './paths.mjs';
import { column } from './orders.mjs';
import { quadriga } from './quadriga.mjs';

/** Distances of the engaged columns from the wing's end. */
const ENGAGED = [1.6, 7.3, 17.9, 21.6, 23.9];

export const pavilion = (add, side) => {
  const s = side === 'l' ? -1 : 1;
  const name = side === 'l' ? 'seine' : 'champs';
  const label = side === 'l' ? ['Seine', 'Seine'] : ['Champs-Élysées', 'Champs-Élysées'];
  const at = (d) => s * (92 + d);
  const [x0, x1] = s < 0 ? [-117.5, -92] : [92, 117.5];
  const wing = s < 0 ? 'wing-left' : 'wing-right';
  const both = ['pavilions', wing];
  add(
    `pavilion-attic-${name}`,
    'attic',
    { fr: `Attique, côté ${label[0]}`, en: `Attic, ${label[1]} end` },
    'stone',
    'attic',
    both,
    {
      outline: closed([
        [at(1), 20],
        [at(1), 24.6],
        [at(3.4), 24.8],
        [at(3.6), 26],
        [at(6.2), 26.2],
        [at(6.4), 28],
        [at(20.6), 28],
        [at(20.8), 26.2],
        [at(23.2), 26],
        [at(23.4), 24.8],
        [at(24.6), 24.6],
        [at(24.6), 20],
      ]),
      details: [
        levels(Math.min(at(1), at(24.6)), Math.max(at(1), at(24.6)), [20.5, 24, 24.6]),
        levels(Math.min(at(6.4), at(20.6)), Math.max(at(6.4), at(20.6)), [26.2, 27.6]),
      ],
      axis: [
        [at(1), 24.7],
        [at(24.6), 24.7],
      ],
    },
  );
  add(
    `pavilion-${name}`,
    'pavilion',
    { fr: `Pavillon, côté ${label[0]}`, en: `Pavilion, ${label[1]} end` },
    'stone',
    'columns',
    both,
    {
      outline: rect(x0, 0, x1, 15),
      details: [
        levels(x0, x1, [...range(0.6, 3, 0.6), 3.8, 4]),
        levels(Math.min(at(1), at(7)), Math.max(at(1), at(7)), range(5, 14, 0.9)),
        levels(Math.min(at(18.2), at(25.4)), Math.max(at(18.2), at(25.4)), range(5, 14, 0.9)),
      ],
      axis: [],
    },
  );
  const c = at(12.6);
  add(`gate-surround-${name}`, 'archivolt', { fr: 'Archivolte', en: 'Archivolt' }, 'stone', 'columns', both, {
    outline: archOutline(c, 0, 8.4, 4.5),
    details: [archLine(c, 0, 8.4, 4.15), archLine(c, 0, 8.4, 3.85)],
    axis: [],
  });
  add(
    `gate-${name}`,
    'gate',
    { fr: `Porte cochère, côté ${label[0]}`, en: `Carriage gate, ${label[1]} end` },
    'glass',
    'wall',
    [...both, 'gates'],
    {
      outline: archOutline(c, 0, 8.4, 3.5),
      details: [
        levels(c - 3.5, c + 3.5, [5.5, 8.4]),
        uprights(0, 8.4, [c - 1.75, c, c + 1.75]),
        archLine(c, 8.4, 8.4, 1.7),
      ],
      axis: [
        [c - 3.5, 0],
        [c - 3.5, 8.4],
        [c - 2.47, 10.87],
        [c, 11.9],
        [c + 2.47, 10.87],
        [c + 3.5, 8.4],
        [c + 3.5, 0],
      ],
    },
  );
  ENGAGED.forEach((d, i) => {
    const squeeze = [1.15, 1.15, 1.1, 0.95, 0.75][i];
    add(
      `pavilion-column-${side}-0${i + 1}`,
      'pavilion-column',
      { fr: `Colonne engagée ${i + 1}`, en: `Engaged column ${i + 1}` },
      'stone',
      'columns',
      [...both, 'pavilion-columns'],
      column(at(d), 4, 15, squeeze),
    );
  });
  crown(add, side, name, label, both, x0, x1);
};

const crown = (add, side, name, label, both, x0, x1) => {
  const s = side === 'l' ? -1 : 1;
  const [a, b] = s < 0 ? [x0, x1] : [x0, x1];
  add(
    `pavilion-entablature-${name}`,
    'entablature',
    { fr: 'Entablement', en: 'Entablature' },
    'stone',
    'columns',
    both,
    {
      outline: rect(a, 15, b, 17.3),
      details: [levels(a, b, [15.3, 15.6, 15.9, 16])],
      axis: [],
    },
  );
  add(
    `cornice-${name}`,
    'cornice',
    { fr: 'Corniche', en: 'Cornice' },
    'stone',
    'columns',
    [...both, 'cornices'],
    {
      outline: rect(a, 17.3, b, 18),
      details: [levels(a, b, [17.45, 17.75]), uprights(17.45, 17.75, range(a + 0.35, b - 0.2, 0.7))],
      axis: [
        [a, 18],
        [b, 18],
      ],
    },
  );
  add(
    `pavilion-balustrade-${name}`,
    'balustrade',
    { fr: 'Balustrade', en: 'Balustrade' },
    'stone',
    'columns',
    both,
    {
      outline: rect(a, 18, b, 20),
      details: [
        levels(a, b, [18.25, 18.5, 19.5, 19.75]),
        uprights(18.5, 19.5, range(a + 0.5, b - 0.25, 0.5)),
      ],
      axis: [
        [a, 19.9],
        [b, 19.9],
      ],
    },
  );
  const words =
    side === 'l'
      ? { fr: 'L’Harmonie triomphant de la Discorde', en: 'Harmony Triumphing over Discord' }
      : { fr: 'L’Immortalité devançant le Temps', en: 'Immortality Outstripping Time' };
  add(
    `quadriga-${name}`,
    'quadriga',
    words,
    'metal',
    'attic',
    ['quadrigas', side === 'l' ? 'wing-left' : 'wing-right'],
    quadriga(s * 105, 28, s),
  );
};
