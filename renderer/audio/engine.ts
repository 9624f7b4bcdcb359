import { planAt, soundsAt } from '../../core/playback/frame-at.ts';
import type { LiveSample } from '../../core/playback/live.ts';
import type { Plan } from '../../core/playback/plan.ts';
import { compileShow } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import { pageMs } from '../link/clock.ts';
import type { Link } from '../link/link.ts';
import { createDeviceClock } from './device-clock.ts';
import { LIMITER_DELAY, type Device } from './device.ts';
import { createLibrary, type Library } from './library.ts';
import { createPlayer } from './player.ts';
import { FADE, arrange, emptySchedule, type Schedule } from './schedule.ts';
import { segmentsOf, type Segment } from './segments.ts';

/** Wires link, plan, schedule and device: at each tick the next half second is arranged. */
export interface Engine {
  library: Library;
  /** Device seconds a host second, or null before it is known. */
  rate(): number | null;
  /** Sound against the show clock, ms; null when nothing plays. */
  offsetMs(): number | null;
  isPlaying(): boolean;
}
/** Seconds: how far ahead is arranged, how soon a start can still be exact, how densely gains are read. */
const AHEAD = 0.5;
const LEAD = 0.03;
const STEP = 0.02;
/** Seconds that sound may be off its clock before it is cued again. */
const TOO_FAR = 0.04;

export const createEngine = (link: Link, device: Device): Engine => {
  const { context } = device;
  const library = createLibrary(context);
  const clock = createDeviceClock();
  let show: CompiledShow | null = null;
  let schedule: Schedule = emptySchedule;
  let drift: number | null = null;
  /** Device time against show time as the running voices were arranged, and as it is. */
  let arrangedWith: number | null = null;

  const hostRate = () => link.get('clock')?.rate ?? 1;
  const contextAt = (at: number): number => {
    const page = pageMs();
    const now = link.showNow(page) ?? at;
    const heard = clock.contextAt(page / 1000) ?? context.currentTime;
    return heard + (at - now) / hostRate() - LIMITER_DELAY;
  };
  const player = createPlayer({
    context,
    output: device.input,
    chunks: (media) => library.chunks(media),
    contextAt,
  });
  library.onChunk((media) => player.extend(media));

  link.subscribe('show', ({ document, revision }) => {
    show = compileShow(document, revision);
    library.want(soundMedia(show));
  });
  /** Everything fades and is arranged anew at the next tick. */
  const silence = (at: number): void => {
    player.run(schedule.voices.map(({ id }) => ({ do: 'stop', id, at, fade: FADE, by: 'clock' })));
    schedule = emptySchedule;
    arrangedWith = null;
    drift = null;
  };
  const watch = (now: number): void => {
    const skew = contextAt(now) - now;
    arrangedWith ??= skew;
    drift = player.count() > 0 ? skew - arrangedWith : null;
    if (drift !== null && Math.abs(drift) > TOO_FAR) silence(now);
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
    if (step.commands.some((each) => each.do === 'start' && each.after === null))
      arrangedWith = contextAt(shown) - shown;
    schedule = step.schedule;
    player.run(step.commands);
  };
  device.onTick(tick);
  context.addEventListener('statechange', () => {
    clock.reset();
    silence(link.showNow() ?? 0);
  });
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
