import { useCallback } from 'react';
import type { CompiledShow } from '../../../../core/show/compiled.ts';
import type { Problem } from '../../../../core/result.ts';
import type { Path } from '../../../../core/station/form-value.ts';
import type { FormOption } from '../../form/form-context.ts';
import { RecordForm } from '../../form/record-form.tsx';
import { nameOfCue } from '../../run/words-of.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { ColourChoice } from './colour-choice.tsx';
import { CueActions } from './cue-actions.tsx';
import type { CueGroup } from './cue-groups.ts';

type Fields = Record<string, unknown>;
type GroupProps = {
  group: CueGroup;
  show: CompiledShow;
  id: string;
  value: Fields;
  isReadOnly: boolean;
  refused: Problem | null;
  faults: readonly Problem[];
  onChange: (value: Fields) => void;
};
/** Fields that an operator thinks of together. */
export const CueGroupForm = ({
  group,
  show,
  id,
  value,
  isReadOnly,
  refused,
  faults,
  onChange,
}: GroupProps) => {
  const t = useWords();
  const optionsOf = useNamed(show);
  const problems = refused ? [...faults, refused] : faults;
  return (
    <section className="cue-group" aria-label={t(group.word)}>
      <h3>{t(group.word)}</h3>
      {group.word === 'cueGroupActions' ? (
        <CueActions id={id} cue={value} isReadOnly={isReadOnly} problems={problems} onChange={onChange} />
      ) : (
        <>
          {group.word === 'cueGroupLook' && (
            <ColourChoice
              value={value['colour'] ?? null}
              isReadOnly={isReadOnly}
              onChange={(colour) => onChange({ ...value, colour })}
            />
          )}
          <RecordForm
            kind="cue"
            schema={group.schema}
            draft={value}
            isReadOnly={isReadOnly}
            refused={refused}
            faults={faults}
            optionsOf={optionsOf}
            id={id}
            onChange={onChange}
          />
        </>
      )}
    </section>
  );
};

/** What a place and a follow can name. */
const useNamed = (show: CompiledShow): ((path: Path) => readonly FormOption[] | null) => {
  const language = useLanguage();
  return useCallback(
    (path: Path) => {
      switch (path.join('.')) {
        case 'at.timeline':
          return Object.values(show.timelines).map(({ id, name }) => ({ value: id, label: name }));
        case 'follow.cue':
          return show.cues.map((cue) => ({
            value: cue.id,
            label: `${cue.number}  ${nameOfCue(cue, language)}`,
          }));
        default:
          return null;
      }
    },
    [show, language],
  );
};
