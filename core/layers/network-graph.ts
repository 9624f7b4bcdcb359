import { hashed } from './hash.ts';

/**
 * A graph of points: each tied to its nearest, and as far from the root as a walk along the links is long. Parts that no
 * walk reaches are tied to what is nearest, so that everything grows.
 */
export type Point = readonly [x: number, y: number];
/** `from` is nearer to the root. `starts`, `ends`: metres of the walk there. */
type Link = { from: number; to: number; starts: number; ends: number };
export type Graph = { nodes: Point[]; at: number[]; links: Link[]; longest: number };

/** Points strewn evenly and yet by chance: of a few candidates the one that is farthest from all (Mitchell 1991). */
export const strewn = (
  count: number,
  box: { x: number; y: number; width: number; height: number },
  seed: number,
): Point[] => {
  const points: Point[] = [];
  for (let i = 0; i < count; i += 1) {
    const candidates = Array.from({ length: 8 }, (_, k): Point => {
      const own = i * 8 + k;
      return [box.x + box.width * hashed(own * 2, seed), box.y + box.height * hashed(own * 2 + 1, seed)];
    });
    const room = (point: Point): number =>
      Math.min(Infinity, ...points.map((other) => distance(point, other)));
    points.push(candidates.reduce((best, next) => (room(next) > room(best) ? next : best)));
  }
  return points;
};

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

export const graphOf = (nodes: readonly Point[], links: number, reach: number, root: Point): Graph => {
  const pairs = new Set<string>();
  const key = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  nodes.forEach((node, i) => {
    const near = nodes
      .map((other, k) => ({ k, d: distance(node, other) }))
      .filter(({ k, d }) => k !== i && (reach <= 0 || d <= reach))
      .sort((a, b) => a.d - b.d || a.k - b.k);
    for (const { k } of near.slice(0, links)) pairs.add(key(i, k));
  });
  const start = nodes.reduce(
    (best, node, i) => (distance(node, root) < distance(nodes[best]!, root) ? i : best),
    0,
  );
  const at = walked(nodes, pairs, key, start, reach);
  const tied = [...pairs].flatMap((pair): Link[] => {
    const [a = 0, b = 0] = pair.split(' ').map(Number);
    if (!Number.isFinite(at[a]!) || !Number.isFinite(at[b]!)) return [];
    const [from, to] = at[a]! <= at[b]! ? [a, b] : [b, a];
    return [{ from, to, starts: at[from]!, ends: at[from]! + distance(nodes[from]!, nodes[to]!) }];
  });
  const shown = at.map((walk) => (Number.isFinite(walk) ? walk : Infinity));
  const longest = Math.max(0, ...tied.map(({ ends }) => ends));
  return { nodes: [...nodes], at: shown, links: tied, longest };
};

/** Dijkstra's walk. Where it ends before all are reached, the nearest pair of reached and not reached is tied. */
const walked = (
  nodes: readonly Point[],
  pairs: Set<string>,
  key: (a: number, b: number) => string,
  start: number,
  reach: number,
): number[] => {
  const at = nodes.map((_, i) => (i === start ? 0 : Infinity));
  const done = new Set<number>();
  while (done.size < nodes.length) {
    let next = -1;
    at.forEach((walk, i) => {
      if (!done.has(i) && walk < Infinity && (next < 0 || walk < at[next]!)) next = i;
    });
    if (next < 0) {
      const bridge = nearestPair(nodes, done, reach);
      if (!bridge) break;
      pairs.add(key(bridge.from, bridge.to));
      at[bridge.to] = at[bridge.from]! + bridge.d;
      continue;
    }
    done.add(next);
    nodes.forEach((node, i) => {
      if (pairs.has(key(next, i))) at[i] = Math.min(at[i]!, at[next]! + distance(nodes[next]!, node));
    });
  }
  return at;
};
const nearestPair = (nodes: readonly Point[], done: ReadonlySet<number>, reach: number) => {
  let best: { from: number; to: number; d: number } | null = null;
  for (const from of done)
    nodes.forEach((node, to) => {
      const d = distance(nodes[from]!, node);
      if (!done.has(to) && (reach <= 0 || d <= reach) && (!best || d < best.d)) best = { from, to, d };
    });
  return best as { from: number; to: number; d: number } | null;
};
