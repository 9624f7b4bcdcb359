import * as THREE from 'three';
import { balanced, cardOf, type Card, type CardLine } from '../../../core/layers/figure-layout.ts';
import type { FigureParameters } from '../../../core/layers/figure.ts';
import { wordsIn } from '../../../core/layers/text.ts';
import { type Cell, type createAtlas, pixelsOf, type Setting } from '../type-atlas.ts';
import { lettersOf } from './text-layout.ts';

/** The card's lines: measured, laid out, set into the atlas, and a quad a letter. */
type Atlas = ReturnType<typeof createAtlas>;
export type Families = { name: string; text: string };
/** When a part comes, shares of the whole entrance: first letter begins, last letter has come. */
const WINDOWS = { name: [0.2, 0.75], dates: [0.5, 0.85], role: [0.62, 1] } as const;
/** Share of the entrance that one letter takes. */
const LETTER = 0.22;

export const setCard = (
  atlas: Atlas,
  p: FigureParameters,
  families: Families,
  language: 'fr' | 'en',
  density: number,
  hasEmblem: boolean,
): { card: Card; geometry: THREE.BufferGeometry } => {
  const hand = (part: CardLine['part'], size: number): Setting => ({
    text: '',
    family: part === 'name' ? families.name : families.text,
    weight: part === 'name' ? p.weight : p.textWeight,
    italic: false,
    pixels: pixelsOf(size, density),
    spacing: part === 'name' ? p.spacing : 0,
  });
  const linesOf = (part: CardLine['part'], most: number, wanted: number): CardLine[] => {
    const text = wordsIn(p[part], language).trim();
    if (text === '') return [];
    const xHeight = atlas.xHeight(hand(part, wanted)) || 0.7;
    const size = Math.max(wanted, p.legible / xHeight);
    const measure = (words: string): number => atlas.measure(hand(part, size), words) * size;
    const lines = balanced(text, p.width > 0 ? p.width : Infinity, most, measure);
    return lines.map((line) => ({ part, text: line, size, width: measure(line) }));
  };
  const small = p.size * p.small;
  const lines = [...linesOf('name', 2, p.size), ...linesOf('dates', 1, small), ...linesOf('role', 2, small)];
  const card = cardOf(p, lines, hasEmblem);
  const settings = card.lines.map((line) => ({ ...hand(line.part, line.size), text: line.text }));
  const cells = atlas.set(settings);
  return { card, geometry: lettersGeometry(atlas, card, settings, cells) };
};

const lettersGeometry = (
  atlas: Atlas,
  card: Card,
  settings: readonly Setting[],
  cells: readonly Cell[],
): THREE.BufferGeometry => {
  const [position, uv, time, part, index]: number[][] = [[], [], [], [], []];
  const shown = card.lines.map((line, i) => {
    const setting = settings[i]!;
    return lettersOf({ text: line.text, x: 0 }, i, (text) => atlas.measure(setting, text));
  });
  const counts = { name: 0, dates: 0, role: 0 };
  card.lines.forEach((line, i) => (counts[line.part] += shown[i]!.length));
  const reached = { name: 0, dates: 0, role: 0 };
  card.lines.forEach((line, i) => {
    const cell = cells[i]!;
    const letters = shown[i]!;
    letters.forEach((letter, k) => {
      const [first, last] = WINDOWS[line.part];
      const share = reached[line.part] / Math.max(1, counts[line.part] - 1);
      reached[line.part] += 1;
      const begins = first! + share * Math.max(0, last! - LETTER - first!);
      // The first and last letter reach out to the cell's edges: an italic leans over its box.
      const x0 = k === 0 ? -cell.edge : letter.x;
      const x1 = k === letters.length - 1 ? cell.width - cell.edge : letter.x + letter.width;
      const at = position!.length / 3;
      for (const [x, top] of [
        [x0, 0],
        [x1, 0],
        [x1, 1],
        [x0, 1],
      ] as const) {
        position!.push(line.x + x * line.size, line.y + (top * cell.height - cell.base) * line.size, 0);
        uv!.push(cell.u + ((x + cell.edge) / cell.width) * cell.du, cell.v + top * cell.dv);
        time!.push(begins, begins + LETTER, line.size);
        part!.push(line.part === 'name' ? 0 : 1);
      }
      index!.push(at, at + 1, at + 2, at, at + 2, at + 3);
    });
  });
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(position!, 3));
  geometry.setAttribute('uv', new THREE.Float32BufferAttribute(uv!, 2));
  geometry.setAttribute('aTime', new THREE.Float32BufferAttribute(time!, 3));
  geometry.setAttribute('aPart', new THREE.Float32BufferAttribute(part!, 1));
  geometry.setIndex(index!);
  return geometry;
};
