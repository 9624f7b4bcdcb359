import type { Cancel, ShowClock } from '../clock.ts';

/**
 * Values that come faster than they are wanted: the first goes at once, then one every `gapMs`, the last one always.
 * Once none has come for `restMs` the way is over and told as a whole.
 */
export interface Pacer {
  /** `from`: what was there before. */
  want(value: number, from: number): void;
  /** What waits is dropped. */
  dispose(): void;
}
type Options = {
  clock: Pick<ShowClock, 'after'>;
  gapMs: number;
  restMs: number;
  send(value: number): void;
  onRest(from: number, to: number): void;
};

export const createPacer = ({ clock, gapMs, restMs, send, onRest }: Options): Pacer => {
  let waiting: number | null = null;
  let way: { from: number; to: number } | null = null;
  let gap: Cancel | null = null;
  let rest: Cancel | null = null;
  const give = (value: number, from: number) => {
    waiting = null;
    way = { from: way?.from ?? from, to: value };
    gap = clock.after(gapMs, open);
    rest?.();
    rest = clock.after(restMs, arrive);
    send(value);
  };
  const open = () => {
    gap = null;
    if (waiting !== null) give(waiting, waiting);
  };
  const arrive = () => {
    const done = way;
    way = null;
    rest = null;
    if (done !== null) onRest(done.from, done.to);
  };
  return {
    want(value, from) {
      if (gap === null) give(value, from);
      else waiting = value;
    },
    dispose() {
      gap?.();
      rest?.();
      waiting = null;
    },
  };
};
