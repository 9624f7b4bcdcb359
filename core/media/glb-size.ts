import { isPlainObject } from '../show/plain.ts';

/**
 * What a scene makes of a few bytes, counted before anything is read: places that no buffer fills, nodes that stand in
 * each other without end, one mesh a million times. null: it may be drawn.
 */
type Json = Readonly<Record<string, unknown>>;
const MOST_NODES = 10_000;
const MOST_DEEP = 200;
/** Corners of all triangles, each as often as it is drawn. */
const MOST_CORNERS = 30_000_000;
/** Numbers of all accessors: a gigabyte. */
const MOST_NUMBERS = 2 ** 28;
const SIZES: ReadonlyMap<unknown, number> = new Map([
  ['VEC2', 2],
  ['VEC3', 3],
  ['VEC4', 4],
  ['MAT2', 4],
  ['MAT3', 9],
  ['MAT4', 16],
]);

export const sceneFault = (json: Json): 'broken' | 'large' | null => {
  const nodes = listIn(json, 'nodes');
  if (nodes.length > MOST_NODES) return 'large';
  if (!isForest(nodes)) return 'broken';
  const counts = listIn(json, 'accessors').map(({ count }) => count);
  if (!counts.every((count) => typeof count === 'number' && Number.isSafeInteger(count) && count >= 0))
    return 'broken';
  const numbers = listIn(json, 'accessors').map(
    ({ count, type }) => numberOf(count) * (SIZES.get(type) ?? 1),
  );
  return sum(numbers) > MOST_NUMBERS || cornersOf(json, nodes) > MOST_CORNERS ? 'large' : null;
};

/** A node has one parent at most, as the specification asks; the loader waits for ever for one that stands in itself. */
const isForest = (nodes: readonly Json[]): boolean => {
  const parents = new Map<unknown, number>();
  for (const [parent, node] of nodes.entries())
    for (const child of numbersIn(node, 'children')) {
      if (parents.has(child)) return false;
      parents.set(child, parent);
    }
  return nodes.every((_, at) => {
    let deep = 0;
    for (let up = parents.get(at); up !== undefined; up = parents.get(up))
      if (++deep > MOST_DEEP) return false;
    return true;
  });
};

const cornersOf = (json: Json, nodes: readonly Json[]): number => {
  const counts = listIn(json, 'accessors').map(({ count }) => numberOf(count));
  const at = (index: unknown): number => counts[numberOf(index)] ?? 0;
  const meshes = listIn(json, 'meshes').map((mesh) =>
    sum(
      listIn(mesh, 'primitives').map(({ indices, attributes }) =>
        indices === undefined ? (isPlainObject(attributes) ? at(attributes['POSITION']) : 0) : at(indices),
      ),
    ),
  );
  return sum(nodes.map((node) => (meshes[numberOf(node['mesh'])] ?? 0) * timesOf(node, at)));
};

/** How often a node draws its mesh (EXT_mesh_gpu_instancing). */
const timesOf = ({ extensions }: Json, at: (index: unknown) => number): number => {
  const own = isPlainObject(extensions) ? extensions['EXT_mesh_gpu_instancing'] : undefined;
  const attributes = isPlainObject(own) ? own['attributes'] : undefined;
  return Math.max(1, ...(isPlainObject(attributes) ? Object.values(attributes).map(at) : []));
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : NaN);
const listIn = (json: Json, key: string): readonly Json[] => {
  const list = json[key];
  return Array.isArray(list) ? list.map((each: unknown) => (isPlainObject(each) ? each : {})) : [];
};
const numbersIn = (json: Json, key: string): readonly unknown[] => {
  const list = json[key];
  return Array.isArray(list) ? list : [];
};
