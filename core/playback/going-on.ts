import type { FrameSound } from './frame.ts';

/** A sound, as loud as its clip alone makes it, and the share that a cross-fade leaves to its playback. */
export type Heard = { sound: FrameSound; share: number; isOutgoing: boolean };

/** Seconds into the file. */
const SAME = 0.002;

const isTwin = ({ sound: a }: Heard, { sound: b }: Heard): boolean =>
  a.media === b.media &&
  a.rate === b.rate &&
  Math.abs(a.offset - b.offset) < SAME &&
  a.outputs.join() === b.outputs.join();

/**
 * The mixture of all shares. Unrelated tracks keep their power; a track that a take leaves as it is goes on as one voice,
 * since the same sound twice would be heard as a swell.
 */
export const goingOn = (heard: readonly Heard[]): FrameSound[] => {
  const left = new Map<Heard, Heard>();
  for (const one of heard) {
    if (!one.isOutgoing) continue;
    const twin = heard.find(
      (each) => !each.isOutgoing && isTwin(one, each) && ![...left.values()].includes(each),
    );
    if (twin) left.set(one, twin);
  }
  const before = new Map([...left].map(([old, next]) => [next, old] as const));
  return heard.flatMap((one) => {
    if (left.has(one)) return [];
    const { sound, share } = one;
    const old = before.get(one);
    if (!old) return [{ ...sound, gain: sound.gain * Math.sqrt(share) }];
    const both = share + old.share;
    const gain = both > 0 ? (sound.gain * share + old.sound.gain * old.share) / both : 0;
    return [{ ...sound, gain: gain * Math.sqrt(both) }];
  });
};
