import { decodeArguments } from './argument.ts';
import type { OscArg } from './argument.ts';
import { OscFault, readPaddedString } from './cursor.ts';
import type { Cursor, OscFaultCode } from './cursor.ts';

/**
 * OSC 1.0, strict: everything a packet claims is checked against its bytes, and whatever is left over is an error.
 * Tolerated, because desks do it: a message that ends after its address (no type tags, no arguments), and text that
 * isn't ASCII. Everything else is refused with a code and the byte offset at which it went wrong.
 */
export type { OscArg } from './argument.ts';
export type OscMessage = { kind: 'message'; address: string; args: OscArg[] };
/** `timetag` is the raw 64-bit NTP tag (seconds since 1900 in the upper half); 1n means now. See timetag.ts. */
export type OscBundle = { kind: 'bundle'; timetag: bigint; elements: OscPacket[] };
export type OscPacket = OscMessage | OscBundle;
export type DecodeResult =
  { ok: true; packet: OscPacket } | { ok: false; code: OscFaultCode; message: string; at: number };

/** The largest UDP payload over IPv4, in bytes. */
export const MAX_PACKET_BYTES = 65_507;
/** Bundles in bundles; the outermost counts as one. */
export const MAX_BUNDLE_DEPTH = 8;

/**
 * Decodes one packet (a datagram, or a frame of a TCP stream). Never throws; blobs and MIDI are copies, so the buffer
 * may be reused. `at` of an error is a byte offset. Source: OSC 1.0 specification, opensoundcontrol.org.
 */
export function decodePacket(bytes: Uint8Array): DecodeResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cursor: Cursor = { bytes, view, at: 0, end: bytes.byteLength };
  try {
    if (bytes.byteLength > MAX_PACKET_BYTES)
      throw new OscFault('osc-limit', `a packet is at most ${MAX_PACKET_BYTES} bytes`, 0);
    return { ok: true, packet: decodeElement(cursor, 0, 0n) };
  } catch (error) {
    if (error instanceof OscFault)
      return { ok: false, code: error.code, message: error.message, at: error.at };
    throw error;
  }
}

function decodeElement(cursor: Cursor, depth: number, parentTag: bigint): OscPacket {
  const size = cursor.end - cursor.at;
  if (size === 0) throw new OscFault('osc-empty', 'the packet is empty', cursor.at);
  if (size % 4 !== 0) throw new OscFault('osc-size', `the length ${size} is not a multiple of 4`, cursor.at);
  const first = cursor.bytes[cursor.at];
  if (first === 0x2f) return decodeMessage(cursor);
  if (first === 0x23) return decodeBundle(cursor, depth + 1, parentTag);
  throw new OscFault('osc-address', 'a packet starts with "/" or "#bundle"', cursor.at);
}

function decodeMessage(cursor: Cursor): OscMessage {
  const address = readPaddedString(cursor);
  if (cursor.at === cursor.end) return { kind: 'message', address, args: [] };
  return { kind: 'message', address, args: decodeArguments(cursor) };
}

function decodeBundle(cursor: Cursor, depth: number, parentTag: bigint): OscBundle {
  const start = cursor.at;
  if (depth > MAX_BUNDLE_DEPTH)
    throw new OscFault('osc-depth', `bundles nest at most ${MAX_BUNDLE_DEPTH} deep`, start);
  if (readPaddedString(cursor) !== '#bundle')
    throw new OscFault('osc-address', 'a packet starts with "/" or "#bundle"', start);
  if (cursor.end - cursor.at < 8) throw new OscFault('osc-truncated', 'the time tag is cut off', cursor.at);
  const timetag = cursor.view.getBigUint64(cursor.at);
  if (timetag < parentTag)
    throw new OscFault('osc-timetag-order', 'a nested bundle is due before the bundle around it', cursor.at);
  cursor.at += 8;
  const elements: OscPacket[] = [];
  while (cursor.at < cursor.end) elements.push(decodeSized(cursor, depth, timetag));
  return { kind: 'bundle', timetag, elements };
}

/** int32 size, then that many bytes: the element sees nothing beyond them. */
function decodeSized(cursor: Cursor, depth: number, parentTag: bigint): OscPacket {
  const { at, end } = cursor;
  if (end - at < 4) throw new OscFault('osc-truncated', "an element's size is cut off", at);
  const size = cursor.view.getInt32(at);
  if (size < 0 || size > end - at - 4)
    throw new OscFault('osc-truncated', `an element of ${size} bytes does not fit its bundle`, at);
  cursor.at = at + 4;
  cursor.end = cursor.at + size;
  const element = decodeElement(cursor, depth, parentTag);
  cursor.end = end;
  return element;
}
