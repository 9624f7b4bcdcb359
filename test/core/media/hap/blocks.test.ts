import { describe, expect, it } from 'vitest';
import { toPlain } from '../../../../core/media/hap/blocks.ts';
import { bytes } from '../../../support/media/hap.ts';

const pixel = (plain: Uint8Array, index: number) => [...plain.subarray(index * 4, index * 4 + 4)];
const four = { width: 4, height: 4 };
/** White, black, and the indices 0, 1, 2, 3 in every row. */
const white = [0xff, 0xff, 0, 0, 0xe4, 0xe4, 0xe4, 0xe4];

describe('blocks as plain pixels', () => {
  it('four colours where the first is the greater', () => {
    const plain = toPlain([{ texture: 'rgb', data: bytes(white) }], four);
    expect([0, 1, 2, 3].map((i) => pixel(plain, i))).toEqual([
      [255, 255, 255, 255],
      [0, 0, 0, 255],
      [170, 170, 170, 255],
      [85, 85, 85, 255],
    ]);
  });
  it('three and black where it is not', () => {
    const plain = toPlain([{ texture: 'rgb', data: bytes(0, 0, 0xff, 0xff, 0xe4, 0xe4, 0xe4, 0xe4) }], four);
    expect([2, 3].map((i) => pixel(plain, i))).toEqual([
      [128, 128, 128, 255],
      [0, 0, 0, 255],
    ]);
  });
  it('red, green and blue are where they belong', () => {
    const colour = (low: number, high: number) =>
      pixel(toPlain([{ texture: 'rgb', data: bytes(low, high, 0, 0, 0, 0, 0, 0) }], four), 5);
    expect([colour(0, 0xf8), colour(0xe0, 0x07), colour(0x1f, 0)]).toEqual([
      [255, 0, 0, 255],
      [0, 255, 0, 255],
      [0, 0, 255, 255],
    ]);
  });
  it('alpha on a ramp of eight, or of six with both ends', () => {
    const alpha = (...data: number[]) => {
      const plain = toPlain([{ texture: 'rgba', data: bytes(data, white) }], four);
      return [0, 1, 2, 3, 4, 5, 6, 7].map((i) => plain[i * 4 + 3]);
    };
    // 0, 1, 2 … 7, three bits each.
    const all = [0x88, 0xc6, 0xfa, 0x88, 0xc6, 0xfa];
    expect(alpha(210, 0, ...all)).toEqual([210, 0, 180, 150, 120, 90, 60, 30]);
    expect(alpha(0, 250, ...all)).toEqual([0, 250, 50, 100, 150, 200, 0, 255]);
  });
  it('scaled YCoCg, with alpha of its own', () => {
    // Y 128, Co and Cg of 69 and 2 beyond their middle, at a scale of two.
    const ycocg = bytes(128, 128, 0, 0, 0, 0, 0, 0, 0x01, 0xc4, 0x01, 0xc4, 0, 0, 0, 0);
    const half = bytes(128, 128, 0, 0, 0, 0, 0, 0);
    const plain = toPlain(
      [
        { texture: 'ycocg', data: ycocg },
        { texture: 'alpha', data: half },
      ],
      four,
    );
    expect(pixel(plain, 0)).toEqual([162, 129, 93, 128]);
  });
  it('a picture that is no whole number of blocks', () => {
    const data = bytes(white, white, white, white);
    const plain = toPlain([{ texture: 'rgb', data }], { width: 5, height: 6 });
    expect([plain.length, pixel(plain, 4), pixel(plain, 29)]).toEqual([
      120,
      [255, 255, 255, 255],
      [255, 255, 255, 255],
    ]);
  });
});
