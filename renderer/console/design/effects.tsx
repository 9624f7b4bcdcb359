import { useId, useMemo } from 'react';
import { kindOf, nameOf } from '../../../core/ids.ts';
import { effectOf, effectTypes } from '../../../core/layers/effects/registry.ts';
import type { Problem } from '../../../core/result.ts';
import { isPlainObject } from '../../../core/show/plain.ts';
import type { EffectRecord, ShowDocument } from '../../../core/show/show.schema.ts';
import {
  withEffect,
  withEffectChanged,
  withEffectMoved,
  withoutEffect,
  type EffectFields,
} from '../../../core/show/timeline-edit/effects-edit.ts';
import { Toggle } from '../control/toggle.tsx';
import { RecordForm } from '../form/record-form.tsx';
import { useLanguage, useWords } from '../use-link.ts';
import { fieldLabel } from '../words/field.words.ts';
import { ElementsPick } from './pick/elements-pick.tsx';
import './effects.css';

/**
 * The effects of the chosen clip: added, switched, put in order, taken away, each with a form made from its schema. What
 * is changed goes the clip's own way, as one step.
 */
type Props = {
  /** The clip's id. */
  clip: string;
  document: ShowDocument;
  fields: EffectFields;
  isReadOnly: boolean;
  refused: Problem | null;
  faults: readonly Problem[];
  onChange: (fields: EffectFields) => void;
};

export const Effects = (props: Props) => {
  const { document, clip, isReadOnly } = props;
  const t = useWords();
  const language = useLanguage();
  const { effects, keyframes, follow } = props.fields;
  const fields: EffectFields = { effects, keyframes, follow };
  if (!hasPicture(document.records[clip])) return null;
  const { onChange } = props;
  return (
    <section className="effects" aria-label={t('effects')}>
      <h3>{t('effects')}</h3>
      {fields.effects.length === 0 && <p className="hint">{t('effectsNone')}</p>}
      <ol>
        {fields.effects.map((effect, index) => (
          <li key={effect.id} className={effect.on ? '' : 'off'}>
            <EffectItem {...props} fields={fields} effect={effect} index={index} />
          </li>
        ))}
      </ol>
      <select
        aria-label={t('effectAdd')}
        disabled={isReadOnly}
        value=""
        onChange={(event) => onChange(withEffect(fields, event.target.value))}
      >
        <option value="">+ {t('effectAdd')}</option>
        {Object.values(effectTypes).map(({ type, name }) => (
          <option key={type} value={type}>
            {name[language]}
          </option>
        ))}
      </select>
    </section>
  );
};

type ItemProps = Props & { effect: EffectRecord; index: number };

const EffectItem = (props: ItemProps) => {
  const { clip, document, fields, effect, index, isReadOnly, refused, faults, onChange } = props;
  const t = useWords();
  const language = useLanguage();
  const definition = effectOf(effect.type);
  const name = `${definition?.name[language] ?? effect.type}${effect.id === effect.type ? '' : ` · ${effect.id}`}`;
  const path = `${clip}.effects.${index}.parameters`;
  const draft = useMemo(() => {
    const parsed = definition?.schema.safeParse(effect.parameters).data;
    return { ...(isPlainObject(parsed) ? parsed : {}), ...effect.parameters };
  }, [definition, effect.parameters]);
  const put = (next: Record<string, unknown>): void => {
    const touched = Object.entries(next).filter(([key, value]) => value !== draft[key]);
    const parameters = { ...effect.parameters, ...Object.fromEntries(touched) };
    onChange(withEffectChanged(fields, effect.id, { parameters }));
  };
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
          <RecordForm
            kind={`effect-${effect.type}`}
            schema={definition.schema}
            draft={draft}
            hidden={['clip']}
            isReadOnly={isReadOnly}
            refused={refused}
            faults={faults}
            units={unitsOf(definition.hints)}
            besideOf={([param]) =>
              typeof param === 'string' && definition.hints[param]?.control === 'elements' ? (
                <ElementsPick
                  id={`${path}.${param}`}
                  name={fieldLabel(language, `effect-${effect.type}`, param)}
                  value={draft[param]}
                  isReadOnly={isReadOnly}
                  onChange={(words) => put({ ...draft, [param]: words })}
                />
              ) : null
            }
            id={path}
            onChange={put}
          />
        </>
      )}
    </>
  );
};

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

const unitsOf = (hints: Readonly<Record<string, { unit?: string } | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(hints).flatMap(([key, hint]) => (hint?.unit ? [[key, hint.unit]] : [])));
