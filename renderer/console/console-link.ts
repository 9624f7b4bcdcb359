import type { Topic, Topics } from '../../core/control/link.ts';
import type { VerbInput, VerbName } from '../../core/control/verbs.ts';
import type { Problem } from '../../core/result.ts';

/** What the console needs of the link: small, so that a test can stand in for it. */
export type Reply = { ok: true; value: unknown } | ({ ok: false } & Problem);
export interface ConsoleLink {
  /** What this page is called where the host says who did something, `console:<page>`: the same after the line broke. */
  readonly sender: string;
  get<K extends Topic>(topic: K): Topics[K] | undefined;
  subscribe<K extends Topic>(topic: K, listener: (value: Topics[K]) => void): () => void;
  verb<V extends VerbName>(name: V, args: VerbInput<V>): Promise<Reply>;
  /** Show clock, seconds; null before the first estimate. */
  showNow(): number | null;
  isConnected(): boolean;
  onConnection(listener: () => void): () => void;
}
