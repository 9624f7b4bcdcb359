import type { OscArg, OscMessage } from '../../../core/control/osc/packet.ts';
import { float32Decimal } from '../../../core/control/osc/read.ts';

/** Longest line of the learn mode. */
const MAX_TEXT = 200;

/** A message as the learn mode shows it: `/eos/out/event/sub/3 ,f 0.5`. Cut at 200 characters. */
export function messageText({ address, args }: OscMessage): string {
  const text =
    args.length === 0 ? address : `${address} ,${args.map(tagOf).join('')} ${args.map(valueOf).join(' ')}`;
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}

const tagOf = (arg: OscArg): string =>
  arg.type === 'array' ? `[${arg.value.map(tagOf).join('')}]` : arg.type;

function valueOf(arg: OscArg): string {
  switch (arg.type) {
    case 'f':
      return String(float32Decimal(arg.value) ?? arg.value);
    case 'i':
    case 'd':
    case 'h':
    case 't':
      return String(arg.value);
    case 's':
    case 'S':
    case 'c':
      return JSON.stringify(arg.value);
    case 'b':
      return `<${arg.value.byteLength} bytes>`;
    case 'm':
      return [...arg.value].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    case 'r':
      return `${arg.value.red},${arg.value.green},${arg.value.blue},${arg.value.alpha}`;
    case 'array':
      return `[${arg.value.map(valueOf).join(' ')}]`;
    case 'T':
    case 'F':
    case 'N':
    case 'I':
      return arg.type;
  }
}
