import { nameOf } from '../ids.ts';
import { advance } from '../playback/advance.ts';
import { command, emptyPlan } from '../playback/engine.ts';
import type { Plan } from '../playback/plan.ts';
import type { CompiledCue, CompiledShow } from '../show/compiled.ts';

/** What is watched for flashes: sections of main, and stings repeated on top as fast as the show allows. */
export type Section = { cue: string; from: number; to: number };
/** By the cues with a place on main; what lies before the first belongs to it. */
export const sectionsOf = (show: CompiledShow): Section[] => {
  const main = show.timelines[show.show.main];
  if (!main) return [];
  const placed = main.cues.map(({ number, at }) => ({ cue: number, from: at?.position ?? 0 }));
  const starts = placed.length > 0 ? placed : [{ cue: '', from: 0 }];
  return starts.map(({ cue, from }, index) => ({
    cue,
    from: index === 0 ? 0 : from,
    to: starts[index + 1]?.from ?? main.duration,
  }));
};

export type Sting = { cue: string; every: number; over: number };
/** Nobody presses faster, and a desk that does is held back by most shows. */
const FASTEST = 0.1;
const startsOverlay = ({ actions, variants }: CompiledCue): boolean =>
  [...actions, ...variants.flat()].some(({ verb }) => verb === 'timeline/start');

/** Each over the middle of the section in which its number stands. */
export const stingsOf = (show: CompiledShow): Sting[] => {
  const sections = sectionsOf(show);
  let here = sections[0];
  return show.cues.flatMap((cue) => {
    here = sections.find((section) => section.cue === cue.number) ?? here;
    if (cue.at !== null || cue.disarmed || !startsOverlay(cue)) return [];
    const over = here ? (here.from + here.to) / 2 : 0;
    return [{ cue: cue.number, every: Math.max(FASTEST, cue.retrigger), over }];
  });
};

/** The plan in force at a clock time while the sting is pressed every so often from 0 on, main running from `over`. */
export const stingPlans = (show: CompiledShow, { cue, every, over }: Sting): ((now: number) => Plan) => {
  const told = (plan: Plan, verb: string, args: Record<string, unknown>, at: number): Plan => {
    const result = command(show, plan, { verb, args, sender: 'flashes' }, at);
    return result.ok ? result.value.plan : plan;
  };
  const started = told(emptyPlan(show, 0), 'timeline/start', { id: nameOf(show.show.main), at: over }, 0); // prettier-ignore
  let plan = started;
  let presses = 0;
  return (now) => {
    while (presses * every <= now + 1e-9) {
      plan = told(plan, 'cue/go', { cue }, presses * every);
      presses += 1;
    }
    plan = advance(show, plan, now).plan;
    return plan;
  };
};
