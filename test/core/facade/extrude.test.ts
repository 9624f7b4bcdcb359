import { readFileSync } from 'node:fs';
import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { modelOf } from '../../../core/facade/model-of.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import { flattenPath } from '../../../core/facade/path.ts';
import { distanceToSegment, isInside } from '../../../core/rig/geometry.ts';
import { firstHit } from '../../../core/rig/solid-ray.ts';
import { frontAt } from '../../../core/rig/solid.ts';
import type { Solid } from '../../../core/rig/solid.ts';
import { parseDocument } from '../../../core/show/parse.ts';
import { box, COLUMN, makeFacade, solidFor } from '../rig/building.builders.ts';

const parsed = parseDocument(
  readFileSync(new URL('../../../shows/usine-extraordinaire/facade.json', import.meta.url), 'utf8'),
  'frise-facade',
);
if (!parsed.ok) throw new Error(parsed.message);
const bundled = modelOf(parsed.value);
const bundledSolid = solidFor(bundled);

const distanceToRing = (p: readonly [number, number], ring: [number, number][]): number =>
  Math.min(...ring.map((a, i) => distanceToSegment(p, a, ring[(i + 1) % ring.length]!)));

/** The depth that the drawing shows at a point, element by element; null within 5 cm of an outline. */
const drawnDepth = ({ elements }: FacadeModel, x: number, y: number): number | null => {
  let depth = elements.reduce((deepest, element) => Math.max(deepest, element.depth), 0);
  for (const element of elements) {
    const lines = flattenPath(element.outline, 0.005);
    const rings = lines.ok ? lines.value.map(({ points }) => points) : [];
    if (rings.some((ring) => distanceToRing([x, y], ring) < 0.05)) return null;
    const turns = rings.filter((ring) => isInside([x, y], ring)).length;
    if (turns % 2 === 1) depth = element.depth;
  }
  return depth;
};
const zAt = (solid: Solid, x: number, y: number): number | undefined => frontAt(solid, x, y)?.z;

describe('the façade as a body', () => {
  test('a column stands before its wall, with sides back to it', () => {
    const solid = solidFor(COLUMN);
    expect([zAt(solid, 4, 5), zAt(solid, 9.5, 5), zAt(solid, 15, 5)]).toEqual([-4, 0, -4]);
    const side = firstHit(solid, [0, 5, -2], [1, 0, 0], 0, 100);
    expect(side).toBeCloseTo(9, 3);
    expect(firstHit(solid, [0, 5, -4.5], [1, 0, 0], 0, 100)).toBeNull();
  });
  test('what is drawn later lies on top, also where it is deeper: a gate is a hole', () => {
    const solid = solidFor(makeFacade([[box(0, 0, 20, 10), 0], [box(8, 0, 4, 6), 3]])); // prettier-ignore
    expect([zAt(solid, 5, 3), zAt(solid, 10, 3), zAt(solid, 10, 8)]).toEqual([0, -3, 0]);
    const lintel = firstHit(solid, [10, 0, -1], [0, 1, 0], 1e-3, 100);
    expect(lintel).toBeCloseTo(6, 3);
  });
  test('sky and what nothing is drawn on is the back plane', () => {
    const solid = solidFor(makeFacade([[box(0, 0, 20, 10), 0, 'sky'], [box(0, 0, 9, 5), 2], [box(5, 0, 1, 5), 1]])); // prettier-ignore
    expect([zAt(solid, 2, 3), zAt(solid, 5.5, 3), zAt(solid, 15, 8), zAt(solid, 2, 8)]).toEqual([
      -2, -1, -2, -2,
    ]);
    expect(frontAt(solid, 21, 3)).toBeNull();
  });
  test('crossing outlines, rings with holes, and parts of no area', () => {
    const ring = `${box(2, 2, 6, 6)} ${box(4, 4, 2, 2)}`;
    const cross = 'M 10 2 L 16 8 L 16 2 L 10 8 Z';
    const solid = solidFor(makeFacade([[box(0, 0, 20, 10), 3], [ring, 1], [cross, 2], ['M 1 1 L 5 1 Z', 0]])); // prettier-ignore
    expect([zAt(solid, 3, 5), zAt(solid, 5, 5), zAt(solid, 11, 5), zAt(solid, 13, 7.5)]).toEqual([
      -1, -3, -2, -3,
    ]);
  });
  test('an empty façade is its back plane', () => {
    expect(zAt(solidFor(makeFacade([])), 5, 5)).toBe(0);
  });
  prop.prop([fc.double({ min: 0, max: 235, noNaN: true }), fc.double({ min: 0, max: 62, noNaN: true })], {
    numRuns: 400,
  })('the bundled façade has everywhere the depth that it is drawn with', (x, y) => {
    const depth = drawnDepth(bundled, x, y);
    if (depth !== null) expect(zAt(bundledSolid, x, y)).toBeCloseTo(-depth, 9);
  });
  test('stays small enough to draw every frame', () => {
    expect(bundledSolid.triangles.length / 3).toBeLessThan(30_000);
  });
});
