import { messages } from '../../../core/messages.ts';
import type { LtcFrame } from '../../../core/time/ltc/decoder.ts';
import { framesOf } from '../../../core/time/smpte.ts';
import { after } from '../../link/clock.ts';
import type { LoopReport } from '../../../core/control/timecode.report.ts';
import { createWriter } from './ltc-out.ts';
import { writerUrl } from './worklets.ts';

/**
 * How late an input hears what an output plays: LTC goes out at known samples and comes back at others. The output's own
 * latency, which the place of a heard frame leaves out already, is taken off.
 */
export interface Loop {
  hear(frame: LtcFrame): void;
  cancel(): void;
}
type Options = {
  context: AudioContext;
  id: number;
  /** The output's latency as `workedAt` takes it, seconds. */
  latency(): number;
  done(report: LoopReport): void;
};
const RATE = '25';
/** Late in the day, where no show's code is. */
const FIRST = framesOf({ hours: 23, minutes: 47, seconds: 0, frames: 0 }, RATE);
/** Seconds: until it sounds, and how long. */
const WAIT = 0.3;
const PLAYED = 1.6;
/** Frames that must come back. */
const ENOUGH = 15;

export const measureLoop = ({ context, id, latency, done }: Options): Loop => {
  const perFrame = context.sampleRate / 25;
  const late: number[] = [];
  let first = Number.NaN;
  let writer: AudioWorkletNode | null = null;
  const end = () => {
    writer?.disconnect();
    const sorted = late.toSorted((a, b) => a - b);
    const middle = sorted[sorted.length >> 1];
    const problem = {
      code: 'timecode-no-loop',
      message: messages['timecode-no-loop'].en,
      path: 'timecode/measure',
    };
    const isHeard = middle !== undefined && late.length >= ENOUGH;
    const ms = isHeard ? (middle / context.sampleRate - latency()) * 1000 : null;
    done({ kind: 'timecode-loop', id, ms, problem: ms === null ? problem : null });
  };
  const play = async (): Promise<void> => {
    await context.audioWorklet.addModule(writerUrl);
    writer = createWriter(context, { rate: RATE, gain: 0.5 });
    writer.connect(context.destination);
    first = Math.round((context.currentTime + WAIT) * context.sampleRate);
    writer.port.postMessage({ from: first, place: FIRST, step: 1 / perFrame });
    writer.port.postMessage({ from: first + Math.round(PLAYED * context.sampleRate), place: 0, step: 0 });
  };
  void play();
  const stop = after((WAIT + PLAYED + 1) * 1000, end);
  return {
    hear({ code, from }) {
      const frame = framesOf(code, RATE) - FIRST;
      if (frame >= 0 && frame <= PLAYED * 25) late.push(from - (first + frame * perFrame));
    },
    cancel() {
      stop();
      writer?.disconnect();
    },
  };
};
