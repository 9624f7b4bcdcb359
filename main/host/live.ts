import {
  checkSample,
  liveDelay,
  releasesOf,
  withSamples,
  type LiveSample,
} from '../../core/playback/live.ts';
import { ok, type Result } from '../../core/result.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import type { Cancel, ShowClock } from './clock.ts';

/**
 * The lane of live samples: no plan, no journal, the latest wins. What comes within a few milliseconds is told once,
 * well before the 40 ms are over after which it is drawn.
 */
const gatherMs = 16;

export interface Live {
  /** `due`: the exact time of a cue's action, or null. @returns when it is seen, show clock */
  set(id: string, param: string, value: unknown, due: number | null): Result<number>;
  /** `clip` without its kind; null: every clip, every parameter. @returns when it is seen, show clock */
  release(clip: string | null, param: string | null, due: number | null): number;
  samples(): LiveSample[];
  /** Another host's samples in place of its own. */
  adopt(samples: LiveSample[]): void;
  dispose(): void;
}
type Options = {
  show(): CompiledShow;
  clock: ShowClock;
  /** What a killed host left. */
  resumed: LiveSample[];
  /** Before the answer: what was accepted outlives a kill. */
  keep(): void;
  /** Gathered: tell the pages. */
  onChange(samples: LiveSample[]): void;
};

export const createLive = ({ show, clock, resumed, keep, onChange }: Options): Live => {
  let samples = resumed;
  let gathered: LiveSample[] = [];
  let waiting: Cancel | null = null;
  const add = (added: LiveSample[]): void => {
    gathered.push(...added);
    keep();
    waiting ??= clock.after(gatherMs, () => {
      waiting = null;
      samples = withSamples(samples, gathered, clock.now());
      gathered = [];
      onChange(samples);
    });
  };
  /** A time that is due is the one at which it must be seen. */
  const sampledAt = (due: number | null): number => (due === null ? clock.now() : due - liveDelay);
  return {
    set(id, param, value, due) {
      const sample = checkSample(show(), id, param, value, sampledAt(due));
      if (!sample.ok) return sample;
      add([sample.value]);
      return ok(sample.value.at + liveDelay);
    },
    release(clip, param, due) {
      const at = sampledAt(due);
      add(releasesOf([...samples, ...gathered], clip === null ? null : `clip:${clip}`, param, at));
      return at + liveDelay;
    },
    samples: () => (gathered.length > 0 ? withSamples(samples, gathered, clock.now()) : samples),
    adopt(next) {
      samples = next;
      gathered = [];
      keep();
      onChange(samples);
    },
    dispose: () => waiting?.(),
  };
};
