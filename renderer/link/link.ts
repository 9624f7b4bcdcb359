import {
  PROTOCOL,
  type HostMessage,
  type Report,
  type Topic,
  type Topics,
  type You,
} from '../../core/control/link.ts';
import type { Role, VerbInput, VerbName, VerbOutput } from '../../core/control/verbs.ts';
import { withEdit } from '../../core/show/edit.ts';
import { fail, type Problem, type Result } from '../../core/result.ts';
import { createPageClock } from './show-clock.ts';
import { createPending, lost } from './pending.ts';
import { openSocket } from './socket.ts';
import { createTopics } from './topics.ts';

/**
 * A page's side of the contract (DESIGN §6): topics, verbs, reports and the show clock over one address. Everything
 * keeps its last value while the host is away; the line comes back by itself and asks for all topics anew.
 */
export type LinkOptions = {
  page: { kind: 'console' | 'output' | 'audio' | 'programme' | 'shell' | 'tool'; id: string };
  role: Role;
  token: string | null;
  /** `ws://…/link`; left out: the host that served this page. */
  url?: string;
};
export interface Link {
  get<K extends Topic>(topic: K): Topics[K] | undefined;
  /** Called with each new value, and at once when there is one. Gives back its removal. */
  subscribe<K extends Topic>(topic: K, listener: (value: Topics[K]) => void): () => void;
  /** Never throws and never sends twice: `link-lost` when no answer came. */
  verb<V extends VerbName>(name: V, args: VerbInput<V>): Promise<Result<VerbOutput<V>>>;
  /** Dropped when the host is away: the next report says more. */
  report(report: Report): void;
  /** Show clock, seconds, at a `performance.now()` or animation-frame time (now by default); null before it is known. */
  showNow(pageMs?: number): number | null;
  /** How wrong `showNow` may be, seconds. */
  clockError(): number | null;
  /** As whom the host knows this page; null before its first welcome. */
  you(): You | null;
  /** The host knows us: its snapshot has come. */
  isConnected(): boolean;
  onConnection(listener: () => void): () => void;
  /** What the host refused without a verb: a wrong token, another protocol. */
  onRefused(listener: (problem: Problem) => void): () => void;
  close(): void;
}

const ownUrl = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/link`;

export const createLink = ({ page, role, token, url = ownUrl() }: LinkOptions): Link => {
  const topics = createTopics();
  const pending = createPending();
  const clock = createPageClock(url, token);
  const connection = createSignal<void>();
  const refused = createSignal<Problem>();
  let isConnected = false;
  let you: You | null = null;
  let seq = 0;
  let count = 0;

  const setConnected = (next: boolean) => {
    if (isConnected === next) return;
    isConnected = next;
    connection.tell();
  };
  const welcome = (message: Extract<HostMessage, { t: 'welcome' }>) => {
    seq = message.seq;
    you = message.you;
    topics.replace(message.snapshot);
    setConnected(true);
  };
  const patch = (message: Extract<HostMessage, { t: 'patch' }>) => {
    const isNext = message.seq === seq + 1;
    seq = message.seq;
    topics.patch(message);
    // Each patch holds its whole topic, so this one is right; another one was missed.
    if (!isNext) socket.send(JSON.stringify({ t: 'snapshot' }));
  };
  const edited = ({ seq: number, edit }: Extract<HostMessage, { t: 'edit' }>) => {
    const isNext = number === seq + 1;
    seq = number;
    const known = topics.get('show');
    const stands = known?.revision === edit.from ? known : null;
    if (stands) {
      const value = { document: withEdit(stands.document, edit), revision: edit.revision };
      topics.patch({ topic: 'show', value });
    }
    if (!isNext || !stands) socket.send(JSON.stringify({ t: 'snapshot' }));
  };
  const hear = (message: HostMessage): void => {
    switch (message.t) {
      case 'welcome':
        return welcome(message);
      case 'patch':
        return patch(message);
      case 'edit':
        return edited(message);
      case 'reply':
        return pending.settle(message.id, message.reply);
      case 'refused':
        return refused.tell(fail(message.code, message.message, message.path));
      case 'pong':
        return undefined;
      default:
        return message satisfies never;
    }
  };
  topics.subscribe('clock', clock.setMap);
  const socket = openSocket(url, {
    opened: () =>
      socket.send(JSON.stringify({ t: 'hello', protocol: PROTOCOL, role, page, token, edits: true })),
    // Served by our own host, over a line whose Origin it checked: its messages need no second schema.
    message: (text) => hear(JSON.parse(text) as HostMessage),
    lost() {
      setConnected(false);
      pending.failAll();
    },
  });
  const verb = async (name: string, args: unknown): Promise<Result<unknown>> => {
    const id = `${page.id}-${(count += 1)}`;
    if (!isConnected) return lost();
    const reply = pending.wait(id);
    if (!socket.send(JSON.stringify({ t: 'verb', id, verb: name, args }))) pending.settle(id, lost());
    return reply;
  };
  return {
    get: topics.get,
    subscribe: topics.subscribe,
    verb: verb as Link['verb'],
    report(report) {
      if (isConnected) socket.send(JSON.stringify({ t: 'report', report }));
    },
    showNow: clock.showNow,
    clockError: clock.error,
    you: () => you,
    isConnected: () => isConnected,
    onConnection: connection.listen,
    onRefused: refused.listen,
    close() {
      clock.stop();
      socket.close();
    },
  };
};

const createSignal = <T>() => {
  const listeners = new Set<(value: T) => void>();
  return {
    tell(value: T) {
      for (const listener of listeners) listener(value);
    },
    listen(listener: (value: T) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
