import type { Point } from '../rig/geometry.ts';
import type { FacadeElement, FacadeModel } from './model.ts';
import { flattenPath } from './path.ts';

/**
 * How an element stands out of or leans behind its plane, for a picture of the building alone: projectors are lined up
 * on flat planes, but from an avenue a flat dome looks like scenery. Metres added to z (towards the public).
 */
export type Form =
  | { kind: 'flat' }
  /** Half round between its own edges, wherever they are at that height: shaft and capital alike. */
  | { kind: 'round' }
  | { kind: 'roof'; lift(x: number, y: number): number };
const FLAT: Form = { kind: 'flat' };

const COLUMNS: ReadonlySet<string> = new Set(['column', 'porch-column', 'pavilion-column']);
/** Roofs lean back by so much from the foot to the crown, and ribs lie on them. */
const ROOFS: ReadonlyMap<string, number> = new Map([
  ['dome', 6],
  ['vault', 4],
]);
const ON_ROOFS: ReadonlySet<string> = new Set(['rib', 'ridge', 'drum', 'lantern', 'flag']);

type Box = { left: number; right: number; bottom: number; top: number };
type Roof = { box: Box; plane: string; back: number };

/** By element: the form of each. */
export const formsOf = (facade: FacadeModel): ((element: FacadeElement) => Form) => {
  const roofs = facade.elements.flatMap((element): Roof[] => {
    const [back, box] = [ROOFS.get(element.kind), boxOf(element)];
    return back !== undefined && box ? [{ box, plane: element.plane, back }] : [];
  });
  return (element) => {
    if (COLUMNS.has(element.kind)) return { kind: 'round' };
    if (!ROOFS.has(element.kind) && !ON_ROOFS.has(element.kind)) return FLAT;
    const roof = roofs.find(({ plane }) => plane === element.plane);
    return roof ? roofOf(roof) : FLAT;
  };
};

/** A roof curves back to both ends and to its crown, and goes on level above it. */
const roofOf = ({ box, back }: Roof): Form => {
  const [middle, radius] = [(box.left + box.right) / 2, (box.right - box.left) / 2];
  const lift = (x: number, y: number): number => {
    const up = Math.min(1, Math.max(0, (y - box.bottom) / (box.top - box.bottom)));
    const out = Math.min(1, Math.abs(x - middle) / radius);
    return -back * (1 - round(Math.hypot(up, out ** 4)));
  };
  return { kind: 'roof', lift };
};

/** Height of a half circle of radius 1. */
export const round = (share: number): number => Math.sqrt(Math.max(0, 1 - share * share));

const boxOf = ({ outline }: FacadeElement): Box | null => {
  const lines = flattenPath(outline, 0.05);
  const points: Point[] = lines.ok ? lines.value.flatMap((line) => line.points) : [];
  if (points.length < 3) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
};
