import { decodePacket } from '../../../core/control/osc/packet.ts';
import type { OscMessage } from '../../../core/control/osc/packet.ts';
import { dueOf } from '../../../core/control/osc/timetag.ts';
import { createAnswers } from './answer.ts';
import { createDuplicates } from './duplicates.ts';
import type { Answer, Sender } from './answer.ts';
import { groupsOf } from './groups.ts';
import { levelOf } from './level.ts';
import type { OscPortOptions, OscStats, OscVerdict, RawMessage } from './port.types.ts';
import { createQueue } from './queue.ts';
import { createResolver } from './resolve.ts';
import type { Resolved, Wanted } from './resolve.ts';
import { createSchedule, MAX_SCHEDULED } from './schedule.ts';
import { noStats } from './stats.ts';
import { createTally } from './tally.ts';
import { messageText } from './text.ts';

export type Receiver = {
  receive(bytes: Uint8Array, sender: Sender): void;
  /** A datagram from someone who isn't on the list. */
  refuse(sender: Sender): void;
  fail(where: string, error: unknown): void;
  /** What the journal should hear of the line itself. */
  note(kind: string, detail: string): void;
  /** A connection has ended: nobody is there to be told anything. */
  gone(sender: Sender): void;
  close(): void;
  stats: Readonly<OscStats>;
  log: readonly RawMessage[];
};

/** Messages kept for the learn mode. */
const LOG_LENGTH = 200;
const URGENT: ReadonlySet<string> = new Set(['panic', 'blackout', 'stop']);

/** Datagram → groups → verbs → queue → answers, with every way of failing counted. `send` is fire and forget. */
export function createReceiver(
  options: OscPortOptions,
  send: (bytes: Uint8Array, to: Sender) => boolean,
): Receiver {
  const { clock } = options;
  const stats = noStats();
  const log: RawMessage[] = [];
  const tally = createTally(clock, (entry) => {
    try {
      options.journal(entry);
    } catch {
      stats.failures += 1; // a broken journal has nobody to complain to
    }
  });
  const answers = createAnswers(stats, send);
  const schedule = createSchedule(clock);
  const resolve = createResolver({
    native: options.native,
    triggers: () => options.triggers(),
    isText: (clip, param) => options.isText(clip, param),
    desk: options.desk,
  });
  const isDuplicate = createDuplicates(options.duplicates);
  let isClosed = false;
  const queue = createQueue(clock, (kind, count) => {
    if (kind !== 'stalled') stats[kind] += count;
    if (kind !== 'superseded') tally.note(kind, `${count} request(s)`);
  });

  const fail = (where: string, error: unknown): void => {
    stats.failures += 1;
    tally.note('failure', `${where}: ${error instanceof Error ? error.message : String(error)}`);
  };
  const guarded = (where: string, work: () => void): void => {
    try {
      if (!isClosed) work();
    } catch (error) {
      fail(where, error);
    }
  };
  const record = (
    sender: Sender,
    bytes: number,
    { message, text }: { message: OscMessage | null; text: string },
    verdict: OscVerdict,
    detail: string,
  ): void => {
    const at = clock.now();
    const raw = { at, wallMs: clock.wallMs(), from: nameOf(sender), bytes, text, message, verdict, detail };
    log.push(raw);
    if (log.length > LOG_LENGTH) log.shift();
    guarded('listener', () => options.onMessage(raw));
  };
  const answer = (to: Sender, what: Answer): void => guarded('answer', () => answers(to, what, clock.host()));
  const subscribe = ({ subscription }: Resolved, sender: Sender): void => {
    if (subscription === 'off') return options.subscriptions?.remove(nameOf(sender));
    if (subscription === null || options.subscriptions === null) return;
    const granted = options.subscriptions.add(nameOf(sender), subscription.seconds, (bytes) =>
      send(bytes, sender),
    );
    answer(
      sender,
      granted.ok ? { kind: 'subscribed', seconds: granted.value } : { kind: 'error', ...granted },
    );
  };
  const run = async (wanted: Wanted, sender: Sender, at: number): Promise<void> => {
    if (isClosed) return;
    stats.dispatched += 1;
    const source = { input: 'osc', id: wanted.id, address: sender.address, port: sender.port } as const;
    try {
      const reply = await options.dispatch({ verb: wanted.verb, args: wanted.args, source, at });
      if (reply.ok) return;
      stats.refused += 1;
      if (wanted.id === 'native') answer(sender, { kind: 'error', code: reply.code, message: reply.message });
    } catch (error) {
      fail(wanted.verb, error);
      if (wanted.id === 'native')
        answer(sender, { kind: 'error', code: 'failed', message: `${wanted.verb} failed` });
    }
  };
  const act = (messages: readonly OscMessage[], sender: Sender, bytes: number, at: number): void => {
    const wanted: Wanted[] = [];
    for (const message of messages) {
      stats.messages += 1;
      const resolved = resolve(message, at);
      wanted.push(...resolved.wanted);
      if (resolved.verdict === 'held') stats.held += 1;
      if (resolved.verdict === 'unknown') stats.unknown += 1;
      for (const [kind, detail] of resolved.notes) tally.note(kind, detail);
      record(sender, bytes, { message, text: messageText(message) }, resolved.verdict, resolved.detail);
      if (resolved.answer !== null) answer(sender, resolved.answer);
      if (resolved.subscription !== null) guarded('subscription', () => subscribe(resolved, sender));
    }
    if (wanted.length === 0) return;
    const isUrgent = wanted.some(({ verb }) => URGENT.has(verb));
    const tasks = wanted.map((one) => () => run(one, sender, at));
    queue.add({ level: levelOf(wanted), isUrgent, tasks });
  };
  const actLater = (delay: number, messages: readonly OscMessage[], sender: Sender, bytes: number): void => {
    const at = clock.now() + delay;
    const isAccepted = schedule.add(delay, () => guarded('bundle', () => act(messages, sender, bytes, at)));
    stats[isAccepted ? 'scheduled' : 'dropped'] += 1;
    if (!isAccepted) tally.note('dropped', `more than ${MAX_SCHEDULED} bundles wait for their time`);
  };
  const repeated = (bytes: Uint8Array, sender: Sender): void => {
    stats.duplicates += 1;
    tally.note('duplicate', nameOf(sender));
    const decoded = decodePacket(bytes);
    const message = decoded.ok && decoded.packet.kind === 'message' ? decoded.packet : null;
    const text = message === null ? `${bytes.byteLength} bytes` : messageText(message);
    record(sender, bytes.byteLength, { message, text }, 'duplicate', 'the same again at once: dropped');
  };
  const decode = (bytes: Uint8Array, sender: Sender): void => {
    const size = bytes.byteLength;
    stats.datagrams += 1;
    stats.bytes += size;
    if (isDuplicate(bytes, sender.address, clock.host())) return repeated(bytes, sender);
    const decoded = decodePacket(bytes);
    if (!decoded.ok) {
      stats.malformed += 1;
      const text = `${decoded.code} at byte ${decoded.at}: ${decoded.message}`;
      tally.note('malformed', `${sender.address}: ${text}`);
      return record(sender, size, { message: null, text }, 'malformed', decoded.code);
    }
    const now = clock.now();
    const wallMs = clock.wallMs();
    for (const { timetag, messages } of groupsOf(decoded.packet)) {
      const due = dueOf(timetag, wallMs);
      if (due.kind === 'later') {
        actLater(due.delay, messages, sender, size);
        continue;
      }
      if (due.warning !== null) {
        stats.warnings += 1;
        tally.note('timetag', due.warning);
      }
      act(messages, sender, size, now);
    }
  };

  return {
    stats,
    log,
    fail,
    refuse(sender) {
      stats.strangers += 1;
      tally.note('stranger', `${sender.address} is not on this port's sender list`);
    },
    note: (kind, detail) => tally.note(kind, detail),
    gone: (sender) => options.subscriptions?.remove(nameOf(sender)),
    receive: (bytes, sender) => guarded('message', () => decode(bytes, sender)),
    close() {
      isClosed = true;
      schedule.clear();
      queue.clear();
      tally.close();
    },
  };
}

const nameOf = ({ address, port }: Sender): string => `${address}:${port}`;
