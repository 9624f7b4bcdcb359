import { expect, test } from 'vitest';
import { shadowDepth } from '../../../core/rig/shadow.ts';

test('what is hidden is negative, its surroundings count as lit a texel later', () => {
  const hidden = Uint8Array.from([0, 0, 0, 1, 1, 0, 0, 0]);
  expect([...shadowDepth(hidden, 8, 1)]).toEqual([2, 1, 0, -1, -1, 0, 1, 2]);
});
