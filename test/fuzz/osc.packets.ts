import type { OscArg, OscPacket } from '../../core/control/osc/packet.ts';

/** Seeded packets for the OSC fuzz: a reference encoder of its own, a generator of valid packets, and mutations. */
export type Random = { next(): number; below(n: number): number; pick<T>(list: readonly T[]): T };

/** mulberry32, public domain: enough for a fuzz, the same everywhere. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[below(list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return { next, below, pick };
}

const pad = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
export const text = (value: string): Buffer => pad(Buffer.from(`${value}\0`, 'utf8'));
const write = (size: number, fill: (view: DataView) => void): Buffer => {
  const bytes = Buffer.alloc(size);
  fill(new DataView(bytes.buffer, bytes.byteOffset, size));
  return bytes;
};
export const int32 = (value: number): Buffer => write(4, (view) => view.setInt32(0, value));

const tagOf = (arg: OscArg): string =>
  arg.type === 'array' ? `[${arg.value.map(tagOf).join('')}]` : arg.type;
function dataOf(arg: OscArg): Buffer {
  switch (arg.type) {
    case 'i':
      return int32(arg.value);
    case 'f':
      return write(4, (view) => view.setFloat32(0, arg.value));
    case 'd':
      return write(8, (view) => view.setFloat64(0, arg.value));
    case 'h':
      return write(8, (view) => view.setBigInt64(0, arg.value));
    case 't':
      return write(8, (view) => view.setBigUint64(0, arg.value));
    case 's':
    case 'S':
      return text(arg.value);
    case 'c':
      return int32(arg.value.codePointAt(0) ?? 0);
    case 'b':
      return Buffer.concat([int32(arg.value.length), pad(Buffer.from(arg.value))]);
    case 'm':
      return Buffer.from(arg.value);
    case 'r':
      return Buffer.from([arg.value.red, arg.value.green, arg.value.blue, arg.value.alpha]);
    case 'array':
      return Buffer.concat(arg.value.map(dataOf));
    case 'T':
    case 'F':
    case 'N':
    case 'I':
      return Buffer.alloc(0);
  }
}

/** The specification, written down a second time, for tests alone. `untagged` leaves out an empty type tag string. */
export function encode(packet: OscPacket, untagged = false): Buffer {
  if (packet.kind === 'bundle') {
    const elements = packet.elements.flatMap((element) => {
      const bytes = encode(element, untagged);
      return [int32(bytes.length), bytes];
    });
    return Buffer.concat([
      text('#bundle'),
      write(8, (view) => view.setBigUint64(0, packet.timetag)),
      ...elements,
    ]);
  }
  if (untagged && packet.args.length === 0) return text(packet.address);
  return Buffer.concat([
    text(packet.address),
    text(`,${packet.args.map(tagOf).join('')}`),
    ...packet.args.map(dataOf),
  ]);
}

const WORDS = [
  'frise',
  'go',
  'cue',
  '12.5',
  'eos',
  'out',
  'event',
  'é',
  '0',
  'dmx',
  '{?+}+!',
  '東',
  '😀',
  '\uFEFFx',
  'a b',
];
const address = (random: Random): string =>
  `/${Array.from({ length: 1 + random.below(4) }, () => random.pick(WORDS)).join('/')}`;
const bytes = (random: Random, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, () => random.below(256));
const bits64 = (random: Random): bigint =>
  (BigInt(random.below(2 ** 32)) << 32n) | BigInt(random.below(2 ** 32));
const COMMON = ['i', 'f', 's', 'b', 'T', 'F', 'N'] as const;
const RARE = ['h', 't', 'd', 'S', 'c', 'r', 'm', 'I', 'array'] as const;

export function makeArg(random: Random, depth = 0): OscArg {
  const type = random.below(10) < 7 ? random.pick(COMMON) : random.pick(RARE);
  switch (type) {
    case 'i':
      return { type, value: random.below(2 ** 32) | 0 };
    case 'f':
      return {
        type,
        value: Math.fround(random.pick([0, -0, 1, 1.1, 1e-40, 3e38, Infinity, NaN, random.next()])),
      };
    case 'd':
      return { type, value: random.pick([0, 1.1, NaN, -Infinity, random.next() * 1e9]) };
    case 'h':
      return { type, value: BigInt.asIntN(64, bits64(random)) };
    case 't':
      return { type, value: bits64(random) };
    case 's':
    case 'S':
      return { type, value: random.pick(['', ...WORDS]).repeat(random.below(4)) };
    case 'c':
      return { type, value: random.pick(['a', 'é', '東', '😀']) };
    case 'b':
      return { type, value: bytes(random, random.below(9)) };
    case 'm':
      return { type, value: bytes(random, 4) };
    case 'r': {
      const [red, green, blue, alpha] = [
        random.below(256),
        random.below(256),
        random.below(256),
        random.below(256),
      ];
      return { type, value: { red, green, blue, alpha } };
    }
    case 'array':
      return {
        type,
        value: Array.from({ length: depth > 2 ? 0 : random.below(4) }, () => makeArg(random, depth + 1)),
      };
    case 'T':
      return { type, value: true };
    case 'F':
      return { type, value: false };
    case 'N':
      return { type, value: null };
    case 'I':
      return { type, value: 'impulse' };
  }
}

export function makePacket(random: Random, depth = 0, earliest = 1n): OscPacket {
  if (depth > 3 || random.below(10) < (depth === 0 ? 7 : 8))
    return {
      kind: 'message',
      address: address(random),
      args: Array.from({ length: random.below(5) }, () => makeArg(random)),
    };
  const timetag = random.below(2) === 0 ? earliest : earliest + (bits64(random) >> 8n);
  const elements = Array.from({ length: random.below(4) }, () => makePacket(random, depth + 1, timetag));
  return { kind: 'bundle', timetag, elements };
}

const MUTATIONS: readonly ((input: Buffer, random: Random) => Buffer)[] = [
  (input, random) => {
    input[random.below(input.length)] = random.below(256);
    return input;
  },
  (input, random) => input.subarray(0, random.below(input.length)),
  (input, random) => input.subarray(0, random.below(input.length) & ~3),
  (input, random) => Buffer.concat([input, Buffer.from(bytes(random, 1 + random.below(8)))]),
  (input, random) => {
    const at = random.below(input.length) & ~3;
    return Buffer.concat([input.subarray(0, at), input.subarray(at + 4)]);
  },
  (input, random) => {
    const at = random.below(input.length) & ~3;
    return Buffer.concat([
      input.subarray(0, at),
      int32(random.pick([0, 1, 4, -1, -4, 2 ** 31 - 1])),
      input.subarray(at + 4),
    ]);
  },
  (input, random) => {
    const at = random.below(input.length) & ~3;
    return Buffer.concat([input.subarray(0, at), input.subarray(random.below(at + 1) & ~3)]);
  },
];

export type Case = { bytes: Buffer; kind: 'valid' | 'mutated' | 'random'; model: OscPacket | null };
/** 40 % valid, 45 % mutated once or twice, 15 % random with an honest beginning half the time. */
export function makeCase(random: Random): Case {
  const roll = random.below(100);
  if (roll >= 85) {
    const head = random.pick([Buffer.alloc(0), Buffer.alloc(0), text('/a'), text('#bundle')]);
    return {
      bytes: Buffer.concat([head, Buffer.from(bytes(random, random.below(48)))]),
      kind: 'random',
      model: null,
    };
  }
  const model = makePacket(random);
  const valid = encode(model, random.below(8) === 0);
  if (roll < 40) return { bytes: valid, kind: 'valid', model };
  let mutated = random.pick(MUTATIONS)(Buffer.from(valid), random);
  if (random.below(3) === 0 && mutated.length > 0)
    mutated = random.pick(MUTATIONS)(Buffer.from(mutated), random);
  return { bytes: mutated, kind: 'mutated', model: null };
}
