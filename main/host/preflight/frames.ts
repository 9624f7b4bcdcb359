import type { OutputStatus } from '../../../core/control/link.ts';
import type { OutputFact } from '../../../core/preflight/facts.ts';

/** Outputs watched for some seconds: what they drew, how many frames came late, whether one was lost meanwhile. */
type Frames = NonNullable<OutputFact['frames']>;
type Seen = { last: number; late: number; fps: number[]; wasLost: boolean; losses: number };
export interface FrameWatch {
  /** `losses`: how often each output has gone so far; between two looks one can be gone and back. */
  look(outputs: readonly OutputStatus[], losses: (output: string) => number): void;
  found(seconds: number): Map<string, Frames>;
}

/** A page's own rate covers the last 2 s: the first samples are of the time before. */
const OWN_WINDOW = 2;

export const watchFrames = (): FrameWatch => {
  const seen = new Map<string, Seen>();
  const look = ({ id, connected, late, fps }: OutputStatus, losses: number): void => {
    const known = seen.get(id);
    if (known === undefined) {
      if (connected) seen.set(id, { last: late, late: 0, fps: [fps], wasLost: false, losses });
      return;
    }
    // A page that came back counts from 0 again: what it had counted is kept.
    const isNew = late < known.last;
    known.late += isNew ? late : late - known.last;
    known.last = late;
    known.wasLost ||= !connected || losses > known.losses;
    if (connected) known.fps.push(fps);
  };
  return {
    look: (outputs, losses) => outputs.forEach((each) => look(each, losses(each.id))),
    found: (seconds) =>
      new Map(
        [...seen].map(([id, { fps, late, wasLost }]) => {
          const own = fps.length > OWN_WINDOW + 1 ? fps.slice(OWN_WINDOW) : fps.slice(-1);
          const mean = own.reduce((sum, each) => sum + each, 0) / Math.max(1, own.length);
          return [id, { seconds, fps: Math.round(mean * 10) / 10, late, wasLost }];
        }),
      ),
  };
};
