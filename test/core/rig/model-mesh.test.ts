import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { applyHomography } from '../../../core/rig/homography.ts';
import { uprightToRaster } from '../../../core/rig/raster.ts';
import { modelProblems } from '../../../core/rig/model.check.ts';
import { compileRig } from '../../../core/rig/rig.document.ts';
import { rigRecordSchemas } from '../../../core/rig/rig.schema.ts';
import { buildVenue, PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { canvasToOutput, extendedToOutput, outputLookup, scaleAt } from '../../../core/rig/warp-lookup.ts';
import { buildWarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { WarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { PoseRecord } from '../../../core/rig/warp.schema.ts';
import { askOpenCv } from '../../support/opencv.ts';
import { COLUMN, venueFor } from './building.builders.ts';
import { makeOutput } from './builders.ts';
import { lookAt, seeded, SIZE } from './pose.builders.ts';

/** From the left, 12 m before the column: its shadow lies on the wall from 10 m to 2 + 8·16/12 m. */
const POSE = lookAt([2, 5, 12], [10, 5, -2], { throwRatio: 1 });
const SHADOW = [10, 2 + (8 * 16) / 12] as const;
const venue = venueFor(COLUMN);
const meshOf = (pose: PoseRecord, overrides: Record<string, unknown> = {}): WarpMesh =>
  buildWarpMesh(
    makeOutput({ ...SIZE, region: { x: 0, y: 0, width: 20, height: 10 }, warp: { kind: 'model', pose }, ...overrides }), // prettier-ignore
    'output:a',
    venue,
  );
const mesh = meshOf(POSE);
const zOf = (u: number): number => (u >= 9 && u <= 10 ? 0 : -4);
const isShadowed = (u: number): boolean => u > SHADOW[0] && u < SHADOW[1];
const place = fc.tuple(
  fc.double({ min: 0.1, max: 19.9, noNaN: true }),
  fc.double({ min: 0.1, max: 9.9, noNaN: true }),
);
/** A centimetre from every edge of the column and its shadow. */
const isClear = (u: number): boolean => [9, 10, SHADOW[1]].every((edge) => Math.abs(u - edge) > 0.01);

describe('where a place of the wall lies in a calibrated output', () => {
  test('as OpenCV projects it', () => {
    const random = seeded(9);
    const places = Array.from({ length: 300 }, () => [20 * random(), 10 * random()] as const)
      .filter(([u]) => isClear(u) && !isShadowed(u)); // prettier-ignore
    const world = places.map(([u, v]) => [u, v, zOf(u)]);
    const theirs = askOpenCv('projected', [{ ...POSE, world }], z.array(z.array(z.tuple([z.number(), z.number()]))))[0]!; // prettier-ignore
    places.forEach(([u, v], i) => {
      const [x, y] = canvasToOutput(mesh, u, v)!;
      expect(Math.hypot(x - theirs[i]![0], y - theirs[i]![1])).toBeLessThan(1e-6);
    });
    expect(places.length).toBeGreaterThan(200);
  });
  prop.prop([place])('nowhere in the column’s shadow, somewhere elsewhere', ([u, v]) => {
    if (!isClear(u)) return;
    expect(canvasToOutput(mesh, u, v) === null).toBe(isShadowed(u));
    expect(extendedToOutput(mesh, u, v)).not.toBeNull();
  });
  prop.prop([place])('and back: the pixel shows that place', ([u, v]) => {
    const pixel = isClear(u) ? canvasToOutput(mesh, u, v) : null;
    if (!pixel) return;
    const [x, y] = outputLookup(mesh)(...pixel)!;
    expect(Math.hypot(x - u, y - v)).toBeLessThan(1e-6);
  });
  prop.prop([place])('at the scale that neighbours tell', ([u, v]) => {
    if (!isClear(u)) return;
    const at = (du: number, dv: number) => extendedToOutput(mesh, u + du, v + dv)!;
    const [p, right, up] = [at(0, 0), at(1e-5, 0), at(0, 1e-5)];
    const slope = (q: typeof p, axis: 0 | 1) => (q[axis] - p[axis]) / 1e-5;
    const footprint = Math.abs(slope(right, 0) * slope(up, 1) - slope(right, 1) * slope(up, 0));
    expect(scaleAt(mesh, u, v)!.footprint / footprint).toBeCloseTo(1, 3);
    expect(scaleAt(mesh, u, v)!.density).toBeGreaterThanOrEqual(Math.sqrt(footprint) * 0.999);
  });
  test('outside the region, beside the building and behind the lens: nowhere', () => {
    const narrow = meshOf(POSE, { region: { x: 0, y: 0, width: 5, height: 10 } });
    expect(canvasToOutput(narrow, 7, 5)).toBeNull();
    expect(extendedToOutput(narrow, 7, 5)).not.toBeNull();
    expect(extendedToOutput(mesh, 21, 5)).toBeNull();
    const away = meshOf(lookAt([2, 5, 12], [2, 5, 40], {}));
    expect(canvasToOutput(away, 5, 5)).toBeNull();
  });
});

/** What a graphics card draws at a pixel: of all triangles over it the one of least depth; wall metres. */
const drawnAt = ({ positions: p, wall, indices, width, height }: WarpMesh, x: number, y: number) => {
  const [cx, cy] = [(2 * x) / width - 1, 1 - (2 * y) / height];
  let best: { depth: number; at: [number, number] } | null = null;
  for (let i = 0; i < indices.length; i += 3) {
    const corners = [indices[i]!, indices[i + 1]!, indices[i + 2]!];
    const flat = corners.map((k) => [p[k * 4]! / p[k * 4 + 3]!, p[k * 4 + 1]! / p[k * 4 + 3]!] as const);
    const turn = (a: number, b: number) =>
      (flat[a]![0] - cx) * (flat[b]![1] - cy) - (flat[a]![1] - cy) * (flat[b]![0] - cx);
    const parts = [turn(1, 2), turn(2, 0), turn(0, 1)];
    const area = parts[0]! + parts[1]! + parts[2]!;
    if (area === 0 || parts.some((part) => part / area < 0)) continue;
    const mix = (value: (k: number) => number) => corners.reduce((sum, k, n) => sum + (parts[n]! / area) * value(k), 0); // prettier-ignore
    const depth = mix((k) => p[k * 4 + 2]! / p[k * 4 + 3]!);
    const one = mix((k) => 1 / p[k * 4 + 3]!);
    const along = (axis: number) => mix((k) => wall[k * 2 + axis]! / p[k * 4 + 3]!) / one;
    if (!best || depth < best.depth) best = { depth, at: [along(0), along(1)] };
  }
  return best;
};

describe('the mesh that is drawn', () => {
  prop.prop([fc.double({ min: 1, max: 1919, noNaN: true }), fc.double({ min: 1, max: 1079, noNaN: true })], {
    numRuns: 400,
  })('shows what the lookup says, with depths in range', (x, y) => {
    const drawn = drawnAt(mesh, x, y);
    const expected = outputLookup(mesh)(x, y);
    const isOnEdge = [0, 9, 10, 20].some(
      (edge) => Math.abs((expected ?? drawn?.at ?? [NaN])[0] - edge) < 2e-3,
    );
    if (isOnEdge) return;
    expect(drawn === null).toBe(expected === null);
    if (!expected || !drawn) return;
    expect(Math.hypot(drawn.at[0] - expected[0], drawn.at[1] - expected[1])).toBeLessThan(1e-6);
    expect(Math.abs(drawn.depth)).toBeLessThanOrEqual(1);
  });
  test('asks for a picture of what is seen, at the finest scale', () => {
    const tight = meshOf(lookAt([10, 5, 30], [14, 5, -4], { throwRatio: 4 })).pictureRegion;
    expect(tight.x).toBeGreaterThan(9);
    expect(tight.width).toBeLessThan(10);
    expect(mesh.density).toBeGreaterThan(scaleAt(mesh, 9.5, 5)!.density * 0.99);
  });
  test('what stands in the way outside the region still stands in the way', () => {
    const right = meshOf(POSE, { region: { x: 10.5, y: 0, width: 9, height: 10 } });
    const [x, y] = extendedToOutput(right, 11, 5)!;
    expect(drawnAt(right, x, y)!.at[0]).toBeLessThan(10.001);
    expect(outputLookup(right)(x, y)).toBeNull();
    expect(canvasToOutput(right, 11, 5)).toBeNull();
    expect(canvasToOutput(right, 14, 5)).not.toBeNull();
    expect(right.pictureRegion.x).toBeGreaterThanOrEqual(10.5);
  });
  test('a projector that hangs otherwise throws the same picture', () => {
    for (const rotation of [90, 180, 270] as const) {
      const output = { rotation, ...SIZE };
      const turned = meshOf(POSE, output);
      const [x, y] = canvasToOutput(mesh, 6, 4)!;
      const [a, b] = applyHomography(uprightToRaster({ ...output, mirror: 'none' }), [x, y]);
      const at = canvasToOutput(turned, 6, 4)!;
      expect(Math.hypot(at[0] - a, at[1] - b)).toBeLessThan(1e-9);
    }
  });
  test('a rear projector throws its raster as a camera sees it, whatever the mirroring says', () => {
    expect(canvasToOutput(meshOf(POSE, { mirror: 'horizontal' }), 6, 4)).toEqual(canvasToOutput(mesh, 6, 4));
  });
  test('a pose that sees nothing, and a venue without a model, are named and draw nothing', () => {
    const away = meshOf(lookAt([2, 5, 12], [2, 5, 40], {}));
    expect(away.problems).toMatchObject([{ code: 'model-unseen', path: 'output:a.warp.pose' }]);
    const output = makeOutput({ warp: { kind: 'model', pose: POSE } });
    const none = buildWarpMesh(output, 'output:a', PLAIN_VENUE);
    expect(none.problems).toMatchObject([{ code: 'model-missing' }]);
    expect([away.indices.length, none.indices.length, none.density]).toEqual([0, 0, 0]);
    expect([canvasToOutput(none, 5, 5), outputLookup(none)(80, 45), scaleAt(none, 5, 5)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

const rigOf = (wall: unknown, model: string | null = null, records: Record<string, unknown> = {}) => {
  const rig = rigRecordSchemas.rig.parse({
    title: 'R',
    facade: { width: 20, height: 10 },
    density: 20,
    wall,
    model,
  });
  const { id: _, ...output } = makeOutput({ ...SIZE, region: { x: 0, y: 0, width: 20, height: 10 }, warp: { kind: 'model', pose: POSE } }); // prettier-ignore
  return compileRig({
    format: 'frise-rig',
    schema: 1,
    records: { 'rig:r': rig, 'output:a': output, ...records },
    order: { 'rig:r': ['output:a'] },
  });
};

describe('the venue of a calibrated output', () => {
  test('a column that stands 30 cm beside its drawing is lit where it stands', () => {
    const shift = { kind: 'grid', columns: 2, rows: 2, points: [[0.3, 10], [20.3, 10], [0.3, 0], [20.3, 0]] }; // prettier-ignore
    const rig = rigOf(shift);
    const bent = buildVenue(rig, COLUMN);
    const built = buildWarpMesh(rig.outputs[0]!, 'output:a', bent);
    const [x, y] = canvasToOutput(built, 9.2, 5)!;
    const drawn = drawnAt(built, x, y)!;
    expect(drawn.at[0]).toBeCloseTo(9.2, 3);
    expect(canvasToOutput(mesh, 9.2, 5)![0] - x).not.toBeCloseTo(0, 0);
    for (let i = 0; i < built.wall.length / 2; i++) {
      const [u, v] = bent.wall.toCanvas([built.wall[i * 2]!, built.wall[i * 2 + 1]!]);
      expect(Math.hypot(built.canvas[i * 2]! - u, built.canvas[i * 2 + 1]! - v)).toBeLessThan(1e-9);
    }
    expect(buildVenue(rig, COLUMN).solid).toBe(buildVenue(rig, COLUMN).solid);
  });
  test('the rig’s own model takes the façade’s place; a broken one does not', () => {
    const flat = {
      name: 'flat',
      vertices: [[0, 0, -1], [20, 0, -1], [20, 10, -1], [0, 10, -1]],
      triangles: [[0, 1, 2], [0, 2, 3]],
    }; // prettier-ignore
    const zAt = (model: unknown) => {
      const rig = rigOf({ kind: 'none' }, 'model:m', { 'model:m': model });
      return buildVenue(rig, COLUMN).solid!.vertices[2];
    };
    expect(zAt(flat)).toBe(-1);
    const named = (model: unknown) => modelProblems(rigOf({ kind: 'none' }, 'model:m', { 'model:m': model }));
    expect(named(flat)).toEqual([]);
    expect(named(null)).toMatchObject([{ code: 'rig-model', path: 'rig:r.model' }]);
    expect(modelProblems(rigOf({ kind: 'none' }))).toEqual([]);
    expect(zAt({ ...flat, triangles: [[0, 1, 9]] })).toBe(-4);
    expect(zAt({ ...flat, vertices: 'none' })).toBe(-4);
  });
});
