import { xOn } from './depth-edges.ts';
import type { DepthEdge, DepthEdges } from './depth-edges.ts';
import { sweep } from './depth-sweep.ts';
import type { Joining, Run, Slab } from './depth-sweep.ts';

/** The faces of a façade as a body: fronts, the steps of depth at their edges, and level ledges between slabs. */
export interface FaceSink {
  front(run: Run, bottom: number, top: number): void;
  side(side: Side, bottom: number, top: number): void;
  ledge(ledge: Ledge): void;
}
/** A level face at height y, from x to x: the underside of a cornice, the top of a column. */
export type Ledge = { from: number; to: number; y: number; below: Run; above: Run };
/** Metres by which fronts reach over one another: a graphics card leaves pixels out where corners meet edges. */
export const LAP = 2e-4;

export const walkFaces = (drawn: DepthEdges, by: Joining, sink: FaceSink): void => {
  const { edges } = drawn;
  const fronts = createPatches<Run>((...patch) => sink.front(...patch));
  const sides = createPatches<Side>((...patch) => sink.side(...patch));
  const nameOf = (run: Run): string => `${run.depth} ${by === 'shape' ? run.shape : ''}`;
  let below: Slab | null = null;
  for (const slab of sweep(drawn, by)) {
    fronts.next(slab, slab.runs, (run) => `${run.left} ${run.right} ${nameOf(run)}`);
    sides.next(
      slab,
      sidesOf(slab.runs),
      ({ edge, left, right }) => `${edge} ${nameOf(left)} ${nameOf(right)}`,
    );
    if (below?.top === slab.bottom) addLedges(sink, edges, below, slab);
    below = slab;
  }
  fronts.end();
  sides.end();
};

/** A step of depth along an edge. */
export type Side = { edge: number; left: Run; right: Run };
const sidesOf = (runs: readonly Run[]): Side[] =>
  runs.flatMap((run, i) => {
    const next = runs[i + 1];
    if (!next || next.left !== run.right || next.depth === run.depth) return [];
    return [{ edge: run.right, left: run, right: next }];
  });

/** Joins what goes on from slab to slab into one patch. */
const createPatches = <Patch>(emit: (patch: Patch, bottom: number, top: number) => void) => {
  let open = new Map<string, { patch: Patch; bottom: number; top: number }>();
  const close = (): void => open.forEach(({ patch, bottom, top }) => emit(patch, bottom, top));
  return {
    next({ bottom, top }: Slab, patches: readonly Patch[], keyOf: (patch: Patch) => string): void {
      const going = new Map<string, { patch: Patch; bottom: number; top: number }>();
      for (const patch of patches) {
        const key = keyOf(patch);
        const before = open.get(key);
        const isGoingOn = before?.top === bottom;
        going.set(key, { patch, bottom: isGoingOn ? before.bottom : bottom, top });
        if (isGoingOn) open.delete(key);
      }
      close();
      open = going;
    },
    end: close,
  };
};

const addLedges = (sink: FaceSink, edges: readonly DepthEdge[], below: Slab, above: Slab): void => {
  const y = above.bottom;
  const spans = (runs: readonly Run[]) =>
    runs.map((run) => ({ from: xOn(edges[run.left]!, y), to: xOn(edges[run.right]!, y), run }));
  const upper = spans(above.runs);
  let first = 0;
  for (const span of spans(below.runs)) {
    while (first < upper.length && upper[first]!.to <= span.from) first++;
    for (let k = first; k < upper.length && upper[k]!.from < span.to; k++) {
      const other = upper[k]!;
      const [from, to] = [Math.max(span.from, other.from), Math.min(span.to, other.to)];
      if (other.run.depth === span.run.depth || to - from < LAP) continue;
      sink.ledge({ from, to, y, below: span.run, above: other.run });
    }
  }
};
