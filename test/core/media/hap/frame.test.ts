import { describe, expect, it } from 'vitest';
import { textureBytes } from '../../../../core/media/hap/codec.ts';
import { readHapFrame, unpackImage } from '../../../../core/media/hap/frame.ts';
import { bytes, inPieces, packed, section, u32 } from '../../../support/media/hap.ts';

const data = Uint8Array.from({ length: 96 }, (_, i) => (i * i) % 11);
const unpackedFrom = (frame: Uint8Array, length = data.length) =>
  readHapFrame(frame).map((image) => {
    const target = new Uint8Array(length);
    unpackImage(frame, image, target);
    return [image.texture, [...target]];
  });
const halves = [
  { isPacked: true, data: data.subarray(0, 40) },
  { isPacked: false, data: data.subarray(40, 50) },
  { isPacked: true, data: data.subarray(50) },
];

describe('a frame of HAP', () => {
  it.each([
    ['as it is, short header', section(0xab, data), 'rgb'],
    ['as it is, long header', section(0xae, data, true), 'rgba'],
    ['packed', section(0xbf, packed(data)), 'ycocg'],
    ['packed, long header', section(0xb1, packed(data), true), 'alpha'],
    ['in pieces', inPieces(0xcb, halves), 'rgb'],
    ['in pieces that a table places', inPieces(0xcf, halves, true), 'ycocg'],
  ])('%s', (_name, frame, texture) => expect(unpackedFrom(frame)).toEqual([[texture, [...data]]]));
  it('of two images', () => {
    const frame = section(0x0d, bytes(section(0xbf, packed(data)), section(0xa1, data)));
    expect(unpackedFrom(frame)).toEqual([
      ['ycocg', [...data]],
      ['alpha', [...data]],
    ]);
  });
  it('that is cut short anywhere is refused, and says so', () => {
    for (const frame of [section(0xab, data), section(0xbe, packed(data), true), inPieces(0xce, halves)])
      for (let length = 0; length < frame.length; length += 1)
        expect(() => unpackedFrom(frame.subarray(0, length)), `${length}`).toThrow('is broken');
  });
  it.each([
    ['another texture', section(0xa7, data), 'type 0xa7'],
    ['another packing', section(0x5b, data), 'a way of its own'],
    ['too little', section(0xab, data.subarray(1)), '95 of the 96 bytes'],
    ['too much', section(0xab, bytes(data, 1)), 'more than a picture'],
    ['no tables', section(0xcb, bytes(section(0x01, bytes()), data)), 'table of its pieces is missing'],
    ['no instructions', section(0xcb, section(0x05, bytes())), 'does not say how'],
    [
      'tables that disagree',
      section(
        0xcb,
        bytes(section(0x01, bytes(section(0x02, bytes(0x0a, 0x0a)), section(0x03, bytes(u32(96))))), data),
      ),
      'count different pieces',
    ],
    [
      'a piece beyond its end',
      section(
        0xcb,
        bytes(section(0x01, bytes(section(0x02, bytes(0x0a)), section(0x03, bytes(u32(97))))), data),
      ),
      'beyond its end',
    ],
  ])('%s is refused', (_name, frame, why) => expect(() => unpackedFrom(frame)).toThrow(why));
  it('fills whole blocks of four by four', () => {
    expect(textureBytes('rgb', { width: 1920, height: 1080 })).toBe(1920 * 270 * 4 * 0.5);
    expect(textureBytes('ycocg', { width: 5, height: 3 })).toBe(32);
  });
});
