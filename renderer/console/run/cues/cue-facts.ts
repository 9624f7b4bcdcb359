import { normaliseCueNumber } from '../../../../core/show/cue-number.ts';
import type { CompiledCue, CompiledShow } from '../../../../core/show/compiled.ts';
import type { Word, WordValues } from '../../words.ts';
import { clockText } from '../format.ts';

/** A cue's habits as the list shows them: a mark and words each, in the order in which they happen. */
export type Fact = { mark: string; word: Word; values: WordValues };

/** Seconds without a needless ".0". */
const secondsText = (seconds: number): string => String(Math.round(seconds * 10) / 10);

export const factsOf = (show: CompiledShow, cue: CompiledCue): Fact[] => {
  const facts: Fact[] = [];
  const add = (mark: string, word: Word, values: WordValues = {}): void =>
    void facts.push({ mark, word, values });
  const { arrive, follow } = cue;
  if (cue.preWait > 0) add('◷', 'factPre', { s: secondsText(cue.preWait) });
  if (cue.entry !== null) add('⇥', 'factEntry', { at: clockText(cue.entry, false) });
  if (cue.at && arrive.kind === 'hold')
    add('■', arrive.max === null ? 'factHold' : 'factHoldMax', { s: secondsText(arrive.max ?? 0) });
  if (cue.at && arrive.kind === 'loop')
    add('↻', arrive.times === null ? 'factLoop' : 'factLoopTimes', { n: arrive.times ?? 0 });
  if (cue.quantise !== null) add('◔', QUANTISE[cue.quantise]);
  if (cue.fade > 0) add('◐', 'factFade', { s: secondsText(cue.fade) });
  if (follow) {
    const next = show.cueById[follow.cue];
    add('→', 'factFollow', {
      s: secondsText(follow.after),
      cue: next ? normaliseCueNumber(next.number) : '?',
    });
  }
  if (cue.continue)
    add('→', cue.postWait > 0 ? 'factPost' : 'factContinue', { s: secondsText(cue.postWait) });
  if (cue.retrigger > 0) add('↺', 'factRetrigger', { s: secondsText(cue.retrigger) });
  if (cue.variants.length > 1) add('⋮', 'factVariants', { n: cue.variants.length });
  return facts;
};

const QUANTISE = { beat: 'factBeat', bar: 'factBar', lap: 'factLap' } as const;

export const placeText = (show: CompiledShow, cue: CompiledCue): string => {
  if (!cue.at) return '';
  const time = clockText(cue.at.position, false);
  return cue.at.timeline === show.show.main
    ? time
    : `${show.timelines[cue.at.timeline]?.name ?? '?'} ${time}`;
};
