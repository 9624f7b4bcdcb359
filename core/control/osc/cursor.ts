import { decodeUtf8 } from './utf8.ts';

/** Why a packet was refused. Codes are never reused (core/messages.ts). */
export type OscFaultCode =
  | 'osc-empty'
  | 'osc-size'
  | 'osc-address'
  | 'osc-tags'
  | 'osc-tag-unknown'
  | 'osc-truncated'
  | 'osc-padding'
  | 'osc-blob'
  | 'osc-character'
  | 'osc-array'
  | 'osc-trailing'
  | 'osc-depth'
  | 'osc-limit'
  | 'osc-timetag-order';

/** Thrown inside the decoder alone; decodePacket turns it into a value. */
export class OscFault extends Error {
  readonly code: OscFaultCode;
  readonly at: number;
  constructor(code: OscFaultCode, message: string, at: number) {
    super(message);
    this.code = code;
    this.at = at;
  }
}

/** Reading position in a packet; `end` is where the current element ends, offsets in bytes. */
export type Cursor = { readonly bytes: Uint8Array; readonly view: DataView; at: number; end: number };

/** A run of bytes up to a NUL, then zeros to the next multiple of 4. Elements start at multiples of 4. */
export function readPaddedString(cursor: Cursor): string {
  const { bytes, at: start, end } = cursor;
  let stop = start;
  while (stop < end && bytes[stop] !== 0) stop += 1;
  if (stop === end) throw new OscFault('osc-truncated', 'a text has no end', start);
  const next = (stop + 4) & ~3;
  requireZeros(cursor, stop, next);
  cursor.at = next;
  return decodeUtf8(bytes, start, stop);
}

/** Padding is zeros, and inside the element. */
export function requireZeros(cursor: Cursor, from: number, to: number): void {
  if (to > cursor.end) throw new OscFault('osc-truncated', 'the padding is cut off', from);
  for (let at = from; at < to; at += 1)
    if (cursor.bytes[at] !== 0) throw new OscFault('osc-padding', 'the padding is not zero', at);
}

/** Moves on by `size` bytes and returns where they start. */
export function take(cursor: Cursor, size: number): number {
  const at = cursor.at;
  if (cursor.end - at < size) throw new OscFault('osc-truncated', 'an argument is cut off', at);
  cursor.at = at + size;
  return at;
}
