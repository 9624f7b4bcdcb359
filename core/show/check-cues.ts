import type { Problem } from '../result.ts';
import { problem } from '../result.ts';
import type { ShowView } from './check-context.ts';
import type { CompiledCue } from './compiled.ts';
import { normaliseCueNumber } from './cue-number.ts';

/**
 * Cues: numbers, places, arrivals, follows. Codes: `cue-number-double`, `cue-timeline`, `cue-position`,
 * `cue-arrive-place`, `cue-loop-from`, `cue-follow`, `cue-follow-circle`, `cue-quantise`, `cue-entry`, `cue-none`.
 */
const numberProblems = (cues: readonly CompiledCue[]): Problem[] => {
  const seen = new Map<string, string>();
  return cues.flatMap((cue) => {
    const number = normaliseCueNumber(cue.number);
    const other = seen.get(number);
    if (other === undefined) seen.set(number, cue.id);
    if (other === undefined) return [];
    const message = `Cue ${number} is "${other}" already. Give it another number.`;
    return [problem('cue-number-double', message, `${cue.id}.number`)];
  });
};

const placeProblems = ({ timelines }: ShowView, cue: CompiledCue): Problem[] => {
  if (!cue.at) {
    if (cue.arrive.kind === 'pass') return [];
    const message = `Only a cue with a place can ${cue.arrive.kind}. Give it "at", or let it pass.`;
    return [problem('cue-arrive-place', message, `${cue.id}.arrive`)];
  }
  const timeline = timelines[cue.at.timeline];
  if (!timeline)
    return [problem('cue-timeline', `No timeline "${cue.at.timeline}".`, `${cue.id}.at.timeline`)];
  const problems: Problem[] = [];
  if (cue.at.position > timeline.duration)
    problems.push(
      problem(
        'cue-position',
        `Lies behind the end of ${timeline.id}, ${timeline.duration} s.`,
        `${cue.id}.at.position`,
      ),
    );
  if (cue.arrive.kind === 'loop' && cue.arrive.from >= cue.at.position)
    problems.push(
      problem(
        'cue-loop-from',
        `A loop starts before its cue, at ${cue.at.position} s.`,
        `${cue.id}.arrive.from`,
      ),
    );
  if (cue.entry !== null && cue.entry >= timeline.duration)
    problems.push(
      problem(
        'cue-entry',
        `Enters behind the end of ${timeline.id}, ${timeline.duration} s.`,
        `${cue.id}.entry`,
      ),
    );
  if (cue.quantise === 'lap' && cue.arrive.kind !== 'loop')
    problems.push(
      problem('cue-quantise', 'Only a cue that loops has laps to wait for.', `${cue.id}.quantise`),
    );
  if (cue.quantise && cue.quantise !== 'lap' && timeline.tempo.length === 0)
    problems.push(problem('cue-quantise', `${timeline.id} has no tempo to wait for.`, `${cue.id}.quantise`));
  return problems;
};

/** A chain of follows without any time in it would fire for ever in one instant. */
const isInstantCircle = (cue: CompiledCue, byId: ReadonlyMap<string, CompiledCue>): boolean => {
  const seen = new Set<string>();
  let at: CompiledCue | undefined = cue;
  while (at?.follow && at.follow.after === 0 && !seen.has(at.id)) {
    seen.add(at.id);
    at = byId.get(at.follow.cue);
    if (at?.id === cue.id) return true;
  }
  return false;
};

const followProblems = (cue: CompiledCue, byId: ReadonlyMap<string, CompiledCue>): Problem[] => {
  if (!cue.follow) return [];
  const path = `${cue.id}.follow.cue`;
  if (!byId.has(cue.follow.cue)) return [problem('cue-follow', `No cue "${cue.follow.cue}".`, path)];
  if (!isInstantCircle(cue, byId)) return [];
  return [problem('cue-follow-circle', 'Follows itself in no time. Give a follow some seconds.', path)];
};

const showProblems = ({ show, timelines, cues }: ShowView): Problem[] => {
  if (!show) return [];
  const problems: Problem[] = [];
  if (!timelines[show.main])
    problems.push(problem('show-main', `No timeline "${show.main}".`, `${show.id}.main`));
  if (!cues.some((cue) => cue.at?.timeline === show.main && !cue.disarmed))
    problems.push(
      problem('cue-none', `No armed cue lies on ${show.main}, so GO starts nothing. Add one.`, show.id),
    );
  return problems;
};

export const cueProblems = (view: ShowView): Problem[] => {
  const byId = new Map(view.cues.map((cue) => [cue.id, cue]));
  return [
    ...showProblems(view),
    ...numberProblems(view.cues),
    ...view.cues.flatMap((cue) => [...placeProblems(view, cue), ...followProblems(cue, byId)]),
  ];
};
