import { distanceTransform } from '../../core/rig/distance.ts';
import { buildLightMap } from '../../core/rig/light-map.ts';
import { outputSchema } from '../../core/rig/rig.schema.ts';
import { PLAIN_VENUE } from '../../core/rig/venue.ts';
import { buildWall } from '../../core/rig/wall.ts';
import { buildWarpMesh } from '../../core/rig/warp-mesh.ts';
import { median, mulberry, type Measurement } from './measure.ts';

/** What a technician's hand costs: the mesh on the drawing thread at each step of a drag, the light beside it. */
const SIDE = 33;
const COUNT = 16;

/** Sixteen projectors in two rows over 235 m of façade, each with a bent grid. */
const outputs = Array.from({ length: COUNT }, (_, index) => {
  const random = mulberry(index + 1);
  const bent = (value: number): number => value + (random() - 0.5) * 8;
  const points = Array.from({ length: SIDE * SIDE }, (__, i): [number, number] => [
    bent(((i % SIDE) / (SIDE - 1)) * 1920),
    bent((Math.floor(i / SIDE) / (SIDE - 1)) * 1200),
  ]);
  return {
    id: `output:p${index}`,
    ...outputSchema.parse({
      name: `P${index}`,
      width: 1920,
      height: 1200,
      display: {},
      region: { x: (index % 8) * 29, y: index < 8 ? 0 : 18, width: 34, height: 21 },
      warp: { kind: 'grid', columns: SIDE, rows: SIDE, points, interpolation: 'bezier' },
      blend: { kind: 'auto' },
    }),
  };
});

/** Median ms, once the engine has made its best of it. */
const timed = (run: () => void, samples: number): number => {
  const costs = Array.from({ length: samples }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
  return median(costs.slice(Math.floor(samples / 3)));
};

/** The least that as many vertices could cost: each number written once, from a mix of two. */
const plainFill = (numbers: number): Float64Array => {
  const values = new Float64Array(numbers);
  for (let i = 0; i < numbers; i += 1) values[i] = i * 0.25 + (numbers - i) * 0.75;
  return values;
};

export const measureRig = (): Measurement[] => {
  const [first] = outputs;
  if (!first) throw new Error('the bench has no output');
  const { positions, wall, canvas } = buildWarpMesh(first, first.id, PLAIN_VENUE);
  const numbers = positions.length + wall.length + canvas.length;
  const drag = timed(() => void buildWarpMesh(first, first.id, PLAIN_VENUE), 200);
  const fill = timed(() => void plainFill(numbers), 2000);
  const light = timed(() => void buildLightMap(buildWall(outputs, PLAIN_VENUE), first.id, 1024, 640), 9);
  const seeds = Uint8Array.from({ length: 1024 * 640 }, (_, i) => (i % 97 === 0 ? 1 : 0));
  const transform = timed(() => void distanceTransform(seeds, 1024, 640), 10);
  return [
    {
      name: 'mesh-drag',
      what: `the mesh of a ${SIDE} × ${SIDE} Bézier grid, at each step of a drag`,
      value: drag,
      unit: 'ms',
      goal: { of: 'value', most: 4, why: 'the drawing thread must not wait longer' },
      reference: { what: 'as many numbers written plainly', value: fill },
      ratio: drag / fill,
      counts: { vertices: positions.length / 4 },
    },
    {
      name: 'light-map',
      what: `wall of ${COUNT} such outputs and the light map of one, beside the drawing thread`,
      value: light,
      unit: 'ms',
      goal: { of: 'value', most: 1000, why: 'full light within a second of letting go' },
      reference: { what: 'one distance transform of as many texels', value: transform },
      ratio: light / transform,
    },
  ];
};
