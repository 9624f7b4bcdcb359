import { messages } from '../../../core/messages.ts';
import type { Problem } from '../../../core/result.ts';
import { nextPiece, silentPiece } from '../../../core/time/ltc/pieces.ts';
import type { TimecodeRate } from '../../../core/time/smpte.ts';
import { createDeviceClock } from '../device-clock.ts';
import { createContextTime, type ContextTime } from './context-time.ts';
import type { WriterSettings } from './ltc-writer.worklet.ts';
import { writerUrl } from './worklets.ts';

/** LTC on one channel of an audio output of its own, in step with the timeline; silent while main stands. */
export interface LtcOut {
  /** To be called some twenty times a second. */
  tick(): void;
  problem(): Problem | null;
  close(): void;
}
type Options = {
  /** The sound page's own output, for `device` ''. */
  own: { context: AudioContext; time: ContextTime };
  /** Name of another output, or a part of it. */
  device: string;
  /** From 1. */
  channel: number;
  rate: TimecodeRate;
  /** dB of full scale. */
  level: number;
  /** Frames since 00:00:00:00 at a page time; null: silence. */
  placeAt(pageMs: number): number | null;
};
/** Seconds that pieces are sent ahead, and over which their speed is measured. */
const AHEAD = 0.1;
const OVER = 0.05;

type WithSink = AudioContext & { setSinkId(id: string): Promise<void> };
const hasSink = (context: AudioContext): context is WithSink => 'setSinkId' in context;

export const openLtcOut = ({ own, device, channel, rate, level, placeAt }: Options): LtcOut => {
  const isOwn = device === '';
  const context = isOwn ? own.context : new AudioContext({ latencyHint: 'playback' });
  const time = isOwn ? own.time : createContextTime(context, createDeviceClock());
  let problem: Problem | null = null;
  let writer: AudioWorkletNode | null = null;
  let piece = silentPiece;
  let isClosed = false;

  const open = async (): Promise<void> => {
    try {
      if (!isOwn) await choose(context, device);
      await context.audioWorklet.addModule(writerUrl);
      if (isClosed) return;
      const { destination } = context;
      if (channel > destination.maxChannelCount)
        throw new Error(`it has ${destination.maxChannelCount} channels`);
      destination.channelCount = Math.max(destination.channelCount, channel);
      destination.channelInterpretation = 'discrete';
      writer = createWriter(context, { rate, gain: 10 ** (level / 20) });
      const merger = new ChannelMergerNode(context, { numberOfInputs: channel });
      writer.connect(merger, 0, channel - 1).connect(destination);
      if (!isOwn) await context.resume();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problem = {
        code: 'timecode-output',
        message: `${messages['timecode-output'].en} (${why})`,
        path: device,
      };
    }
  };
  void open();
  const wanted = (seconds: number) => {
    const [a, b] = [time.heardAt(seconds), time.heardAt(seconds + OVER)];
    const [from, to] = [a === null ? null : placeAt(a), b === null ? null : placeAt(b)];
    if (from === null || to === null || from === to) return null;
    return { place: from, step: (to - from) / (OVER * context.sampleRate) };
  };
  return {
    tick() {
      if (!isOwn) time.observe();
      if (!writer || context.state !== 'running') return;
      const seconds = context.currentTime + AHEAD;
      const next = nextPiece(
        piece,
        Math.round(seconds * context.sampleRate),
        wanted(seconds),
        context.sampleRate,
      );
      if (next.step === 0 && piece.step === 0) return;
      piece = next;
      writer.port.postMessage(piece);
    },
    problem: () => problem,
    close() {
      isClosed = true;
      writer?.disconnect();
      if (!isOwn) void context.close();
    },
  };
};

export const createWriter = (context: AudioContext, settings: WriterSettings): AudioWorkletNode =>
  new AudioWorkletNode(context, 'ltc-writer', {
    numberOfInputs: 0,
    outputChannelCount: [1],
    processorOptions: settings,
  });

const choose = async (context: AudioContext, device: string): Promise<void> => {
  const known = await navigator.mediaDevices.enumerateDevices();
  const found = known.find(({ kind, label }) => kind === 'audiooutput' && label.toLowerCase().includes(device.toLowerCase())); // prettier-ignore
  if (!found || !hasSink(context)) throw new Error('no output has this name');
  await context.setSinkId(found.deviceId);
};
