import type { FrameEvent, FrameReader } from './framing.ts';

/** RFC 1055. */
const END = 0xc0;
const ESC = 0xdb;
const ESC_END = 0xdc;
const ESC_ESC = 0xdd;

/** An END before the packet too, so that noise on the line is a packet of its own and not the beginning of this one. */
export const slipFrame = (packet: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(2 * packet.byteLength + 2);
  let at = 0;
  bytes[at++] = END;
  for (const byte of packet) {
    if (byte === END || byte === ESC) {
      bytes[at++] = ESC;
      bytes[at++] = byte === END ? ESC_END : ESC_ESC;
    } else bytes[at++] = byte;
  }
  bytes[at++] = END;
  return bytes.slice(0, at);
};

/**
 * Packets between ENDs; nothing between two ENDs is nothing. A packet that is too long, or has an escape that the RFC
 * does not know, is skipped up to the next END, where reading begins anew.
 */
export const createSlipReader = (most: number): FrameReader => {
  let buffer = new Uint8Array(256);
  let length = 0;
  let isEscaped = false;
  let fault: string | null = null;

  const put = (byte: number): void => {
    if (length === most) {
      spoil(`a packet of more than ${most} bytes`);
      return;
    }
    if (length === buffer.byteLength) {
      const grown = new Uint8Array(Math.min(most, 2 * length));
      grown.set(buffer);
      buffer = grown;
    }
    buffer[length] = byte;
    length += 1;
  };
  const spoil = (why: string): void => {
    fault ??= why;
    length = 0;
    buffer = new Uint8Array(256);
  };
  const end = (events: FrameEvent[]): void => {
    if (isEscaped) spoil('an escape without its byte');
    if (fault !== null) events.push({ kind: 'skipped', why: fault });
    else if (length > 0) events.push({ kind: 'packet', bytes: buffer.slice(0, length) });
    fault = null;
    length = 0;
    isEscaped = false;
  };
  const take = (byte: number): void => {
    if (fault !== null) return;
    if (isEscaped) {
      isEscaped = false;
      if (byte === ESC_END) put(END);
      else if (byte === ESC_ESC) put(ESC);
      else spoil('an escape that SLIP does not know');
    } else if (byte === ESC) isEscaped = true;
    else put(byte);
  };
  return {
    pending: () => length + (fault === null && !isEscaped ? 0 : 1),
    feed(chunk) {
      const events: FrameEvent[] = [];
      for (const byte of chunk) {
        if (byte === END) end(events);
        else take(byte);
      }
      return events;
    },
  };
};
