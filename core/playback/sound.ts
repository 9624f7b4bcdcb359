import type { Result } from '../result.ts';
import type { Step } from './fire.ts';
import type { Plan, Playback, SoundLevel } from './plan.ts';
import { constant, levelAt, rampFrom } from './ramp.ts';
import { numberOf, still, type Handler } from './scene.ts';

/**
 * Fade and stop of sound alone (playback.spec.md, "Sound alone"). `sound/stop` silences the playbacks that it finds:
 * what starts later is heard, and a GO gives the others back, whether it starts a new playback or runs a held one on.
 */
export const fullSound: SoundLevel = { level: constant(1), hushed: null };

/** Seconds in which what a GO gives back rises: no click. */
const BACK = 0.02;

/** Factor of one playback's sounds, 0–1. */
export const hushAt = ({ sound, fired }: Plan, { id, role }: Playback, now: number): number => {
  const { hushed } = sound;
  if (hushed === null || !hushed.playbacks.includes(id)) return 1;
  const { lastGoAt } = fired;
  const level = levelAt(hushed.level, now);
  // A GO that jumps leaves a ghost behind, which was silent and stays so.
  if (role === 'ghost' || lastGoAt === null || lastGoAt <= hushed.at) return level;
  const risen = Math.min(1, Math.max(0, (now - lastGoAt) / BACK));
  return level + (1 - level) * risen;
};

const isGivenBack = ({ sound: { hushed }, fired: { lastGoAt } }: Plan): boolean =>
  hushed === null || (lastGoAt !== null && lastGoAt > hushed.at);
const told = (plan: Plan, sound: SoundLevel): Result<Step> => still({ ...plan, sound });

const soundFade: Handler = ({ plan, now }, args) => {
  const seconds = numberOf(args, 'seconds') ?? 0;
  const { level, hushed } = plan.sound;
  return told(plan, {
    level: rampFrom(level, numberOf(args, 'level') ?? 1, now, seconds),
    hushed:
      hushed === null || isGivenBack(plan)
        ? null
        : { ...hushed, level: rampFrom(hushed.level, 1, now, seconds) },
  });
};

const soundStop: Handler = ({ plan, now }, args) => {
  const { level, hushed } = plan.sound;
  // A second stop while the first still fades goes on from where that is.
  const from = hushed === null || isGivenBack(plan) ? constant(1) : hushed.level;
  const playbacks = plan.playbacks.map(({ id }) => id);
  return told(plan, {
    level,
    hushed: { at: now, level: rampFrom(from, 0, now, numberOf(args, 'fade') ?? 0), playbacks },
  });
};

export const soundCommands: Record<string, Handler> = { 'sound/fade': soundFade, 'sound/stop': soundStop };
