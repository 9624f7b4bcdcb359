import { SAME, type Gain, type Segment } from './segments.ts';
import { FOLLOW } from './steer.ts';

/**
 * The difference engine of the sound: what will be wanted against what has been arranged, as commands for the player.
 * Pure. Times are show clock; the player turns them into the device's. A seek, a pause or a jump is nothing special:
 * the old run is no longer wanted and fades, the new one starts.
 */
export type Voice = {
  id: number;
  key: string;
  media: string;
  outputs: readonly number[];
  rate: number;
  origin: number;
  startAt: number;
  /** null: until further notice. */
  stopAt: number | null;
};
export type Command =
  /** `after`: the voice whose end it carries on from without a seam, or null. */
  | { do: 'start'; voice: Voice; offset: number; fade: number; after: number | null }
  /** `by`: at a place of its own file, or at an instant of the show clock. */
  | { do: 'stop'; id: number; at: number; fade: number; by: 'file' | 'clock' }
  /** It goes on at another place or pace that is near enough to be caught up with. */
  | { do: 'follow'; id: number; origin: number; rate: number }
  /** A stop that was arranged is off. */
  | { do: 'keep'; id: number }
  | { do: 'gain'; id: number; gains: Gain[] };
export type Schedule = { voices: Voice[]; nextId: number };
export type Step = { schedule: Schedule; commands: Command[] };

export const emptySchedule: Schedule = { voices: [], nextId: 1 };

/** Seconds. A jump that was not seen coming; a boundary that was: there old and new overlap for so long. */
export const FADE = 0.02;
export const JOIN = 0.003;

const isRun = (voice: Voice, segment: Segment, tolerance: number): boolean =>
  voice.key === segment.key &&
  voice.media === segment.media &&
  voice.outputs.join() === segment.outputs.join() &&
  voice.rate === segment.rate &&
  Math.abs(voice.origin - segment.origin) < tolerance &&
  (voice.stopAt === null || segment.from < voice.stopAt + FADE);

/** Both are on now, so near each other that playing a little faster or slower brings them together. */
const isNear = (voice: Voice, segment: Segment, now: number): boolean =>
  voice.key === segment.key &&
  voice.media === segment.media &&
  voice.outputs.join() === segment.outputs.join() &&
  voice.startAt <= now &&
  segment.from <= now &&
  (voice.stopAt === null || voice.stopAt > now) &&
  Math.abs(voice.origin + voice.rate * now - segment.origin - segment.rate * now) < FOLLOW;

/**
 * `now`: the earliest instant that can still be arranged. `segments`: what is wanted from `now` on. Voices whose stop
 * lies behind are forgotten.
 */
export const arrange = (schedule: Schedule, segments: readonly Segment[], now: number): Step => {
  const voices = schedule.voices.filter(({ stopAt }) => stopAt === null || stopAt > now - FADE);
  const commands: Command[] = [];
  const kept: Voice[] = [];
  let nextId = schedule.nextId;
  const left = new Set(voices);
  for (const segment of segments) {
    const voice = [...left].find((each) => isRun(each, segment, SAME * 10));
    const near = voice ?? [...left].find((each) => isNear(each, segment, now));
    if (near) {
      left.delete(near);
      kept.push(retimed(voice ?? followed(near, segment, commands), segment, commands));
      continue;
    }
    const made = startOf(segment, now, nextId);
    nextId += 1;
    commands.push(...startCommands(made, segment, now, kept));
    kept.push(made);
  }
  for (const voice of left) kept.push(...dropped(voice, now, commands));
  return { schedule: { voices: kept, nextId }, commands };
};

const followed = (voice: Voice, { origin, rate }: Segment, commands: Command[]): Voice => {
  commands.push({ do: 'follow', id: voice.id, origin, rate });
  return { ...voice, origin, rate };
};

const retimed = (voice: Voice, segment: Segment, commands: Command[]): Voice => {
  commands.push({ do: 'gain', id: voice.id, gains: segment.gains });
  if (segment.to === null) {
    if (voice.stopAt !== null) commands.push({ do: 'keep', id: voice.id });
  } else if (voice.stopAt === null || Math.abs(voice.stopAt - segment.to) > SAME) {
    commands.push({ do: 'stop', id: voice.id, at: segment.to, fade: JOIN, by: 'file' });
  }
  return { ...voice, stopAt: segment.to };
};

const startOf = (segment: Segment, now: number, id: number): Voice => ({
  id,
  key: segment.key,
  media: segment.media,
  outputs: segment.outputs,
  rate: segment.rate,
  origin: segment.origin,
  startAt: Math.max(segment.from, now),
  stopAt: segment.to,
});
const startCommands = (voice: Voice, segment: Segment, now: number, others: readonly Voice[]): Command[] => {
  const before = others.find(
    ({ key, stopAt }) => key === voice.key && stopAt !== null && Math.abs(stopAt - voice.startAt) < SAME,
  );
  // A run that was on already is entered in its middle; one that begins ahead begins with its own first sample.
  const fade = segment.from <= now ? FADE : JOIN;
  const offset = voice.origin + voice.rate * voice.startAt;
  const start: Command = {
    do: 'start',
    voice,
    offset,
    fade: offset < SAME ? 0 : fade,
    after: before?.id ?? null,
  };
  const gain: Command = { do: 'gain', id: voice.id, gains: segment.gains };
  const stop: Command[] =
    segment.to === null ? [] : [{ do: 'stop', id: voice.id, at: segment.to, fade: JOIN, by: 'file' }];
  return [start, gain, ...stop];
};
/** No longer wanted: at once, unless it ends by itself within the fade. */
const dropped = (voice: Voice, now: number, commands: Command[]): Voice[] => {
  if (voice.stopAt !== null && voice.stopAt <= now) return [voice];
  commands.push({ do: 'stop', id: voice.id, at: now, fade: FADE, by: 'clock' });
  return [];
};
