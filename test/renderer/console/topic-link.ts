import type { Topic, Topics } from '../../../core/control/link.ts';
import type { ConsoleLink, Reply } from '../../../renderer/console/console-link.ts';

/** A link whose host is the test: topics are what it sets, verbs are written down and answered as it says. */
export class TopicLink implements ConsoleLink {
  readonly sender = 'console:test';
  readonly sent: [string, unknown][] = [];
  /** Show clock, s. */
  now = 0;
  isHere = true;
  private listeners = new Set<() => void>();
  constructor(
    private topics: Partial<Topics>,
    public answer: (verb: string) => Reply = () => ({ ok: true, value: {} }),
  ) {}
  set(topics: Partial<Topics>): void {
    this.topics = { ...this.topics, ...topics };
    for (const listener of this.listeners) listener();
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
    // Where a page is, it says by itself: nobody pressed anything.
    if (name !== 'presence/say') this.sent.push([name, args]);
    return this.answer(name);
  }
  showNow = (): number => this.now;
  isConnected = (): boolean => this.isHere;
  onConnection = (): (() => void) => () => undefined;
}
