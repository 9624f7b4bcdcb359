import { useCallback, useMemo } from 'react';
import { normaliseCueNumber } from '../../../../core/show/cue-number.ts';
import { cueFaults, putCue } from '../../../../core/show/cue-edit.ts';
import type { CompiledCue, CompiledShow } from '../../../../core/show/compiled.ts';
import { cueSchema, type ShowDocument } from '../../../../core/show/show.schema.ts';
import type { Problem } from '../../../../core/result.ts';
import type { Path } from '../../../../core/station/form-value.ts';
import type { FormOption } from '../../form/form-context.ts';
import { RecordForm } from '../../form/record-form.tsx';
import { nameOfCue } from '../../run/words-of.ts';
import { useConnected, useLanguage, useLink, useWords } from '../../use-link.ts';
import type { Drafts } from '../station/use-drafts.ts';
import type { DocumentEdits } from '../use-document-edit.ts';
import { ColourChoice } from './colour-choice.tsx';
import { CueActions } from './cue-actions.tsx';
import { mainPosition, seeded } from './cue-draft.ts';
import { CUE_GROUPS, type CueGroup } from './cue-groups.ts';
import { NumberFollows } from './namers.tsx';
import { WholeCue } from './whole-cue.tsx';

type Fields = Record<string, unknown>;
export type CueProps = {
  show: CompiledShow;
  document: ShowDocument;
  cue: CompiledCue;
  /** As it stands in the document. */
  record: Fields;
  drafts: Drafts;
  edits: DocumentEdits;
  mayDesign: boolean;
  onChoose: (id: string) => void;
};
const NO_PROBLEMS: readonly Problem[] = [];

/** One cue: a draft until it is applied, which is one step to undo, with whatever named it by its number. */
export const CueEditor = (props: CueProps) => {
  const t = useWords();
  const language = useLanguage();
  const link = useLink();
  const { show, document, cue, record, drafts, edits, mayDesign } = props;
  const { id } = cue;
  const { value, isDirty, isOvertaken } = drafts.of(id, record);
  const read = useMemo(() => cueSchema.safeParse(value), [value]);
  const faults = useMemo(
    () => (read.success && isDirty ? cueFaults(document, id, read.data) : NO_PROBLEMS),
    [document, id, read, isDirty],
  );
  const refused = edits.standing.kind === 'refused' ? edits.standing.problem : null;
  const isSound = read.success && faults.length === 0;
  const change = (next: Fields): void => {
    edits.forget();
    drafts.change(id, record, seeded(show, cue, next, mainPosition(link, show) ?? 0));
  };
  const apply = async (): Promise<void> => {
    if (!read.success) return;
    const cueNow = { ...read.data, number: normaliseCueNumber(read.data.number) };
    const put = putCue(document.records, id, cueNow);
    if (await edits.edit({ label: `cue ${cueNow.number}`, put })) drafts.drop(id);
  };
  return (
    <section className="record-editor" aria-label={`cue ${cue.number}`}>
      <h2>
        <span className="number">{cue.number}</span> {nameOfCue(cue, language)}
      </h2>
      {mayDesign && <WholeCue {...props} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (mayDesign && isDirty && isSound) void apply();
        }}
      >
        {isOvertaken && <p className="amber-text">{t('changedMeanwhile')}</p>}
        {CUE_GROUPS.map((group) => (
          <Group
            key={group.word}
            group={group}
            show={show}
            id={id}
            value={value}
            isReadOnly={!mayDesign}
            refused={refused}
            faults={faults}
            onChange={change}
          />
        ))}
        <NumberFollows document={document} cue={cue} number={value['number']} />
        {mayDesign && (
          <Actions
            isDirty={isDirty}
            isSound={isSound}
            onRevert={() => {
              edits.forget();
              drafts.drop(id);
            }}
          />
        )}
      </form>
    </section>
  );
};

type ActionsProps = { isDirty: boolean; isSound: boolean; onRevert: () => void };
const Actions = ({ isDirty, isSound, onRevert }: ActionsProps) => {
  const t = useWords();
  const isConnected = useConnected();
  return (
    <div className="record-actions">
      <button type="submit" className="primary" disabled={!isDirty || !isSound || !isConnected}>
        {t('apply')}
      </button>
      <button type="button" disabled={!isDirty} onClick={onRevert}>
        {t('revert')}
      </button>
    </div>
  );
};

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
const Group = ({ group, show, id, value, isReadOnly, refused, faults, onChange }: GroupProps) => {
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
