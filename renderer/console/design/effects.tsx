import type { ReactNode } from 'react';
import { EXCERPT_LAYER } from '../../../core/layers/excerpt.ts';
import { effectTypes } from '../../../core/layers/effects/registry.ts';
import { isPlainObject } from '../../../core/show/plain.ts';
import type { Problem } from '../../../core/result.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import { withEffect, type EffectFields } from '../../../core/show/timeline-edit/effects-edit.ts';
import type { FormState } from '../form/form-context.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { EffectItem } from './effect-item.tsx';
import './effects.css';

/**
 * The effects of the chosen clip: added, switched, put in order, taken away, each with a form made from its schema. What
 * is changed goes the clip's own way, as one step.
 */
export type EffectsProps = {
  /** The clip's id. */
  clip: string;
  document: ShowDocument;
  fields: EffectFields;
  isReadOnly: boolean;
  refused: Problem | null;
  faults: readonly Problem[];
  swatches: FormState['swatches'];
  /** What stands before a setting: its key. */
  keyOf: (effect: string, param: string) => ReactNode;
  isKeyed: (effect: string, param: string) => boolean;
  hand: { show: (fields: EffectFields) => void; keep: () => void; drop: () => void };
  onChange: (fields: EffectFields) => void;
};

export const Effects = (props: EffectsProps) => {
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

/** Heard, sent, or resolved before there is a picture to work on. */
const NO_PICTURE: ReadonlySet<unknown> = new Set(['sound', 'osc', EXCERPT_LAYER]);
const hasPicture = (record: unknown): boolean => isPlainObject(record) && !NO_PICTURE.has(record['layer']);
