import { compareCueNumbers } from '../../../../core/show/cue-number.ts';
import type { CompiledCue, CompiledShow } from '../../../../core/show/compiled.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import type { ConsoleLink } from '../../console-link.ts';
import { planAt, resolve } from '../../../../core/playback/resolve.ts';

type Fields = Record<string, unknown>;

/** Where main is at this moment, seconds to the millisecond; null: it does not play. */
export const mainPosition = (link: ConsoleLink, show: CompiledShow): number | null => {
  const now = link.showNow();
  const plan = now === null ? null : planAt(link.get('plans') ?? [], now);
  if (now === null || plan === null) return null;
  const main = resolve(show, plan, now).playbacks.find(({ playback }) => playback.role === 'main');
  return main ? Math.round(main.position * 1000) / 1000 : null;
};

/** What a hand has typed, made whole: a decimal comma, and a place or a follow that was just switched on. */
export const seeded = (show: CompiledShow, cue: CompiledCue, next: Fields, position: number): Fields => {
  const { number, at, follow } = next;
  const after = show.cues.find((each) => compareCueNumbers(each.number, cue.number) > 0);
  return {
    ...next,
    ...(typeof number === 'string' ? { number: number.replace(',', '.') } : {}),
    ...(isPlainObject(at) && at['timeline'] === '' ? { at: { timeline: show.show.main, position } } : {}),
    ...(isPlainObject(follow) && follow['cue'] === ''
      ? { follow: { ...follow, cue: (after ?? cue).id } }
      : {}),
  };
};
