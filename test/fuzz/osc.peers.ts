import { decode as nodeOsc } from 'node-osc';
import OSC from 'osc-js';
import { fromBuffer as oscMin } from 'osc-min';
import type { OscArg, OscPacket } from '../../core/control/osc/packet.ts';

/** The three other decoders, each reduced to one line of text, and our packet as that decoder would have to say it. */
export type Peer = {
  name: 'osc-min' | 'node-osc' | 'osc-js';
  read(bytes: Buffer): string;
  ours(packet: OscPacket): string;
};

const field = (object: unknown, key: string): unknown =>
  typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const hex = (value: Uint8Array): string => `x${Buffer.from(value).toString('hex')}`;
/** Numbers with NaN and −0 told apart, bytes as hex, texts quoted. */
function word(value: unknown): string {
  if (value instanceof Uint8Array) return hex(value);
  if (ArrayBuffer.isView(value)) return hex(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) return `[${value.map(word).join(' ')}]`;
  return (
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner)) ??
    'undefined'
  );
}
const bundleText = (tag: string, elements: readonly string[]): string => `#${tag}{${elements.join(' ; ')}}`;
const split = (tag: bigint): [number, number] => [Number(tag >> 32n), Number(tag & 0xffff_ffffn)];

const MIN_NAMES: Readonly<Record<Exclude<OscArg['type'], 'array'>, string>> = {
  i: 'integer', f: 'float', d: 'double', h: 'bigint', t: 'timetag', s: 'string', S: 'symbol', c: 'character',
  b: 'blob', m: 'midi', r: 'color', T: 'true', F: 'false', N: 'null', I: 'bang',
}; // prettier-ignore
const minOurs = (arg: OscArg): string => {
  if (arg.type === 'array') return `[${arg.value.map(minOurs).join(' ')}]`;
  if (arg.type === 'I') return 'bang:"bang"';
  const value = arg.type === 't' ? split(arg.value) : arg.type === 'm' ? [...arg.value] : arg.value;
  return `${MIN_NAMES[arg.type]}:${word(value)}`;
};
const minTheirs = (arg: unknown): string =>
  field(arg, 'type') === 'array'
    ? `[${list(field(arg, 'value')).map(minTheirs).join(' ')}]`
    : `${field(arg, 'type')}:${word(field(arg, 'value'))}`;
const minPacket = (packet: unknown): string => {
  if (field(packet, 'oscType') === 'bundle')
    return bundleText(word(field(packet, 'timetag')), list(field(packet, 'elements')).map(minPacket));
  return `${field(packet, 'address')} ${list(field(packet, 'args')).map(minTheirs).join(' ')}`;
};

const NTP = 2_208_988_800;
const nodeTag = (tag: bigint): string => {
  const [seconds, fraction] = split(tag);
  return word(tag === 1n ? 0 : seconds - NTP + fraction / 2 ** 32);
};
const nodePacket = (packet: unknown): string => {
  if (field(packet, 'oscType') === 'bundle')
    return bundleText(word(field(packet, 'timetag')), list(field(packet, 'elements')).map(nodePacket));
  return `${field(packet, 'address')} ${list(field(packet, 'args'))
    .map((arg) => word(field(arg, 'value')))
    .join(' ')}`;
};

const jsPacket = (packet: unknown): string => {
  const elements = field(packet, 'bundleElements');
  if (elements !== undefined) {
    const tag = field(field(packet, 'timetag'), 'value');
    return bundleText(
      `${word(field(tag, 'seconds'))}.${word(field(tag, 'fractions'))}`,
      list(elements).map(jsPacket),
    );
  }
  const args = list(field(packet, 'args')).map(word);
  return `${field(packet, 'address')} ${String(field(packet, 'types')).slice(1)} ${args.join(' ')}`;
};
const jsOurs = (arg: OscArg): string => word(arg.type === 'I' ? Infinity : arg.value);

const ours =
  (tag: (tag: bigint) => string, message: (address: string, args: readonly OscArg[]) => string) =>
  (packet: OscPacket): string =>
    packet.kind === 'message'
      ? message(packet.address, packet.args)
      : bundleText(tag(packet.timetag), packet.elements.map(ours(tag, message)));

/** Each gets a copy in a buffer of its own: osc-js forgets byteOffset. */
const exact = (bytes: Buffer): Uint8Array => Uint8Array.from(bytes);
export const peers: readonly Peer[] = [
  {
    name: 'osc-min',
    read: (bytes) => minPacket(oscMin(exact(bytes))),
    ours: ours(
      (tag) => word(split(tag)),
      (address, args) => `${address} ${args.map(minOurs).join(' ')}`,
    ),
  },
  {
    name: 'node-osc',
    read: (bytes) => {
      const decoded: unknown = nodeOsc(Buffer.from(bytes));
      return nodePacket(decoded);
    },
    ours: ours(nodeTag, (address, args) => `${address} ${args.map(({ value }) => word(value)).join(' ')}`),
  },
  {
    name: 'osc-js',
    read: (bytes) => {
      const packet = new OSC.Packet();
      packet.unpack(new DataView(exact(bytes).buffer));
      return jsPacket(packet.value);
    },
    ours: ours(
      (tag) => split(tag).map(word).join('.'),
      (address, args) => `${address} ${args.map(({ type }) => type).join('')} ${args.map(jsOurs).join(' ')}`,
    ),
  },
];
