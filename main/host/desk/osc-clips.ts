import type { LiveSample } from '../../../core/playback/live.ts';
import { oscLevels, oscStarts } from '../../../core/playback/osc-clips.ts';
import type { Plan } from '../../../core/playback/plan.ts';
import { planAt } from '../../../core/playback/resolve.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import type { Cancel, ShowClock } from '../clock.ts';
import { lead } from '../playback.ts';
import type { OscSend } from './sending.ts';

/**
 * Sends what the clips of layer "osc" say, at their exact time. It looks ahead as far as nothing can change any more
 * (`lead`), puts each message on a timer of its own, and takes back what a new plan overtakes. A show without such clips
 * has no timer. What a killed host missed stays unsent: nobody knows how much of it the desk has had.
 */
export interface OscClips {
  /** The plans have changed. */
  replanned(): void;
  /** The show has; whether it has such clips. */
  reload(hasClips: boolean): void;
  dispose(): void;
}
type Options = {
  clock: Pick<ShowClock, 'now' | 'at' | 'every'>;
  show(): CompiledShow;
  plans(): Plan[];
  live(): LiveSample[];
  send(what: OscSend): unknown;
};

const TICK = 15;
/** Seconds after which a message is not made good: the host slept. */
const TOO_LATE = 10;

export const createOscClips = ({ clock, show, plans, live, send }: Options): OscClips => {
  let ticking: Cancel | null = null;
  /** Up to here, on the show clock, starts have been handed over. */
  let done = clock.now();
  const waiting = new Map<number, { at: number; cancel: Cancel }>();
  let serial = 0;
  const levels = new Map<string, { value: number; at: number }>();

  const hand = (at: number, what: OscSend): void => {
    const key = (serial += 1);
    const cancel = clock.at(at, () => {
      waiting.delete(key);
      send(what);
    });
    waiting.set(key, { at, cancel });
  };
  const starts = (until: number): void => {
    const known = plans();
    for (const [index, plan] of known.entries()) {
      const from = Math.max(done, index === 0 ? -Infinity : plan.effectiveAt);
      const to = Math.min(until, known[index + 1]?.effectiveAt ?? Infinity);
      if (to <= from) continue;
      for (const { parameters, at } of oscStarts(show(), plan, from, to)) {
        const { to: desk, address, args, types } = parameters;
        if (address !== null) hand(at, { to: desk, address, args, types });
      }
    }
    done = Math.max(done, until);
  };
  const moving = (now: number): void => {
    const plan = planAt(plans(), now);
    const present = plan === null ? [] : oscLevels(show(), plan, now, live());
    for (const { key, parameters, value } of present) {
      const last = levels.get(key);
      const { to, levelAddress: address, rate } = parameters;
      if (address === null || last?.value === value) continue;
      // A tick early rather than a tick late, or 25 a second would be 22.
      if (last !== undefined && now - last.at < 1 / rate - TICK / 2000) continue;
      levels.set(key, { value, at: now });
      send({ to, address, args: [value], types: 'f' });
    }
    const on = new Set(present.map(({ key }) => key));
    for (const key of levels.keys()) if (!on.has(key)) levels.delete(key);
  };
  const look = (): void => {
    const now = clock.now();
    done = Math.max(done, now - TOO_LATE);
    starts(now + lead);
    moving(now);
  };
  return {
    replanned() {
      if (ticking === null) return;
      const from = plans().at(-1)?.effectiveAt ?? Infinity;
      for (const [key, { at, cancel }] of waiting) {
        if (at < from) continue;
        cancel();
        waiting.delete(key);
      }
      done = Math.min(done, from);
      look();
    },
    reload(hasClips) {
      if (hasClips && ticking === null) {
        done = clock.now();
        ticking = clock.every(TICK, look);
      } else if (!hasClips) {
        ticking?.();
        ticking = null;
      }
    },
    dispose() {
      ticking?.();
      for (const { cancel } of waiting.values()) cancel();
      waiting.clear();
    },
  };
};
