import { ARTNET_PORT } from './artnet.ts';

/**
 * ArtPollReply: how a desk sees this node. A reply has room for four port addresses of one net and sub-net, so there is
 * one for each four of them, told apart by BindIndex. Source: "Art-Net 4 Protocol Release", table ArtPollReply.
 */
export type Node = {
  /** Four numbers; where a desk sends to. */
  ip: readonly number[];
  /** At most 17 and 63 characters are sent. */
  shortName: string;
  longName: string;
  /** Port addresses, 0–32767. */
  universes: readonly number[];
  /** Those that data come for. */
  receiving: ReadonlySet<number>;
  /** Replies sent so far; four digits are shown. */
  count: number;
};

const LENGTH = 239;
/** OemUnknown: no maker's number of our own. */
const OEM = 0x00ff;
const OUTPUT_FROM_ARTNET = 0x80;
const DATA_IS_COMING = 0x80;
const PORT_ADDRESS_15_BIT = 0x08;

export const encodePollReplies = (node: Node): Uint8Array[] =>
  bindings(node.universes).map((universes, at) => reply(node, universes, at + 1));

/** Fours of one net and sub-net. */
const bindings = (universes: readonly number[]): number[][] => {
  const groups = new Map<number, number[]>();
  for (const universe of [...new Set(universes)].sort((a, b) => a - b))
    groups.set(universe >> 4, [...(groups.get(universe >> 4) ?? []), universe]);
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / 4) }, (_, at) => group.slice(at * 4, at * 4 + 4)),
  );
};

const reply = (node: Node, universes: readonly number[], bindIndex: number): Uint8Array => {
  const bytes = new Uint8Array(LENGTH);
  const view = new DataView(bytes.buffer);
  const first = universes[0] ?? 0;
  text(bytes, 0, 8, 'Art-Net');
  view.setUint16(8, 0x2100, true);
  bytes.set(node.ip.slice(0, 4), 10);
  view.setUint16(14, ARTNET_PORT, true);
  view.setUint8(18, first >> 8);
  view.setUint8(19, (first >> 4) & 0x0f);
  view.setUint16(20, OEM);
  text(bytes, 26, 18, node.shortName);
  text(bytes, 44, 64, node.longName);
  const digits = String(node.count % 10_000).padStart(4, '0');
  text(bytes, 108, 64, `#0001 [${digits}] ${node.receiving.size > 0 ? 'receiving' : 'waiting'}`);
  view.setUint16(172, universes.length);
  universes.forEach((universe, at) => {
    view.setUint8(174 + at, OUTPUT_FROM_ARTNET);
    view.setUint8(182 + at, node.receiving.has(universe) ? DATA_IS_COMING : 0);
    view.setUint8(190 + at, universe & 0x0f);
  });
  bytes.set(node.ip.slice(0, 4), 207);
  view.setUint8(211, bindIndex);
  view.setUint8(212, PORT_ADDRESS_15_BIT);
  return bytes;
};

/** ASCII, ended by a zero: what else is in a name would be shown as dirt by a desk. */
const text = (bytes: Uint8Array, at: number, length: number, value: string): void => {
  const plain = value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '?');
  for (let n = 0; n < Math.min(plain.length, length - 1); n += 1) bytes[at + n] = plain.charCodeAt(n);
};
