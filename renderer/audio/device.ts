import { Context, setContext } from 'tone';
import type { Problem } from '../../core/result.ts';
import type { SoundStation } from '../../core/station/sound.schema.ts';
import { pageMs } from '../link/clock.ts';
import { tick } from './identify.ts';
import { createOutlets } from './outlets.ts';
import { createSink } from './sink.ts';

export { LIMITER_DELAY } from './outlets.ts';

/**
 * The sound device: a native AudioContext (Tone's own has neither `getOutputTimestamp` nor `setSinkId`) with the
 * station's choice of device under it and a limiter before it. Tone's worker gives the ticks.
 */
export interface Device {
  context: AudioContext;
  /** From 1. */
  outlet(output: number): AudioNode;
  /** Calls back about every 50 ms from Tone's worker, in a hidden page too. */
  onTick(fn: () => void): void;
  /** Another device plays: its clock is another. */
  onSwitch(fn: () => void): void;
  /** Peak of the last second, dBFS; null when silent. */
  peak(): number | null;
  set(station: SoundStation): void;
  identify(output: number): void;
  /** Asks to be told the devices' names. */
  allow(): Promise<void>;
  /** Where it plays (null: the default one), what there is to choose, how many outputs it has. */
  is(): { device: string | null; devices: string[]; channels: number };
  problems(): Problem[];
}
const RATE = 48_000;
/** Ticks over which the peak is held: a second. */
const PEAKS = 20;

export const openDevice = (): Device => {
  const context = new AudioContext({ sampleRate: RATE, latencyHint: 'playback' });
  const tone = new Context({ context, lookAhead: 0, updateInterval: 0.05 });
  setContext(tone);
  const listeners: (() => void)[] = [];
  const outlets = createOutlets(context);
  const peaks: number[] = [];
  let asked = 0;
  const spread = (): void => {
    const { destination } = context;
    const count = Math.max(1, Math.min(asked || Infinity, destination.maxChannelCount || 2));
    if (count === outlets.count()) return;
    if (destination.channelCount !== count) destination.channelCount = count;
    destination.channelInterpretation = 'discrete';
    outlets.build(count);
  };
  const sink = createSink(context, () => {
    spread();
    for (const listener of listeners) listener();
  });
  spread();
  tone.on('tick', () => {
    sink.watch(pageMs() / 1000);
    peaks.push(outlets.peak() ?? -Infinity);
    if (peaks.length > PEAKS) peaks.shift();
  });
  return {
    context,
    outlet: outlets.outlet,
    onTick: (fn) => void tone.on('tick', fn),
    onSwitch: (fn) => listeners.push(fn),
    peak() {
      const most = Math.max(...peaks);
      return Number.isFinite(most) ? most : null;
    },
    set(station) {
      asked = station.channels;
      spread();
      outlets.set(station);
      sink.choose(station.device);
    },
    identify: (output) => tick(context, outlets.outlet(output)),
    async allow() {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      for (const track of stream.getTracks()) track.stop();
      sink.look();
    },
    is: () => ({ device: sink.label(), devices: sink.labels(), channels: outlets.count() }),
    problems: sink.problems,
  };
};
