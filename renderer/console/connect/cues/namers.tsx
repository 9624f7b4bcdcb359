import { kindOf, nameOf } from '../../../../core/ids.ts';
import type { CompiledCue } from '../../../../core/show/compiled.ts';
import { normaliseCueNumber } from '../../../../core/show/cue-number.ts';
import { namersOf, withNumber } from '../../../../core/show/cue-edit.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { useLanguage, useTopic, useWords } from '../../use-link.ts';
import { oneLabel } from '../../words/field.words.ts';

/** Who names a cue, in words: `cue 5, trigger eos-go`. */
const useList = (document: ShowDocument): ((ids: readonly string[]) => string) => {
  const language = useLanguage();
  const numberOf = (id: string): string => {
    const record = document.records[id];
    const number = typeof record === 'object' && record !== null ? Reflect.get(record, 'number') : null;
    return typeof number === 'string' ? normaliseCueNumber(number) : nameOf(id);
  };
  return (ids) =>
    ids
      .map((id) => {
        const kind = kindOf(id);
        return `${oneLabel(language, kind)} ${kind === 'cue' ? numberOf(id) : nameOf(id)}`;
      })
      .join(', ');
};
const useSchedules = (cue: CompiledCue): string[] => {
  const settings = useTopic('settings');
  return settings ? Object.keys(withNumber(settings.document.records, cue.number, '?')) : [];
};

/** What goes with a cue that is given another number, and what does not. */
export const NumberFollows = (props: { document: ShowDocument; cue: CompiledCue; number: unknown }) => {
  const { document, cue, number } = props;
  const t = useWords();
  const list = useList(document);
  const schedules = useSchedules(cue);
  if (typeof number !== 'string' || normaliseCueNumber(number) === cue.number) return null;
  const followers = Object.keys(withNumber(document.records, cue.number, '?'));
  return (
    <>
      {followers.length > 0 && <p className="hint">{t('cueNumberFollows', { list: list(followers) })}</p>}
      {schedules.length > 0 && (
        <p className="amber-text">{t('cueScheduleStays', { list: list(schedules) })}</p>
      )}
    </>
  );
};

/** What would be left naming nothing: of the show, which keeps the cue from going, and of the station. */
export const useNamers = (document: ShowDocument, cue: CompiledCue): { show: string; station: string } => {
  const list = useList(document);
  const schedules = useSchedules(cue);
  return { show: list(namersOf(document.records, cue)), station: list(schedules) };
};
