import { advance, completed, nextEventAt, statusOf } from '../../core/playback/engine.ts';
import { frameAt } from '../../core/playback/frame-at.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import { normaliseCueNumber } from '../../core/show/cue-number.ts';
import type { Foundation } from './foundation.ts';
import type { PlaybackState } from './playback.ts';
import { reasonOf } from './store/files.ts';

/**
 * Plans that a killed host left, if the show can go on from them; else null, they are kept beside and a problem says so.
 * Plans of another version of Frise, or of a defect, would end this start and each one after it; so what host and pages
 * do with them is tried once.
 */
export const playableFrom = (
  left: PlaybackState,
  show: CompiledShow,
  { clock, session, health, journal }: Pick<Foundation, 'clock' | 'session' | 'health' | 'journal'>,
): PlaybackState | null => {
  const fault = faultOf(left, show, clock.now());
  if (fault === null) return left;
  const aside = session.setAside(clock.iso());
  const kept = aside === null ? '' : ` What it left is in ${aside}.`;
  const cue = show.cueById[left.plans.at(-1)?.current ?? ''];
  const where = cue ? ` It was at cue ${normaliseCueNumber(cue.number)}: fire it to go on.` : '';
  const message = `The show could not go on where the host before left it (${fault}) and was opened black.${where}${kept}`;
  const problem = { code: 'session-set-aside', message, path: cue?.id ?? '' };
  health.set('resume', [problem]);
  journal.add('problem', message, problem);
  return null;
};

const faultOf = ({ plans, horizon }: PlaybackState, show: CompiledShow, now: number): string | null => {
  try {
    for (const left of plans) {
      const plan = completed(show, left);
      const at = Math.max(now, horizon, plan.effectiveAt);
      const tip = advance(show, plan, at).plan;
      nextEventAt(show, tip);
      statusOf(show, tip, at);
      frameAt(show, tip, at);
    }
    return null;
  } catch (error) {
    return reasonOf(error);
  }
};
