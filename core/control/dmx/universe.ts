/**
 * One universe as several desks speak to it: their levels merged, late packets left out, silent desks let go. It is told
 * the time with each call and is changed in place, since it sees every packet of a 44 Hz stream.
 *
 * The highest priority alone counts; among equals HTP takes the highest level of each channel, LTP the one that moved
 * last. A desk that joins under LTP takes nothing until it moves, so nothing jumps.
 */
export const CHANNELS = 512;
/** Seconds of silence after which a desk is let go. */
export const SILENCE = 3;
/** Desks of one universe at once; more are a fault of the network or a flood. */
export const MOST_SOURCES = 16;

export type Merge = 'htp' | 'ltp';
export type Frame = {
  source: string;
  priority: number;
  sequence: number | null;
  levels: Uint8Array;
};
/** first: nobody spoke before, so the levels are a position and no press. */
type Heard = 'first' | 'taken' | 'late' | 'full';
export interface Universe {
  hear(frame: Frame, now: number): Heard;
  /** The source said goodbye. @returns whether it was known */
  leave(source: string): boolean;
  /** @returns sources that fell silent, let go */
  expire(now: number): string[];
  sources(): string[];
  /** The merged levels, `CHANNELS` of them; the last ones are kept while nobody speaks. Valid until the next call. */
  levels(): Uint8Array;
  /** All to zero. */
  clear(): void;
}
type Source = {
  priority: number;
  sequence: number | null;
  heardAt: number;
  levels: Uint8Array;
  /** When each channel moved last, as a count; 0: not since it joined. */
  movedAt: Float64Array;
};

export const createUniverse = (merge: Merge): Universe => {
  const sources = new Map<string, Source>();
  const merged = new Uint8Array(CHANNELS);
  let moves = 0;

  const join = ({ priority }: Frame): Source => ({
    priority,
    sequence: null,
    heardAt: 0,
    levels: new Uint8Array(CHANNELS),
    movedAt: new Float64Array(CHANNELS),
  });
  const take = (source: Source, { levels, priority, sequence }: Frame, isNew: boolean, now: number) => {
    moves += 1;
    source.priority = priority;
    source.sequence = sequence;
    source.heardAt = now;
    for (let channel = 0; channel < Math.min(levels.length, CHANNELS); channel += 1) {
      const level = levels[channel] ?? 0;
      if (level !== source.levels[channel] && !isNew) source.movedAt[channel] = moves;
      source.levels[channel] = level;
    }
  };
  const update = () => {
    const all = [...sources.values()];
    const highest = Math.max(...all.map(({ priority }) => priority));
    const leading = all.filter(({ priority }) => priority === highest);
    if (leading.length > 0) mergeInto(merged, leading, merge);
  };
  const drop = (ids: string[]) => {
    for (const id of ids) sources.delete(id);
    if (ids.length > 0) update();
    return ids;
  };
  return {
    hear(frame, now) {
      const known = sources.get(frame.source);
      if (known !== undefined && isLate(known.sequence, frame.sequence)) return 'late';
      if (known === undefined && sources.size >= MOST_SOURCES) return 'full';
      const isFirst = sources.size === 0;
      const source = known ?? join(frame);
      sources.set(frame.source, source);
      take(source, frame, known === undefined, now);
      update();
      return isFirst ? 'first' : 'taken';
    },
    leave: (id) => sources.has(id) && drop([id]).length > 0,
    expire: (now) =>
      drop([...sources].filter(([, { heardAt }]) => now - heardAt > SILENCE).map(([id]) => id)),
    sources: () => [...sources.keys()],
    levels: () => merged,
    clear: () => void merged.fill(0),
  };
};

const mergeInto = (merged: Uint8Array, sources: readonly Source[], merge: Merge): void => {
  for (let channel = 0; channel < CHANNELS; channel += 1) {
    let level = 0;
    let movedAt = -1;
    for (const source of sources) {
      const own = source.levels[channel] ?? 0;
      const moved = source.movedAt[channel] ?? 0;
      if (merge === 'htp' ? own > level : moved > movedAt) {
        level = own;
        movedAt = moved;
      }
    }
    merged[channel] = level;
  }
};

/**
 * A number that lies up to 20 behind is a packet that was overtaken; farther behind, the source began anew. The count
 * rolls over at 255 (Art-Net leaves 0 out, which the same arithmetic allows). Source: E1.31-2018 §6.7.2.
 */
const isLate = (last: number | null, next: number | null): boolean => {
  if (last === null || next === null) return false;
  const ahead = ((next - last + 128) & 255) - 128;
  return ahead <= 0 && ahead > -20;
};
