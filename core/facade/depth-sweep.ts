import { xOn } from './depth-edges.ts';
import type { DepthEdge, DepthEdges } from './depth-edges.ts';

/**
 * Cuts the elevation into level slabs between which no outline begins, ends or crosses another, and each slab into
 * runs of one depth: together they are the façade’s front, without overlaps and gaps.
 */
export type Run = { left: number; right: number; depth: number; /** The uppermost there. */ shape: number };
/** What makes neighbours one run: an equal depth, or the same shape. */
export type Joining = 'depth' | 'shape';
export type Slab = {
  /** Metres, bottom < top. */
  bottom: number;
  top: number;
  /** From left to right; `left` and `right` are indices of edges. Neighbours share an edge or have nothing between. */
  runs: Run[];
};

/** Metres: nearer crossings and narrower runs are rounding. */
const NARROW = 1e-6;

export const sweep = ({ edges, depths }: DepthEdges, by: Joining = 'depth'): Slab[] => {
  const heights = [...new Set(edges.flatMap(({ y0, y1 }) => [y0, y1]))].sort((a, b) => a - b);
  const waiting = edges.map((_, index) => index).sort((a, b) => edges[b]!.y0 - edges[a]!.y0);
  const slabs: Slab[] = [];
  let active: number[] = [];
  for (let i = 0; i + 1 < heights.length; i++) {
    const [bottom, top] = [heights[i]!, heights[i + 1]!];
    active = active.filter((index) => edges[index]!.y1 > bottom);
    while (waiting.length > 0 && edges[waiting.at(-1)!]!.y0 <= bottom) active.push(waiting.pop()!);
    cut({ edges, depths }, by, active, { bottom, top }, slabs);
  }
  return slabs;
};

/** Sorts the active edges, splits the slab at the lowest crossing until there is none, and adds what is left. */
const cut = (
  { edges, depths }: DepthEdges,
  by: Joining,
  active: number[],
  { bottom, top }: Pick<Slab, 'bottom' | 'top'>,
  slabs: Slab[],
): void => {
  let from = bottom;
  for (;;) {
    const keys = sortAlong(edges, active, from, top);
    const to = lowestCrossing(keys, from, top);
    slabs.push({ bottom: from, top: to, runs: runsOf({ edges, depths }, by, active, from, to) });
    if (to === top) return;
    from = to;
  }
};

type Keys = { low: Float64Array; high: Float64Array };
/** By x at the bottom, then at the top; an insertion sort, since the order hardly changes from slab to slab. */
const sortAlong = (edges: readonly DepthEdge[], active: number[], bottom: number, top: number): Keys => {
  const low = Float64Array.from(active, (index) => xOn(edges[index]!, bottom));
  const high = Float64Array.from(active, (index) => xOn(edges[index]!, top));
  for (let i = 1; i < active.length; i++) {
    const [index, a, b] = [active[i]!, low[i]!, high[i]!];
    let j = i - 1;
    for (; j >= 0 && comesAfter(low[j]!, high[j]!, active[j]!, a, b, index); j--) {
      active[j + 1] = active[j]!;
      low[j + 1] = low[j]!;
      high[j + 1] = high[j]!;
    }
    active[j + 1] = index;
    low[j + 1] = a;
    high[j + 1] = b;
  }
  return { low, high };
};
const comesAfter = (
  low: number,
  high: number,
  index: number,
  a: number,
  b: number,
  other: number,
): boolean => (Math.abs(low - a) > NARROW ? low > a : Math.abs(high - b) > NARROW ? high > b : index > other);

const lowestCrossing = ({ low, high }: Keys, bottom: number, top: number): number => {
  let lowest = top;
  for (let i = 0; i + 1 < low.length; i++) {
    const before = low[i + 1]! - low[i]!;
    const after = high[i]! - high[i + 1]!;
    if (after <= NARROW || before <= 0) continue;
    const y = bottom + ((top - bottom) * before) / (before + after);
    if (y > bottom + NARROW && y < lowest - NARROW) lowest = y;
  }
  return lowest;
};

const runsOf = (
  { edges, depths }: DepthEdges,
  by: Joining,
  active: readonly number[],
  bottom: number,
  top: number,
): Run[] => {
  const runs: Run[] = [];
  const inside = new Set<number>();
  const isWide = (left: number, right: number): boolean =>
    Math.max(
      xOn(edges[right]!, bottom) - xOn(edges[left]!, bottom),
      xOn(edges[right]!, top) - xOn(edges[left]!, top),
    ) > NARROW;
  let left = active[0] ?? 0;
  for (const index of active) {
    if (inside.size > 0 && isWide(left, index)) {
      const shape = Math.max(...inside);
      addRun(runs, { left, right: index, depth: depths[shape]!, shape }, by);
      left = index;
    } else if (inside.size === 0) left = index;
    const { shape } = edges[index]!;
    if (!inside.delete(shape)) inside.add(shape);
  }
  return runs;
};
const addRun = (runs: Run[], run: Run, by: Joining): void => {
  const last = runs.at(-1);
  if (last && last.right === run.left && last[by] === run[by]) last.right = run.right;
  else runs.push(run);
};
