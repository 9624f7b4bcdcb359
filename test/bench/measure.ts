/** One figure, always beside a reference of the same run, since machines differ and are noisy. */
export type Measurement = {
  name: string;
  what: string;
  value: number;
  unit: string;
  /** What is aimed at, of the figure itself or of its ratio, and why; a miss is a gap and no failure. */
  goal: { of: 'value' | 'ratio'; most: number; why: string };
  reference: { what: string; value: number };
  ratio: number;
  counts?: Record<string, number>;
  /** What a plot of docs/bench.md is drawn from. */
  series?: Series;
};

/** Points of a line, with what stands at the axes. */
export type Series = { title: string; x: string; y: string; points: [x: number, y: number][] };

/** Seeded generator (mulberry32, public domain): the same times in every run. */
export const mulberry = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export const percentile = (values: number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
export const median = (values: number[]): number => percentile(values, 0.5);
