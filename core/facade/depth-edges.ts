import type { FacadeModel } from './model.ts';
import { flattenPath } from './path.ts';

/**
 * The outlines of a façade as straight edges with their depths, ready for a sweep from bottom to top. An element drawn
 * later lies on top of what it covers, also where its plane is deeper: a gate is a hole in its pavilion.
 */
export type DepthEdge = {
  /** Metres, y0 < y1. */
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Which shape it bounds: drawing order, 0 is the back plane. */
  shape: number;
};
export type DepthEdges = {
  edges: DepthEdge[];
  /** Depth of each shape, metres from the front plane. */
  depths: number[];
};

/** No outline is farther than this from its edges, metres. */
const TOLERANCE = 0.02;
/** Points are rounded to 0.1 mm, so that what is meant to meet meets. */
const GRAIN = 1e4;

/** `air`: metres by which the back plane is wider than the elevation on all sides. */
export const edgesOf = (facade: FacadeModel, air = 0): DepthEdges => {
  const solid = facade.elements.filter(({ surface }) => surface !== 'sky');
  const back = solid.reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
  const whole = [
    [-air, -air],
    [facade.width + air, -air],
    [facade.width + air, facade.height + air],
    [-air, facade.height + air],
  ] as const;
  const edges = ringEdges(whole, 0);
  facade.elements.forEach(({ outline }, index) => {
    const lines = flattenPath(outline, TOLERANCE);
    if (lines.ok) for (const { points } of lines.value) edges.push(...ringEdges(points, index + 1));
  });
  const depths = facade.elements.map(({ surface, depth }) => (surface === 'sky' ? back : depth));
  return { edges, depths: [back, ...depths] };
};

const rounded = (value: number): number => Math.round(value * GRAIN) / GRAIN;

/** Level edges bound no area between two heights, so they are left out. */
const ringEdges = (points: readonly (readonly [number, number])[], shape: number): DepthEdge[] =>
  points.flatMap(([ax, ay], i) => {
    const [bx, by] = points[(i + 1) % points.length]!;
    const [x0, y0, x1, y1] = [rounded(ax), rounded(ay), rounded(bx), rounded(by)];
    if (y0 === y1) return [];
    return [y0 < y1 ? { x0, y0, x1, y1, shape } : { x0: x1, y0: y1, x1: x0, y1: y0, shape }];
  });

export const xOn = ({ x0, y0, x1, y1 }: DepthEdge, y: number): number =>
  y === y0 ? x0 : y === y1 ? x1 : x0 + ((x1 - x0) * (y - y0)) / (y1 - y0);
