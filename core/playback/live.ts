import type { ClockSeconds } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import type { CompiledShow } from '../show/compiled.ts';

/**
 * Live samples (DESIGN §5): levels that come from outside faster than plans are made. They travel beside the plan, the
 * latest wins, and every page draws what was in force 40 ms ago, so that two outputs that overlap agree although the
 * network told them at different moments.
 */
export type LiveValue = number | string | boolean | number[];
export type LiveSample = {
  clip: string;
  param: string;
  /** null: released, the document's own value counts again. */
  value: LiveValue | null;
  at: ClockSeconds;
};
export type Override = { clip: string; param: string; value: LiveValue };

/** Seconds between a sample and its being drawn. */
export const liveDelay = 0.04;
/** Seconds for which samples that were overtaken are kept: a page may draw that far behind. */
const keptFor = 0.1;

const keyOf = ({ clip, param }: LiveSample): string => `${clip} ${param}`;

/** What is in force at a clock time, one entry a parameter. `samples`: oldest first. */
export const overridesAt = (samples: readonly LiveSample[], now: ClockSeconds): Override[] => {
  if (samples.length === 0) return [];
  const latest = new Map<string, LiveSample>();
  for (const sample of samples) if (sample.at <= now - liveDelay) latest.set(keyOf(sample), sample);
  return [...latest.values()].flatMap(({ clip, param, value }) =>
    value === null ? [] : [{ clip, param, value }],
  );
};

/**
 * The samples with more of them, oldest first, without those that no page draws any longer. Of what was added together
 * only the last of a parameter counts, unless it lies ahead.
 */
export const withSamples = (
  samples: readonly LiveSample[],
  added: readonly LiveSample[],
  now: ClockSeconds,
): LiveSample[] => {
  const all = [...samples, ...lastOfEach(added, now)].sort((a, b) => a.at - b.at);
  const since = now - keptFor;
  const isDrawn = new Set<LiveSample>();
  const old = new Map<string, LiveSample>();
  for (const sample of all) {
    if (sample.at > since) isDrawn.add(sample);
    else old.set(keyOf(sample), sample);
  }
  for (const sample of old.values()) if (sample.value !== null) isDrawn.add(sample);
  return all.filter((sample) => isDrawn.has(sample));
};

const lastOfEach = (added: readonly LiveSample[], now: ClockSeconds): LiveSample[] => {
  const seen = new Set<string>();
  return added
    .toReversed()
    .filter((sample) => {
      if (sample.at > now) return true;
      const isFirst = !seen.has(keyOf(sample));
      seen.add(keyOf(sample));
      return isFirst;
    })
    .toReversed();
};

/** Releases what is overridden now; null: every clip, every parameter. */
export const releasesOf = (
  samples: readonly LiveSample[],
  clip: string | null,
  param: string | null,
  at: ClockSeconds,
): LiveSample[] => {
  const latest = new Map(samples.map((one) => [keyOf(one), one]));
  return [...latest.values()]
    .filter((one) => one.value !== null)
    .filter((one) => (clip === null || one.clip === clip) && (param === null || one.param === param))
    .map((one) => ({ clip: one.clip, param: one.param, value: null, at: Math.max(at, one.at) }));
};

/** `id`: the clip's id without its kind. Errors: unknown-clip, invalid. */
export const checkSample = (
  show: CompiledShow,
  id: string,
  param: string,
  value: unknown,
  at: ClockSeconds,
): Result<LiveSample> => {
  const clip = `clip:${id}`;
  if (!hasClip(show, clip)) return fail('unknown-clip', `There is no clip "${id}".`, clip);
  if (!isValue(value))
    return fail(
      'invalid',
      'A value is a number, a word, true or false, or a list of numbers.',
      `${clip}.${param}`,
    );
  return ok({ clip, param, value, at });
};

const isValue = (value: unknown): value is LiveValue =>
  (typeof value === 'number' && Number.isFinite(value)) ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'number'));

const hasClip = (show: CompiledShow, id: string): boolean =>
  Object.values(show.timelines).some((timeline) =>
    [...timeline.tracks, ...timeline.sounds, ...timeline.messages].some((track) =>
      track.clips.some((clip) => clip.id === id),
    ),
  );
