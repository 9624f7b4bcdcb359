import { useCallback, useState } from 'react';
import { schemaOf } from '../../../../core/layers/layer.ts';
import { nameOf } from '../../../../core/ids.ts';
import type { Problem } from '../../../../core/result.ts';
import { lanesEdit } from '../../../../core/show/keys-edit/lanes.ts';
import { keyableIn } from '../../../../core/show/keys-edit/keyable.ts';
import { keyToggled } from '../../../../core/show/keys-edit/toggle-key.ts';
import { oscClipSchema, OSC_LAYER } from '../../../../core/show/osc-clip.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { Path } from '../../../../core/station/form-value.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { clipFaults, putClip } from '../../../../core/show/timeline-edit/clip-record.ts';
import { layerOf } from '../../../../core/show/timeline-edit/content-shift.ts';
import { useDrafts } from '../../connect/station/use-drafts.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import { isTextField } from '../../escape.ts';
import { RecordForm } from '../../form/record-form.tsx';
import { useLanguage, useWords } from '../../use-link.ts';
import { KeyButtons } from '../keys/key-buttons.tsx';
import { labelOf } from '../keys/lane-names.ts';
import { ElementsPick } from '../pick/elements-pick.tsx';
import { timeText } from '../view.ts';
import {
  changedFields,
  fieldsAt,
  fieldsIn,
  mediaOptions,
  ownSchema,
  unitsOf,
  type Fields,
} from './clip-fields.ts';
import { Effects } from '../effects.tsx';
import { useLeaving } from './use-leaving.ts';

/**
 * What the chosen clip is at the playhead: its own fields and its layer's parameters, both made from their schemas, so a
 * new layer type needs nothing here. A press goes to the show at once, what is typed with Enter or when the field is left;
 * what is wrong stays in the field and goes nowhere.
 */
const SECONDS: Readonly<Record<string, string>> = { start: 's', duration: 's', fadeIn: 's', fadeOut: 's' };
const NOTHING: readonly Problem[] = [];
type Props = {
  document: ShowDocument;
  clip: BoardClip;
  edits: DocumentEdits;
  mayEdit: boolean;
  playhead: number;
  onSeek: (at: number) => void;
};

export const ClipForm = ({ document, clip, edits, mayEdit, playhead, onSeek }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const drafts = useDrafts();
  // What is being typed belongs to the time at which it was begun, should the preview run meanwhile.
  const [begunAt, setBegun] = useState<number | null>(null);
  const time = begunAt ?? playhead;
  const at = time - clip.start;
  const layer = layerOf(clip.layer);
  const schema = layer ? schemaOf(layer, clip.parameters) : clip.layer === OSC_LAYER ? oscClipSchema : null;
  const record = fieldsAt(document, clip, schema, at);
  const { value, isDirty } = drafts.of(clip.id, record);
  const parameters = fieldsIn(value['parameters']);
  const isShaped =
    ownSchema.safeParse(value).success && (schema === null || schema.safeParse(parameters).success);
  const faults = isDirty && isShaped ? clipFaults(document, clip, value) : NOTHING;
  const refused = edits.standing.kind === 'refused' ? edits.standing.problem : null;
  const drop = (): void => {
    drafts.drop(clip.id);
    setBegun(null);
  };
  const send = (next: Fields): void => {
    void edits
      .edit(putClip(document, clip, changedFields(document, clip, record, next, at)))
      .then((isTaken) => {
        if (isTaken) drop();
      });
  };
  const commit = (): void => {
    if (mayEdit && isDirty && isShaped && faults.length === 0) send(value);
    else if (!isDirty) setBegun(null);
  };
  const form = useLeaving(commit);
  const change = (next: Fields): void => {
    edits.forget();
    setBegun(time);
    drafts.change(clip.id, record, next);
    const isTyped = isTextField(globalThis.document.activeElement);
    const isSound =
      ownSchema.safeParse(next).success && (schema?.safeParse(next['parameters']).success ?? true);
    if (!isTyped && isSound && clipFaults(document, clip, next).length === 0) send(next);
  };
  const toggle = (param: string): void => {
    const lanes = keyToggled(clip, param, at);
    if (!lanes || !mayEdit) return;
    edits.forget();
    void edits.edit(lanesEdit(document, clip, 'key', lanes, at));
  };
  const keyOf = ([param]: Path) => {
    if (typeof param !== 'string' || keyableIn(clip.layer, param) === null) return null;
    return (
      <KeyButtons
        label={labelOf(language, clip.layer, param)}
        keys={clip.keyframes[param] ?? []}
        at={at}
        isReadOnly={!mayEdit}
        onToggle={() => toggle(param)}
        onSeek={(to) => onSeek(clip.start + to)}
      />
    );
  };
  const pickOf = ([param]: Path) => {
    if (typeof param !== 'string' || layer?.hints[param]?.control !== 'elements') return null;
    return (
      <ElementsPick
        id={`${clip.id}.${param}`}
        name={labelOf(language, clip.layer, param)}
        value={parameters[param]}
        isReadOnly={!mayEdit}
        onChange={(words) => change({ ...value, parameters: { ...parameters, [param]: words } })}
      />
    );
  };
  const options = useCallback((path: Path) => mediaOptions(document, path), [document]);
  const hasKeys = Object.values(clip.keyframes).some((keys) => keys.length > 0);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <h2>{clip.name || nameOf(clip.id)}</h2>
      {hasKeys && <p className="hint">{t('keysAtPlayhead', { at: timeText(time) })}</p>}
      <RecordForm
        kind="clip"
        schema={ownSchema}
        draft={value}
        isReadOnly={!mayEdit}
        refused={refused}
        faults={faults}
        units={SECONDS}
        besideOf={(path) => (path[0] === 'opacity' ? keyOf(path) : null)}
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
            optionsOf={options}
            besideOf={(path) => (path.length === 1 ? (keyOf(path) ?? pickOf(path)) : null)}
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
          <button type="button" data-revert onClick={drop}>
            {t('revert')}
          </button>
        </div>
      )}
    </form>
  );
};
