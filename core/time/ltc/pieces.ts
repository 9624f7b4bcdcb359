/**
 * LTC out follows a place that is known now and then: straight pieces, each from a sample on. A small error is steered
 * out within a second, so that the wave has no step; a large one is a jump.
 */
export type LtcPiece = {
  /** First sample, on the context's count. */
  from: number;
  /** Frames since 00:00:00:00 at that sample. */
  place: number;
  /** Frames a sample; 0: silence. */
  step: number;
};
export const silentPiece: LtcPiece = { from: 0, place: 0, step: 0 };

/** Frames. */
const JUMP = 0.25;

export const placeOfPiece = ({ from, place, step }: LtcPiece, sample: number): number =>
  place + (sample - from) * step;

/** `wanted`: where it should be, and how fast; null: silence. */
export const nextPiece = (
  last: LtcPiece,
  sample: number,
  wanted: { place: number; step: number } | null,
  sampleRate: number,
): LtcPiece => {
  if (!wanted || wanted.step === 0) return { from: sample, place: 0, step: 0 };
  const place = placeOfPiece(last, sample);
  const error = place - wanted.place;
  const isNew = last.step === 0 || last.step * wanted.step < 0 || Math.abs(error) > JUMP;
  if (isNew) return { from: sample, ...wanted };
  return { from: sample, place, step: wanted.step - error / sampleRate };
};
