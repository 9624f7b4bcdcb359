import { expect, it } from 'vitest';
import { sequenceIndex, sequence, sequenceSchema } from '../../../core/layers/sequence.ts';

const frames = ['media:a', 'media:b', 'media:c'];
const at = (over: Record<string, unknown>, times: number[]) =>
  times.map((t) => sequenceIndex(sequenceSchema.parse({ frames, rate: 2, ...over }), t));

it('goes round, or stays on its last picture, either way', () => {
  expect(at({}, [0, 0.49, 0.5, 1, 1.5, -0.1])).toEqual([0, 0, 1, 2, 0, 2]);
  expect(at({ loop: false }, [0, 1, 9, -1])).toEqual([0, 2, 2, 0]);
  expect(at({ rate: -2 }, [0, 0.5, 1])).toEqual([0, 2, 1]);
  expect(at({ offset: 2 }, [0, 0.5])).toEqual([2, 0]);
});
it('a picture is not missed for a rounding', () => {
  expect(at({ rate: 25 }, [3 / 25, 29 * 0.04])).toEqual([0, 2]);
});
it('no pictures show none; each file is named once', () => {
  expect(at({ frames: [] }, [1])).toEqual([-1]);
  expect(sequence.media(sequenceSchema.parse({ frames: [...frames, 'media:a'] }))).toEqual(frames);
  expect(sequenceSchema.safeParse({ frames: ['a.png'] }).success).toBe(false);
});
