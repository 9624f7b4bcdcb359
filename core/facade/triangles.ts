/** A triangle mesh under construction; equal corners are one vertex. */
export type Triangles = {
  /** x, y, z a vertex. */
  vertices: Float64Array;
  /** 3 a triangle. */
  triangles: Uint32Array;
};
type Corner = readonly [number, number, number];
export interface TriangleSink {
  /** Two triangles; one that has no area is left out. */
  quad(a: Corner, b: Corner, c: Corner, d: Corner): void;
  done(): Triangles;
}

export const createTriangles = (): TriangleSink => {
  const vertices: number[] = [];
  const triangles: number[] = [];
  const known = new Map<string, number>();
  const indexOf = (corner: Corner): number => {
    const key = corner.map((value) => Math.round(value * 1e6)).join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    vertices.push(...corner);
    known.set(key, vertices.length / 3 - 1);
    return vertices.length / 3 - 1;
  };
  const add = (a: number, b: number, c: number): void => {
    if (a !== b && b !== c && a !== c) triangles.push(a, b, c);
  };
  return {
    quad(a, b, c, d) {
      const [i, j, k, l] = [indexOf(a), indexOf(b), indexOf(c), indexOf(d)];
      add(i, j, k);
      add(i, k, l);
    },
    done: () => ({ vertices: Float64Array.from(vertices), triangles: Uint32Array.from(triangles) }),
  };
};
