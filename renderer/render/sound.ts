import { nameOf } from '../../core/ids.ts';
import { soundsAt } from '../../core/playback/frame-at.ts';
import { planForStill } from '../../core/playback/still.ts';
import type { Problem } from '../../core/result.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import { createRoute } from '../audio/route.ts';

/**
 * The show's sound clips between two positions of its main timeline, mixed offline; null when none sounds. A file that
 * can't be read is reported and the others go on.
 */
const RATE = 48_000;
/** Gains are read so often, seconds, and joined by straight lines. */
const STEP = 0.02;

export const mixSound = async (
  show: CompiledShow,
  from: number,
  to: number,
  report: (problem: Problem) => void,
): Promise<AudioBuffer | null> => {
  const clips = (show.timelines[show.show.main]?.sounds ?? [])
    .flatMap((track) => track.clips)
    .filter((clip) => clip.start < to && clip.end > from);
  if (clips.length === 0 || to <= from) return null;
  const context = new OfflineAudioContext(2, Math.ceil((to - from) * RATE), RATE);
  const sides = stereoOf(context);
  const at = (position: number) => soundsAt(show, planForStill(show, show.show.main, position), 0);
  for (const clip of clips) {
    const [start, end] = [Math.max(from, clip.start), Math.min(to, clip.end)];
    const first = at(start).find((sound) => sound.clip === clip.id);
    if (!first || first.media === '') continue;
    const buffer = await read(context, first.media, clip.id, report);
    if (!buffer) continue;
    const source = new AudioBufferSourceNode(context, { buffer });
    const gain = context.createGain();
    const route = createRoute(context, first.outputs, sides);
    source.connect(gain).connect(route.input);
    const pans: { at: number; pan: number }[] = [];
    for (let t = start; t < end; t += STEP) {
      const heard = at(t).find((sound) => sound.clip === clip.id);
      const now = heard?.gain ?? 0;
      pans.push({ at: t - from, pan: heard?.pan ?? 0 });
      if (t === start) gain.gain.setValueAtTime(now, t - from);
      else gain.gain.linearRampToValueAtTime(now, t - from);
    }
    route.pan(pans);
    source.start(start - from, Math.max(0, first.offset), end - start);
  }
  return context.startRendering();
};

/** A film has two sides: odd outputs go left, even ones right. */
const stereoOf = (context: OfflineAudioContext): ((output: number) => AudioNode) => {
  const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
  merger.connect(context.destination);
  const [left, right] = [0, 1].map((side) => {
    const node = new GainNode(context, { channelCount: 1, channelCountMode: 'explicit' });
    node.connect(merger, 0, side);
    return node;
  });
  return (output) => (output % 2 === 1 ? left : right) ?? merger;
};

const read = async (
  context: OfflineAudioContext,
  media: string,
  path: string,
  report: (problem: Problem) => void,
): Promise<AudioBuffer | null> => {
  try {
    const reply = await fetch(`/media/${nameOf(media)}`);
    if (!reply.ok) throw new Error(`the server answered ${reply.status}`);
    return await context.decodeAudioData(await reply.arrayBuffer());
  } catch (error) {
    const message = `${media} can't be read as sound, ${String(error)}; check the file`;
    report({ code: 'sound-unreadable', message, path });
    return null;
  }
};
