import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createFrameReader, frame, MAX_FRAME } from '../../../../core/control/osc/framing.ts';
import type { FrameEvent, Framing } from '../../../../core/control/osc/framing.ts';

const framings: Framing[] = ['tcp-length', 'tcp-slip'];
const packet = fc.uint8Array({ minLength: 1, maxLength: 300 });
/** Bytes that SLIP has to escape come often. */
const slippery = fc.array(fc.constantFrom(0xc0, 0xdb, 0xdc, 0xdd, 0x2f), { minLength: 1, maxLength: 40 });
const packets = fc.array(
  fc.oneof(
    packet,
    slippery.map((bytes) => Uint8Array.from(bytes)),
  ),
  { maxLength: 12 },
);

const joined = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const cut = (bytes: Uint8Array, cuts: readonly number[]) => {
  const at = [...new Set(cuts.map((one) => one % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...at, bytes.length].map((end, index) => bytes.subarray(index === 0 ? 0 : at[index - 1], end));
};
const read = (framing: Framing, chunks: readonly Uint8Array[]): FrameEvent[] => {
  const reader = createFrameReader(framing);
  return chunks.flatMap((chunk) => reader.feed(chunk));
};
const got = (events: readonly FrameEvent[]): (number[] | string)[] =>
  events.map((event) => (event.kind === 'packet' ? [...event.bytes] : event.kind));

describe('a stream of packets', () => {
  for (const framing of framings) {
    test.prop([packets, fc.array(fc.nat(), { maxLength: 20 })], { seed: 4, numRuns: 200 })(
      `${framing}: any cut gives the same packets`,
      (wanted, cuts) => {
        const stream = joined(wanted.map((one) => frame(framing, one)));
        expect(got(read(framing, cut(stream, cuts)))).toEqual(wanted.map((one) => [...one]));
      },
    );
    test.prop([fc.uint8Array({ maxLength: 400 }), fc.array(fc.nat(), { maxLength: 12 })], {
      seed: 5,
      numRuns: 200,
    })(`${framing}: garbage gives the same events however it is cut, and keeps little`, (bytes, cuts) => {
      const whole = read(framing, [bytes]);
      expect(got(read(framing, cut(bytes, cuts)))).toEqual(got(whole));
      const reader = createFrameReader(framing);
      reader.feed(bytes);
      expect(reader.pending()).toBeLessThanOrEqual(bytes.length);
    });
  }
});

describe('SLIP to the letter of RFC 1055', () => {
  it('has an END at both ends and escapes END and ESC', () => {
    expect([...frame('tcp-slip', Uint8Array.of(1, 0xc0, 2, 0xdb, 3))]).toEqual([
      0xc0, 1, 0xdb, 0xdc, 2, 0xdb, 0xdd, 3, 0xc0,
    ]);
  });
  it('takes single ENDs between packets, and many', () => {
    expect(got(read('tcp-slip', [Uint8Array.of(1, 0xc0, 2, 0xc0, 0xc0, 0xc0, 3, 0xc0)]))).toEqual([
      [1],
      [2],
      [3],
    ]);
  });
  it('skips a packet with an escape that is none, and reads the next', () => {
    const events = read('tcp-slip', [Uint8Array.of(0xc0, 1, 0xdb, 7, 9, 0xc0, 2, 0xc0)]);
    expect(got(events)).toEqual(['skipped', [2]]);
  });
  it('skips what is too long without keeping it, and reads the next', () => {
    const reader = createFrameReader('tcp-slip');
    const much = new Uint8Array(60_000).fill(1);
    for (let i = 0; i < 20; i += 1) expect(reader.feed(much)).toEqual([]);
    expect(reader.pending()).toBeLessThan(2);
    expect(got(reader.feed(Uint8Array.of(0xc0, 5, 0xc0)))).toEqual(['skipped', [5]]);
  });
});

describe('an int32 length before each packet', () => {
  it('is big-endian and does not count itself', () => {
    expect([...frame('tcp-length', Uint8Array.of(9, 8, 7, 6))]).toEqual([0, 0, 0, 4, 9, 8, 7, 6]);
  });
  it.each([
    ['negative', [0xff, 0xff, 0xff, 0xff]],
    ['too long', [0, 1, 0, 0]],
    ['a text', [...Buffer.from('GET ')]],
  ])('that is %s loses the stream, and nothing behind it is read', (_name, header) => {
    const reader = createFrameReader('tcp-length');
    const valid = frame('tcp-length', Uint8Array.of(1, 2, 3, 4));
    expect(got(reader.feed(Uint8Array.from([...valid, ...header, ...valid])))).toEqual([
      [1, 2, 3, 4],
      'lost',
    ]);
    expect(reader.feed(valid)).toEqual([]);
  });
  it('of the largest packet keeps only what has come', () => {
    const reader = createFrameReader('tcp-length');
    const header = new Uint8Array(4);
    new DataView(header.buffer).setInt32(0, MAX_FRAME);
    expect(reader.feed(header)).toEqual([]);
    reader.feed(new Uint8Array(100));
    expect(reader.pending()).toBe(104);
  });
});
