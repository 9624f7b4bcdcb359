import type { TimelineRecord } from '../show.schema.ts';

/** Bars and beats as lines on a ruler. An entry of the tempo map starts a bar; the grid of one ends where the next begins. */
export type GridLine = { at: number; kind: 'bar' | 'beat'; bar: number; beat: number };
type Tempo = TimelineRecord['tempo'];
type Section = { at: number; to: number; beat: number; beats: number; firstBar: number };

export const sectionsOf = (tempo: Tempo): Section[] => {
  const sorted = tempo.toSorted((a, b) => a.at - b.at);
  let bar = 1;
  return sorted.map(({ at, bpm, beats }, index) => {
    const to = sorted[index + 1]?.at ?? Infinity;
    const beat = 60 / bpm;
    const section = { at, to, beat, beats, firstBar: bar };
    if (to < Infinity) bar += Math.max(1, Math.ceil((to - at) / (beat * beats) - 1e-9));
    return section;
  });
};

/** Lines from … to, no two of one kind nearer than `apart` seconds: bars thin out to every 2nd, 4th, 8th. */
export const gridLines = (tempo: Tempo, from: number, to: number, apart: number): GridLine[] =>
  sectionsOf(tempo).flatMap((section) => linesIn(section, Math.max(from, section.at), to, apart));

const linesIn = (section: Section, from: number, until: number, apart: number): GridLine[] => {
  const { at, beat, beats, firstBar } = section;
  const to = Math.min(until, section.to - 1e-9);
  const step = strideOf(beat, beats, apart);
  const lines: GridLine[] = [];
  for (let count = Math.ceil((from - at) / (beat * step) - 1e-9); ; count += 1) {
    const place = at + count * step * beat;
    if (place > to) return lines;
    const index = count * step;
    const isBar = index % beats === 0;
    const bar = firstBar + Math.floor(index / beats);
    lines.push({ at: place, kind: isBar ? 'bar' : 'beat', bar, beat: (index % beats) + 1 });
  }
};

/** Beats a line. */
const strideOf = (beat: number, beats: number, apart: number): number => {
  if (beat >= apart) return 1;
  let bars = 1;
  while (bars * beats * beat < apart) bars *= 2;
  return bars * beats;
};

/** Seconds of the ruler's divisions, so that two are no nearer than `apart`. */
const STEPS = [0.04, 0.2, 0.4, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600] as const;
export const rulerStep = (apart: number): number => STEPS.find((step) => step >= apart) ?? 7200;
