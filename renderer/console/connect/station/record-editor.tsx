import { z } from 'zod';
import { nameOf } from '../../../../core/ids.ts';
import { complete } from '../../../../core/station/form-blank.ts';
import { stationRecordSchemas, type StationDocument } from '../../../../core/station/station.schema.ts';
import { RecordForm } from '../../form/record-form.tsx';
import { useConnected, useLanguage, useWords } from '../../use-link.ts';
import { kindLabel } from '../../words/field.words.ts';
import { EffectEditor, type Effect } from '../triggers/effect-editor.tsx';
import type { DocumentEdits } from '../use-document-edit.ts';
import { areSeveral, isStationKind, recordIn } from './kinds.ts';
import { WholeRecord } from './whole-record.tsx';
import type { Drafts } from './use-drafts.ts';

export type RecordProps = {
  document: StationDocument;
  id: string;
  kind: string;
  drafts: Drafts;
  edits: DocumentEdits;
  isOwner: boolean;
  onChoose: (id: string) => void;
};

/**
 * One record: what is typed is a draft until it is applied, as one step to undo. So a port is not opened and closed at
 * each key, and fields that only make sense together change together.
 */
export const RecordEditor = (props: RecordProps) => {
  const t = useWords();
  const language = useLanguage();
  const isConnected = useConnected();
  const { document, id, kind, drafts, edits, isOwner } = props;
  const record = recordIn(document, id) ?? {};
  const { value, isDirty, isOvertaken } = drafts.of(id, record);
  if (!isStationKind(kind)) return null;
  const schema = stationRecordSchemas[kind];
  const effect = effectOf(schema, value);
  const isSound = schema.safeParse(value).success;
  const apply = async (): Promise<void> => {
    if (await edits.edit({ label: `set ${id}`, put: { [id]: complete(schema, value) } })) drafts.drop(id);
  };
  const refused = edits.standing.kind === 'refused' ? edits.standing.problem : null;
  return (
    <section className="record-editor" aria-label={id}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isOwner && isDirty && isSound) void apply();
        }}
      >
        <h2>
          {kindLabel(language, kind)} {areSeveral(kind) && <span className="mono">{nameOf(id)}</span>}
        </h2>
        {effect && (
          <EffectEditor
            effect={effect}
            isReadOnly={!isOwner}
            onChange={(next) => {
              edits.forget();
              drafts.change(id, record, { ...value, ...next });
            }}
          />
        )}
        {refused !== null && effect && refused.path.startsWith(`${id}.verb`) && (
          <p className="form-problem">! {refused.message}</p>
        )}
        {isOvertaken && <p className="amber-text">{t('changedMeanwhile')}</p>}
        <RecordForm
          kind={kind}
          schema={schema}
          hidden={effect === null ? [] : ['verb', 'args']}
          draft={value}
          isReadOnly={!isOwner}
          refused={refused}
          id={id}
          onChange={(next) => {
            edits.forget();
            drafts.change(id, record, next);
          }}
        />
        {isOwner && (
          <div className="record-actions">
            <button type="submit" className="primary" disabled={!isDirty || !isSound || !isConnected}>
              {t('apply')}
            </button>
            <button
              type="button"
              disabled={!isDirty}
              onClick={() => {
                edits.forget();
                drafts.drop(id);
              }}
            >
              {t('revert')}
            </button>
          </div>
        )}
      </form>
      {isOwner && (
        <div className="record-actions whole">
          <WholeRecord {...props} />
        </div>
      )}
    </section>
  );
};

/** A record that does something: its verb and values are chosen as a trigger's are, without a message to take from. */
const effectOf = (schema: z.ZodObject, value: Record<string, unknown>): Effect | null => {
  const { verb } = value;
  if (!Object.hasOwn(schema.shape, 'verb') || !Object.hasOwn(schema.shape, 'args')) return null;
  const args = argsSchema.safeParse(value['args']);
  return { verb: typeof verb === 'string' ? verb : '', args: args.success ? args.data : {}, address: null };
};
const argsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
