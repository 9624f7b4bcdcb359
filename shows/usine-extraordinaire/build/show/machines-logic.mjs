/** Chapter 6: punched cards, core memory, tracks of a die, the palace in mosaic characters. */
import { box, flow, lineOf } from './forms.mjs';

const ROWS = ['12', '11', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
/** Holes of a character in Hollerith’s code: a digit is one hole, a letter two. */
const punches = (character) => {
  if (/\d/.test(character)) return [character];
  if (character === '-') return ['11'];
  const letter = character.charCodeAt(0) - 65;
  if (letter < 0 || letter > 25) return [];
  if (letter < 9) return ['12', String(letter + 1)];
  if (letter < 18) return ['11', String(letter - 8)];
  return ['0', String(letter - 16)];
};
/** Holes of columns `from` to `to` of a card of 80 × 12, lower left corner at x, y. */
export const holes = (text, [from, to], x, y, pitch) =>
  [...text].slice(from, to).flatMap((character, i) =>
    punches(character).map((row) => {
      const [cx, cy] = [x + (from + i + 0.5) * pitch, y + (11 - ROWS.indexOf(row) + 0.5) * pitch];
      return box(cx - pitch * 0.28, cy - pitch * 0.42, cx + pitch * 0.28, cy + pitch * 0.42);
    }),
  );

/** A core seen at 45°, one way or the other. */
export const core = (x, y, turn) => {
  const points = Array.from({ length: 10 }, (_, i) => {
    const a = (i / 10) * 2 * Math.PI;
    const [u, v] = [0.42 * Math.cos(a), 1.0 * Math.sin(a)];
    const c = Math.SQRT1_2;
    return [x + c * (u - turn * v), y + c * (turn * u + v)];
  });
  return flow(points, true);
};

/** Metal of a die: from the porch outwards to a pad in each bay, at right angles only. Left half; the right mirrors it. */
export const metal = (mirror) =>
  Array.from({ length: 11 }, (_, k) => {
    const m = (px) => (mirror ? 235 - px : px);
    const pad = 31 + k * 5.7;
    const lane = 4.8 + k * 0.92;
    const half = lane > 10.8 ? 14.6 : 4.5;
    return lineOf(
      [m(93.5), lane],
      [m(pad + 2.85), lane],
      [m(pad + 2.85), half + (10 - half) * 0.5],
      [m(pad), half + (10 - half) * 0.5],
    );
  });

/** Brightness 0–7 of the palace at a point of its left half: what 40 × 25 characters of 2 × 3 blocks leave of it. */
const tone = (x, y, column, row) => {
  if (x > 93.5 && y > 15.5 && y < 28) return 0;
  if (Math.hypot(x - 13, (y - 33) * 0.9) < 4.4 && y > 28.5) return (column + row) % 3 ? 6 : 3;
  if (y < 4) return row % 2 ? 2 : 3;
  if (x > 93.5 && y < 16) {
    const near = Math.min(Math.abs(x - 103.5), Math.abs(x - 117.5));
    return near < 4 && (y < 10 || Math.hypot(near, y - 10) < 4.6) ? 1 : 5;
  }
  if (y < 15) {
    if (x < 25.5) return Math.abs(x - 12.9) < 3.6 && y < 11.6 ? 1 : 4;
    return column % 2 === 0 ? 7 : y < 11 && y > 5 ? 1 : 3;
  }
  if (y < 18) return 6;
  if (x < 25.5 && y < 28 - Math.max(0, Math.abs(x - 12.7) - 7)) return 4;
  if (y < 20) return 3;
  const dome = Math.abs((x - 117.5) / 29) ** 2.4 + Math.abs((y - 33) / 15) ** 2.4;
  if (y >= 33 && dome < 1) return dome > 0.8 ? 6 : Math.floor((x - 88) / 3.6) % 2 ? 3 : 5;
  if (y < 34 && y >= 20 && x > 17.5 + Math.max(0, (y - 24) ** 2 * 0.13))
    return y > 32.6 ? 5 : column % 3 === 0 ? 3 : 2;
  return x > 114.5 && y > 48 && y < 54 ? 5 : 0;
};
/** Paths by tone, 1 to 7. */
export const mosaic = () => {
  const [wide, high] = [2.85, 0.8267];
  const tones = Array.from({ length: 8 }, () => []);
  for (let row = 0; row * high < 55; row += 1)
    for (let column = -9; column < 32; column += 1) {
      const x = 28.15 + column * wide;
      const value = tone(x, (row + 0.5) * high, column, row);
      const [x0, x1] = [Math.max(0, x - wide / 2), Math.min(117.5, x + wide / 2)];
      if (value === 0 || x1 <= x0) continue;
      for (const [a, b] of [
        [x0, x1],
        [235 - x1, 235 - x0],
      ])
        tones[value].push(box(a + 0.12, row * high + 0.06, b - 0.12, (row + 1) * high - 0.06));
    }
  return tones;
};

/** A programmer of 1946 at her panel, 4.7 high. */
export const PROGRAMMER = flow(
  [
    [-0.75, 1.3],
    [-0.35, 2.6],
    [-0.6, 3.4],
    [-0.28, 3.75],
    [-0.55, 4.2],
    [-0.3, 4.75],
    [0.25, 4.8],
    [0.5, 4.3],
    [0.25, 3.75],
    [0.6, 3.4],
    [0.36, 2.6],
    [0.8, 1.3],
    [0.3, 1.25],
    [0.25, 0],
    [0.05, 0],
    [0, 1.2],
    [-0.1, 0],
    [-0.3, 0],
    [-0.3, 1.25],
  ],
  true,
);
