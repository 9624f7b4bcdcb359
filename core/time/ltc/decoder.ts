import { BITS, SYNC, readWord, type LtcWord } from './frame.ts';
import { createSlicer } from './slicer.ts';

/**
 * LTC from samples (biphase mark): a bit has an edge at its start, a one another in its middle. The length of half a bit
 * is followed from edge to edge, so speed may be anything that leaves three samples to it, and may wander. Backwards,
 * the same edges give the same bits in reverse order. Nothing is looked ahead: a frame is told with its last edge.
 */
export type LtcFrame = LtcWord & {
  /** Time of the frame's first and last edge as they came, in samples. */
  from: number;
  to: number;
  isReverse: boolean;
  /** 0–1: how evenly its edges stood. 1 is a drawn signal, below 0.5 it is nearly guesswork. */
  quality: number;
  /** Half the swing, 0–1. */
  level: number;
};
export interface LtcDecoder {
  /** `first`: time of the first sample; blocks follow one another. */
  push(samples: ArrayLike<number>, first: number, frame: (frame: LtcFrame) => void): void;
  level(): number;
}
/** An edge after so many halves is a half, a whole; anything else breaks the row. */
const SHORTEST = 0.65;
const BETWEEN = 1.45;
const LONGEST = 2.8;
/** How much of an edge's news the length of a half takes up. */
const FOLLOW = 0.12;
/** An edge so far from its place, in halves, is as bad as can be; how fast that is forgotten. */
const WORST = 0.45;
const FORGET = 1 / 64;

export const createLtcDecoder = (sampleRate: number): LtcDecoder => {
  const slicer = createSlicer(sampleRate);
  /** Rings: the last bits, and when each began and ended. */
  const bits = new Uint8Array(BITS);
  const ends = new Float64Array(BITS);
  const begins = new Float64Array(BITS);
  const word = new Uint8Array(BITS);
  let head = 0;
  let count = 0;
  let half = 0;
  let lastEdge = Number.NaN;
  let bitBegan = Number.NaN;
  let isInside = false;
  let unevenness = 0;
  let emit: (frame: LtcFrame) => void = () => undefined;

  const bitAt = (index: number): number => bits[(head + index) % BITS] ?? 0;
  const isForward = () => SYNC.every((bit, index) => bitAt(64 + index) === bit);
  const isReverse = () => SYNC.every((bit, index) => bitAt(15 - index) === bit);
  const look = (reverse: boolean) => {
    for (let index = 0; index < BITS; index += 1) word[index] = bitAt(reverse ? BITS - 1 - index : index);
    const read = readWord(word);
    const from = begins[head] ?? 0;
    const to = ends[(head + BITS - 1) % BITS] ?? 0;
    const quality = Math.max(0, 1 - unevenness / WORST);
    if (read) emit({ ...read, from, to, isReverse: reverse, quality, level: slicer.level() });
  };
  const add = (bit: 0 | 1, at: number) => {
    bits[head] = bit;
    begins[head] = bitBegan;
    ends[head] = at;
    head = (head + 1) % BITS;
    count = Math.min(BITS, count + 1);
    bitBegan = at;
    isInside = false;
    if (count < BITS) return;
    if (isForward()) look(false);
    else if (isReverse()) look(true);
  };
  const start = (at: number, length: number) => {
    half = length;
    count = 0;
    bitBegan = at;
    isInside = false;
  };
  const edge = (at: number) => {
    const length = at - lastEdge;
    lastEdge = at;
    if (Number.isNaN(length)) return;
    const halves = length / half;
    if (!(halves >= SHORTEST)) return start(at, length);
    if (halves > LONGEST) return start(at, length / 2);
    unevenness += (Math.abs(halves - Math.round(halves)) - unevenness) * FORGET;
    if (halves < BETWEEN) {
      half += (length - half) * FOLLOW;
      if (isInside) add(1, at);
      else isInside = true;
      return;
    }
    half += (length / 2 - half) * FOLLOW;
    // A whole bit from the middle of one: the row was off by a half, and bits begin here.
    if (isInside) count = 0;
    if (isInside) bitBegan = at - length;
    add(0, at);
  };
  return {
    push(samples, first, frame) {
      emit = frame;
      slicer.push(samples, first, edge);
    },
    level: slicer.level,
  };
};
