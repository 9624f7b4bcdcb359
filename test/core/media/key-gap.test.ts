import { describe, expect, it } from 'vitest';
import { codecName } from '../../../core/media/codec-name.ts';
import { areKeysFar, longestGap } from '../../../core/media/key-gap.ts';

describe('key frames', () => {
  it('the longest time without one reaches to the film’s end', () => {
    expect(longestGap([0, 2, 3], 10)).toBe(7);
    expect(longestGap([0, 8, 9], 10)).toBe(8);
    expect(longestGap([0], 4)).toBe(4);
    expect(longestGap([0.1, 0.2], 0.3)).toBeCloseTo(0.1);
  });
  it('are far where a film alone says more than a second', () => {
    expect(areKeysFar({ kind: 'video', keyGap: 1.2 })).toBe(true);
    expect(areKeysFar({ kind: 'video', keyGap: 0.5 })).toBe(false);
    expect(areKeysFar({ kind: 'video' })).toBe(false);
    expect(areKeysFar({ kind: 'sound', keyGap: 9 })).toBe(false);
  });
  it.each([
    ['avc', 'avc1', 'H.264'],
    [null, 'Hap1', 'Hap'],
    [null, 'HapM', 'Hap Q Alpha'],
    [null, 'AVdn', 'DNxHD'],
    [null, null, '?'],
    ['prores', 'apch', 'ProRes'],
  ])('%s in %s is called %s', (codec, id, name) => expect(codecName(codec, id)).toBe(name));
});
