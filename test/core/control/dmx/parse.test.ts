import { fc, test } from '@fast-check/vitest';
import { Packet } from 'sacn';
import { describe, expect, it } from 'vitest';
import { encodePollReplies } from '../../../../core/control/dmx/artnet-reply.ts';
import { parseArtnet } from '../../../../core/control/dmx/artnet.ts';
import { multicastGroup, parseSacn } from '../../../../core/control/dmx/sacn.ts';
import { artDmx, artPoll, artSync, artTimecode, sacnData } from './packets.ts';

describe('Art-Net', () => {
  it('reads levels, the 15-bit port address, the count, odd lengths', () => {
    expect(parseArtnet(artDmx(0x7fff, [1, 2, 255], 9))).toEqual({
      kind: 'dmx',
      universe: 0x7fff,
      sequence: 9,
      levels: Uint8Array.of(1, 2, 255),
    });
    expect(parseArtnet(artDmx(1, [7]))).toMatchObject({ sequence: null, levels: Uint8Array.of(7) });
  });

  it.each([
    ['poll', artPoll, { kind: 'poll' }],
    ['sync', artSync, { kind: 'sync' }],
    [
      'time',
      artTimecode(1, 2, 3, 4, 1),
      { kind: 'timecode', hours: 1, minutes: 2, seconds: 3, frames: 4, type: 'ebu' },
    ],
    ['frame 24 at film rate', artTimecode(1, 2, 3, 24, 0), { kind: 'malformed' }],
    ['a type that is none', artTimecode(1, 2, 3, 4, 9), { kind: 'malformed' }],
    ['nothing', new Uint8Array(), { kind: 'malformed' }],
    ['a length beyond the packet', artDmx(1, [1, 2, 3]).subarray(0, 20), { kind: 'malformed' }],
    [
      '513 channels',
      artDmx(
        1,
        Array.from({ length: 513 }, () => 1),
      ),
      { kind: 'malformed' },
    ],
    ['no channel', artDmx(1, []), { kind: 'malformed' }],
  ])('%s', (_, bytes, expected) => {
    expect(parseArtnet(bytes)).toMatchObject(expected);
  });

  it('answers a poll with four port addresses a reply, by net and sub-net', () => {
    const replies = encodePollReplies({
      ip: [10, 0, 0, 7],
      shortName: 'Façade du Grand Palais',
      longName: 'x',
      universes: [1, 2, 3, 4, 5, 0x123],
      receiving: new Set([5]),
      count: 12,
    });
    expect(replies.map(({ length }) => length)).toEqual([239, 239, 239]);
    const [first, second, third] = replies.map((bytes) => Buffer.from(bytes));
    expect(first?.toString('latin1', 0, 10)).toBe('Art-Net\0\x00\x21');
    expect([...(first?.subarray(10, 16) ?? [])]).toEqual([10, 0, 0, 7, 0x36, 0x19]);
    expect(first?.toString('latin1', 26, 44)).toBe('Facade du Grand P\0');
    expect([...(first?.subarray(172, 194) ?? [])]).toEqual([
      0, 4, 128, 128, 128, 128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4,
    ]);
    expect([second?.[173], second?.[182], second?.[190], second?.[211]]).toEqual([1, 128, 5, 2]);
    expect([third?.[18], third?.[19], third?.[190], third?.[211]]).toEqual([1, 2, 3, 3]);
  });
});

describe('sACN', () => {
  it('reads what the standard writes', () => {
    const packet = sacnData({ universe: 300, levels: [1, 2], sequence: 255, priority: 150, name: 'Booth' });
    expect(parseSacn(packet)).toEqual({
      kind: 'dmx',
      universe: 300,
      cid: '07'.repeat(16),
      name: 'Booth',
      priority: 150,
      sequence: 255,
      isPreview: false,
      isTerminated: false,
      levels: Uint8Array.of(1, 2),
    });
    expect(parseSacn(sacnData({ options: 0x80 }))).toMatchObject({ isPreview: true });
    expect(parseSacn(sacnData({ options: 0x40, startCode: 1 }))).toMatchObject({ isTerminated: true });
    expect(parseSacn(sacnData({ startCode: 0xdd }))).toEqual({ kind: 'other' });
    expect(parseSacn(sacnData({ universe: 0 }))).toMatchObject({ kind: 'malformed' });
    expect(parseSacn(sacnData({ priority: 201 }))).toMatchObject({ kind: 'malformed' });
    expect(parseSacn(sacnData({ levels: [1, 2] }).subarray(0, 127))).toMatchObject({ kind: 'malformed' });
    expect(multicastGroup(258)).toBe('239.255.1.2');
  });

  test.prop([
    fc.integer({ min: 1, max: 63_999 }),
    fc.nat(255),
    fc.integer({ min: 1, max: 200 }), // the library writes 0 as 100
    fc.dictionary(fc.integer({ min: 1, max: 512 }).map(String), fc.nat(255)),
  ])('reads what the sacn library writes', (universe, sequence, priority, levels) => {
    const { buffer } = new Packet({
      universe,
      sequence,
      priority,
      payload: levels,
      useRawDmxValues: true,
      sourceName: 'QLC',
    });
    const read = parseSacn(buffer);
    if (read.kind !== 'dmx') throw new Error(JSON.stringify(read));
    expect(read).toMatchObject({ universe, sequence, priority, isPreview: false, isTerminated: false });
    for (const [channel, level] of Object.entries(levels))
      expect(read.levels[Number(channel) - 1]).toBe(level);
  });
});

const mutated = (packets: readonly Uint8Array[]) =>
  fc
    .tuple(
      fc.constantFrom(...packets),
      fc.array(fc.tuple(fc.nat(700), fc.nat(255)), { maxLength: 8 }),
      fc.option(fc.nat(700)),
    )
    .map(([packet, changes, cut]) => {
      const bytes = Uint8Array.from(packet);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      return cut === null ? bytes : bytes.subarray(0, cut);
    });
const many = Array.from({ length: 512 }, (_, at) => at & 255);

test.prop(
  [
    fc.oneof(
      fc.uint8Array({ maxLength: 700 }),
      mutated([artDmx(3, many, 1), artPoll, artTimecode(1, 2, 3, 4, 1)]),
    ),
  ],
  {
    numRuns: 3000,
    seed: 1,
  },
)('no bytes make the Art-Net parser throw or read beyond them', (bytes) => {
  const packet = parseArtnet(bytes);
  if (packet.kind !== 'dmx') return;
  expect(packet.levels.length).toBeLessThanOrEqual(Math.min(512, bytes.length - 18));
  expect(packet.universe).toBeLessThanOrEqual(32_767);
});

test.prop(
  [
    fc.oneof(
      fc.uint8Array({ maxLength: 700 }),
      mutated([sacnData({ levels: many }), sacnData({ levels: [1] })]),
    ),
  ],
  {
    numRuns: 3000,
    seed: 1,
  },
)('no bytes make the sACN parser throw or read beyond them', (bytes) => {
  const packet = parseSacn(bytes);
  if (packet.kind !== 'dmx') return;
  expect(packet.levels.length).toBeLessThanOrEqual(Math.min(512, bytes.length - 126));
  expect(packet.priority).toBeLessThanOrEqual(200);
});
