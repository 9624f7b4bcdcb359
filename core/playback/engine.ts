import type { CompiledShow } from '../show/compiled.ts';
import { fail, ok, type Result } from '../result.ts';
import { advance } from './advance.ts';
import { handlers } from './commands.ts';
import { withBoundary, type Step } from './fire.ts';
import { markedShow } from './marked.ts';
import { opening } from './opening.ts';
import type { Plan } from './plan.ts';

export { advance, nextEventAt } from './advance.ts';
export { statusOf } from './status.ts';

/** A show as it opens: black, nothing plays, standby = the first cue with a place. */
export const emptyPlan = (show: CompiledShow, now: number): Plan => ({
  id: 1,
  effectiveAt: now,
  ...opening(show),
  marks: {},
  fired: { lastGoAt: null, lastGoCue: null, lastGoSender: null, cues: {} },
  nextPlayback: 1,
});

/** A plan that an older Frise left behind, with what it did not know of. */
export const completed = (show: CompiledShow, plan: Plan): Plan => ({
  ...emptyPlan(show, plan.effectiveAt),
  ...plan,
  playbacks: plan.playbacks.map((one) => ({ ...NEW_IN_PLAYBACKS, ...one })),
});
const NEW_IN_PLAYBACKS = { section: null, chase: null, outgoing: false } as const;

export type PlaybackRequest = {
  verb: string;
  /** Already validated by the verb's schema. */
  args: Record<string, unknown>;
  /** Who asks, for the guard: an input's address, a page's id, `cue:12.5`. */
  sender: string;
};

/**
 * One verb at the clock time at which it takes effect. Returns the next plan (`id` + 1, `effectiveAt` = now) with what
 * is to be done, or a refusal with a stable code; a refusal changes nothing.
 */
export const command = (
  show: CompiledShow,
  plan: Plan,
  request: PlaybackRequest,
  now: number,
): Result<Step> => {
  const handler = Object.hasOwn(handlers, request.verb) ? handlers[request.verb] : undefined;
  if (!handler)
    return fail(
      'unknown-verb',
      `"${request.verb}" is no playback verb; see the protocol page for the list.`,
      request.verb,
    );
  const base = advance(show, plan, now);
  const result = handler(
    { show: markedShow(show, base.plan), plan: base.plan, now, sender: request.sender },
    request.args,
  );
  if (!result.ok) return result;
  return ok({
    plan: { ...result.value.plan, id: plan.id + 1, effectiveAt: now },
    effects: [...base.effects, ...result.value.effects],
  });
};

/** After an edit of the show: boundaries are looked up again, cues that are gone are forgotten. */
export const replanned = (document: CompiledShow, plan: Plan, now: number): Plan => {
  const marks = Object.fromEntries(Object.entries(plan.marks).filter(([id]) => document.cueById[id]));
  const show = markedShow(document, { marks });
  const known = (id: string | null): string | null => (id !== null && show.cueById[id] ? id : null);
  const playbacks = plan.playbacks
    .filter((one) => one.outgoing || show.timelines[one.timeline])
    .map((one) => (one.outgoing ? one : { ...one, cue: known(one.cue) }))
    .map((one) => (one.anchor.running && !one.outgoing ? withBoundary(show, reanchored(one, now)) : one));
  return {
    ...plan,
    id: plan.id + 1,
    effectiveAt: now,
    current: known(plan.current),
    standby: known(plan.standby),
    marks,
    waiting: plan.waiting.filter(({ cue }) => known(cue) !== null),
    playbacks,
  };
};

const reanchored = (playback: Plan['playbacks'][number], now: number): Plan['playbacks'][number] => {
  const { anchor } = playback;
  return {
    ...playback,
    anchor: { ...anchor, position: anchor.position + (now - anchor.clockAt) * anchor.rate, clockAt: now },
  };
};
