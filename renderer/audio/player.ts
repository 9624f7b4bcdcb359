import type { Chunk } from './decode.ts';
import { createRoute } from './route.ts';
import type { Command } from './schedule.ts';
import type { Gain } from './segments.ts';
import { steer } from './steer.ts';
import { NEVER, createVoices, placeAt, placeOf, timeOf, type Playing } from './voice.ts';

/**
 * Carries the schedule's commands out on a context: each voice is a chain of buffer sources that begin on whole samples
 * of the context, so that chunks join without a seam, under two gains: one for the clip, one for the edges. A voice
 * that must keep to another clock than the device's changes its speed on the way, and its later chunks move with it.
 */
export type PlayerOptions = {
  context: BaseAudioContext;
  /** Where an output of the device is reached, from 1. */
  outlet: (output: number) => AudioNode;
  chunks: (media: string) => readonly Chunk[] | null;
  /** Context time at a show clock time, and back; show clock seconds a second of the context. */
  contextAt: (clock: number) => number;
  clockAt: (context: number) => number;
  slope: () => number;
  /** Seconds by which a voice may be off before it is steered. */
  loose: () => number;
};
export interface Player {
  run(commands: readonly Command[]): void;
  /** More of a file has been decoded: voices that wait for it go on. */
  extend(media: string): void;
  /** Brings the voices that sound nearer to the show clock. @returns the greatest error, seconds; null: nothing sounds */
  follow(): number | null;
  /** Voices that are arranged or sound. */
  count(): number;
  dispose(): void;
}
/** Speeds are read once in so many samples; seconds ahead that a change of speed is told. */
const QUANTUM = 128;
const AHEAD = 0.005;

export const createPlayer = (options: PlayerOptions): Player => {
  const { context, outlet, chunks, contextAt, clockAt, slope, loose } = options;
  const playing = new Map<number, Playing>();
  const { onSample, feed, stop, retime } = createVoices({ context, chunks });

  const start = ({ voice, offset, fade, after }: Extract<Command, { do: 'start' }>): void => {
    const edge = new GainNode(context, { gain: fade > 0 ? 0 : 1 });
    const level = new GainNode(context, { gain: 0 });
    const route = createRoute(context, voice.outputs, outlet);
    edge.connect(level).connect(route.input);
    const before = after === null ? undefined : playing.get(after);
    // A lap begins where the one before ends, whatever the clocks have learnt since: no sample is lost or doubled.
    const end = before ? timeOf(before, placeOf(before, voice.startAt)) : contextAt(voice.startAt);
    const asked = onSample(end);
    // What should have begun already begins now, further in.
    const begun = Math.max(asked, onSample(context.currentTime + 0.001));
    const at = context.currentTime === 0 ? asked : begun;
    const whole = Math.round((offset + (at - asked) * voice.rate) * context.sampleRate) / context.sampleRate;
    if (fade > 0) edge.gain.setValueAtTime(0, at).linearRampToValueAtTime(1, at + fade);
    const one: Playing = {
      voice,
      offset: whole,
      start: at,
      anchor: { at, place: whole },
      steering: { rate: voice.rate, isSteering: false },
      level,
      edge,
      route,
      rise: fade,
      fall: null,
      stop: null,
      ending: null,
      isLevelled: false,
      sources: new Map(),
    };
    playing.set(voice.id, one);
    feed(one);
  };
  const end = (one: Playing, { at, fade, by }: Extract<Command, { do: 'stop' }>): void => {
    one.ending = by === 'file' ? { place: placeOf(one, at), fade } : null;
    stop(one, one.ending ? timeOf(one, one.ending.place) : contextAt(at), fade);
  };
  const keep = (one: Playing): void => {
    one.edge.gain.cancelScheduledValues(one.fall ?? context.currentTime);
    one.fall = null;
    one.stop = null;
    one.ending = null;
    for (const { node } of one.sources.values()) node.stop(context.currentTime + NEVER);
  };
  /** The first point is reached by a ramp from what was arranged before it, so that readings join without a step. */
  const ramp = (one: Playing, gains: readonly Gain[]): void => {
    const { gain } = one.level;
    const points = gains.map((point) => ({ ...point, at: Math.max(contextAt(point.at), one.start) }));
    const first = points[0];
    if (!first) return;
    gain.cancelScheduledValues(first.at);
    if (one.isLevelled) gain.linearRampToValueAtTime(first.gain, first.at);
    else gain.setValueAtTime(first.gain, first.at);
    one.isLevelled = true;
    const later = points.slice(1).filter((point) => point.at > first.at);
    for (const point of later) gain.linearRampToValueAtTime(point.gain, point.at);
    one.route.pan([first, ...later]);
  };
  const follow = (one: Playing): number | null => {
    const quanta = Math.ceil(((context.currentTime + AHEAD) * context.sampleRate) / QUANTUM);
    const at = (quanta * QUANTUM) / context.sampleRate;
    if (at < one.start || (one.stop !== null && one.stop < at)) return null;
    const error = placeOf(one, clockAt(at)) - placeAt(one, at);
    const next = steer(one.steering, one.voice.rate, slope(), error, loose());
    if (Math.abs(next.rate - one.steering.rate) > 1e-9) retime(one, at, next);
    else one.steering = { ...one.steering, isSteering: next.isSteering };
    return error;
  };
  const forget = (one: Playing): void => {
    one.level.disconnect();
    one.route.disconnect();
  };
  const sweep = (): void => {
    for (const [id, one] of playing) {
      if (one.stop === null || one.stop > context.currentTime) continue;
      forget(one);
      playing.delete(id);
    }
  };
  const run = (command: Command): void => {
    if (command.do === 'start') return start(command);
    const one = playing.get(command.id);
    if (!one) return undefined;
    switch (command.do) {
      case 'stop':
        return end(one, command);
      case 'keep':
        return keep(one);
      case 'gain':
        return ramp(one, command.gains);
      case 'follow':
        one.voice = { ...one.voice, origin: command.origin, rate: command.rate };
        return undefined;
      default:
        return command satisfies never;
    }
  };
  return {
    run(commands) {
      sweep();
      for (const command of commands) run(command);
    },
    extend(media) {
      for (const one of playing.values()) if (one.voice.media === media) feed(one);
    },
    follow() {
      const errors = [...playing.values()].flatMap((one) => follow(one) ?? []);
      if (errors.length === 0) return null;
      return errors.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0);
    },
    count: () => playing.size,
    dispose() {
      for (const one of playing.values()) {
        for (const { node } of one.sources.values()) node.stop();
        forget(one);
      }
      playing.clear();
    },
  };
};
