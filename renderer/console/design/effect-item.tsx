import { useId, useMemo } from 'react';
import { kindOf, nameOf } from '../../../core/ids.ts';
import { effectOf } from '../../../core/layers/effects/registry.ts';
import type { Problem } from '../../../core/result.ts';
import { isPlainObject } from '../../../core/show/plain.ts';
import type { EffectRecord, ShowDocument } from '../../../core/show/show.schema.ts';
import {
  withEffectChanged,
  withEffectMoved,
  withoutEffect,
  type EffectFields,
} from '../../../core/show/timeline-edit/effects-edit.ts';
import { Toggle } from '../control/toggle.tsx';
import { useLanguage, useWords } from '../use-link.ts';
import { fieldLabel } from '../words/field.words.ts';
import type { EffectsProps } from './effects.tsx';
import { LayerForm } from './inspector/layer-form.tsx';
import { effectLabel } from './keys/lane-names.ts';

/** One effect: its head, and the form of its settings. */
type Props = EffectsProps & { effect: EffectRecord; index: number };
type Parameters = Record<string, unknown>;
const NO_PAIRS: readonly never[] = [];

export const EffectItem = (props: Props) => {
  const { clip, document, fields, effect, index, isReadOnly, refused, faults, onChange } = props;
  const { swatches, keyOf, isKeyed, hand } = props;
  const t = useWords();
  const language = useLanguage();
  const definition = effectOf(effect.type);
  const name = effectLabel(language, effect);
  const path = `${clip}.effects.${index}.parameters`;
  const draft = useMemo(() => {
    const parsed = definition?.schema.safeParse(effect.parameters).data;
    return { ...(isPlainObject(parsed) ? parsed : {}), ...effect.parameters };
  }, [definition, effect.parameters]);
  /** Only what was touched is written; what was taken out is there no more. */
  const withParameters = (next: Parameters): EffectFields => {
    const touched = Object.entries(next).filter(([key, value]) => value !== draft[key]);
    const kept = Object.entries(effect.parameters).filter(([key]) => Object.hasOwn(next, key));
    return withEffectChanged(fields, effect.id, { parameters: Object.fromEntries([...kept, ...touched]) });
  };
  const put = (next: Parameters): void => onChange(withParameters(next));
  return (
    <>
      <div className="effect-head">
        <Toggle
          label={name}
          isOn={effect.on}
          disabled={isReadOnly}
          onChange={(on) => onChange(withEffectChanged(fields, effect.id, { on }))}
        />
        <button
          type="button"
          aria-label={t('effectEarlier', { name })}
          disabled={isReadOnly || index === 0}
          onClick={() => onChange(withEffectMoved(fields, effect.id, -1))}
        >
          ↑
        </button>
        <button
          type="button"
          aria-label={t('effectLater', { name })}
          disabled={isReadOnly || index === fields.effects.length - 1}
          onClick={() => onChange(withEffectMoved(fields, effect.id, 1))}
        >
          ↓
        </button>
        <button
          type="button"
          aria-label={t('formRemove', { name })}
          disabled={isReadOnly}
          onClick={() => onChange(withoutEffect(fields, effect.id))}
        >
          ✕
        </button>
      </div>
      <ItemFaults faults={faults} path={path} />
      {definition === null && <p className="hint">{t('effectUnknown')}</p>}
      {definition && (
        <>
          {'clip' in draft && (
            <ClipPick
              label={fieldLabel(language, `effect-${effect.type}`, 'clip')}
              value={draft['clip']}
              clips={picturesBeside(document, clip)}
              isReadOnly={isReadOnly}
              onPick={(picked) => put({ ...draft, clip: picked })}
            />
          )}
          <LayerForm
            title={null}
            kind={`effect-${effect.type}`}
            id={path}
            schema={definition.schema}
            hints={definition.hints}
            parameters={draft}
            hidden={HIDDEN}
            labelOf={(param) => `${name} · ${fieldLabel(language, `effect-${effect.type}`, param)}`}
            isKeyed={(param) => isKeyed(effect.id, param)}
            keyOf={(param) => keyOf(effect.id, param)}
            pairs={NO_PAIRS}
            hand={{ ...hand, show: (next) => hand.show(withParameters(next)) }}
            onChange={put}
            {...{ isReadOnly, refused, faults, swatches }}
          />
        </>
      )}
    </>
  );
};

const HIDDEN = ['clip'];

/** What is wrong with an effect as a whole, or with what has no field of its own in its form. */
const ItemFaults = ({ faults, path }: { faults: readonly Problem[]; path: string }) =>
  faults
    .filter((fault) => fault.path === path || fault.path === `${path}.clip`)
    .map((fault) => (
      <p key={fault.path} className="form-problem">
        ! {fault.message}
      </p>
    ));

type PickProps = {
  label: string;
  value: unknown;
  clips: readonly { id: string; name: string }[];
  isReadOnly: boolean;
  onPick: (id: string | null) => void;
};
const ClipPick = ({ label, value, clips, isReadOnly, onPick }: PickProps) => {
  const t = useWords();
  const id = useId();
  const chosen = typeof value === 'string' ? value : '';
  return (
    <div className="form-input">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        disabled={isReadOnly}
        value={chosen}
        onChange={(event) => onPick(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t('effectNoClip')}</option>
        {chosen !== '' && !clips.some((clip) => clip.id === chosen) && (
          <option value={chosen}>✕ {nameOf(chosen)}</option>
        )}
        {clips.map((clip) => (
          <option key={clip.id} value={clip.id}>
            {clip.name || nameOf(clip.id)}
          </option>
        ))}
      </select>
    </div>
  );
};

/** The other clips of its timeline that have a picture. */
const picturesBeside = ({ records, order }: ShowDocument, clip: string): { id: string; name: string }[] => {
  const tracks = Object.keys(order).find(
    (owner) =>
      kindOf(owner) === 'timeline' && order[owner]?.some((track) => order[track]?.includes(clip) === true),
  );
  const ids = (order[tracks ?? ''] ?? []).flatMap((track) => order[track] ?? []);
  return ids.flatMap((id) => {
    const record = records[id];
    if (id === clip || !isPlainObject(record) || !hasPicture(record)) return [];
    const { name } = record;
    return [{ id, name: typeof name === 'string' ? name : '' }];
  });
};
const hasPicture = (record: unknown): boolean =>
  isPlainObject(record) && record['layer'] !== 'sound' && record['layer'] !== 'osc';
