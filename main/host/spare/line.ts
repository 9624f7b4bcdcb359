import { WebSocket, type ClientOptions } from 'ws';
import { PROTOCOL } from '../../../core/control/link.ts';
import type { Problem } from '../../../core/result.ts';
import { reasonOf } from '../store/files.ts';
import type { Access } from './target.ts';
import { hostMessageSchema } from './wire.ts';

/**
 * A spare's line to the host that it follows: the same hello, welcome and patches as a page's. It comes back by itself;
 * a silence is a loss.
 */
export interface Line {
  /** Asks for everything anew. */
  again(): void;
  close(): void;
}
type Events = {
  /** Everything; also after a gap in the numbers. */
  welcome(snapshot: Record<string, unknown>): void;
  patch(topic: string, value: unknown): void;
  /** The host said no, and why. */
  refused(problem: Problem): void;
  /** At the loss, and at each try that failed since. */
  lost(reason: string): void;
};
export type Timer = (ms: number, fn: () => void) => () => void;
type Options = {
  access: () => Access;
  /** What the other host's journal and list call this one. */
  id: string;
  after: Timer;
  events: Events;
};

const firstRetryMs = 300;
const longestRetryMs = 2000;
/** The host speaks four times a second. */
const silenceMs = 3000;
/** Documents of a large show, whole. */
const mostBytes = 64_000_000;

export const socketOf = ({ url, ca }: Access): WebSocket => {
  // The certificate is known by itself, whatever name the machine has; what is no error is false here.
  const secure: ClientOptions = ca === null ? {} : { ca, checkServerIdentity: () => false };
  const options: ClientOptions = {
    maxPayload: mostBytes,
    perMessageDeflate: false,
    handshakeTimeout: silenceMs,
    ...secure,
  };
  return new WebSocket(`${url.replace(/^http/, 'ws')}/link`, options);
};

export const openLine = ({ access, id, after, events }: Options): Line => {
  let socket: WebSocket | null = null;
  let isClosed = false;
  let seq = 0;
  let retryMs = firstRetryMs;
  let cancelWatch: () => void = () => undefined;
  let cancelRetry: () => void = () => undefined;

  const lose = (from: WebSocket, reason: string) => {
    if (socket !== from) return;
    socket = null;
    cancelWatch();
    from.terminate();
    if (isClosed) return;
    events.lost(reason);
    cancelRetry = after(retryMs, open);
    retryMs = Math.min(longestRetryMs, retryMs * 1.6);
  };
  const watch = (from: WebSocket) => {
    cancelWatch();
    cancelWatch = after(silenceMs, () => lose(from, 'nothing heard'));
  };
  const hear = (from: WebSocket, text: string) => {
    const parsed = hostMessageSchema.safeParse(jsonOf(text));
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.t === 'welcome') {
      seq = message.seq;
      retryMs = firstRetryMs;
      events.welcome(message.snapshot);
    } else if (message.t === 'patch') {
      const isNext = message.seq === seq + 1;
      seq = message.seq;
      events.patch(message.topic, message.value);
      if (!isNext) from.send(JSON.stringify({ t: 'snapshot' }));
    } else if (message.t === 'refused') events.refused(message);
  };
  const open = () => {
    const next = socketOf(access());
    socket = next;
    watch(next);
    next.on('open', () => {
      const { token } = access();
      const page = { kind: 'tool', id };
      next.send(JSON.stringify({ t: 'hello', protocol: PROTOCOL, role: 'viewer', page, token }));
    });
    next.on('message', (data: Buffer) => {
      // One that is being closed still hands on what was under way.
      if (socket !== next) return;
      watch(next);
      hear(next, data.toString('utf8'));
    });
    next.on('close', (code) => lose(next, `the line was closed (${code})`));
    next.on('error', (error) => lose(next, reasonOf(error)));
  };
  open();
  return {
    again() {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ t: 'snapshot' }));
    },
    close() {
      isClosed = true;
      cancelRetry();
      cancelWatch();
      socket?.close();
      socket = null;
    },
  };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no message of the protocol: the schema says so
  }
};
