import { describe, expect, test } from 'vitest';
import { shareAt } from '../../../core/rig/share.ts';
import { buildWall } from '../../../core/rig/wall.ts';
import type { Wall } from '../../../core/rig/wall.ts';
import { canvasToOutput } from '../../../core/rig/warp-lookup.ts';
import { COLUMN, venueFor } from './building.builders.ts';
import { makeOutput } from './builders.ts';
import { lookAt, SIZE } from './pose.builders.ts';

/** Two calibrated projectors, from the left and from the right, before a column that throws a shadow for each. */
const calibrated = (id: string, x: number) =>
  makeOutput({
    ...SIZE,
    id,
    region: { x: 0, y: 0, width: 20, height: 10 },
    blend: { kind: 'auto' },
    warp: { kind: 'model', pose: lookAt([x, 5, 12], [10, 5, -2], { throwRatio: 1 }) },
  });
const wall: Wall = buildWall(
  [calibrated('output:left', 2), calibrated('output:right', 17)],
  venueFor(COLUMN),
);

const sharesAt = (u: number, v: number): (number | null)[] =>
  wall.outputs.map((own) => {
    const p = canvasToOutput(own.mesh, u, v);
    const falls = p && p[0] >= 0 && p[1] >= 0 && p[0] <= own.mesh.width && p[1] <= own.mesh.height;
    return falls ? shareAt(wall, own, u, v) : null;
  });

describe('the shadow of a column', () => {
  test('each projector’s is filled by the other, and all adds up to one wherever any of them falls', () => {
    const counts = { both: 0, one: 0, none: 0 };
    for (let v = 0.5; v < 9.5; v += 0.25)
      for (let u = 0.1; u < 19.9; u += 0.037) {
        const shares = sharesAt(u, v);
        const falling = shares.filter((share) => share !== null);
        counts[falling.length === 2 ? 'both' : falling.length === 1 ? 'one' : 'none']++;
        if (falling.length === 0) continue;
        const sum = falling.reduce((total, share) => total + share, 0);
        expect(sum, `${u.toFixed(3)} ${v} ${shares.join()}`).toBeGreaterThan(0.99);
        expect(sum).toBeLessThan(1.000001);
      }
    expect(Math.min(counts.both, counts.one)).toBeGreaterThan(1000);
  });
  test('a share fades to nothing towards it', () => {
    const left = (u: number): number => sharesAt(u, 5)[0] ?? 0;
    const shadowEnds = 2 + (8 * 16) / 12;
    expect(left(shadowEnds - 0.05)).toBe(0);
    expect(left(shadowEnds + 0.1)).toBeLessThan(0.06);
    expect(left(shadowEnds + 1.5)).toBeGreaterThan(left(shadowEnds + 0.5));
  });
});
