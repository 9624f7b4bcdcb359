import type { Chunk } from './decode.ts';
import type { Route } from './route.ts';
import type { Voice } from './schedule.ts';
import type { Steering } from './steer.ts';

/**
 * One voice on a context: the chunks of its file as buffer sources that join on the sample, the edges of its fades, and
 * what happens to both when its speed changes on the way.
 */
export type Playing = {
  voice: Voice;
  offset: number;
  /** Context time of the start, on a whole sample. */
  start: number;
  /** Where in the file it is at a context time, and how fast from there. */
  anchor: { at: number; place: number };
  steering: Steering;
  level: GainNode;
  edge: GainNode;
  route: Route;
  /** Length of the fade in, seconds; context times at which the fade out begins and is over. */
  rise: number;
  fall: number | null;
  stop: number | null;
  /** Place in the file at which it ends, and its fade: moves with the speed. */
  ending: { place: number; fade: number } | null;
  isLevelled: boolean;
  sources: Map<number, { node: AudioBufferSourceNode; at: number }>;
};

/** Seconds: as good as no stop at all. */
export const NEVER = 86_400;
export const placeAt = ({ anchor, steering }: Playing, at: number): number =>
  anchor.place + (at - anchor.at) * steering.rate;
export const timeOf = ({ anchor, steering }: Playing, place: number): number =>
  anchor.at + (place - anchor.place) / steering.rate;
/** Place in its file that belongs to a show clock time. */
export const placeOf = ({ voice }: Playing, clock: number): number => voice.origin + voice.rate * clock;

export interface Voices {
  onSample(seconds: number): number;
  /** Arranges the chunks that are there and not yet arranged. */
  feed(one: Playing): void;
  /** Fades it out from a context time on. */
  stop(one: Playing, at: number, fade: number): void;
  retime(one: Playing, at: number, steering: Steering): void;
}
type Options = {
  context: BaseAudioContext;
  chunks: (media: string) => readonly Chunk[] | null;
};

export const createVoices = ({ context, chunks }: Options): Voices => {
  const onSample = (seconds: number) => Math.round(seconds * context.sampleRate) / context.sampleRate;

  const ceiled = (seconds: number) => Math.ceil(seconds * context.sampleRate - 1e-4) / context.sampleRate;

  const addChunk = (one: Playing, chunk: Chunk): void => {
    const { rate } = one.steering;
    const begin = chunk.frame / chunk.buffer.sampleRate;
    const first = Math.max(begin, one.offset);
    if (one.sources.has(chunk.frame) || first - begin >= chunk.buffer.duration) return;
    const at = timeOf(one, first);
    // On the first sample behind the chunk before, and as far into this one as that is behind the join: a source that
    // began on the nearest sample would leave one out or play one twice where the speed is not 1.
    const starts = Math.max(context.currentTime, ceiled(at));
    const from = first - begin + (starts - at) * rate;
    if (from >= chunk.buffer.duration) return;
    const node = new AudioBufferSourceNode(context, { buffer: chunk.buffer, playbackRate: rate });
    node.connect(one.edge);
    node.start(starts, Math.max(0, from));
    if (one.stop !== null) node.stop(one.stop);
    one.sources.set(chunk.frame, { node, at: starts });
  };
  const feed = (one: Playing): void => {
    for (const chunk of chunks(one.voice.media) ?? []) addChunk(one, chunk);
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
    for (const { node } of one.sources.values()) node.stop(one.stop);
  };
  /** From a context time on at another speed: what sounds changes over, what has not begun is placed anew. */
  const retime = (one: Playing, at: number, steering: Steering): void => {
    one.anchor = { at, place: placeAt(one, at) };
    one.steering = steering;
    for (const [frame, { node, at: begins }] of one.sources) {
      if (begins < at) {
        node.playbackRate.setValueAtTime(steering.rate, at);
        continue;
      }
      node.stop();
      node.disconnect();
      one.sources.delete(frame);
    }
    feed(one);
    if (one.ending && one.fall !== null && one.fall > at)
      stop(one, timeOf(one, one.ending.place), one.ending.fade);
  };
  return { onSample, feed, stop, retime };
};
