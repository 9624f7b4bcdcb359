import { fc, test as prop } from '@fast-check/vitest';
import OSC from 'osc-js';
import { toBuffer } from 'osc-min';
import { encode as nodeEncode, Message } from 'node-osc';
import { describe, expect, test } from 'vitest';
import { decodePacket } from '../../../../core/control/osc/packet.ts';
import type { OscPacket } from '../../../../core/control/osc/packet.ts';
import { decodeUtf8 } from '../../../../core/control/osc/utf8.ts';
import { encode, int32, makePacket, seeded, text } from '../../../fuzz/osc.packets.ts';

const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const codeOf = (...parts: Uint8Array[]): string => {
  const result = decodePacket(join(...parts));
  return result.ok ? 'ok' : `${result.code}@${result.at}`;
};
const tag = (value: bigint): Uint8Array => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
};
const bundle = (value: bigint, ...elements: Uint8Array[]): Buffer =>
  Buffer.concat([text('#bundle'), tag(value), ...elements.flatMap((one) => [int32(one.length), one])]);

describe('what is read', () => {
  test('every type, arrays in arrays', () => {
    const packet: OscPacket = {
      kind: 'message',
      address: '/a',
      args: [
        { type: 'i', value: -5 },
        { type: 'f', value: Math.fround(1.1) },
        { type: 's', value: 'é東😀' },
        { type: 'b', value: Uint8Array.of(1, 2, 3) },
        { type: 'h', value: -9_007_199_254_740_993n },
        { type: 't', value: 0xffff_ffff_ffff_ffffn },
        { type: 'd', value: Math.PI },
        { type: 'S', value: 'symbol' },
        { type: 'c', value: '東' },
        { type: 'r', value: { red: 1, green: 2, blue: 3, alpha: 255 } },
        { type: 'm', value: Uint8Array.of(0, 0x90, 60, 127) },
        { type: 'T', value: true },
        { type: 'F', value: false },
        { type: 'N', value: null },
        { type: 'I', value: 'impulse' },
        {
          type: 'array',
          value: [
            { type: 'i', value: 1 },
            { type: 'array', value: [] },
          ],
        },
      ],
    };
    expect(decodePacket(Uint8Array.from(encode(packet)))).toEqual({ ok: true, packet });
  });
  test('a message that ends after its address has no arguments', () => {
    expect(decodePacket(join(text('/go')))).toEqual({
      ok: true,
      packet: { kind: 'message', address: '/go', args: [] },
    });
  });
  test('a view into a larger buffer sees nothing beyond it', () => {
    const big = Buffer.concat([Buffer.from('xxxx'), text('/go'), Buffer.from('yyyy')]);
    expect(decodePacket(big.subarray(4, 8)).ok).toBe(true);
  });
  test('a blob is a copy: the socket may reuse its buffer', () => {
    const bytes = join(text('/b'), text(',b'), int32(4), Uint8Array.of(1, 2, 3, 4));
    const result = decodePacket(bytes);
    bytes.fill(9);
    expect(result).toMatchObject({ packet: { args: [{ value: Uint8Array.of(1, 2, 3, 4) }] } });
  });
  test('a nested bundle keeps its siblings, and equal tags are in order', () => {
    const inner = bundle(7n, text('/b'));
    const result = decodePacket(join(bundle(7n, text('/a'), inner, text('/c'))));
    expect(result).toMatchObject({
      packet: {
        elements: [{ address: '/a' }, { timetag: 7n, elements: [{ address: '/b' }] }, { address: '/c' }],
      },
    });
  });
});

describe('what is refused, with code and byte', () => {
  test.each([
    ['nothing', 'osc-empty@0', [Buffer.alloc(0)]],
    ['an odd length', 'osc-size@0', [Buffer.from('/ab')]],
    ['no slash', 'osc-address@0', [text('go')]],
    ['a broken bundle head', 'osc-address@0', [text('#bundles'), tag(1n)]],
    ['an address without an end', 'osc-truncated@0', [Buffer.from('/abc')]],
    ['padding that is not zero', 'osc-padding@3', [Buffer.from('/a\0x')]],
    ['arguments without tags', 'osc-tags@4', [text('/a'), int32(1)]],
    ['an unknown tag', 'osc-tag-unknown@5', [text('/a'), text(',z')]],
    ['an int cut off', 'osc-truncated@8', [text('/a'), text(',i')]],
    ['a double cut off', 'osc-truncated@8', [text('/a'), text(',d'), int32(0)]],
    ['bytes left over', 'osc-trailing@12', [text('/a'), text(',i'), int32(1), int32(2)]],
    ['a blob beyond the packet', 'osc-blob@8', [text('/a'), text(',b'), int32(5), int32(0)]],
    ['a negative blob', 'osc-blob@8', [text('/a'), text(',b'), int32(-4), int32(0)]],
    ['a blob with dirty padding', 'osc-padding@15', [text('/a'), text(',b'), int32(3), int32(1)]],
    ['a surrogate character', 'osc-character@8', [text('/a'), text(',c'), int32(0xd800)]],
    ['"]" alone', 'osc-array@5', [text('/a'), text(',]')]],
    ['"[" alone', 'osc-array@4', [text('/a'), text(',[')]],
    ['arrays too deep', 'osc-depth@13', [text('/a'), text(`,${'['.repeat(9)}${']'.repeat(9)}`)]],
    ['too many arguments', 'osc-limit@4', [text('/a'), text(`,${'T'.repeat(1025)}`)]],
    ['too large a packet', 'osc-limit@0', [Buffer.alloc(65_508)]],
    ['a bundle without its tag', 'osc-truncated@8', [text('#bundle'), int32(0)]],
    ['an element beyond the bundle', 'osc-truncated@16', [bundle(1n), int32(8), text('/a')]],
    ['a negative element', 'osc-truncated@16', [bundle(1n), int32(-1)]],
    ['an empty element', 'osc-empty@20', [bundle(1n), int32(0)]],
    ['a child due before its parent', 'osc-timetag-order@28', [bundle(8n, bundle(7n))]],
  ])('%s', (_, expected, parts) => {
    expect(codeOf(...parts)).toBe(expected);
  });
  test('a blob may not reach into the next element of its bundle', () => {
    const greedy = Buffer.concat([text('/a'), text(',b'), int32(8)]);
    expect(codeOf(bundle(1n, greedy, text('/victim')))).toBe('osc-blob@28');
  });
  test('bundles eight deep pass, nine do not', () => {
    const nest = (depth: number): Buffer => (depth === 0 ? text('/a') : bundle(1n, nest(depth - 1)));
    expect(codeOf(nest(8))).toBe('ok');
    expect(codeOf(nest(9))).toMatch(/^osc-depth/);
  });
});

describe('properties', () => {
  prop.prop([fc.integer()], { numRuns: 500 })('our own encoding comes back', (seed) => {
    const packet = makePacket(seeded(seed));
    expect(decodePacket(Uint8Array.from(encode(packet)))).toEqual({ ok: true, packet });
  });
  const words = fc
    .string({ unit: 'grapheme' })
    .filter((word) => !word.includes('\0') && !word.startsWith('\uFEFF'));
  prop.prop([
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    words,
    fc.float({ noNaN: true }),
    fc.uint8Array(),
  ])('osc-min, node-osc and osc-js encode, we decode', (int, word, float, blob) => {
    const args = [
      { type: 'i', value: int },
      { type: 's', value: word },
      { type: 'f', value: float },
      { type: 'b', value: blob },
    ] as const;
    const expected = { ok: true, packet: { kind: 'message', address: '/x/y', args } };
    const view = toBuffer({
      address: '/x/y',
      args: [
        { type: 'integer', value: int },
        { type: 'string', value: word },
        { type: 'float', value: float },
        { type: 'blob', value: blob },
      ],
    });
    expect(decodePacket(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))).toEqual(expected);
    const typed = new Message(
      '/x/y',
      ...args.map((arg) => (arg.type === 'b' ? { ...arg, value: Buffer.from(blob) } : arg)),
    );
    expect(decodePacket(Uint8Array.from(nodeEncode(typed)))).toEqual(expected);
    const message = new OSC.TypedMessage('/x/y');
    message.types = 'isfb';
    message.args = [int, Buffer.from(word, 'utf8').toString('latin1'), float, blob];
    expect(decodePacket(message.pack())).toEqual(expected);
  });
  prop.prop([fc.uint8Array({ maxLength: 200 })], { numRuns: 1000 })('random bytes never throw', (bytes) => {
    expect(typeof decodePacket(bytes).ok).toBe('boolean');
  });
  prop.prop([fc.uint8Array({ maxLength: 40 })], { numRuns: 3000 })(
    'UTF-8 as Node reads it, broken or not',
    (bytes) => {
      expect(decodeUtf8(bytes, 0, bytes.length)).toBe(Buffer.from(bytes).toString('utf8'));
    },
  );
  prop.prop(
    [fc.array(fc.constantFrom(0xe0, 0xed, 0xf0, 0xf4, 0xc2, 0xc1, 0x80, 0x9f, 0xa0, 0x8f, 0x90, 0xbf, 0x41))],
    { numRuns: 3000 },
  )('UTF-8 at its corners', (list) => {
    const bytes = Uint8Array.from(list);
    expect(decodeUtf8(bytes, 0, bytes.length)).toBe(Buffer.from(bytes).toString('utf8'));
  });
});
