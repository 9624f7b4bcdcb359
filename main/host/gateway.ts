import { randomUUID } from 'node:crypto';
import {
  clientMessageSchema,
  PROTOCOL,
  type ClientMessage,
  type HostMessage,
  type Report,
  type Topic,
  type Topics,
} from '../../core/control/link.ts';
import type { Dispatcher } from '../../core/control/dispatcher.ts';
import { isMessageCode, messages, type MessageCode } from '../../core/messages.ts';
import type { Problem } from '../../core/result.ts';
import type { ShowClock } from './clock.ts';
import { withheld, type Door, type Guest, type Page } from './door.ts';
import type { Hub, News } from './hub.ts';
import { createBucket } from './bucket.ts';

/**
 * One client's side of the contract (DESIGN §6), whatever carries it: hello → welcome with everything → patches, each
 * with this client's own next number. Consoles alone get what only a person reads.
 */
export type Transport = {
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Bytes that are still waiting to go out. */
  waiting(): number;
};
export type GatewayEvents = {
  /** `sender`: as whom its verbs come. */
  joined(client: string, page: Page, sender: string): void;
  left(client: string, page: Page, sender: string): void;
  report(client: string, page: Page, report: Report): void;
  /** Counted by the host, journalled in its thinned way. */
  rejected(client: string, code: string): void;
};
export type GatewayOptions = {
  hub: Hub;
  dispatcher: Dispatcher;
  clock: ShowClock;
  session: string;
  /** The one through which it came. */
  door: Door;
  events: GatewayEvents;
};
export interface Connection {
  receive(text: string): void;
  /** What was no text or too long. */
  reject(code: MessageCode): void;
  closed(): void;
}

/** A client that is so far behind has stopped reading; it would eat the host's memory. */
const mostWaiting = 16_000_000;
const helloWithinMs = 5000;
/** Messages a second that one client may send, and how many at once; fast faders and pings need a tenth. */
const perSecond = 300;
const burst = 600;
/** A whole snapshot is the one dear answer: after a gap a client needs one, and none needs many. */
const snapshotsPerSecond = 5;
const snapshotsAtOnce = 10;

type Joined = { page: Page; guest: Guest; leave(): void };

export const connect = (options: GatewayOptions, transport: Transport): Connection => {
  const { hub, clock, events } = options;
  const client = randomUUID().slice(0, 8);
  const bucket = createBucket(perSecond, burst, clock.host);
  const snapshots = createBucket(snapshotsPerSecond, snapshotsAtOnce, clock.host);
  let joined: Joined | null = null;
  /** A line for pings alone. */
  let stopPinging: (() => void) | null = null;
  let refusals = 0;
  let strays = 0;
  let seq = 0;
  let isOpen = true;

  /** false: the client has stopped reading and is sent away. */
  const isListening = (): boolean => {
    if (transport.waiting() <= mostWaiting) return isOpen;
    if (isOpen) {
      events.rejected(client, 'too-slow');
      end(1013, 'too slow');
    }
    return false;
  };
  const send = (message: HostMessage) => {
    if (isListening()) transport.send(JSON.stringify(message));
  };
  const end = (code: number, reason: string) => {
    closed();
    transport.close(code, reason);
  };
  const reject = (code: MessageCode, path = '') => {
    events.rejected(client, code);
    send({ t: 'refused', code, message: messages[code].en, path });
  };
  const closed = () => {
    if (!isOpen) return;
    isOpen = false;
    cancelHello();
    stopPinging?.();
    leave();
  };
  /** Also before another hello: what it was until then has left. */
  const leave = () => {
    const before = joined;
    joined = null;
    before?.leave();
    if (before) events.left(client, before.page, before.guest.you.sender);
  };
  const tell = ({ topic, json, edit }: News, takesEdits: boolean) => {
    if (!isListening()) return;
    const isEdit = takesEdits && edit !== null;
    const what = isEdit ? `"edit":${edit}` : `"value":${json()}`;
    transport.send(`{"t":"${isEdit ? 'edit' : 'patch'}","seq":${(seq += 1)},"topic":"${topic}",${what}}`);
  };
  const welcome = ({ you, hides }: Guest) =>
    send({
      t: 'welcome',
      protocol: PROTOCOL,
      session: options.session,
      client,
      you,
      seq,
      snapshot: withhold(hub.snapshot(), hides),
    });
  /** What a stranger says beside a hello; `reject` for who has been let in. */
  const rejectStray = (code: MessageCode) => {
    reject(code);
    if (joined !== null || stopPinging !== null) return;
    strays += 1;
    if (strays >= options.door.mostStrays) end(1008, 'refused');
  };
  /** Says why, and sends away whom the door lets try no more. */
  const turnAway = ({ code, path }: Problem) => {
    reject(isMessageCode(code) ? code : 'token-needed', path);
    refusals += 1;
    if (refusals >= options.door.mostRefusals) end(1008, 'refused');
  };
  const thrownOut = () => {
    reject('device-revoked');
    end(4401, 'thrown out');
  };
  const hello = (message: Extract<ClientMessage, { t: 'hello' }>) => {
    if (message.protocol !== PROTOCOL) return rejectStray('protocol-mismatch');
    const { page } = message;
    const admitted = options.door.admit(message, client);
    if (!admitted.ok) return turnAway(admitted);
    const guest = admitted.value;
    cancelHello();
    leave();
    const unsubscribe = hub.subscribe((news) => {
      if (!guest.hides.has(news.topic)) tell(news, message.edits);
    });
    const goes = guest.enter(thrownOut);
    joined = {
      page,
      guest,
      leave() {
        unsubscribe();
        goes();
      },
    };
    welcome(guest);
    events.joined(client, page, guest.you.sender);
  };
  const verb = async (message: Extract<ClientMessage, { t: 'verb' }>, { guest }: Joined) => {
    const source = { ...guest.you, input: null };
    const { id, verb: name, args } = message;
    const reply = await options.dispatcher.dispatch({
      verb: name,
      args: args ?? {},
      source,
      requestId: id,
      at: null,
    });
    send({ t: 'reply', id, reply });
  };
  /** A page measures its offset over a connection of its own, which says nothing else. */
  const pong = ({ id, at, token }: Extract<ClientMessage, { t: 'ping' }>) => {
    if (joined === null && stopPinging === null) {
      const admitted = options.door.admitPing(token);
      if (!admitted.ok) return turnAway(admitted);
      cancelHello();
      stopPinging = admitted.value(thrownOut);
    }
    send({ t: 'pong', id, at, host: clock.host() });
  };
  const handle = (message: ClientMessage): unknown => {
    if ((message.t === 'hello' || message.t === 'snapshot') && !snapshots.take())
      return snapshots.isAnswered() && rejectStray('rate-limited');
    if (message.t === 'hello') return hello(message);
    if (message.t === 'ping') return pong(message);
    if (joined === null) return rejectStray('hello-expected');
    if (message.t === 'snapshot') return welcome(joined.guest);
    if (message.t === 'report')
      return joined.guest.mayReport
        ? events.report(client, joined.page, message.report)
        : reject('lan-page-refused');
    return verb(message, joined);
  };
  const cancelHello = clock.after(helloWithinMs, () => end(1008, 'hello expected'));
  return {
    receive(text) {
      if (!isOpen) return;
      if (!bucket.take()) {
        events.rejected(client, 'rate-limited');
        const id = bucket.isAnswered() ? verbIdOf(text) : null;
        if (id !== null)
          send({
            t: 'reply',
            id,
            reply: { ok: false, code: 'rate-limited', message: messages['rate-limited'].en, path: '' },
          });
        return;
      }
      const message = parse(text);
      if (message === null) rejectStray('malformed-message');
      else handle(message);
    },
    reject: rejectStray,
    closed,
  };
};

const withhold = (topics: Topics, hides: ReadonlySet<Topic>): Topics => ({
  ...topics,
  ...Object.fromEntries(Object.entries(withheld).filter(([topic]) => hides.has(topic as Topic))),
});

const parse = (text: string): ClientMessage | null => {
  try {
    const parsed = clientMessageSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // not JSON; the caller answers and counts it
  }
};

/** A verb is always answered, also when it comes too fast. */
const verbIdOf = (text: string): string | null => {
  const message = parse(text);
  return message?.t === 'verb' ? message.id : null;
};
