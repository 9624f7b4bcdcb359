import type { Pairing, Topic, Topics } from '../../../../core/control/link.ts';
import type { Reply } from '../../../../renderer/console/console-link.ts';
import type { Problem } from '../../../../core/result.ts';
import type { EntryLink } from '../../../../renderer/console/pairing/entry.tsx';

export const noPairing: Pairing = {
  lan: { on: false, urls: [] },
  open: null,
  notice: null,
  devices: [],
};

/** A link whose host is the test: it says what is asked and sets what is heard. */
export class FakeLink implements EntryLink {
  readonly sender = 'console:test';
  readonly sent: [string, unknown][] = [];
  isClosed = false;
  now = 100;
  private topics: Partial<Topics>;
  private listeners = new Set<() => void>();
  private refusals = new Set<(problem: Problem) => void>();
  constructor(
    pairing: Pairing = noPairing,
    private readonly answer: (verb: string, link: FakeLink) => Reply = () => ({ ok: true, value: {} }),
  ) {
    this.topics = { pairing };
  }
  set(pairing: Partial<Pairing>): void {
    this.topics = { pairing: { ...(this.topics.pairing ?? noPairing), ...pairing } };
    for (const listener of this.listeners) listener();
  }
  refuse(code: string): void {
    for (const listener of this.refusals) listener({ code, message: code, path: '' });
  }
  get<K extends Topic>(topic: K): Topics[K] | undefined {
    return this.topics[topic];
  }
  subscribe<K extends Topic>(topic: K, listener: (value: Topics[K]) => void): () => void {
    const tell = (): void => {
      const value = this.topics[topic];
      if (value !== undefined) listener(value);
    };
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  }
  async verb(name: string, args: unknown): Promise<Reply> {
    if (name !== 'presence/say') this.sent.push([name, args]);
    return this.answer(name, this);
  }
  showNow(): number {
    return this.now;
  }
  isConnected(): boolean {
    return true;
  }
  onConnection(): () => void {
    return () => undefined;
  }
  onRefused(listener: (problem: Problem) => void): () => void {
    this.refusals.add(listener);
    return () => this.refusals.delete(listener);
  }
  close(): void {
    this.isClosed = true;
  }
}
