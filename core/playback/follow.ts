import type { CompiledFollow, CompiledShow, CompiledTimeline, FollowedSound } from '../show/compiled.ts';
import { hitAt, levelAt } from '../sound/analysis/envelope-at.ts';
import { gridAt } from './tempo.ts';

/**
 * Parameters that follow sound or beat (principle 1): a pure function of the position, so a seek, a loop, a second
 * machine and a render see the same. A hold stands still, and so does what follows.
 */
type Heard = Pick<CompiledShow, 'analyses'>;

/** Of the source at a position, 0–1; null: its analysis is not there (yet), or it is before the first beat. */
const momentAt = (
  { source, sound }: CompiledFollow,
  show: Heard,
  timeline: Pick<CompiledTimeline, 'tempo'>,
  position: number,
): number | null => {
  if (source.kind === 'beat') {
    const now = gridAt(timeline, position, source.grid);
    return now === null ? null : Math.max(0, 1 - now.since / (source.fall ?? now.length));
  }
  const analysis = sound === null ? undefined : show.analyses[sound.media];
  if (sound === null || analysis === undefined) return null;
  const at = timeIn(sound, position);
  if (at === null) return 0;
  if (source.kind === 'onset') return hitAt(analysis, at, source.fall);
  return levelAt(analysis, at, source.band, source.smooth);
};

/** Frames of a second whose mean is taken. */
const MEAN_STEPS = 25;
/** Its mean over the last seconds where it is softened; what has no value counts as dark. */
const sourceAt = (
  follow: CompiledFollow,
  show: Heard,
  timeline: Pick<CompiledTimeline, 'tempo'>,
  position: number,
): number | null => {
  const now = momentAt(follow, show, timeline, position);
  if (now === null || follow.mean <= 0) return now;
  let sum = now;
  for (let step = 1; step < MEAN_STEPS; step += 1)
    sum += momentAt(follow, show, timeline, position - (step / MEAN_STEPS) * follow.mean) ?? 0;
  return sum / MEAN_STEPS;
};

/** Seconds into the file; null: the clip does not sound there. */
const timeIn = ({ start, end, offset }: FollowedSound, position: number): number | null =>
  position < start || position >= end ? null : offset + position - start;

/** From one range to the other, and no further. */
const scaled = (
  value: number,
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
): number => {
  const share = a === b ? Number(value >= a) : (value - a) / (b - a);
  return c + (d - c) * Math.min(1, Math.max(0, share));
};

/** The parameter's value where it follows something; null: its own counts. `own`: its value or keys here. */
export const followedAt = (
  follow: CompiledFollow,
  own: unknown,
  show: Heard,
  timeline: Pick<CompiledTimeline, 'tempo'>,
  position: number,
): number | null => {
  const source = sourceAt(follow, show, timeline, position);
  if (source === null) return null;
  const value = scaled(source, follow.from, follow.to);
  if (follow.mix === 'replace') return value;
  if (typeof own !== 'number') return null;
  return follow.mix === 'add' ? own + value : own * value;
};
