import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { encodeAsk, type Ask, type PjlinkClass } from '../../../core/control/pjlink/commands.ts';
import { readLine, type PjlinkError } from '../../../core/control/pjlink/line.ts';
import type { LinkFault, LookUp, PjlinkAddress, PjlinkClock } from './port.types.ts';
import { createWire, type Wire } from './wire.ts';

/**
 * One conversation with a projector: greeting, password, then one question at a time. After a fault it is closed, so
 * that a late answer never meets another question.
 */
export type Answer =
  | { kind: 'body'; body: string }
  | { kind: 'error'; error: PjlinkError }
  /** Something that is no answer to this. */
  | { kind: 'garbled' }
  | { kind: 'fault'; fault: LinkFault };
export interface Connection {
  isOpen(): boolean;
  ask(ask: Ask, device: PjlinkClass): Promise<Answer>;
  close(): void;
}
export type Opening = { ok: true; connection: Connection } | { ok: false; fault: LinkFault };
export type ConnectionOptions = {
  address: PjlinkAddress;
  password: string | null;
  clock: PjlinkClock;
  lookUp: LookUp;
  /** Whether it is still wanted: asked after each wait. */
  isWanted(): boolean;
  /** The socket, for whoever gives up in the middle. */
  onSocket(socket: Socket): void;
};

const connectSeconds = 3;
const answerSeconds = 5;
/** Lines of other commands, and empty ones, that one question looks through. */
const mostStray = 16;

export const openConnection = async (options: ConnectionOptions): Promise<Opening> => {
  const socket = await reach(options);
  if (typeof socket === 'string') return { ok: false, fault: socket };
  const wire = createWire(socket, options.clock);
  const greeted = await greet(wire, options.password);
  if ('fault' in greeted) {
    wire.close();
    return { ok: false, fault: greeted.fault };
  }
  return { ok: true, connection: createConnection(wire, greeted.prefix, options.clock) };
};

const reach = async (options: ConnectionOptions): Promise<Socket | LinkFault> => {
  const host = await within(options.clock, connectSeconds, options.lookUp(options.address.host));
  if (host === null || !options.isWanted()) return 'unreachable';
  return new Promise((resolve) => {
    const socket = connect({ host, port: options.address.port });
    socket.setNoDelay(true);
    options.onSocket(socket);
    const settle = (result: Socket | LinkFault) => {
      cancel();
      socket.off('connect', connected).off('close', closed).off('error', failed);
      if (result !== socket) socket.on('error', ignore).destroy();
      resolve(result);
    };
    const connected = () => settle(socket);
    const closed = () => settle('unreachable');
    const failed = ({ code }: NodeJS.ErrnoException) =>
      settle(code === 'ECONNREFUSED' || code === 'ECONNRESET' ? 'held' : 'unreachable');
    const cancel = options.clock.after(connectSeconds * 1000, closed);
    socket.on('connect', connected).on('close', closed).on('error', failed);
  });
};
/** The socket is being thrown away; its fault has been told. */
const ignore = () => undefined;

/** null: too late. */
const within = <T>(clock: PjlinkClock, seconds: number, work: Promise<T>): Promise<T | null> =>
  new Promise((resolve) => {
    const cancel = clock.after(seconds * 1000, () => resolve(null));
    void work.then((value) => {
      cancel();
      resolve(value);
    });
  });

/** `prefix`: the digest that goes before the first command. */
const greet = async (
  wire: Wire,
  password: string | null,
): Promise<{ prefix: string } | { fault: LinkFault }> => {
  for (let blanks = 0; blanks < mostStray; blanks += 1) {
    const event = await wire.next(answerSeconds);
    if (event.kind === 'timeout') return { fault: 'silent' };
    if (event.kind === 'closed') return { fault: 'held' };
    const line = readLine(event.kind === 'line' ? event.text : '');
    if (line.kind === 'blank' && event.kind === 'line') continue;
    if (line.kind === 'locked') return { fault: 'password-wrong' };
    if (line.kind !== 'greeting') break;
    if (line.random === null) return { prefix: '' };
    return password === null
      ? { fault: 'password-missing' }
      : { prefix: createHash('md5').update(`${line.random}${password}`).digest('hex') };
  }
  return { fault: 'garbled' };
};

const createConnection = (wire: Wire, digest: string, clock: PjlinkClock): Connection => {
  let prefix = digest;
  const failed = (fault: LinkFault): Answer => {
    wire.close();
    return { kind: 'fault', fault };
  };
  const ask = async (what: Ask, device: PjlinkClass): Promise<Answer> => {
    const text = encodeAsk(what, device);
    if (text === null) return { kind: 'error', error: 'undefined' };
    wire.forget();
    wire.send(`${prefix}${text}\r`);
    prefix = '';
    const until = clock.host() + answerSeconds;
    for (let stray = 0; stray < mostStray; stray += 1) {
      const event = await wire.next(Math.max(0, until - clock.host()));
      if (event.kind === 'timeout') return failed('silent');
      if (event.kind === 'closed') return failed('closed');
      if (event.kind === 'too-long') return { kind: 'garbled' };
      const line = readLine(event.text);
      if (line.kind === 'locked') return failed('password-wrong');
      if (line.kind === 'noise') return { kind: 'garbled' };
      if (!('command' in line) || line.command !== what.command) continue;
      return line.kind === 'error' ? line : { kind: 'body', body: line.body };
    }
    return failed('garbled');
  };
  return { isOpen: wire.isOpen, ask, close: wire.close };
};
