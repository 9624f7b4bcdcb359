import * as THREE from 'three';
import { flattenPath, type Polyline } from '../../../core/facade/path.ts';
import { lengthOf } from '../../../core/layers/along.ts';
import { seatAt } from '../../../core/layers/along-seat.ts';
import { textRanks } from '../../../core/layers/text-order.ts';
import type { TextParameters } from '../../../core/layers/text.ts';
import type { Layout } from './text-layout.ts';
import type { Raster } from './text-raster.ts';
import { PAD, type Sheet } from './text-sheet.ts';

/** A quad a letter. `aSeat`: a middle and where that stands; `aTurn`: the step at which it moves, and its angle. */
export const lettersGeometry = ({ quads }: Sheet, raster: Raster): THREE.BufferGeometry => {
  const position: number[] = [];
  const uv: number[] = [];
  const index: number[] = [];
  quads.forEach(({ left, right, low, high, sheetX, sheetY }, i) => {
    for (const [cx, cy] of [
      [left, low],
      [right, low],
      [right, high],
      [left, high],
    ] as const) {
      position.push(cx, cy, 0);
      uv.push((sheetX + cx - left) / raster.width, 1 - (sheetY + high - cy) / raster.height);
    }
    index.push(4 * i, 4 * i + 1, 4 * i + 2, 4 * i, 4 * i + 2, 4 * i + 3);
  });
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(position, 3));
  geometry.setAttribute('uv', new THREE.Float32BufferAttribute(uv, 2));
  geometry.setAttribute('aSeat', new THREE.Float32BufferAttribute(new Float32Array(quads.length * 16), 4));
  geometry.setAttribute('aTurn', new THREE.Float32BufferAttribute(new Float32Array(quads.length * 8), 2));
  geometry.setIndex(index);
  return geometry;
};

/**
 * Puts letters on their seats: on their lines, or along a path. `unit`: metres of a capital height.
 * @returns the number of steps in which they move
 */
export const seatLetters = (
  geometry: THREE.BufferGeometry,
  layout: Layout,
  p: TextParameters,
  unit: number,
  seed: number,
): number => {
  const units = unitsOf(layout, p.by);
  const { ranks, steps } = textRanks((units.at(-1) ?? -1) + 1, p.order, seed);
  const [line = null] = p.path === '' ? [] : linesOf(p.path);
  const [seats, turns] = [geometry.getAttribute('aSeat'), geometry.getAttribute('aTurn')];
  const box = (geometry.boundingBox ??= new THREE.Box3()).makeEmpty();
  const middles = middlesOf(layout, p, units);
  layout.letters.forEach((letter, i) => {
    const own = { x: letter.x + letter.width / 2, y: 0.5 - letter.line * p.lineHeight };
    // What moves as one turns about one middle; along a path each letter stands for itself.
    const middle = line ? own : (middles[units[i]!] ?? own);
    const seat = line ? onPath(line, middle, p, unit) : { ...middle, angle: 0 };
    for (let corner = 4 * i; corner < 4 * i + 4; corner += 1) {
      seats.setXYZW(corner, middle.x, middle.y, seat.x, seat.y);
      turns.setXY(corner, ranks[units[i]!] ?? 0, seat.angle);
    }
    const reach =
      (Math.hypot(own.x - middle.x, own.y - middle.y) + letter.width / 2 + 1 + PAD) * Math.max(1, p.grow);
    box.expandByPoint(new THREE.Vector3(seat.x - reach, seat.y - reach, 0));
    box.expandByPoint(new THREE.Vector3(seat.x + reach, seat.y + reach, 0));
  });
  seats.needsUpdate = true;
  turns.needsUpdate = true;
  return steps;
};

/** Of each letter, word or line. */
const middlesOf = ({ letters }: Layout, p: TextParameters, units: readonly number[]) => {
  const spans: { from: number; to: number; line: number }[] = [];
  letters.forEach((letter, i) => {
    const span = (spans[units[i]!] ??= { from: letter.x, to: letter.x, line: letter.line });
    if (letter.sign.trim() !== '' || p.by === 'letters') span.to = letter.x + letter.width;
  });
  return spans.map(({ from, to, line }) => ({ x: (from + to) / 2, y: 0.5 - line * p.lineHeight }));
};

const linesOf = (path: string): Polyline[] => {
  const lines = flattenPath(path, 0.002);
  return lines.ok ? lines.value : [];
};

/** The middle of a letter stands over the path, lines below one another towards its right-hand side. */
const onPath = (line: Polyline, middle: { x: number; y: number }, p: TextParameters, unit: number) => {
  const share = { left: 0, centre: 0.5, right: 1 }[p.align];
  const seat = seatAt(line, p.pathStart + share * lengthOf(line) + middle.x * unit);
  return {
    x: seat.x / unit - Math.sin(seat.angle) * middle.y,
    y: seat.y / unit + Math.cos(seat.angle) * middle.y,
    angle: seat.angle,
  };
};

/** Number of the letter, word or line to which each letter belongs; a space goes with the word before it. */
const unitsOf = ({ letters }: Layout, by: TextParameters['by']): number[] => {
  if (by === 'letters') return letters.map((_, i) => i);
  if (by === 'lines') return letters.map(({ line }) => line);
  let word = 0;
  return letters.map((letter, i) => {
    const before = letters[i - 1];
    const isNew = before !== undefined && (before.line !== letter.line || before.sign === ' ');
    if (isNew) word += 1;
    return word;
  });
};
