import { describe, expect, it } from 'vitest';
import { codecName } from '../../../core/media/codec-name.ts';
import { areKeysFar, longestGap } from '../../../core/media/key-gap.ts';
import { stripsOf, stripsWanted } from '../../../core/media/strips.ts';

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

describe('strips', () => {
  it('are as few as will do, even, and the whole width together', () => {
    expect(stripsOf(4096)).toEqual([{ left: 0, width: 4096 }]);
    expect(stripsOf(7680)).toEqual([
      { left: 0, width: 3840 },
      { left: 3840, width: 3840 },
    ]);
    for (const width of [4097, 8190, 9999, 16_384]) {
      const strips = stripsOf(width);
      expect(strips.reduce((sum, strip) => sum + strip.width, 0)).toBe(width);
      expect(
        strips.every((strip, i) => strip.width <= 4096 && (i === strips.length - 1 || strip.width % 2 === 0)),
      ).toBe(true);
    }
  });
  it('are for what a decoder has to decode, and not yet cut', () => {
    expect(stripsWanted({ kind: 'video', width: 8192, codec: 'H.264' })).toBe(2);
    expect(stripsWanted({ kind: 'video', width: 8192, codec: 'H.264', strips: 2 })).toBe(1);
    expect(stripsWanted({ kind: 'video', width: 8192, codec: 'Hap Q' })).toBe(1);
    expect(stripsWanted({ kind: 'image', width: 8192 })).toBe(1);
  });
});
