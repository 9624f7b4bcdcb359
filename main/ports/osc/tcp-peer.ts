import type { Socket } from 'node:net';
import { createFrameReader, frame } from '../../../core/control/osc/framing.ts';
import type { Framing } from '../../../core/control/osc/framing.ts';
import type { Sender } from './answer.ts';
import type { OscClock } from './port.types.ts';
import type { TransportEvents } from './transport.ts';

/**
 * One TCP connection, whichever side called. What it may cost is bounded: a packet by its size and by how long it may
 * take to come, packets by a rate above which the other end is made to wait, and what it does not read by a number of
 * bytes, after which it is hung up on.
 */
export interface Peer {
  sender: Sender;
  /** false: it is gone. */
  send(bytes: Uint8Array): boolean;
  close(why: string): void;
}
type PeerOptions = {
  socket: Socket;
  framing: Framing;
  clock: OscClock;
  events: Pick<TransportEvents, 'packet' | 'note'>;
  onClosed(why: string): void;
};

/** Seconds in which a packet that has begun must be whole. */
export const SLOWEST_PACKET = 10;
/** Packets in one window, ms: 4,000 a second. */
const WINDOW = 50;
const MOST_IN_WINDOW = 200;
/** Bytes that are looked at before the rate is. */
const SLICE = 2048;
/** Bytes that wait for a peer that does not read. */
export const MOST_UNSENT = 256 * 1024;
/** Seconds of silence after which the system asks whether the other end is still there. */
const KEEP_ALIVE = 10;

export function createPeer({ socket, framing, clock, events, onClosed }: PeerOptions): Peer {
  const sender = { address: plain(socket.remoteAddress), port: socket.remotePort ?? 0 };
  const reader = createFrameReader(framing);
  let isOpen = true;
  let why = 'hung up';
  let rest: Uint8Array | null = null;
  let count = 0;
  let since = -Infinity;
  let cancelSlow: (() => void) | null = null;
  let cancelPause: (() => void) | null = null;

  const close = (reason: string): void => {
    if (!isOpen) return;
    why = reason;
    socket.destroy();
  };
  const noteSlow = (hadPacket: boolean): void => {
    if (hadPacket || reader.pending() === 0) {
      cancelSlow?.();
      cancelSlow = null;
    }
    if (reader.pending() > 0)
      cancelSlow ??= clock.after(SLOWEST_PACKET * 1000, () => close('a packet did not become whole'));
  };
  const isTooFast = (): boolean => {
    const now = clock.host();
    if ((now - since) * 1000 >= WINDOW) {
      since = now;
      count = 0;
    }
    return count >= MOST_IN_WINDOW;
  };
  /** @returns whether a packet came */
  const slice = (bytes: Uint8Array): boolean => {
    let hadPacket = false;
    for (const event of reader.feed(bytes)) {
      if (!isOpen) break;
      if (event.kind === 'packet') {
        hadPacket = true;
        count += 1;
        events.packet(event.bytes, sender);
      } else {
        events.note('stream', `${sender.address}: ${event.why}`);
        if (event.kind === 'lost') close(event.why);
      }
    }
    return hadPacket;
  };
  const work = (chunk: Uint8Array): void => {
    let hadPacket = false;
    for (let at = 0; at < chunk.byteLength && isOpen; at += SLICE) {
      if (isTooFast()) return wait(chunk.subarray(at), hadPacket);
      hadPacket = slice(chunk.subarray(at, at + SLICE)) || hadPacket;
    }
    noteSlow(hadPacket);
  };
  const wait = (left: Uint8Array, hadPacket: boolean): void => {
    noteSlow(hadPacket);
    rest = left;
    socket.pause();
    cancelPause = clock.after(WINDOW, () => {
      const next = rest;
      rest = null;
      if (!isOpen) return;
      socket.resume();
      if (next !== null) work(next);
    });
  };

  socket.setNoDelay(true);
  socket.setKeepAlive(true, KEEP_ALIVE * 1000);
  socket.on('data', (chunk: Buffer) => {
    // A chunk that was on its way while the socket was being paused.
    if (rest !== null) rest = Buffer.concat([rest, chunk]);
    else work(chunk);
  });
  socket.on('error', (error: NodeJS.ErrnoException) => (why = error.code ?? error.message));
  socket.on('end', () => close('hung up'));
  socket.on('close', () => {
    isOpen = false;
    cancelSlow?.();
    cancelPause?.();
    rest = null;
    onClosed(why);
  });
  return {
    sender,
    close,
    send(bytes) {
      if (!isOpen) return false;
      if (socket.writableLength > MOST_UNSENT) {
        close('does not read what it is sent');
        return false;
      }
      socket.write(frame(framing, bytes));
      return true;
    },
  };
}

/** IPv4 as such, also where the socket speaks both. */
export const plain = (address: string | undefined): string =>
  (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
