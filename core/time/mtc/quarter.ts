import { codeOf, framesOf, isCode, type Code, type TimecodeRate } from '../smpte.ts';

/**
 * MIDI time code (MIDI 1.0 addendum RP-004). Quarter frames F1 0nnndddd carry a code in eight pieces over two frames,
 * low digits first; forwards the pieces come 0…7, backwards 7…0. Piece 0 comes at the start of the frame that the code
 * names, so that the code is two frames old when it is whole. Full frames F0 7F cc 01 01 hh mm ss ff F7 are for locating.
 */
const rateCodes = ['24', '25', '29.97df', '30'] as const;
/** 23.976 travels as 24, and 29.97 without drop as 30: MIDI has no codes of their own. */
const codeOfRate: Record<TimecodeRate, number> = {
  '23.976': 0,
  '24': 0,
  '25': 1,
  '29.97df': 2,
  '29.97': 3,
  '30': 3,
};
export type MtcRate = (typeof rateCodes)[number];
export const mtcRateOf = (rate: TimecodeRate): MtcRate => rateCodes[codeOfRate[rate]] ?? '30';

export const quarterFrame = (code: Code, rate: TimecodeRate, piece: number): [number, number] => {
  const { frames, seconds, minutes, hours } = code;
  const low = piece % 2 === 0;
  const value = [frames, seconds, minutes, hours | (codeOfRate[rate] << 5)][piece >> 1] ?? 0;
  return [0xf1, (piece << 4) | (low ? value & 15 : value >> 4)];
};
export const fullFrame = ({ hours, minutes, seconds, frames }: Code, rate: TimecodeRate): number[] =>
  [0xf0, 0x7f, 0x7f, 0x01, 0x01, hours | (codeOfRate[rate] << 5), minutes, seconds, frames, 0xf7]; // prettier-ignore

/** The frame to which the quarter frame numbered `quarter` (4 a frame, from 00:00:00:00) belongs, and its piece. */
export const quarterAt = (quarter: number, rate: TimecodeRate): [number, number] => {
  const piece = ((quarter % 8) + 8) % 8;
  return quarterFrame(codeOf(Math.floor(quarter / 8) * 2, rate), rate, piece);
};

type FullFrame = { code: Code; rate: MtcRate };
/** null: another message, or no code that exists. */
const readFullFrame = (bytes: ArrayLike<number>): FullFrame | null => {
  const isFull = bytes.length === 10 && bytes[0] === 0xf0 && bytes[1] === 0x7f && bytes[9] === 0xf7;
  if (!isFull || bytes[3] !== 1 || bytes[4] !== 1) return null;
  return readFields(bytes[5] ?? 0, bytes[6] ?? 0, bytes[7] ?? 0, bytes[8] ?? 0);
};
const readFields = (hourByte: number, minutes: number, seconds: number, frames: number): FullFrame | null => {
  const rate = rateCodes[(hourByte >> 5) & 3] ?? '30';
  const code = { hours: hourByte & 31, minutes, seconds, frames };
  return isCode(code, rate) ? { code, rate } : null;
};

export type MtcReading = {
  /** Where the code is at the instant of the message: so many frames (and quarters) past this code's edge. */
  code: Code;
  past: number;
  rate: MtcRate;
  isReverse: boolean;
  /** A full frame: the code stands there. */
  isStanding: boolean;
};
export interface MtcReader {
  push(bytes: ArrayLike<number>): MtcReading | null;
}

const placeOf = ({ quarter, rate }: { quarter: number; rate: MtcRate }) => ({
  code: codeOf(Math.floor(quarter / 4), rate),
  past: (((quarter % 4) + 4) % 4) / 4,
  rate,
});

/** After the first whole code every quarter frame tells a place; a piece out of order starts the row anew. */
export const createMtcReader = (): MtcReader => {
  const pieces = new Uint8Array(8);
  let last = -1;
  let direction = 0;
  let inRow = 0;
  let whole: { quarter: number; rate: MtcRate } | null = null;

  const restart = (piece: number) => {
    whole = null;
    direction = 0;
    inRow = 1;
    last = piece;
  };
  const take = (byte: number): MtcReading | null => {
    const piece = byte >> 4;
    pieces[piece] = byte & 15;
    const step = (piece - last + 8) % 8;
    const way = step === 1 ? 1 : step === 7 ? -1 : 0;
    if (last < 0 || way === 0 || (direction !== 0 && way !== direction)) {
      restart(piece);
      return null;
    }
    direction = way;
    last = piece;
    inRow += 1;
    const isLast = piece === (way > 0 ? 7 : 0);
    if (isLast && inRow >= 8) whole = assembled(piece);
    else if (whole) whole = { ...whole, quarter: whole.quarter + way };
    return whole && { ...placeOf(whole), isReverse: way < 0, isStanding: false };
  };
  /** A code whose eighth piece has come: piece 7 stands seven quarters behind the frame that it names. */
  const assembled = (piece: number): typeof whole => {
    const value = (index: number) => (pieces[2 * index] ?? 0) | ((pieces[2 * index + 1] ?? 0) << 4);
    const read = readFields(value(3), value(2), value(1), value(0));
    return read && { quarter: framesOf(read.code, read.rate) * 4 + piece, rate: read.rate };
  };
  return {
    push(bytes) {
      if (bytes.length === 2 && bytes[0] === 0xf1 && (bytes[1] ?? 128) < 128) return take(bytes[1] ?? 0);
      const full = readFullFrame(bytes);
      if (!full) return null;
      restart(-1);
      inRow = 0;
      return { ...full, past: 0, isReverse: false, isStanding: true };
    },
  };
};
