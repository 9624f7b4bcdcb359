import { memo, useEffect, useRef } from 'react';
import { clipSchema, type ShowDocument } from '../../../core/show/show.schema.ts';
import { isPlainObject } from '../../../core/show/plain.ts';
import { nameOf } from '../../../core/ids.ts';
import { layerOf } from '../../../core/show/timeline-edit/content-shift.ts';
import { clipFaults, putClip } from '../../../core/show/timeline-edit/clip-record.ts';
import type { BoardClip } from '../../../core/show/timeline-edit/board.ts';
import type { Problem } from '../../../core/result.ts';
import { oscClipSchema, OSC_LAYER } from '../../../core/show/osc-clip.ts';
import { useDrafts } from '../connect/station/use-drafts.ts';
import type { DocumentEdits } from '../connect/use-document-edit.ts';
import { isTextField } from '../escape.ts';
import { RecordForm } from '../form/record-form.tsx';
import { useLanguage, useWords } from '../use-link.ts';
import { Effects } from './effects.tsx';

/**
 * What the chosen clip is: its own fields and its layer's parameters, both made from their schemas, so a new layer type
 * needs nothing here. A press goes to the show at once, what is typed with Enter or when the field is left; what is wrong
 * stays in the field and goes nowhere.
 */
const ownSchema = clipSchema.pick({
  name: true,
  start: true,
  duration: true,
  fadeIn: true,
  fadeOut: true,
  opacity: true,
  blend: true,
  muted: true,
});
const SECONDS: Readonly<Record<string, string>> = { start: 's', duration: 's', fadeIn: 's', fadeOut: 's' };
type Fields = Record<string, unknown>;
type Props = {
  document: ShowDocument;
  chosen: readonly BoardClip[];
  edits: DocumentEdits;
  mayEdit: boolean;
};

export const Inspector = memo(({ document, chosen, edits, mayEdit }: Props) => {
  const t = useWords();
  const [clip] = chosen;
  return (
    <section className="design-inspector" aria-label={t('designInspector')}>
      {clip === undefined && <p className="hint">{t('designNoneChosen')}</p>}
      {chosen.length > 1 && <p className="hint">{t('designManyChosen', { n: chosen.length })}</p>}
      {clip !== undefined && chosen.length === 1 && (
        <ClipForm key={clip.id} {...{ document, clip, edits, mayEdit }} />
      )}
    </section>
  );
});

const NOTHING: readonly Problem[] = [];
type FormProps = { document: ShowDocument; clip: BoardClip; edits: DocumentEdits; mayEdit: boolean };

const ClipForm = ({ document, clip, edits, mayEdit }: FormProps) => {
  const t = useWords();
  const language = useLanguage();
  const drafts = useDrafts();
  const layer = layerOf(clip.layer);
  const schema = layer?.schema ?? (clip.layer === OSC_LAYER ? oscClipSchema : null);
  const record = recordOf(document, clip, schema);
  const { value, isDirty } = drafts.of(clip.id, record);
  const parameters = fieldsIn(value['parameters']);
  const isShaped =
    ownSchema.safeParse(value).success && (schema === null || schema.safeParse(parameters).success);
  const faults = isDirty && isShaped ? clipFaults(document, clip, value) : NOTHING;
  const refused = edits.standing.kind === 'refused' ? edits.standing.problem : null;
  const send = (next: Fields): void => {
    void edits.edit(putClip(document, clip, changedIn(clip, record, next))).then((isTaken) => {
      if (isTaken) drafts.drop(clip.id);
    });
  };
  const commit = (): void => {
    if (mayEdit && isDirty && isShaped && faults.length === 0) send(value);
  };
  const form = useLeaving(commit);
  const change = (next: Fields): void => {
    edits.forget();
    drafts.change(clip.id, record, next);
    const isTyped = isTextField(globalThis.document.activeElement);
    const isSound =
      ownSchema.safeParse(next).success && (schema?.safeParse(next['parameters']).success ?? true);
    if (!isTyped && isSound && clipFaults(document, clip, next).length === 0) send(next);
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <h2>{clip.name || nameOf(clip.id)}</h2>
      <RecordForm
        kind="clip"
        schema={ownSchema}
        draft={value}
        isReadOnly={!mayEdit}
        refused={refused}
        faults={faults}
        units={SECONDS}
        id={clip.id}
        onChange={change}
      />
      {schema && (
        <>
          <h3>
            {t('designLayer')} · {layer?.name[language] ?? clip.layer}
          </h3>
          <RecordForm
            kind={`layer-${clip.layer}`}
            schema={schema}
            draft={parameters}
            isReadOnly={!mayEdit}
            refused={refused}
            faults={faults}
            units={unitsOf(layer?.hints ?? {})}
            optionsOf={(path) => mediaOptions(document, path)}
            id={`${clip.id}.parameters`}
            onChange={(next) => change({ ...value, parameters: next })}
          />
        </>
      )}
      <Effects
        clip={clip.id}
        document={document}
        fields={{ ...clip, ...value }}
        isReadOnly={!mayEdit}
        refused={refused}
        faults={faults}
        onChange={(effects) => change({ ...value, ...effects })}
      />
      {isDirty && mayEdit && (
        <div className="record-actions">
          <button type="submit" className="primary" disabled={!isShaped || faults.length > 0}>
            {t('apply')}
          </button>
          <button type="button" data-revert onClick={() => drafts.drop(clip.id)}>
            {t('revert')}
          </button>
        </div>
      )}
    </form>
  );
};

/** Calls `leave` when a field is left, but for the button that takes back what was typed. */
const useLeaving = (leave: () => void) => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const { current } = form;
    const left = ({ relatedTarget }: FocusEvent): void => {
      const isTakenBack = relatedTarget instanceof Element && relatedTarget.matches('[data-revert]');
      if (!isTakenBack) leave();
    };
    current?.addEventListener('focusout', left);
    return () => current?.removeEventListener('focusout', left);
  });
  return form;
};

/** The fields of the form, with what the layer takes for granted filled in. */
const recordOf = (
  document: ShowDocument,
  clip: BoardClip,
  schema: { safeParse(value: unknown): { data?: unknown } } | null,
): Fields => {
  const parsed = schema?.safeParse(clip.parameters).data;
  const own = ownSchema.parse(document.records[clip.id]);
  return { ...own, parameters: { ...(isPlainObject(parsed) ? parsed : {}), ...clip.parameters } };
};

/** Only what was touched, so that a default stays one and the diff stays short. */
const touched = (before: Fields, after: Fields): Fields =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => value !== before[key]));
const fieldsIn = (value: unknown): Fields => (isPlainObject(value) ? value : {});
const changedIn = (clip: BoardClip, before: Fields, after: Fields): Fields => {
  const parameters = touched(fieldsIn(before['parameters']), fieldsIn(after['parameters']));
  return { ...touched(before, after), parameters: { ...clip.parameters, ...parameters } };
};

const unitsOf = (hints: Readonly<Record<string, { unit?: string } | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(hints).flatMap(([key, hint]) => (hint?.unit === undefined ? [] : [[key, hint.unit]])),
  );

const mediaOptions = (document: ShowDocument, path: readonly (string | number)[]) => {
  if (path[0] !== 'media') return null;
  return Object.keys(document.records)
    .filter((id) => id.startsWith('media:'))
    .map((id) => ({ value: id, label: nameOf(id) }));
};
