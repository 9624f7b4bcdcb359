/** Chapter 8: the building as a graph. Nodes are points of the façade itself; links grow by preferential attachment. */
import { dice } from './motion.mjs';

const row = (count, from, step, y, kind) =>
  Array.from({ length: count }, (_, i) => ({ x: from + i * step, y, kind }));
const mirrored = (nodes) => [...nodes, ...nodes.map((node) => ({ ...node, x: 235 - node.x }))];

/** Capitals, windows, vases, statues, arches, groups, quadrigas, ribs: 150 points. */
export const POINTS = [
  { x: 117.5, y: 15.2, kind: 'arch' },
  ...mirrored([
    { x: 103.5, y: 15.2, kind: 'arch' },
    ...row(12, 28.15, 5.7, 14.6, 'capital'),
    ...row(11, 31, 5.7, 8.2, 'window'),
    ...row(12, 28.15, 5.7, 21.2, 'vase'),
    ...row(4, 31, 17.1, 4.9, 'statue'),
    ...row(2, 95.5, 14, 15.4, 'capital'),
    ...row(2, 97.5, 14, 4.6, 'capital'),
    { x: 97.4, y: 28.6, kind: 'statue' },
    { x: 88.9, y: 5.9, kind: 'statue' },
    { x: 12, y: 39.9, kind: 'statue' },
    { x: 8, y: 33.4, kind: 'statue' },
    { x: 12.9, y: 12.2, kind: 'arch' },
    ...row(3, 4, 8.9, 18.3, 'vase'),
    ...row(9, 30.5, 7, 34.2, 'rib'),
    ...row(5, 37.5, 14, 27, 'rib'),
    { x: 88.5, y: 33.4, kind: 'rib' },
    { x: 94.4, y: 43.5, kind: 'rib' },
    { x: 104.5, y: 47, kind: 'rib' },
    { x: 103, y: 38.4, kind: 'rib' },
  ]),
  { x: 117.5, y: 48, kind: 'rib' },
  { x: 117.5, y: 40.5, kind: 'rib' },
  { x: 117.5, y: 53.5, kind: 'rib' },
];

/**
 * Node after node from the middle outwards; each takes one link that makes the tree, and some a second that closes a
 * loop. A node that already has many links gets more, and near ones count for more.
 */
export const grown = () => {
  const random = dice(1989);
  const order = POINTS.map((point, i) => ({ ...point, i }))
    .map((point) => ({
      point,
      rank: Math.hypot(point.x - 117.5, (point.y - 15) * 1.6) + random() * 34,
    }))
    .sort((a, b) => (a.point.i === 0 ? -1 : b.point.i === 0 ? 1 : a.rank - b.rank))
    .map(({ point }) => point);
  const degree = order.map(() => 0);
  const links = [];
  const pull = (a, b, j, reach) =>
    (degree[j] + 0.6) / (1 + (Math.hypot(a.x - b.x, (a.y - b.y) * 1.3) / reach) ** 3);
  const pick = (i, reach, taken) => {
    const pulls = order.slice(0, i).map((other, j) => (taken === j ? 0 : pull(order[i], other, j, reach)));
    let left = random() * pulls.reduce((sum, value) => sum + value, 0);
    const found = pulls.findIndex((value) => (left -= value) < 0);
    return found < 0 ? 0 : found;
  };
  order.forEach((_, i) => {
    if (i === 0) return;
    const first = pick(i, 9);
    const add = (j, isTree) => {
      degree[i] += 1;
      degree[j] += 1;
      links.push({ from: j, to: i, isTree });
    };
    add(first, true);
    if (i > 2 && random() < 0.4) add(pick(i, random() < 0.25 ? 40 : 14, first), false);
  });
  return { nodes: order.map((node, i) => ({ ...node, degree: degree[i] })), links };
};

const two = (value) => Math.round(value * 100) / 100;
/** A link as a quadratic arc that bows upwards, more the longer it is; the porch's words are kept free by its clip. */
export const arcOf = (a, b, lift = 0.16) => {
  const far = Math.hypot(b.x - a.x, b.y - a.y);
  const bow = Math.min(7, far * lift);
  const [mx, my] = [(a.x + b.x) / 2, (a.y + b.y) / 2 + bow];
  return `M ${two(a.x)} ${two(a.y)} Q ${two(mx)} ${two(my)} ${two(b.x)} ${two(b.y)}`;
};
