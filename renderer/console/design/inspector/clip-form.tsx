import { useCallback, type ReactNode } from 'react';
import { channelName } from '../../../../core/show/channels.ts';
import { coloursOf } from '../../../../core/show/colours.ts';
import { lanesEdit } from '../../../../core/show/keys-edit/lanes.ts';
import { keyableIn } from '../../../../core/show/keys-edit/keyable.ts';
import { keyToggled } from '../../../../core/show/keys-edit/toggle-key.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { Path } from '../../../../core/station/form-value.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { pickOptions } from '../../../../core/show/timeline-edit/pick-options.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import { RecordForm } from '../../form/record-form.tsx';
import { useLanguage, useWords } from '../../use-link.ts';
import { KeyButtons } from '../keys/key-buttons.tsx';
import { channelLabel } from '../keys/lane-names.ts';
import type { OnTrial } from '../keys/use-trial.ts';
import { timeText } from '../view.ts';
import { defaultsOf, fieldsIn, ownSchema } from './clip-fields.ts';
import { Effects } from '../effects.tsx';
import { LayerForm } from './layer-form.tsx';
import { differs, FieldTools, fallbackOf } from './field-tools.tsx';
import type { Links } from './use-links.ts';
import { useClipDraft } from './use-clip-draft.ts';
import { useLeaving } from './use-leaving.ts';

/**
 * What the chosen clip is at the playhead: its own fields, its layer's parameters and its effects, all made from their
 * schemas, so a new layer or effect type needs nothing here.
 */
const SECONDS: Readonly<Record<string, string>> = { start: 's', duration: 's', fadeIn: 's', fadeOut: 's' };
type Props = {
  document: ShowDocument;
  clip: BoardClip;
  edits: DocumentEdits;
  mayEdit: boolean;
  playhead: number;
  links: Links;
  onSeek: (at: number) => void;
  onTrial: OnTrial;
};

export const ClipForm = ({ document, clip, edits, mayEdit, playhead, links, onSeek, onTrial }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const draft = useClipDraft({
    document,
    clip,
    edits,
    mayEdit,
    playhead,
    links: links.of(clip.layer),
    onTrial,
  });
  const { value, schema, layer, faults, at, isDirty } = draft;
  const form = useLeaving(draft.commit);
  const refused = edits.standing.kind === 'refused' ? edits.standing.problem : null;
  const toggle = (param: string): void => {
    const lanes = keyToggled(clip, param, at);
    if (!lanes || !mayEdit) return;
    edits.forget();
    void edits.edit(lanesEdit(document, clip, 'key', lanes, at));
  };
  const keyOf = (channel: string): ReactNode =>
    keyableIn(clip, channel) === null ? null : (
      <KeyButtons
        label={channelLabel(language, clip, channel)}
        keys={clip.keyframes[channel] ?? []}
        at={at}
        isReadOnly={!mayEdit}
        onToggle={() => toggle(channel)}
        onSeek={(to) => onSeek(clip.start + to)}
      />
    );
  const isKeyed = (channel: string): boolean => (clip.keyframes[channel] ?? []).length > 0;
  const swatches = useCallback(() => coloursOf(document), [document]);
  const options = useCallback((path: Path) => pickOptions(document, clip, path), [document, clip]);
  const hasKeys = Object.values(clip.keyframes).some((keys) => keys.length > 0);
  const common = { isReadOnly: !mayEdit, refused, faults, swatches };
  const { keep, leave: letGo } = draft;
  const parameters = { ...(schema ? defaultsOf(schema) : {}), ...fieldsIn(value['parameters']) };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        draft.commit();
      }}
    >
      {hasKeys && <p className="hint">{t('keysAtPlayhead', { at: timeText(draft.time) })}</p>}
      <RecordForm
        kind="clip"
        schema={ownSchema}
        draft={value}
        units={SECONDS}
        besideOf={(path) => (path[0] === 'opacity' ? keyOf('opacity') : null)}
        behindOf={([key]) =>
          typeof key === 'string' && key !== 'name' && differs(value[key], fallbackOf(ownSchema, key)) ? (
            <FieldTools
              label={channelLabel(language, clip, key)}
              isReadOnly={!mayEdit}
              fallback={fallbackOf(ownSchema, key)}
              value={value[key]}
              onReset={() => draft.change({ ...value, [key]: fallbackOf(ownSchema, key) })}
              onDice={null}
              link={null}
            />
          ) : null
        }
        hand={{ show: draft.show, keep, drop: letGo }}
        id={clip.id}
        onChange={draft.change}
        {...common}
      />
      {schema && (
        <LayerForm
          title={`${t('designLayer')} · ${layer?.name[language] ?? clip.layer}`}
          kind={`layer-${clip.layer}`}
          id={`${clip.id}.parameters`}
          hints={layer?.hints ?? {}}
          parameters={parameters}
          labelOf={(param) => channelLabel(language, clip, param)}
          isKeyed={isKeyed}
          keyOf={keyOf}
          optionsOf={options}
          pairs={links.pairsOf(clip)}
          hand={{ show: (next) => draft.show({ ...value, parameters: next }), keep, drop: letGo }}
          onChange={(next) => draft.change({ ...value, parameters: next })}
          {...{ schema, ...common }}
        />
      )}
      <Effects
        clip={clip.id}
        document={document}
        fields={{ ...clip, ...value }}
        keyOf={(effect, param) => keyOf(channelName(effect, param))}
        isKeyed={(effect, param) => isKeyed(channelName(effect, param))}
        hand={{ show: (next) => draft.show({ ...value, ...changedOf(clip, next) }), keep, drop: letGo }}
        onChange={(next) => draft.change({ ...value, ...changedOf(clip, next) })}
        {...common}
      />
      {isDirty && mayEdit && (
        <div className="record-actions">
          <button type="submit" className="primary" disabled={!draft.isSound}>
            {t('apply')}
          </button>
          <button type="button" data-revert onClick={draft.drop}>
            {t('revert')}
          </button>
        </div>
      )}
    </form>
  );
};

type Moving = Pick<BoardClip, 'effects' | 'keyframes' | 'follow'>;
/** Keys and follows only where they are others: a draft that has them all is compared at each stroke. */
const changedOf = (clip: BoardClip, { effects, keyframes, follow }: Moving): Partial<Moving> => ({
  effects,
  ...(keyframes === clip.keyframes ? {} : { keyframes }),
  ...(follow === clip.follow ? {} : { follow }),
});
