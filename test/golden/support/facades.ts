import { modelOf } from '../../../core/facade/model-of.ts';
import type { ElementRecord, FacadeDocument } from '../../../core/facade/facade.schema.ts';

/** Two small façades, 32 × 18 m: bays for what lights outlines, and a temple with one element of each form. */
export const CANVAS = { width: 32, height: 18 };
type Element = Pick<ElementRecord, 'kind' | 'outline'> & Partial<ElementRecord>;

const makeFacade = (elements: Record<string, Element>): FacadeDocument => ({
  format: 'frise-facade',
  schema: 1,
  records: {
    'facade:test': { title: { fr: 'Essai', en: 'Test' }, ...CANVAS },
    'plane:front': { name: 'front', depth: 0 },
    'plane:behind': { name: 'behind', depth: 4 },
    ...Object.fromEntries(
      Object.entries(elements).map(([key, element]) => [
        `element:${key}`,
        { name: { fr: key, en: key }, groups: [], surface: 'stone', plane: 'plane:front', ...element },
      ]),
    ),
  },
  order: { 'facade:test': Object.keys(elements).map((key) => `element:${key}`) },
});

const bays = [0, 1, 2, 3].map((i) => 3 + i * 7);
export const facade = modelOf(
  makeFacade({
    wall: { kind: 'wall', outline: 'M 1 0 L 31 0 L 31 14 L 16 17.5 L 1 14 Z' },
    ...Object.fromEntries(
      bays.map((x, i) => [
        `arch-${i + 1}`,
        { kind: 'arch', outline: `M ${x} 1 L ${x} 7 A 2.5 2.5 0 0 0 ${x + 5} 7 L ${x + 5} 1 Z` },
      ]),
    ),
    cornice: {
      kind: 'cornice',
      outline: 'M 1 12 L 31 12 L 31 13 L 1 13 Z',
      axis: [
        [1, 12.5],
        [31, 12.5],
      ],
    },
  }),
);

const box = (x: number, y: number, width: number, height: number): string =>
  `M ${x} ${y} L ${x + width} ${y} L ${x + width} ${y + height} L ${x} ${y + height} Z`;
const columns = [2, 6, 10, 20, 24, 28];
export const temple = modelOf(
  makeFacade({
    roof: { kind: 'vault', outline: box(1, 12, 30, 3), surface: 'glass', plane: 'plane:behind' },
    dome: { kind: 'dome', outline: 'M 11 13 A 5 4.5 0 0 0 21 13 Z', surface: 'metal' },
    wall: { kind: 'wall', outline: box(1, 0, 30, 12), details: ['M 1 10 L 31 10', 'M 1 2 L 31 2'] },
    window: { kind: 'window', outline: 'M 13 1 L 13 6 A 3 3 0 0 0 19 6 L 19 1 Z', surface: 'glass' },
    frieze: { kind: 'frieze', outline: box(1, 10.3, 30, 1.4), groups: ['porch-frieze'] },
    ...Object.fromEntries(
      columns.map((x, i) => [`column-${i + 1}`, { kind: 'column', outline: box(x, 0.5, 1.6, 9) }]),
    ),
    statue: { kind: 'statue', outline: 'M 15 12 L 17 12 L 16.6 15 L 16 16 L 15.4 15 Z' },
  }),
);
