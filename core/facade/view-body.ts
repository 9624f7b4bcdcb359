import { edgesOf, xOn } from './depth-edges.ts';
import type { DepthEdge } from './depth-edges.ts';
import type { Run } from './depth-sweep.ts';
import { LAP, walkFaces } from './faces.ts';
import type { Side } from './faces.ts';
import type { FacadeElement, FacadeModel } from './model.ts';
import { facadeModel } from './select.ts';
import { createSurface, type Corner, type Surface, type SurfaceSink } from './view-surface.ts';
import { formsOf, round, type Form } from './view-form.ts';

/**
 * The building as a person sees it, not as projectors are lined up on it (`extrude`): every element of a plane is whole
 * behind what stands before it, so that walking sideways opens no holes; what is thin stays thin; columns, vault and
 * dome are round; where nothing is drawn is the sky. World metres, x right, y up, z towards the public. Takes about
 * half a second for a large façade.
 */
export const viewBody = (facade: FacadeModel): Surface => {
  const sink = createSurface();
  const formOf = formsOf(facade);
  for (const depth of new Set(facade.elements.map((element) => element.depth)))
    addPlane(sink, facade, depth, formOf);
  return sink.done();
};

/** Metres that an element reaches back: a building behind its walls, air behind a statue. */
const THICK = 12;
/** Metres of nothing around the elevation, so that its ends have sides too. */
const AIR = 1;
const thickness: Readonly<Record<string, number>> = {
  pavilion: 30,
  attic: 9,
  column: 1,
  'porch-column': 1,
  'pavilion-column': 1,
  statue: 1,
  vase: 0.8,
  group: 2,
  quadriga: 1.6,
  cartouche: 1,
  flag: 0.1,
  balustrade: 0.6,
  lantern: 0,
  dome: 0,
  vault: 0,
  rib: 0,
  ridge: 0,
};

/**
 * One plane: of what lies as deep or deeper, the uppermost in drawing order, where that is of this plane. A gate that is
 * drawn later and lies deeper is a hole.
 */
const addPlane = (
  sink: SurfaceSink,
  facade: FacadeModel,
  depth: number,
  formOf: (element: FacadeElement) => Form,
): void => {
  const elements = facade.elements.filter(({ depth: at, surface }) => at >= depth || surface === 'sky');
  const drawn = edgesOf(facadeModel({ ...facade, elements }), AIR);
  const { edges } = drawn;
  const own = ({ shape, depth: at }: Run): FacadeElement | null => {
    const element = at === depth ? elements[shape - 1] : undefined;
    return element && element.surface !== 'sky' ? element : null;
  };
  const reach = (element: FacadeElement, behind: number): number =>
    Math.min(behind, depth + (thickness[element.kind] ?? THICK));
  walkFaces(drawn, 'shape', {
    front(run, bottom, top) {
      const element = own(run);
      if (element) addFront(sink, edges, run, bottom, top, depth, formOf(element));
    },
    side(side, bottom, top) {
      const [left, right] = [own(side.left), own(side.right)];
      const element = left ?? right;
      if (!element || (left && right)) return;
      const far = reach(element, (left ? side.right : side.left).depth);
      if (far > depth) addSide(sink, edges, side, bottom, top, { near: depth, far, isLeft: left !== null });
    },
    ledge({ from, to, y, below, above }) {
      const [under, over] = [own(below), own(above)];
      const element = under ?? over;
      if (!element || (under && over)) return;
      const far = reach(element, (under ? above : below).depth);
      const at = (x: number, z: number): Corner => [x, y, -z];
      if (far > depth)
        sink.quad([at(from, depth), at(to, depth), at(to, far), at(from, far)], [0, under ? 1 : -1, 0]);
    },
  });
};

const addFront = (
  sink: SurfaceSink,
  edges: readonly DepthEdge[],
  { left, right }: Run,
  bottom: number,
  top: number,
  depth: number,
  form: Form,
): void => {
  const [l, r] = [edges[left]!, edges[right]!];
  const rows = form.kind === 'roof' ? Math.ceil((top - bottom) / ROOF_STEP) : 1;
  const columns = columnsOf(form, Math.max(xOn(r, bottom) - xOn(l, bottom), xOn(r, top) - xOn(l, top)));
  const at = (i: number, j: number): Corner => {
    const y = bottom + ((top - bottom) * j) / rows;
    const [from, to] = [xOn(l, y) - LAP, xOn(r, y) + LAP];
    const x = from + ((to - from) * i) / columns;
    const half = ((to - from) / 2) * round((2 * i) / columns - 1);
    return [x, y, -depth + (form.kind === 'round' ? half : form.kind === 'roof' ? form.lift(x, y) : 0)];
  };
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++)
      sink.quad([at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)], null);
};

/** Metres a piece of a curved roof. */
const ROOF_STEP = 1.5;
const AROUND = 8;
const columnsOf = ({ kind }: Form, width: number): number =>
  kind === 'round' ? AROUND : kind === 'roof' ? Math.max(1, Math.ceil(width / ROOF_STEP)) : 1;

type Span = { near: number; far: number; /** The body is on the left of its edge. */ isLeft: boolean };
const addSide = (
  sink: SurfaceSink,
  edges: readonly DepthEdge[],
  { edge }: Side,
  bottom: number,
  top: number,
  { near, far, isLeft }: Span,
): void => {
  const [low, high] = [xOn(edges[edge]!, bottom), xOn(edges[edge]!, top)];
  const length = Math.hypot(top - bottom, high - low);
  const way = isLeft ? 1 : -1;
  sink.quad(
    [
      [low, bottom, -near],
      [low, bottom, -far],
      [high, top, -far],
      [high, top, -near],
    ],
    [(way * (top - bottom)) / length, (-way * (high - low)) / length, 0],
  );
};
