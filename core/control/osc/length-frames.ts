import type { FrameEvent, FrameReader } from './framing.ts';

const HEADER = 4;

export const lengthFrame = (packet: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(HEADER + packet.byteLength);
  new DataView(bytes.buffer).setInt32(0, packet.byteLength);
  bytes.set(packet, HEADER);
  return bytes;
};

/**
 * Packets with an int32 length before them. A length that no packet has means that the two ends do not agree where
 * packets begin (or that the other end speaks SLIP): there is no way back. A length of 0 is an empty packet, skipped.
 */
export const createLengthReader = (most: number): FrameReader => {
  const header = new Uint8Array(HEADER);
  const view = new DataView(header.buffer);
  let headed = 0;
  let body: Uint8Array | null = null;
  let filled = 0;
  let isLost = false;

  /** Grows with what has really come: a claimed length alone costs nothing. */
  const put = (chunk: Uint8Array, wanted: number): void => {
    const needed = filled + chunk.byteLength;
    if (body === null || body.byteLength < needed) {
      const grown = new Uint8Array(Math.min(wanted, Math.max(needed, 2 * (body?.byteLength ?? 0))));
      if (body !== null) grown.set(body.subarray(0, filled));
      body = grown;
    }
    body.set(chunk, filled);
    filled = needed;
  };
  const begin = (events: FrameEvent[]): void => {
    const size = view.getInt32(0);
    if (size === 0) {
      headed = 0;
      events.push({ kind: 'skipped', why: 'an empty packet' });
    } else if (size < 0 || size > most) {
      isLost = true;
      events.push({
        kind: 'lost',
        why: `a packet of ${size} bytes was announced: does the other end speak SLIP, or no OSC?`,
      });
    }
  };
  return {
    pending: () => headed + filled,
    feed(chunk) {
      const events: FrameEvent[] = [];
      let at = 0;
      while (at < chunk.byteLength && !isLost) {
        if (headed < HEADER) {
          const part = chunk.subarray(at, at + HEADER - headed);
          header.set(part, headed);
          headed += part.byteLength;
          at += part.byteLength;
          if (headed === HEADER) begin(events);
          continue;
        }
        const size = view.getInt32(0);
        const part = chunk.subarray(at, at + size - filled);
        put(part, size);
        at += part.byteLength;
        if (filled < size || body === null) continue;
        events.push({ kind: 'packet', bytes: body });
        body = null;
        headed = 0;
        filled = 0;
      }
      return events;
    },
  };
};
