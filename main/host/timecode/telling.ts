import type { TimecodeState } from '../../../core/control/timecode.topics.ts';
import { nameOf } from '../../../core/ids.ts';
import type { TimecodeRecord } from '../../../core/station/timecode.schema.ts';
import type { TimecodeRate } from '../../../core/time/smpte.ts';
import type { ShowClock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { Hub } from '../hub.ts';
import type { Playback } from '../playback.ts';
import { soon } from '../soon.ts';
import type { Chaser } from './chaser.ts';

/** What consoles are told of time code: a new value at most five times a second, none that says the same. */
type Told = {
  settings: TimecodeRecord;
  isChasing: boolean;
  /** A code was heard a moment ago. */
  isHeard: boolean;
  heardRate: TimecodeRate | null;
  code: string | null;
  freewheelSince: number | null;
  level: number | null;
  measuring: number | null;
};
export interface Telling {
  now(): void;
  soon(): void;
}
type Options = {
  clock: ShowClock;
  hub: Hub;
  documents: Documents;
  playback: Playback;
  chaser: Chaser;
  told(): Told;
};
const APART_MS = 200;

export const createTelling = ({ clock, hub, documents, playback, chaser, told }: Options): Telling => {
  let last = '';
  const now = () => {
    const next = topic();
    const text = JSON.stringify({ ...next, at: 0 });
    if (text === last) return;
    last = text;
    hub.set('timecode', next);
  };
  const topic = (): TimecodeState => {
    const { settings, isHeard, ...rest } = told();
    return {
      ...rest,
      source: settings.source,
      rate: settings.source === 'off' ? null : settings.rate,
      state: stateOf(settings, rest.isChasing, isHeard),
      speed: Math.round((chaser.state().heard.code?.speed ?? 0) * 1000) / 1000,
      position: isHeard || rest.isChasing ? chaser.wanted() : null,
      at: clock.now(),
      errorMs: errorMs(),
      trimMs: settings.trimMs,
      located: chaser.located(),
    };
  };
  const stateOf = (
    { source }: TimecodeRecord,
    isChasing: boolean,
    isHeard: boolean,
  ): TimecodeState['state'] => {
    if (source === 'off') return 'off';
    if (isChasing) return chaser.state().phase;
    return isHeard ? 'locked' : 'waiting';
  };
  /** Main as the outputs show it, against the code. */
  const errorMs = (): number | null => {
    const wanted = chaser.state().anchor ? chaser.wanted() : null;
    const main = mainPosition();
    if (wanted === null || main === null) return null;
    return Math.round((main - wanted) * 10_000) / 10;
  };
  const mainPosition = (): number | null => {
    const name = nameOf(documents.compiled().show.main);
    const { playbacks } = playback.status(clock.now());
    return playbacks.find(({ timeline, state }) => timeline === name && state !== 'ghost')?.position ?? null;
  };
  return { now, soon: soon(clock, APART_MS, now) };
};
