import type { TimecodeRecord } from '../../../core/station/timecode.schema.ts';
import type { CodeSample } from '../../../core/time/code-line.ts';
import { checkRate, noRateCheck, rateHeard } from '../../../core/time/rate-check.ts';
import {
  codeText,
  framesOf,
  isCode,
  rates,
  readCode,
  secondsBetween,
  type Code,
  type TimecodeRate,
} from '../../../core/time/smpte.ts';

/** From a code that was heard to where main should stand: start code, trims, and whether its rate is the one set. */
export type HeardCode = {
  code: Code;
  /** Frames past the code's edge, at `at`. */
  past: number;
  /** Machine seconds. */
  at: number;
  /** The source names its rate (MTC, Art-Net): the setting may be one of several that look like it. */
  named: TimecodeRate | null;
  isDrop: boolean;
  isReverse: boolean;
  /** Machine seconds that one frame lasted; null: not measured. */
  lasted: number | null;
  isStanding: boolean;
};
export interface Placing {
  /** null: not a code of the rate that is set. */
  place(heard: HeardCode, settings: TimecodeRecord, latencyMs: number): CodeSample | null;
  /** As the code says; null: not known yet. */
  rate(): TimecodeRate | null;
  /** The last code, as a person reads it. */
  text(): string | null;
  reset(): void;
}
/** The same code so often says that it stands, from sources that repeat it. */
const REPEATED = 4;

export const createPlacing = (): Placing => {
  let check = noRateCheck;
  let rate: TimecodeRate | null = null;
  let text: string | null = null;
  let repeated = 0;
  const reset = () => {
    check = noRateCheck;
    rate = null;
    text = null;
    repeated = 0;
  };
  return {
    place(heard, settings, latencyMs) {
      const { code, past, at, named, isReverse, lasted } = heard;
      check = checkRate(check, heard);
      rate = named === null ? rateHeard(check, settings.rate) : sameCount(named, settings.rate) ? settings.rate : named; // prettier-ignore
      const next = codeText(code, named ?? (heard.isDrop ? '29.97df' : settings.rate));
      repeated = next === text && past === 0 ? repeated + 1 : 0;
      text = next;
      if (!isCode(code, settings.rate)) return null;
      const start = readCode(settings.startCode, settings.rate) ?? {
        hours: 0,
        minutes: 0,
        seconds: 0,
        frames: 0,
      };
      const frame = framesOf(code, settings.rate) + past;
      const position =
        secondsBetween(framesOf(start, settings.rate), frame, settings.rate) + settings.trimMs / 1000;
      const speed = lasted === null ? null : (isReverse ? -1 : 1) / rates[settings.rate].perSecond / lasted;
      const stands = heard.isStanding || repeated >= REPEATED;
      return { position, at: at - latencyMs / 1000, speed: stands ? 0 : speed };
    },
    rate: () => rate,
    text: () => text,
    reset,
  };
};

/** 23.976 is named 24, and 29.97 without drop 30, by what has only four names. */
const sameCount = (named: TimecodeRate, set: TimecodeRate): boolean =>
  rates[named].nominal === rates[set].nominal && rates[named].isDrop === rates[set].isDrop;
