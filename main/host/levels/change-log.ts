import type { Cancel, ShowClock } from '../clock.ts';
import type { Input } from '../inputs.ts';

/** What a person reads of a stream: channels that changed, gathered, a few lines a second at most. */
export interface ChangeLog {
  /** `did`: what rode on it. */
  note(universe: number, from: string, changes: ReadonlyMap<number, number>, did: readonly string[]): void;
  dispose(): void;
}
type Gathered = { from: string; changes: Map<number, number>; did: Set<string> };

const everyMs = 250;
const mostChannels = 8;

export const createChangeLog = (clock: Pick<ShowClock, 'after' | 'iso'>, input: Input): ChangeLog => {
  let waiting = new Map<number, Gathered>();
  let gap: Cancel | null = null;
  const write = () => {
    gap = null;
    const all = waiting;
    waiting = new Map();
    for (const [universe, each] of all)
      input.heard({ ...lineOf(universe, each), at: clock.iso(), verdict: verdictOf(each, input) });
  };
  return {
    note(universe, from, changes, did) {
      const gathered = waiting.get(universe) ?? { from, changes: new Map(), did: new Set() };
      waiting.set(universe, gathered);
      gathered.from = from;
      for (const [channel, level] of changes) gathered.changes.set(channel, level);
      // Of a way the last place alone is news.
      for (const word of did) {
        const what = word.split(/[ :]/, 1)[0] ?? word;
        for (const old of gathered.did) if (old.startsWith(what)) gathered.did.delete(old);
        gathered.did.add(word);
      }
      gap ??= clock.after(everyMs, write);
    },
    dispose: () => gap?.(),
  };
};

const lineOf = (universe: number, { from, changes }: Gathered) => {
  const shown = [...changes].slice(0, mostChannels).map(([channel, level]) => `${channel} = ${level}`);
  const more = changes.size > mostChannels ? ` … +${changes.size - mostChannels}` : '';
  return { text: `universe ${universe}: ${shown.join(', ')}${more}`, from };
};

const verdictOf = ({ did }: Gathered, input: Input): string => {
  if (!input.isArmed()) return 'disarmed';
  return did.size > 0 ? `ride: ${[...did].join('; ')}` : 'not patched';
};
