import { describe, expect, it } from 'vitest';
import { nextPiece, placeOfPiece, silentPiece, type LtcPiece } from '../../../../core/time/ltc/pieces.ts';

const sampleRate = 48_000;
const step = 25 / sampleRate;

describe('pieces of LTC', () => {
  it('begin and end at once, and jump where the place does', () => {
    const first = nextPiece(silentPiece, 1000, { place: 50, step }, sampleRate);
    expect(first).toEqual({ from: 1000, place: 50, step });
    expect(nextPiece(first, 3400, { place: 900, step }, sampleRate).place).toBe(900);
    expect(nextPiece(first, 3400, { place: 51.25, step: -step }, sampleRate)).toMatchObject({ step: -step });
    expect(nextPiece(first, 3400, null, sampleRate).step).toBe(0);
  });
  it('steer a small error out without a step in the wave', () => {
    let piece: LtcPiece = nextPiece(silentPiece, 0, { place: 0, step }, sampleRate);
    for (let sample = 2400; sample <= 5 * sampleRate; sample += 2400) {
      const wanted = { place: sample * step * 1.0005 + 0.1, step: step * 1.0005 };
      const next = nextPiece(piece, sample, wanted, sampleRate);
      expect(next.place).toBeCloseTo(placeOfPiece(piece, sample), 9);
      piece = next;
    }
    const end = 5 * sampleRate;
    expect(Math.abs(placeOfPiece(piece, end) - (end * step * 1.0005 + 0.1))).toBeLessThan(0.002);
  });
});
