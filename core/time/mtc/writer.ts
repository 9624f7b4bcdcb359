import { codeOf, type TimecodeRate } from '../smpte.ts';
import { fullFrame, quarterAt } from './quarter.ts';

/**
 * MTC in step with a timeline: quarter frames at the instants at which its place crosses them, a full frame where it
 * jumps or stands. Nothing else is remembered than where it was, so that it may run either way at any speed.
 */
type MtcStretch = {
  /** Page milliseconds; stretches follow one another. */
  from: number;
  to: number;
  /** Frames since 00:00:00:00 at both ends; the same: it stands. null: silence. */
  places: { from: number; to: number } | null;
};
export type MtcOut = { bytes: number[]; at: number };
export interface MtcWriter {
  write(stretch: MtcStretch): MtcOut[];
}
/** Frames between where it is and where it should be that make a jump. */
const JUMP = 0.5;

export const createMtcWriter = (rate: TimecodeRate): MtcWriter => {
  let place: number | null = null;
  return {
    write({ from, to, places }) {
      if (!places) {
        place = null;
        return [];
      }
      const out: MtcOut[] = [];
      const isStanding = Math.abs(places.to - places.from) < 1e-6;
      const isJump = place === null || Math.abs(places.from - place) > JUMP;
      // What is nearly in step goes on from where it was: no quarter is lost or sent twice.
      const begin = isJump || place === null ? places.from : place;
      if (isJump) out.push({ bytes: fullFrame(codeOf(places.from, rate), rate), at: from });
      place = isStanding ? begin : places.to;
      if (!isStanding) out.push(...quarters(begin, places.to, from, to, rate));
      return out;
    },
  };
};

/** Quarters q with begin < q ≤ end forwards, begin > q ≥ end backwards. */
const quarters = (begin: number, end: number, from: number, to: number, rate: TimecodeRate): MtcOut[] => {
  const [a, b] = [begin * 4, end * 4];
  const way = b > a ? 1 : -1;
  const first = way > 0 ? Math.floor(a) + 1 : Math.ceil(a) - 1;
  const out: MtcOut[] = [];
  for (let quarter = first; way > 0 ? quarter <= b : quarter >= b; quarter += way)
    out.push({ bytes: quarterAt(quarter, rate), at: from + ((quarter - a) / (b - a)) * (to - from) });
  return out;
};
