import type { useWords } from '../../use-link.ts';
import type { Lattice } from './selection.ts';

const CORNERS = ['cornerUpperLeft', 'cornerUpperRight', 'cornerLowerLeft', 'cornerLowerRight'] as const;

/** "haut gauche" of four; "colonne 3, rangée 2" of many. */
export const pointName = (
  t: ReturnType<typeof useWords>,
  index: number,
  { columns, rows }: Lattice,
): string => {
  const corner = CORNERS[index];
  if (columns === 2 && rows === 2 && corner) return t(corner);
  if (rows === 1) return `${t('point')} ${index + 1}`;
  return t('pointAt', { column: (index % columns) + 1, row: Math.floor(index / columns) + 1 });
};

/** Of what is chosen: a name, or how many. */
export const selectionName = (
  t: ReturnType<typeof useWords>,
  selection: readonly number[],
  lattice: Lattice,
): string => {
  const [only] = selection;
  if (only === undefined) return t('noPoint');
  return selection.length === 1 ? pointName(t, only, lattice) : t('nPoints', { count: selection.length });
};
