import { decodePacket } from '../../core/control/osc/packet.ts';
import type { DecodeResult, OscArg, OscMessage, OscPacket } from '../../core/control/osc/packet.ts';
import { makeCase, seeded } from './osc.packets.ts';
import { peers } from './osc.peers.ts';
import type { Peer } from './osc.peers.ts';

/**
 * Differential fuzz of the OSC decoder. Every packet goes through ours and through osc-min, node-osc and osc-js; each
 * disagreement must be explained by one named rule. A valid packet must also come back as the model it was made from,
 * which no rule can excuse.
 */
type Why = {
  bytes: Buffer;
  ours: DecodeResult;
  theirs: { ok: true; text: string } | { ok: false; error: string };
};
type Rule = { name: string; why: string; explains(why: Why): boolean };
export type FuzzReport = {
  packets: Record<'valid' | 'mutated' | 'random', number>;
  agreed: Record<Peer['name'], number>;
  /** `peer: rule` → how many. */
  explained: Record<string, number>;
  /** What no rule explains: a failure. Hex of the packet and both readings. */
  unexplained: string[];
  /** Valid packets that we read wrongly. */
  misread: string[];
};

const messagesOf = (packet: OscPacket): OscMessage[] =>
  packet.kind === 'message' ? [packet] : packet.elements.flatMap(messagesOf);
const flatArgs = (args: readonly OscArg[]): OscArg[] =>
  args.flatMap((arg) => (arg.type === 'array' ? [arg, ...flatArgs(arg.value)] : [arg]));
const usesTypes = ({ ours }: Why, types: readonly string[]): boolean =>
  ours.ok &&
  messagesOf(ours.packet).some(({ args }) => flatArgs(args).some(({ type }) => types.includes(type)));
const isEmpty = (packet: OscPacket): boolean => packet.kind === 'message' && packet.args.length === 0;
const hasNestedSibling = (packet: OscPacket): boolean =>
  packet.kind === 'bundle' &&
  (packet.elements.some((element, i) => element.kind === 'bundle' && i < packet.elements.length - 1) ||
    packet.elements.some(hasNestedSibling));

/** We refuse with one of these codes, they accept. */
const lax = (name: string, why: string, ...codes: string[]): Rule => ({
  name,
  why,
  explains: ({ ours, theirs }) => !ours.ok && theirs.ok && codes.includes(ours.code),
});
const lacks = (types: readonly string[], says: RegExp): Rule => ({
  name: 'type not supported',
  why: `it has no ${types.join(' ')}; we decode them`,
  explains: (why) => !why.theirs.ok && says.test(why.theirs.error) && usesTypes(why, types),
});
const untagged = (says: RegExp): Rule => ({
  name: 'untagged message refused',
  why: 'OSC 1.0 asks receivers to accept a message without type tags; we do when nothing follows the address',
  explains: ({ ours, theirs }) =>
    ours.ok && !theirs.ok && says.test(theirs.error) && messagesOf(ours.packet).some(isEmpty),
});
const common: readonly Rule[] = [
  lax('length not checked', 'a packet or element whose length is no multiple of 4', 'osc-size'),
  lax('trailing bytes ignored', 'bytes after the last argument', 'osc-trailing'),
  lax('padding not checked', 'non-zero bytes where padding must be zero', 'osc-padding'),
  lax('time tags not ordered', 'a nested bundle due before its parent', 'osc-timetag-order'),
];
const RULES: Readonly<Record<Peer['name'], readonly Rule[]>> = {
  'osc-min': [
    ...common,
    {
      name: 'broken elements swallowed',
      why: 'an exception inside a bundle drops that element and goes on; we refuse the whole packet',
      explains: ({ bytes, ours, theirs }) =>
        !ours.ok && theirs.ok && bytes.indexOf('#bundle\0', 0, 'latin1') === 0,
    },
    lax('surrogates taken', 'a lone surrogate as a character', 'osc-character'),
    {
      name: 'byte order mark dropped',
      why: 'TextDecoder removes a leading U+FEFF; it is part of the text',
      explains: ({ bytes, ours, theirs }) => ours.ok && theirs.ok && bytes.includes('\uFEFF', 0, 'utf8'),
    },
  ],
  'node-osc': [
    lacks(['d', 'h', 't', 'S', 'c', 'r', 'I', 'array'], /argument code/),
    untagged(/Missing null terminator/),
    ...common,
    lax('address not checked', 'an address that does not start with "/"', 'osc-address'),
    lax('padding may be cut off', 'it never looks whether the padding is there', 'osc-truncated'),
  ],
  'osc-js': [
    lacks(['S', 'c', 'r', 'm', 'array'], /unsupported argument type/),
    untagged(/missing type string/),
    {
      name: 'siblings of nested bundles swallowed',
      why: 'a nested bundle reads on to the end of the packet, so what follows it becomes part of it',
      explains: ({ ours }) => ours.ok && hasNestedSibling(ours.packet),
    },
    ...common,
    lax('type tags not checked', 'a type tag string need not start with ","', 'osc-tags'),
    lax('unterminated text taken', 'a text without its end, or with its padding cut off', 'osc-truncated'),
    {
      name: 'element sizes ignored',
      why: 'elements are read one after the other whatever their sizes say',
      explains: ({ bytes, ours, theirs }) =>
        !ours.ok && theirs.ok && bytes.indexOf('#bundle\0', 0, 'latin1') === 0,
    },
    lax('blob past the packet', 'a blob is not checked against the packet', 'osc-blob'),
  ],
};

/** Runs `count` packets from `seed`. Reads nothing but its arguments. */
export function runOscFuzz(count: number, seed: number): FuzzReport {
  const random = seeded(seed);
  const report: FuzzReport = {
    packets: { valid: 0, mutated: 0, random: 0 },
    agreed: { 'osc-min': 0, 'node-osc': 0, 'osc-js': 0 },
    explained: {},
    unexplained: [],
    misread: [],
  };
  const oracle = peers[0];
  for (let i = 0; i < count; i += 1) {
    const { bytes, kind, model } = makeCase(random);
    report.packets[kind] += 1;
    const ours = decodePacket(bytes);
    if (model !== null && oracle !== undefined)
      if (!ours.ok || oracle.ours(ours.packet) !== oracle.ours(model))
        report.misread.push(bytes.toString('hex'));
    for (const peer of peers) compare(peer, bytes, ours, report);
  }
  return report;
}

function compare(peer: Peer, bytes: Buffer, ours: DecodeResult, report: FuzzReport): void {
  const theirs = attempt(() => peer.read(bytes));
  const mine = ours.ok ? peer.ours(ours.packet) : null;
  if (theirs.ok ? theirs.text === mine : mine === null) {
    report.agreed[peer.name] += 1;
    return;
  }
  const rule = RULES[peer.name].find(({ explains }) => explains({ bytes, ours, theirs }));
  const readings = `ours ${mine ?? (ours.ok ? '' : ours.code)} theirs ${theirs.ok ? theirs.text : theirs.error}`;
  if (rule === undefined) report.unexplained.push(`${peer.name} ${bytes.toString('hex')} ${readings}`);
  else {
    const key = `${peer.name}: ${rule.name}`;
    report.explained[key] = (report.explained[key] ?? 0) + 1;
  }
}

function attempt(read: () => string): Why['theirs'] {
  try {
    return { ok: true, text: read() };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
