import { Context, Gain, Limiter, Meter, connect, setContext } from 'tone';
import type { Problem } from '../../core/result.ts';

/**
 * The sound device: a native AudioContext (Tone's own has neither `getOutputTimestamp` nor `setSinkId`) under Tone's
 * graph: master gain → limiter at −1 dBFS → meter → output.
 */
export interface Device {
  context: AudioContext;
  input: AudioNode;
  /** Calls back about every 50 ms from Tone's worker, in a hidden page too. */
  onTick(fn: () => void): void;
  /** Peak since the last call, dBFS; null when silent. */
  peak(): number | null;
  /** Falls back to the default device with a problem. '' is the default. */
  choose(id: string): Promise<void>;
  problems(): Problem[];
}
type WithSink = AudioContext & { setSinkId(id: string): Promise<void> };
const hasSink = (context: AudioContext): context is WithSink => 'setSinkId' in context;

/** A compressor looks ahead by so much before it lets sound out (Chromium, 6 ms): taken off when starts are arranged. */
export const LIMITER_DELAY = 0.006;
const RATE = 48_000;

export const openDevice = (): Device => {
  const context = new AudioContext({ sampleRate: RATE, latencyHint: 'playback' });
  const tone = new Context({ context, lookAhead: 0, updateInterval: 0.05 });
  setContext(tone);
  const master = new Gain(1);
  const meter = new Meter({ smoothing: 0.6 });
  master.chain(new Limiter(-1), meter);
  meter.toDestination();
  const input = new GainNode(context);
  connect(input, master);
  let problem: Problem | null = null;
  return {
    context,
    input,
    onTick: (fn) => void tone.on('tick', fn),
    peak() {
      const value = [meter.getValue()].flat().reduce((most, each) => Math.max(most, each), -Infinity);
      return Number.isFinite(value) && value > -120 ? value : null;
    },
    async choose(id) {
      problem = id === '' ? null : await switchTo(context, id);
    },
    problems: () => (problem ? [problem] : []),
  };
};

const missing = (path: string, why: string): Problem => ({
  code: 'sound-device-missing',
  message: `The chosen sound device can’t be used (${why}); the default one plays. Plug it in or choose another on the sound page.`,
  path,
});
const switchTo = async (context: AudioContext, id: string): Promise<Problem | null> => {
  if (!hasSink(context)) return missing(id, 'this browser can’t choose devices');
  try {
    await context.setSinkId(id);
    return null;
  } catch (error) {
    await context.setSinkId('');
    return missing(id, error instanceof Error ? error.message : String(error));
  }
};
