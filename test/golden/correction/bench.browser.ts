import { expect, test } from 'vitest';
import { benchCorrection } from '../../../renderer/stage/correction/bench.ts';
import { makeRenderer } from './bench-of-light.ts';

test('the correction of 960 × 540 costs at most four plain copies', () => {
  const renderer = makeRenderer();
  const bench = benchCorrection(renderer, () => performance.now());
  renderer.dispose();
  console.info(`correction ${JSON.stringify(bench)}`);
  expect(bench.counts).toEqual({ passes: 1, reads: 2, drawCalls: 1 });
  expect(bench.ratio).toBeLessThan(4);
});
