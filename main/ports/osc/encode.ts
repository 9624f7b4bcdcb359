import OSC from 'osc-js';
import type { OscArg } from '../../../core/control/osc/packet.ts';

/** What we send. int64 and time tags as arguments are left out: osc-js cannot encode 0n. */
export type OscOut =
  | { type: 'i' | 'f' | 'd'; value: number }
  | { type: 's'; value: string }
  | { type: 'b'; value: Uint8Array }
  | { type: 'T'; value: true }
  | { type: 'F'; value: false };

/** What came, to be sent: texts cut, and without what we don't send. */
export function outOf(arg: OscArg): OscOut[] {
  switch (arg.type) {
    case 'i':
    case 'f':
    case 'd':
      return [arg];
    case 's':
    case 'S':
      return [{ type: 's', value: arg.value.slice(0, 100) }];
    case 'T':
      return [{ type: 'T', value: true }];
    case 'F':
      return [{ type: 'F', value: false }];
    case 'N':
    case 'I':
    case 'h':
    case 't':
    case 'c':
    case 'b':
    case 'm':
    case 'r':
    case 'array':
      return [];
  }
}

/** osc-js writes the low byte of each character: hand it UTF-8 bytes, one a character. */
const utf8 = (text: string): string => Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('latin1');

/**
 * One message, encoded by osc-js. Types are set by hand, since it guesses 1.0 to be an int; texts are UTF-8.
 * The address must start with "/" and not end with one. Throws on what OSC cannot carry (a text with no such address).
 */
export function encodeMessage(address: string, args: readonly OscOut[]): Uint8Array {
  const message = new OSC.TypedMessage(utf8(address));
  message.types = args.map(({ type }) => type).join('');
  message.args = args.map((arg) => (arg.type === 's' ? utf8(arg.value) : arg.value));
  return message.pack();
}

/** A bundle of encoded packets. Framed here, because osc-js rounds time tags; `timetag` 1n means at once. */
export function encodeBundle(timetag: bigint, elements: readonly Uint8Array[]): Uint8Array {
  const size = elements.reduce((sum, element) => sum + 4 + element.byteLength, 16);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(Buffer.from('#bundle\0', 'latin1'));
  view.setBigUint64(8, timetag);
  let at = 16;
  for (const element of elements) {
    view.setInt32(at, element.byteLength);
    bytes.set(element, at + 4);
    at += 4 + element.byteLength;
  }
  return bytes;
}
