import { edgesOf, xOn } from './depth-edges.ts';
import type { DepthEdge } from './depth-edges.ts';
import type { Run } from './depth-sweep.ts';
import { LAP, walkFaces } from './faces.ts';
import type { Side } from './faces.ts';
import type { FacadeModel } from './model.ts';
import { createTriangles } from './triangles.ts';
import type { Triangles, TriangleSink } from './triangles.ts';

/**
 * The façade as a body: the front of each visible part at z = −depth of its plane, side walls back to what lies
 * behind, and a back plane at the deepest plane where nothing is drawn. World metres, x right, y up, z towards the
 * public.
 */
export const extrude = (facade: FacadeModel): Triangles => {
  const drawn = edgesOf(facade);
  const { edges } = drawn;
  const sink = createTriangles();
  walkFaces(drawn, 'depth', {
    front: (run, bottom, top) => addFront(sink, edges, run, bottom, top),
    side: (side, bottom, top) => addSide(sink, edges, side, bottom, top),
    ledge: ({ from, to, y, below, above }) =>
      sink.quad(
        [from, y, -below.depth],
        [to, y, -below.depth],
        [to, y, -above.depth],
        [from, y, -above.depth],
      ),
  });
  return sink.done();
};

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
  sink.quad(
    [low, bottom, -left.depth],
    [low, bottom, -right.depth],
    [high, top, -right.depth],
    [high, top, -left.depth],
  );
};
