/**
 * Draws the façade document of the show from the schematic elevation of the Grand Palais (proportions, not a survey):
 *   node shows/usine-extraordinaire/build/facade.mjs
 * Deterministic; the output is committed. Ids are part of the show: clips name them.
 */
import { writeFileSync } from 'node:fs';
import { pavilion } from './facade/pavilions.mjs';
import { round, X0 } from './facade/paths.mjs';
import { porch } from './facade/porch.mjs';
import { roof } from './facade/roof.mjs';
import { portico, wall } from './facade/wings.mjs';

const PLANES = {
  porch: ['Porche', 0],
  columns: ['Colonnes', 3],
  attic: ['Attiques', 4.5],
  wall: ['Mur', 6.5],
  glass: ['Verrière', 22],
  dome: ['Coupole', 30],
};

/** The avenue Winston-Churchill, eye height of a person; `Champs-Élysées` is on the right. */
const VIEWPOINTS = [
  {
    eye: [117.5, 1.6, 80],
    key: 'avenue',
    lens: 12,
    name: { en: 'Avenue, middle', fr: 'Avenue, au milieu' },
    target: [117.5, 27, 0],
  },
  {
    eye: [270, 1.6, 84],
    key: 'champs-elysees',
    lens: 22,
    name: { en: 'Avenue, towards the Champs-Élysées', fr: 'Avenue, côté Champs-Élysées' },
    target: [172, 25, 0],
  },
  {
    eye: [92, 1.6, 55],
    key: 'porch',
    lens: 20,
    name: { en: 'Kerb, before the porch', fr: 'Trottoir, devant le porche' },
    target: [117.5, 19, 0],
  },
];

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

export const facadeDocument = () => {
  const records = {};
  const order = [];
  for (const [id, [name, depth]] of Object.entries(PLANES)) records[`plane:${id}`] = { depth, name };
  records['facade:grand-palais'] = {
    height: 62,
    title: { en: 'Grand Palais, avenue Winston-Churchill', fr: 'Grand Palais, avenue Winston-Churchill' },
    viewpoints: VIEWPOINTS,
    width: 235,
  };
  const add = (key, kind, name, surface, plane, groups, drawn) => {
    const id = `element:${key}`;
    if (records[id]) throw new Error(`two elements are called ${id}`);
    records[id] = {
      axis: drawn.axis.map(([x, y]) => [round(x + X0), round(y)]),
      details: drawn.details,
      groups,
      kind,
      name,
      outline: drawn.outline,
      plane: `plane:${plane}`,
      surface,
    };
    order.push(id);
  };
  roof(add);
  for (const side of ['l', 'r']) wall(add, side);
  for (const side of ['l', 'r']) pavilion(add, side);
  for (const side of ['l', 'r']) portico(add, side);
  porch(add);
  return {
    format: 'frise-facade',
    order: { 'facade:grand-palais': order },
    records: sorted(records),
    schema: 1,
  };
};

if (process.argv[1] === import.meta.filename) {
  const document = facadeDocument();
  writeFileSync(new URL('../facade.json', import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
  console.error(`facade.json: ${document.order['facade:grand-palais'].length} elements`);
}
