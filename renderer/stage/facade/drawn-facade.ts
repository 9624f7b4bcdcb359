import * as THREE from 'three';
import type { FacadeElement, FacadeModel } from '../../../core/facade/model.ts';
import { flattenPath } from '../../../core/facade/path.ts';

/**
 * The façade in painter's order: for each run of like elements their cast shadows, then fill and lines of each. Two
 * meshes, whatever the number of elements: `fill` is opaque, so the depth buffer finds its uppermost (nearest first:
 * what is hidden costs nothing); `over`, shadows and lines in order, is blended on it where no later fill hides it.
 * Attributes: position z is the place in the order as depth (later is nearer), `aKind` (0 fill, 1 line, 2 shadow;
 * surface; form; quiet), `aLocal` (−1…1 in the element's box, element seed, depth plane), `aLine` (unit normal x, y;
 * side −1…1, for a shadow 0.5–1 on its fading edge; half width in metres).
 */
type DrawnFacade = { fill: THREE.BufferGeometry; over: THREE.BufferGeometry };
const FORM = { flat: 0, column: 1, vault: 2, dome: 3, mosaic: 4, sculpture: 5 } as const;
const SURFACE = { stone: 0, glass: 1, sky: 1, metal: 2 } as const;
const HALF_WIDTH = 0.07;
const CASTS = new Set([
  'column',
  'porch-column',
  'pavilion-column',
  'statue',
  'cornice',
  'group',
  'band',
  'vase',
]);

type Point = readonly [number, number];
type Buffers = { position: number[]; kind: number[]; local: number[]; line: number[]; index: number[] };
type Box = { x: number; y: number; w: number; h: number };

const formOf = (element: FacadeElement): number => {
  switch (element.kind) {
    case 'column':
    case 'porch-column':
    case 'pavilion-column':
      return FORM.column;
    case 'vault':
      return FORM.vault;
    case 'dome':
    case 'lantern':
      return FORM.dome;
    case 'frieze':
      return FORM.mosaic;
    case 'statue':
    case 'group':
    case 'quadriga':
    case 'vase':
    case 'cartouche':
      return FORM.sculpture;
    default:
      return FORM.flat;
  }
};

const boxOf = (points: readonly Point[]): Box => {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  return {
    x: (x0 + x1) / 2,
    y: (y0 + y1) / 2,
    w: Math.max(1e-3, (x1 - x0) / 2),
    h: Math.max(1e-3, (y1 - y0) / 2),
  };
};

const buffers = (): Buffers => ({ position: [], kind: [], local: [], line: [], index: [] });

class Builder {
  readonly fills = buffers();
  readonly overs = buffers();
  /** First index of each element's fill, so that they can be put in the other order. */
  private readonly starts: number[] = [];
  private seed = 0;
  private place = 0;

  private vertex(
    b: Buffers,
    p: Point,
    box: Box,
    kind: number[],
    seed: number,
    depth: number,
    line: number[],
  ): number {
    b.position.push(p[0], p[1], this.place);
    b.kind.push(...kind);
    b.local.push((p[0] - box.x) / box.w, (p[1] - box.y) / box.h, seed, depth);
    b.line.push(...line);
    return b.position.length / 3 - 1;
  }

  fill(element: FacadeElement, what: 0 | 2, quiet: boolean, seed: number): void {
    const lines = contours(element);
    const box = boxOf(lines.flatMap((line) => line));
    const kind = [what, SURFACE[element.surface], formOf(element), quiet ? 1 : 0];
    const into = what === 0 ? this.fills : this.overs;
    if (what === 0) this.starts.push(into.index.length);
    for (const points of lines) {
      const contour = points.map(([x, y]) => new THREE.Vector2(x, y));
      const first =
        points.map((p) => this.vertex(into, p, box, kind, seed, element.depth, [0, 0, 0, 0]))[0] ?? 0;
      for (const face of THREE.ShapeUtils.triangulateShape(contour, []))
        for (const corner of face) into.index.push(first + corner);
      if (what === 2) this.fringe(points, box, kind, seed, element.depth);
    }
  }

  /** A strip along a shadow's outside, half a pixel wide in the shader, from half ink to none: the edge doesn't creep. */
  private fringe(points: readonly Point[], box: Box, kind: number[], seed: number, depth: number): void {
    const outwards = THREE.ShapeUtils.area(points.map(([x, y]) => new THREE.Vector2(x, y))) > 0 ? -1 : 1;
    points.forEach((a, i) => {
      const b = points[(i + 1) % points.length]!;
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (length < 1e-6) return;
      const [nx, ny] = [(-(b[1] - a[1]) / length) * outwards, ((b[0] - a[0]) / length) * outwards];
      const corner = (p: Point, side: number) =>
        this.vertex(this.overs, p, box, kind, seed, depth, [nx, ny, side, 0]);
      const [v0, v1, v2, v3] = [corner(a, 0.5), corner(b, 0.5), corner(b, 1), corner(a, 1)];
      this.overs.index.push(v0, v1, v2, v0, v2, v3);
    });
  }

  lines(element: FacadeElement, quiet: boolean, seed: number): void {
    const box = boxOf(contours(element).flatMap((line) => line));
    const kind = [1, SURFACE[element.surface], formOf(element), quiet ? 1 : 0];
    for (const path of [element.outline, ...element.details]) {
      const parsed = flattenPath(path, 0.02);
      if (!parsed.ok) continue;
      for (const { points, closed } of parsed.value)
        this.polyline(closed ? [...points, points[0]!] : points, box, kind, seed, element.depth);
    }
  }

  private polyline(points: readonly Point[], box: Box, kind: number[], seed: number, depth: number): void {
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [points[i - 1]!, points[i]!];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (length < 1e-6) continue;
      const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
      const corner = (p: Point, side: number) =>
        this.vertex(this.overs, p, box, kind, seed, depth, [nx, ny, side, HALF_WIDTH]);
      const [v0, v1, v2, v3] = [corner(a, -1), corner(b, -1), corner(b, 1), corner(a, 1)];
      this.overs.index.push(v0, v1, v2, v0, v2, v3);
    }
  }

  run(elements: readonly FacadeElement[], quiet: ReadonlySet<string>): void {
    const seeds = elements.map(() => (this.seed += 1));
    this.place += 1;
    elements.forEach((element, i) => {
      if (CASTS.has(element.kind)) this.fill(element, 2, false, seeds[i]!);
    });
    elements.forEach((element, i) => {
      this.place += 1;
      this.fill(element, 0, quiet.has(element.key), seeds[i]!);
      this.lines(element, quiet.has(element.key), seeds[i]!);
    });
  }

  geometries(): DrawnFacade {
    const ends = [...this.starts.slice(1), this.fills.index.length];
    const nearestFirst = this.starts.map((start, i) => this.fills.index.slice(start, ends[i])).reverse();
    return {
      fill: geometryOf({ ...this.fills, index: nearestFirst.flat() }, this.place),
      over: geometryOf(this.overs, this.place),
    };
  }
}

/** Depth runs from 0.9 to −0.9 of the clip space. */
const geometryOf = (
  { position, kind, local, line, index }: Buffers,
  places: number,
): THREE.BufferGeometry => {
  const at = new THREE.Float32BufferAttribute(position, 3);
  for (let i = 0; i < at.count; i += 1) at.setZ(i, 0.9 - (1.8 * at.getZ(i)) / Math.max(1, places));
  return new THREE.BufferGeometry()
    .setAttribute('position', at)
    .setAttribute('aKind', new THREE.Float32BufferAttribute(kind, 4))
    .setAttribute('aLocal', new THREE.Float32BufferAttribute(local, 4))
    .setAttribute('aLine', new THREE.Float32BufferAttribute(line, 4))
    .setIndex(index);
};

const contours = (element: FacadeElement): Point[][] => {
  const parsed = flattenPath(element.outline, 0.02);
  return parsed.ok
    ? parsed.value.map((line): Point[] => line.points).filter((points) => points.length > 2)
    : [];
};

const chosen = (facade: FacadeModel, words: readonly string[]): FacadeElement[] => {
  if (words.length === 0) return facade.elements;
  const keys = new Set(words.flatMap((word) => facade.select(word).map((element) => element.key)));
  return facade.elements.filter((element) => keys.has(element.key));
};

/** Elements that no path could be read of are left out: the façade check names them. */
const drawnFacade = (
  facade: FacadeModel,
  words: readonly string[],
  quiet: readonly string[],
): DrawnFacade => {
  const builder = new Builder();
  const calm = new Set(quiet.flatMap((word) => facade.select(word).map((element) => element.key)));
  let run: FacadeElement[] = [];
  for (const element of chosen(facade, words)) {
    if (contours(element).length === 0) continue;
    if (run.length > 0 && run[0]!.kind !== element.kind) {
      builder.run(run, calm);
      run = [];
    }
    run.push(element);
  }
  builder.run(run, calm);
  return builder.geometries();
};

type Shared = { drawn: DrawnFacade; users: number };
const shared = new WeakMap<FacadeModel, Map<string, Shared>>();

/** The same meshes for all layers that draw the same part; `release` frees it after the last. */
export const shareDrawnFacade = (
  facade: FacadeModel,
  words: readonly string[],
  quiet: readonly string[],
): { drawn: DrawnFacade; release(): void } => {
  const key = `${words.join(' ')}|${quiet.join(' ')}`;
  const all = shared.get(facade) ?? new Map<string, Shared>();
  shared.set(facade, all);
  const entry = all.get(key) ?? { drawn: drawnFacade(facade, words, quiet), users: 0 };
  all.set(key, entry);
  entry.users += 1;
  return {
    drawn: entry.drawn,
    release() {
      entry.users -= 1;
      if (entry.users > 0) return;
      entry.drawn.fill.dispose();
      entry.drawn.over.dispose();
      all.delete(key);
    },
  };
};
