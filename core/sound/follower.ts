import { createBands, decibels, energyOf } from './bands.ts';

/**
 * Follows live sound, block by block: levels of the whole and of its bands, and onsets in one of them. Pure, so that it
 * runs in a worklet and in tests alike.
 */
export type FollowerSettings = {
  gainDb: number;
  band: 'all' | 'low' | 'mid' | 'high';
  thresholdDb: number;
  riseDb: number;
  holdOffMs: number;
  silenceDb: number;
};
export type Levels = {
  /** 0 is −60 dBFS, 1 is 0 dBFS. */
  level: number;
  /** low, mid, high. */
  bands: number[];
  /** Nothing has come in for a tenth of a second: the levels are the last ones before. */
  isSilent: boolean;
};
/** `frame`: since the first sample. */
export type Onset = { frame: number; level: number };
export interface Follower {
  /** Mono samples of any length. @returns onsets in them */
  push(samples: Float32Array): Onset[];
  /** Levels since the last call. */
  read(): Levels;
  set(settings: FollowerSettings): void;
}

/** Seconds: one step of the detector; the past that it compares with; without signal before it counts as silence. */
const HOP = 0.01;
const PAST = 0.25;
const SILENT = 0.1;
/** Hops. */
const LATELY = 5;
const FLOOR_DB = -60;
const bandNames = ['all', 'low', 'mid', 'high'] as const;

/** dBFS → 0–1, straight in dB. */
export const levelOf = (db: number): number => Math.min(1, Math.max(0, 1 - db / FLOOR_DB));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);

export const createFollower = (sampleRate: number, first: FollowerSettings): Follower => {
  let settings = first;
  const hop = Math.round(HOP * sampleRate);
  const filters = createBands(sampleRate);
  const block = new Float32Array(hop);
  const work = new Float32Array(hop);
  let filled = 0;
  let frame = 0;
  /** Mean squares of the whole and of the bands, of the hops since the last reading. */
  let gathered: number[][] = [];
  let past: number[] = [];
  let silentFor = 0;
  let lastOnset = -Infinity;
  let last: Levels = { level: 0, bands: [0, 0, 0], isSilent: true };

  const powers = (): number[] => {
    const all = energyOf(block) / hop;
    return [
      all,
      ...filters.map((filter) => {
        work.set(block);
        filter(work);
        return energyOf(work) / hop;
      }),
    ];
  };
  const step = (): Onset[] => {
    const now = powers();
    const begin = frame - hop;
    const isQuiet = decibels(now[0] ?? 0) < settings.silenceDb;
    silentFor = isQuiet ? silentFor + HOP : 0;
    if (!isQuiet) gathered.push(now);
    const db = Math.max(-100, decibels(now[bandNames.indexOf(settings.band)] ?? 0));
    const before = past.length > 0 ? mean(past) : -100;
    const latest = Math.max(-100, ...past.slice(-LATELY));
    past = [...past.slice(1 - Math.round(PAST / HOP)), db];
    // A rise now, not the tail of one that the mean has not yet caught up with.
    const isRising = db - latest >= settings.riseDb / 3;
    const isOver = db >= settings.thresholdDb && db - before >= settings.riseDb && isRising;
    if (!isOver || begin - lastOnset < (settings.holdOffMs / 1000) * sampleRate) return [];
    lastOnset = begin;
    return [{ frame: begin, level: levelOf(db) }];
  };
  return {
    push(samples) {
      const gain = 10 ** (settings.gainDb / 20);
      const onsets: Onset[] = [];
      for (const sample of samples) {
        block[filled] = sample * gain;
        filled += 1;
        frame += 1;
        if (filled < hop) continue;
        onsets.push(...step());
        filled = 0;
      }
      return onsets;
    },
    read() {
      const isSilent = silentFor >= SILENT - 1e-9;
      if (gathered.length > 0) {
        const [level = 0, ...bands] = bandNames.map((_, index) =>
          levelOf(decibels(mean(gathered.map((each) => each[index] ?? 0)))),
        );
        last = { level, bands, isSilent };
      }
      gathered = [];
      return { ...last, isSilent };
    },
    set: (next) => (settings = next),
  };
};
