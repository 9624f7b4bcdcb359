import { soundsAt } from '../../../../core/playback/frame-at.ts';
import type { Plan } from '../../../../core/playback/plan.ts';
import { planForPreview } from '../../../../core/playback/preview.ts';
import type { CompiledShow } from '../../../../core/show/compiled.ts';
import { soundMedia } from '../../../audio/engine.ts';
import { createLibrary } from '../../../audio/library.ts';
import { createOutlets } from '../../../audio/outlets.ts';
import { createPlayer } from '../../../audio/player.ts';
import { arrange, emptySchedule, FADE } from '../../../audio/schedule.ts';
import { segmentsOf } from '../../../audio/segments.ts';
import { after } from '../../../link/clock.ts';

/**
 * The designer's own sound: what the sound page would play, on this page's own device and clock, at the page's own
 * playhead. Nothing of it goes to the host or to the sound page. All its outputs come as two.
 */
export interface PreviewSound {
  /** The timeline runs and is at this position now. Near enough is left alone. */
  follow(show: CompiledShow, timeline: string, position: number): void;
  /** A grain of what sounds there, for a playhead that is dragged. */
  scrub(show: CompiledShow, timeline: string, position: number): void;
  stop(): void;
  dispose(): void;
}
/** Seconds: how far ahead is arranged, how soon a start can be exact, how densely gains are read. */
const AHEAD = 0.3;
const LEAD = 0.03;
const STEP = 0.02;
const TICK_MS = 40;
/** Picture and sound may differ by so much before the sound jumps: less than is seen. */
const APART = 0.06;
/** Long enough for a pitch, short enough for a place. */
const GRAIN = 0.12;
/** A hand moves faster than grains can rise and fall: so long each is left alone. */
const GRAINS_APART = 0.07;

type Running = {
  show: CompiledShow;
  timeline: string;
  plan: Plan;
  position: number;
  at: number;
  until: number;
};

/** `onLevel`: dBFS, null: silent. */
export const createPreviewSound = (onLevel: (db: number | null) => void): PreviewSound => {
  const context = new AudioContext({ latencyHint: 'interactive' });
  const outlets = createOutlets(context);
  outlets.build(2);
  const library = createLibrary(context);
  const player = createPlayer({
    context,
    outlet: outlets.outlet,
    chunks: library.chunks,
    // The device's clock is the only one here.
    contextAt: (clock) => clock,
    clockAt: (at) => at,
    slope: () => 1,
    loose: () => APART,
  });
  library.onChunk((media) => player.extend(media));
  let schedule = emptySchedule;
  let running: Running | null = null;
  let told: number | null = null;
  /** Where the hand is by now. */
  let next: { show: CompiledShow; timeline: string; position: number } | null = null;
  const now = (): number => context.currentTime + LEAD;
  const silence = (): void => {
    const at = now();
    player.run(schedule.voices.map(({ id }) => ({ do: 'stop', id, at, fade: FADE, by: 'clock' })));
    schedule = emptySchedule;
  };
  const arrangeNext = (): void => {
    if (running === null || context.state !== 'running') return;
    const from = now();
    const { show, plan, until } = running;
    const wanted = segmentsOf((at) => (at < until ? soundsAt(show, plan, at) : []), from, from + AHEAD, STEP);
    const step = arrange(schedule, wanted, from);
    schedule = step.schedule;
    player.run(step.commands);
    if (from > until) running = null;
  };
  const run = (show: CompiledShow, timeline: string, position: number, seconds: number): void => {
    library.want(soundMedia(show));
    if (context.state === 'suspended') void context.resume();
    const at = now();
    const plan = planForPreview(show, timeline, position, at);
    running = { show, timeline, plan, position, at, until: at + seconds };
    arrangeNext();
  };
  const isGrain = (): boolean => running !== null && running.until < Infinity;
  const grain = (): void => {
    if (next === null || (isGrain() && running !== null && now() - running.at < GRAINS_APART)) return;
    const { show, timeline, position } = next;
    next = null;
    run(show, timeline, position, GRAIN);
  };
  const isOn = (show: CompiledShow, timeline: string, position: number): boolean =>
    running !== null &&
    running.show === show &&
    running.timeline === timeline &&
    running.until === Infinity &&
    Math.abs(running.position + now() - running.at - position) < APART + LEAD;
  let cancel = (): void => undefined;
  const tick = (): void => {
    grain();
    arrangeNext();
    const peak = outlets.peak();
    // In steps: each is a redraw.
    const level = peak === null ? null : Math.round(peak / 3) * 3;
    if (level !== told) onLevel(level);
    told = level;
    cancel = after(TICK_MS, tick);
  };
  tick();
  return {
    follow(show, timeline, position) {
      next = null;
      if (!isOn(show, timeline, position)) run(show, timeline, position, Infinity);
    },
    scrub(show, timeline, position) {
      next = { show, timeline, position };
      grain();
    },
    stop() {
      running = next = null;
      silence();
    },
    dispose() {
      cancel();
      player.dispose();
      void context.close();
    },
  };
};
