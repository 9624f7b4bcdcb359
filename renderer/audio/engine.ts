import { planAt, soundsAt } from '../../core/playback/frame-at.ts';
import type { LiveSample } from '../../core/playback/live.ts';
import type { Plan } from '../../core/playback/plan.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import { followShow } from '../link/follow-show.ts';
import { pageMs } from '../link/clock.ts';
import type { Link } from '../link/link.ts';
import { createDeviceClock } from './device-clock.ts';
import { LIMITER_DELAY, type Device } from './device.ts';
import { createLibrary, type Library } from './library.ts';
import { soundOf } from '../../core/station/sound.read.ts';
import { createPlayer } from './player.ts';
import { FADE, arrange, emptySchedule, type Schedule } from './schedule.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { LEADING, LED } from './steer.ts';

/** Wires link, plan, schedule and device: at each tick the next half second is arranged. */
export interface Engine {
  library: Library;
  /** Device seconds a host second, or null before it is known. */
  rate(): number | null;
  /** The sound that is furthest from the show clock, ms, positive: it is late; null when nothing plays. */
  offsetMs(): number | null;
  isPlaying(): boolean;
}
/** Seconds: how far ahead is arranged, how soon a start can still be exact, how densely gains are read. */
const AHEAD = 0.5;
const LEAD = 0.03;
const STEP = 0.02;

export const createEngine = (link: Link, device: Device): Engine => {
  const { context } = device;
  const library = createLibrary(context);
  const clock = createDeviceClock();
  let show: CompiledShow | null = null;
  let schedule: Schedule = emptySchedule;
  let drift: number | null = null;
  /** Seconds that this station's sound is to be late. */
  let trim = 0;

  const hostRate = () => link.get('clock')?.rate ?? 1;
  /** What the device lets out at its context time `heard + …` is due at the show clock time. */
  const base = () => {
    const page = pageMs();
    const heard = clock.contextAt(page / 1000) ?? context.currentTime;
    return { now: link.showNow(page), heard: heard - LIMITER_DELAY + trim };
  };
  const contextAt = (at: number): number => {
    const { now, heard } = base();
    return heard + (at - (now ?? at)) / hostRate();
  };
  const clockAt = (at: number): number => {
    const { now, heard } = base();
    return (now ?? 0) + (at - heard) * hostRate();
  };
  const patience = () => (/^(?:ltc|mtc)$/.test(link.get('clock')?.source ?? '') ? LED : LEADING);
  const player = createPlayer({
    context,
    outlet: device.outlet,
    chunks: (media) => library.chunks(media),
    contextAt,
    clockAt,
    slope: () => hostRate() / (clock.rate() ?? 1),
    loose: () => patience().loose,
  });
  library.onChunk((media) => player.extend(media));

  followShow(link, (shows) => {
    ({ show } = shows);
    const all = [shows.show, shows.show?.outgoing?.show, shows.incoming];
    library.want([...new Set(all.flatMap((one) => (one ? soundMedia(one) : [])))]);
  });
  link.subscribe('settings', ({ document }) => {
    const station = soundOf(document);
    trim = station.latencyMs / 1000;
    device.set(station);
  });
  let tested: number | null = null;
  link.subscribe('soundTest', (test) => {
    if (test !== null && tested !== null && test.at > tested) device.identify(test.channel);
    tested = test?.at ?? 0;
  });
  /** Everything fades and is arranged anew at the next tick. */
  const silence = (at: number): void => {
    player.run(schedule.voices.map(({ id }) => ({ do: 'stop', id, at, fade: FADE, by: 'clock' })));
    schedule = emptySchedule;
    drift = null;
  };
  const watch = (now: number): void => {
    drift = player.follow();
    if (drift !== null && Math.abs(drift) > patience().follow) silence(now);
  };
  const tick = (): void => {
    observe(context, clock);
    const plans = link.get('plans');
    const page = pageMs();
    const heard = clock.contextAt(page / 1000);
    const shown = link.showNow(page);
    if (!show || !plans || shown === null || heard === null || context.state !== 'running') return;
    watch(shown);
    // What leaves the page now is heard a device's latency later.
    const now = shown + (context.currentTime - heard) * hostRate() + LEAD;
    const step = arrange(schedule, wanted(show, plans, link.get('live') ?? [], now), now);
    schedule = step.schedule;
    player.run(step.commands);
  };
  device.onTick(tick);
  const anew = (): void => {
    clock.reset();
    silence(link.showNow() ?? 0);
  };
  context.addEventListener('statechange', anew);
  device.onSwitch(anew);
  return {
    library,
    rate: () => clock.rate(),
    offsetMs: () => (drift === null ? null : drift * 1000),
    isPlaying: () => schedule.voices.length > 0 && context.state === 'running',
  };
};

const observe = (context: AudioContext, clock: ReturnType<typeof createDeviceClock>): void => {
  const { contextTime, performanceTime } = context.getOutputTimestamp();
  if (contextTime !== undefined && performanceTime !== undefined && contextTime > 0)
    clock.add(performanceTime / 1000, contextTime);
};
const wanted = (
  show: CompiledShow,
  plans: readonly Plan[],
  live: readonly LiveSample[],
  now: number,
): Segment[] =>
  segmentsOf(
    (at) => {
      const plan = planAt(plans, at);
      return plan ? soundsAt(show, plan, at, live) : [];
    },
    now,
    now + AHEAD,
    STEP,
  );

/** Files that the show's sound clips name, in the order of the timelines. */
export const soundMedia = (show: CompiledShow): string[] => {
  const named = Object.values(show.timelines).flatMap(({ sounds }) =>
    sounds.flatMap(({ clips }) => clips.map(({ parameters }) => parameters['media'])),
  );
  return [...new Set(named.filter((id): id is string => typeof id === 'string' && id !== ''))];
};
