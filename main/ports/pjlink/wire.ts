import type { Socket } from 'node:net';
import { MAX_LINE } from '../../../core/control/pjlink/line.ts';
import type { PjlinkClock } from './port.types.ts';

/** Lines of one socket, whole, in order. What a device sends unasked, or without an end, can't fill the memory. */
type WireEvent =
  { kind: 'line'; text: string } | { kind: 'too-long' } | { kind: 'timeout' } | { kind: 'closed' };
export interface Wire {
  isOpen(): boolean;
  /** The next line, or why there is none. One caller at a time. */
  next(seconds: number): Promise<WireEvent>;
  /** What came unasked is no answer. */
  forget(): void;
  send(text: string): void;
  close(): void;
}

const CR = 13;
const LF = 10;
const mostWaiting = 64;
/** Between two questions; an answer has 136 bytes at most. More is a flood, which would hold the host's thread. */
const mostBytes = 16_384;

export const createWire = (socket: Socket, clock: PjlinkClock): Wire => {
  let waiting: WireEvent[] = [];
  let ask: ((event: WireEvent) => void) | null = null;
  let isOpen = true;
  const put = (event: WireEvent) => {
    if (ask !== null) ask(event);
    else if (waiting.push(event) > mostWaiting) close();
  };
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    socket.destroy();
    ask?.({ kind: 'closed' });
  };
  const split = createSplitter(put);
  let since = 0;
  socket.on('data', (chunk: Buffer) => {
    since += chunk.length;
    if (since <= mostBytes) return split(chunk);
    put({ kind: 'too-long' });
    return close();
  });
  socket.on('error', close); // 'close' alone would follow, but an 'error' without a listener ends the host
  socket.on('close', close);
  socket.on('end', close);
  return {
    isOpen: () => isOpen,
    next(seconds) {
      const first = waiting.shift();
      if (first !== undefined) return Promise.resolve(first);
      if (!isOpen) return Promise.resolve({ kind: 'closed' });
      return new Promise((resolve) => {
        const cancel = clock.after(seconds * 1000, () => ask?.({ kind: 'timeout' }));
        ask = (event) => {
          ask = null;
          cancel();
          resolve(event);
        };
      });
    },
    forget() {
      waiting = [];
      since = 0;
    },
    send: (text) => void (isOpen && socket.write(text)),
    close,
  };
};

/** Bytes → lines at CR or LF; of a line that is too long the rest is skipped up to its end. */
const createSplitter = (put: (event: WireEvent) => void) => {
  let bytes: number[] = [];
  let isSkipping = false;
  const end = () => {
    if (!isSkipping && bytes.length > 0) put({ kind: 'line', text: Buffer.from(bytes).toString('utf8') });
    bytes = [];
    isSkipping = false;
  };
  return (chunk: Buffer): void => {
    for (const byte of chunk) {
      if (byte === CR || byte === LF) end();
      else if (!isSkipping && bytes.push(byte) >= MAX_LINE) {
        bytes = [];
        isSkipping = true;
        put({ kind: 'too-long' });
      }
    }
  };
};
