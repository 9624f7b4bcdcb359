import type { Chunk } from './decode.ts';
import type { Command, Voice } from './schedule.ts';
import type { Gain } from './segments.ts';

/**
 * Carries the schedule's commands out on a context: each voice is a chain of buffer sources that begin on whole samples
 * of the context, so that chunks join without a seam, under two gains: one for the clip, one for the edges.
 */
export type PlayerOptions = {
  context: BaseAudioContext;
  output: AudioNode;
  chunks: (media: string) => readonly Chunk[] | null;
  /** Context time at a show clock time. */
  contextAt: (clock: number) => number;
};
export interface Player {
  run(commands: readonly Command[]): void;
  /** More of a file has been decoded: voices that wait for it go on. */
  extend(media: string): void;
  /** Voices that are arranged or sound. */
  count(): number;
  dispose(): void;
}
type Playing = {
  voice: Voice;
  offset: number;
  /** Context time of the start, on a whole sample. */
  start: number;
  level: GainNode;
  edge: GainNode;
  /** Length of the fade in, seconds; context times at which the fade out begins and is over. */
  rise: number;
  fall: number | null;
  stop: number | null;
  isLevelled: boolean;
  sources: Map<number, AudioBufferSourceNode>;
};

/** Seconds: as good as no stop at all. */
const NEVER = 86_400;

/** Context time at which a voice reaches the place in its file that belongs to a show clock time. */
const endOf = ({ voice, offset, start }: Playing, clock: number): number =>
  start + (voice.origin + voice.rate * clock - offset) / voice.rate;

export const createPlayer = ({ context, output, chunks, contextAt }: PlayerOptions): Player => {
  const playing = new Map<number, Playing>();
  const onSample = (seconds: number) => Math.round(seconds * context.sampleRate) / context.sampleRate;

  const addChunk = (one: Playing, chunk: Chunk): void => {
    const begin = chunk.frame / chunk.buffer.sampleRate;
    const skip = Math.max(0, one.offset - begin);
    if (one.sources.has(chunk.frame) || skip >= chunk.buffer.duration) return;
    const at = one.start + Math.max(0, begin - one.offset) / one.voice.rate;
    const late = Math.max(0, context.currentTime - at);
    const from = skip + late * one.voice.rate;
    if (from >= chunk.buffer.duration) return;
    const source = new AudioBufferSourceNode(context, { buffer: chunk.buffer, playbackRate: one.voice.rate });
    source.connect(one.edge);
    source.start(onSample(at + late), from);
    if (one.stop !== null) source.stop(one.stop);
    one.sources.set(chunk.frame, source);
  };
  const start = ({ voice, offset, fade, after }: Extract<Command, { do: 'start' }>): void => {
    const edge = new GainNode(context, { gain: fade > 0 ? 0 : 1 });
    const level = new GainNode(context, { gain: 0 });
    edge.connect(level).connect(output);
    const before = after === null ? undefined : playing.get(after);
    // A lap begins where the one before ends, whatever the clocks have learnt since: no sample is lost or doubled.
    const asked = onSample(before ? endOf(before, voice.startAt) : contextAt(voice.startAt));
    // What should have begun already begins now, further in.
    const begun = Math.max(asked, onSample(context.currentTime + 0.001));
    const at = context.currentTime === 0 ? asked : begun;
    const whole = Math.round((offset + (at - asked) * voice.rate) * context.sampleRate) / context.sampleRate;
    if (fade > 0) edge.gain.setValueAtTime(0, at).linearRampToValueAtTime(1, at + fade);
    const one: Playing = {
      voice,
      offset: whole,
      start: at,
      level,
      edge,
      rise: fade,
      fall: null,
      stop: null,
      isLevelled: false,
      sources: new Map(),
    };
    playing.set(voice.id, one);
    for (const chunk of chunks(voice.media) ?? []) addChunk(one, chunk);
  };
  const stop = (one: Playing, at: number, fade: number): void => {
    const begin = Math.max(onSample(at), context.currentTime);
    const { gain } = one.edge;
    gain.cancelScheduledValues(Math.min(begin, one.fall ?? begin));
    if (begin <= one.start) {
      gain.cancelScheduledValues(0);
      gain.setValueAtTime(0, context.currentTime);
    } else if (begin < one.start + one.rise)
      gain.linearRampToValueAtTime((begin - one.start) / one.rise, begin);
    else gain.setValueAtTime(1, begin);
    gain.linearRampToValueAtTime(0, begin + fade);
    one.fall = begin;
    one.stop = begin + fade;
    for (const source of one.sources.values()) source.stop(one.stop);
  };
  const keep = (one: Playing): void => {
    one.edge.gain.cancelScheduledValues(one.fall ?? context.currentTime);
    one.fall = null;
    one.stop = null;
    for (const source of one.sources.values()) source.stop(context.currentTime + NEVER);
  };
  /** The first point is reached by a ramp from what was arranged before it, so that readings join without a step. */
  const ramp = (one: Playing, gains: readonly Gain[]): void => {
    const { gain } = one.level;
    const points = gains.map((point) => ({ at: Math.max(contextAt(point.at), one.start), gain: point.gain }));
    const first = points[0];
    if (!first) return;
    gain.cancelScheduledValues(first.at);
    if (one.isLevelled) gain.linearRampToValueAtTime(first.gain, first.at);
    else gain.setValueAtTime(first.gain, first.at);
    one.isLevelled = true;
    for (const point of points.slice(1))
      if (point.at > first.at) gain.linearRampToValueAtTime(point.gain, point.at);
  };
  const sweep = (): void => {
    for (const [id, one] of playing) {
      if (one.stop === null || one.stop > context.currentTime) continue;
      one.level.disconnect();
      playing.delete(id);
    }
  };
  const run = (command: Command): void => {
    if (command.do === 'start') return start(command);
    const one = playing.get(command.id);
    if (!one) return undefined;
    switch (command.do) {
      case 'stop':
        return stop(
          one,
          command.by === 'file' ? endOf(one, command.at) : contextAt(command.at),
          command.fade,
        );
      case 'keep':
        return keep(one);
      case 'gain':
        return ramp(one, command.gains);
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
      for (const one of playing.values()) {
        if (one.voice.media !== media) continue;
        for (const chunk of chunks(media) ?? []) addChunk(one, chunk);
      }
    },
    count: () => playing.size,
    dispose() {
      for (const one of playing.values()) {
        for (const source of one.sources.values()) source.stop();
        one.level.disconnect();
      }
      playing.clear();
    },
  };
};
