import { edgesOf, xOn } from './depth-edges.ts';
import type { DepthEdge } from './depth-edges.ts';
import { sweep } from './depth-sweep.ts';
import type { Run, Slab } from './depth-sweep.ts';
import type { FacadeModel } from './model.ts';
import { createTriangles } from './triangles.ts';
import type { Triangles, TriangleSink } from './triangles.ts';

/**
 * The façade as a body: the front of each visible part at z = −depth of its plane, side walls back to what lies
 * behind, and a back plane at the deepest plane where nothing is drawn. World metres, x right, y up, z towards the
 * public.
 */
export const extrude = (facade: FacadeModel): Triangles => {
  const { edges, depths } = edgesOf(facade);
  const sink = createTriangles();
  const fronts = createPatches<Run>((run, bottom, top) => addFront(sink, edges, run, bottom, top));
  const sides = createPatches<Side>((side, bottom, top) => addSide(sink, edges, side, bottom, top));
  let below: Slab | null = null;
  for (const slab of sweep({ edges, depths })) {
    fronts.next(slab, slab.runs, ({ left, right, depth }) => `${left} ${right} ${depth}`);
    sides.next(slab, sidesOf(slab.runs), ({ edge, left, right }) => `${edge} ${left} ${right}`);
    if (below?.top === slab.bottom) addLedges(sink, edges, below, slab);
    below = slab;
  }
  fronts.end();
  sides.end();
  return sink.done();
};

/** A step of depth along an edge. */
type Side = { edge: number; left: number; right: number };
const sidesOf = (runs: readonly Run[]): Side[] =>
  runs.flatMap((run, i) => {
    const next = runs[i + 1];
    if (!next || next.left !== run.right || next.depth === run.depth) return [];
    return [{ edge: run.right, left: run.depth, right: next.depth }];
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

/** Metres by which fronts reach over one another: a graphics card leaves pixels out where corners meet edges. */
const LAP = 2e-4;

const addFront = (
  sink: TriangleSink,
  edges: readonly DepthEdge[],
  { left, right, depth }: Run,
  bottom: number,
  top: number,
): void => {
  const [l, r] = [edges[left]!, edges[right]!];
  sink.quad(
    [xOn(l, bottom) - LAP, bottom - LAP, -depth],
    [xOn(r, bottom) + LAP, bottom - LAP, -depth],
    [xOn(r, top) + LAP, top + LAP, -depth],
    [xOn(l, top) - LAP, top + LAP, -depth],
  );
};

const addSide = (
  sink: TriangleSink,
  edges: readonly DepthEdge[],
  { edge, left, right }: Side,
  bottom: number,
  top: number,
): void => {
  const [low, high] = [xOn(edges[edge]!, bottom), xOn(edges[edge]!, top)];
  sink.quad([low, bottom, -left], [low, bottom, -right], [high, top, -right], [high, top, -left]);
};

/** Level faces between two slabs: the underside of a cornice, the top of a column. */
const addLedges = (sink: TriangleSink, edges: readonly DepthEdge[], below: Slab, above: Slab): void => {
  const y = above.bottom;
  const spans = (runs: readonly Run[]) =>
    runs.map(({ left, right, depth }) => ({ from: xOn(edges[left]!, y), to: xOn(edges[right]!, y), depth }));
  const upper = spans(above.runs);
  let first = 0;
  for (const span of spans(below.runs)) {
    while (first < upper.length && upper[first]!.to <= span.from) first++;
    for (let k = first; k < upper.length && upper[k]!.from < span.to; k++) {
      const other = upper[k]!;
      const [from, to] = [Math.max(span.from, other.from), Math.min(span.to, other.to)];
      if (other.depth === span.depth || to - from < LAP) continue;
      sink.quad([from, y, -span.depth], [to, y, -span.depth], [to, y, -other.depth], [from, y, -other.depth]);
    }
  }
};
