import type { LtcReport } from '../../../core/control/timecode.report.ts';
import type { LtcFrame } from '../../../core/time/ltc/decoder.ts';
import { openAudioInput } from './audio-input.ts';
import type { ContextTime } from './context-time.ts';
import type { ReaderMessage } from './ltc-reader.worklet.ts';
import { readerUrl } from './worklets.ts';

/** LTC from an audio input to the host: each frame at once, the level four times a second. */
export interface LtcIn {
  close(): void;
}
type Options = {
  context: AudioContext;
  time: ContextTime;
  device: string;
  /** From 1. */
  channel: number;
  /** Show clock at a page time, ms; null before it is known. */
  showAt(pageMs: number): number | null;
  report(report: LtcReport): void;
  /** Each frame as it came, in the context's samples. */
  onFrame(frame: LtcFrame): void;
  /** Frames are not reported: a measurement plays its own. */
  isMuted(): boolean;
};
/** −80 dB: nothing on the line. */
const SILENT = 0.0001;

export const openLtcIn = ({
  context,
  time,
  device,
  channel,
  showAt,
  report,
  onFrame,
  isMuted,
}: Options): LtcIn => {
  let reader: AudioWorkletNode | null = null;
  let isClosed = false;
  const tell = (level: number | null, frames: LtcReport['frames']) => {
    const problem = input.problem();
    const state = problem ? 'fault' : 'listening';
    report({ kind: 'ltc', state, device: input.name().slice(0, 200), level, problem, frames });
  };
  const placed = ({ code, isDrop, isReverse, from, to, quality }: LtcFrame): LtcReport['frames'] => {
    const [began, ended] = [from, to].map((sample) => {
      const page = time.workedAt(sample / context.sampleRate);
      return page === null ? null : showAt(page);
    });
    const isKnown = began !== null && ended !== null && began !== undefined && ended !== undefined;
    if (!isKnown || ended <= began) return [];
    return [{ code, isDrop, isReverse, at: ended, lasted: ended - began, quality }];
  };
  const hear = (message: ReaderMessage) => {
    if (message.kind === 'level') return tell(message.level > SILENT ? decibels(message.level) : null, []);
    onFrame(message.frame);
    if (isMuted()) return undefined;
    const frames = placed(message.frame);
    return frames.length > 0 ? tell(decibels(message.frame.level), frames) : undefined;
  };
  const connect = async (source: MediaStreamAudioSourceNode): Promise<void> => {
    await context.audioWorklet.addModule(readerUrl);
    if (isClosed) return;
    reader?.disconnect();
    reader = new AudioWorkletNode(context, 'ltc-reader', {
      numberOfOutputs: 1,
      channelInterpretation: 'discrete',
      processorOptions: { channel: channel - 1 },
    });
    // Our own worklet: what it posts is what its type says.
    reader.port.onmessage = ({ data }: MessageEvent<ReaderMessage>) => hear(data);
    // It gives out silence; connected, since a node that leads nowhere may not be run.
    source.connect(reader).connect(context.destination);
  };
  const input = openAudioInput({
    context,
    device,
    channels: Math.max(2, channel),
    onSource: (source) => void connect(source),
    onProblem: () => tell(null, []),
  });
  return {
    close() {
      isClosed = true;
      reader?.disconnect();
      input.close();
    },
  };
};

const decibels = (level: number): number => Math.round(20 * Math.log10(Math.max(level, 1e-5)) * 10) / 10;
