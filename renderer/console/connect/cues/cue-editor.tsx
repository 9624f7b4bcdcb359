import { useMemo } from 'react';
import { normaliseCueNumber } from '../../../../core/show/cue-number.ts';
import { cueFaults, putCue } from '../../../../core/show/cue-edit.ts';
import type { CompiledCue, CompiledShow } from '../../../../core/show/compiled.ts';
import { cueSchema, type ShowDocument } from '../../../../core/show/show.schema.ts';
import type { Problem } from '../../../../core/result.ts';
import { nameOfCue } from '../../run/words-of.ts';
import { useConnected, useLanguage, useLink, useWords } from '../../use-link.ts';
import type { Drafts } from '../station/use-drafts.ts';
import type { DocumentEdits } from '../use-document-edit.ts';
import { mainPosition, seeded } from './cue-draft.ts';
import { CueGroupForm } from './cue-group-form.tsx';
import { CUE_GROUPS } from './cue-groups.ts';
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
          <CueGroupForm
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
