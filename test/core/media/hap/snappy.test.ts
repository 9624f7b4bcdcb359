import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { unpack, unpackedLength } from '../../../../core/media/hap/snappy.ts';
import { bytes, literals, packed, varint } from '../../../support/media/hap.ts';

/** Against an encoder of the tests' own; the films of test/golden/film are packed by Google's library. */
const unpacked = (source: Uint8Array, length: number): number[] => {
  const target = new Uint8Array(length + 2).fill(99);
  expect(unpack(source, 0, source.length, target, 1)).toBe(length + 1);
  expect([target[0], target[length + 1]]).toEqual([99, 99]);
  return [...target.subarray(1, length + 1)];
};
const rich = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 90 }),
    fc.integer({ min: 0, max: 255 }).map((v) => new Uint8Array(40).fill(v)),
  ),
  { maxLength: 30 },
);

describe('snappy', () => {
  test.prop([rich])('gives back what was packed', (parts) => {
    const data = bytes(...parts);
    expect(unpacked(packed(data), data.length)).toEqual([...data]);
    expect(unpacked(literals(data, 300), data.length)).toEqual([...data]);
  });
  test.prop([rich.filter((parts) => parts.length > 2)])('refuses every beginning of a stream', (parts) => {
    const source = packed(bytes(...parts, [1, 2, 3]));
    const { length } = unpackedLength(source, 0, source.length);
    for (let to = 0; to < source.length; to += 1)
      expect(() => unpack(source, 0, to, new Uint8Array(length), 0), `${to}`).toThrow(
        'a packed piece is broken',
      );
  });
  test.prop([fc.uint8Array({ maxLength: 200 })])('writes nowhere else, whatever it is given', (noise) => {
    const target = new Uint8Array(64).fill(99);
    try {
      unpack(noise, 0, noise.length, target, 32);
    } catch (error) {
      expect(String(error)).toContain('a packed piece is broken');
    }
    expect([...target.subarray(0, 32)]).toEqual(Array.from({ length: 32 }, () => 99));
  });
  it('takes copies of one, two and four bytes of distance, and patterns', () => {
    expect(unpacked(bytes(varint(9), 1 << 2, 7, 8, (3 << 2) | 1, 2), 9)).toEqual([7, 8, 7, 8, 7, 8, 7, 8, 7]);
    expect(unpacked(bytes(varint(6), 2 << 2, 1, 2, 3, (2 << 2) | 2, 3, 0), 6)).toEqual([1, 2, 3, 1, 2, 3]);
    expect(unpacked(bytes(varint(6), 2 << 2, 1, 2, 3, (2 << 2) | 3, 3, 0, 0, 0), 6)).toEqual([
      1, 2, 3, 1, 2, 3,
    ]);
  });
  it.each([
    ['before the beginning', bytes(varint(5), 0, 1, (3 << 2) | 2, 2, 0)],
    ['from nowhere', bytes(varint(5), 0, 1, (3 << 2) | 2, 0, 0)],
    ['more than it says', bytes(varint(2), 2 << 2, 1, 2, 3)],
    ['less than it says', bytes(varint(4), 2 << 2, 1, 2, 3)],
    ['more than there is room', bytes(varint(90), 2 << 2, 1, 2, 3)],
    ['without a length', bytes(255, 255, 255, 255, 255, 255)],
  ])('refuses %s', (_why, source) => {
    expect(() => unpack(source, 0, source.length, new Uint8Array(64), 0)).toThrow('a packed piece is broken');
  });
});
