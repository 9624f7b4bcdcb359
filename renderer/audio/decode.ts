import { ALL_FORMATS, AudioBufferSink, Input, UrlSource, type InputAudioTrack } from 'mediabunny';

/**
 * A sound file as chunks of whole samples that butt against each other. Long files are decoded piece by piece, so that
 * the first seconds play while the rest is read; short ones, and pages without WebCodecs, go through
 * `decodeAudioData` whole.
 */
export type Chunk = { /** Frame of the file at which it begins. */ frame: number; buffer: AudioBuffer };
export type Progress = (seconds: number, total: number) => void;

export const CHUNK_SECONDS = 20;
export const LONG_SECONDS = 60;
const canStream = (): boolean => typeof AudioDecoder !== 'undefined';

/** Calls `taken` with each chunk in order. Throws what the decoder throws. */
export const decodeFile = async (
  context: BaseAudioContext,
  url: string,
  taken: (chunk: Chunk) => void,
  progress: Progress,
): Promise<void> => {
  const streamed = canStream() ? await decodeLong(context, url, taken, progress) : false;
  if (streamed) return;
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`the host answered ${reply.status}`);
  const buffer = await context.decodeAudioData(await reply.arrayBuffer());
  taken({ frame: 0, buffer });
  progress(buffer.duration, buffer.duration);
};

/** false: short, or of a rate that must be resampled; nothing was taken. */
const decodeLong = async (
  context: BaseAudioContext,
  url: string,
  taken: (chunk: Chunk) => void,
  progress: Progress,
): Promise<boolean> => {
  const input = new Input({ source: new UrlSource(url), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryAudioTrack();
    if (!track) throw new Error('there is no sound in it');
    const total = await track.computeDuration();
    if (total < LONG_SECONDS || track.sampleRate !== context.sampleRate || !(await track.canDecode()))
      return false;
    await cut(context, track, (chunk) => {
      taken(chunk);
      progress((chunk.frame + chunk.buffer.length) / context.sampleRate, total);
    });
    return true;
  } finally {
    input.dispose();
  }
};

const cut = async (
  context: BaseAudioContext,
  track: InputAudioTrack,
  taken: (chunk: Chunk) => void,
): Promise<void> => {
  const length = CHUNK_SECONDS * context.sampleRate;
  const channels = track.numberOfChannels;
  let chunk = context.createBuffer(channels, length, context.sampleRate);
  let first = 0;
  let filled = 0;
  for await (const { buffer, timestamp } of new AudioBufferSink(track).buffers()) {
    // Encoder delay lies before 0; a hole in the file stays silent.
    const frame = Math.round(timestamp * context.sampleRate);
    for (let from = Math.max(0, first - frame); from < buffer.length;) {
      const to = frame + from - first;
      if (to >= length) {
        taken({ frame: first, buffer: chunk });
        first += length;
        filled = 0;
        chunk = context.createBuffer(channels, length, context.sampleRate);
        continue;
      }
      const count = Math.min(buffer.length - from, length - to);
      for (let channel = 0; channel < channels; channel += 1)
        chunk.copyToChannel(buffer.getChannelData(channel).subarray(from, from + count), channel, to);
      from += count;
      filled = to + count;
    }
  }
  if (filled > 0) taken({ frame: first, buffer: trimmed(context, chunk, filled) });
};

const trimmed = (context: BaseAudioContext, buffer: AudioBuffer, frames: number): AudioBuffer => {
  const short = context.createBuffer(buffer.numberOfChannels, frames, buffer.sampleRate);
  for (let channel = 0; channel < buffer.numberOfChannels; channel += 1)
    short.copyToChannel(buffer.getChannelData(channel).subarray(0, frames), channel);
  return short;
};
