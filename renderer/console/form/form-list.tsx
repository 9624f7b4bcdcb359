import { useState } from 'react';
import type { Shape } from '../../../core/station/form.ts';
import { blankOf } from '../../../core/station/form-blank.ts';
import { useWords } from '../use-link.ts';
import { useForm } from './form-context.ts';
import { FormShape, type ShapeProps } from './form-field.tsx';

/** As many as are wanted: addresses that may speak, universes, dates. */
export const FormList = ({ shape, path, value, labelled }: ShapeProps<Extract<Shape, { kind: 'list' }>>) => {
  const t = useWords();
  const { isReadOnly, problems, optionsOf, change } = useForm();
  const items: unknown[] = Array.isArray(value) ? (value as unknown[]) : [];
  const options = shape.item.kind === 'text' ? optionsOf([...path, items.length]) : null;
  const isFull = isReadOnly || (shape.max !== null && items.length >= shape.max);
  return (
    <fieldset className="form-list" aria-describedby={labelled.describedBy}>
      <legend>{labelled.label}</legend>
      {items.length === 0 && <p className="hint">{t('formNone')}</p>}
      {items.map((item, index) => (
        <div key={index} className="form-item">
          <FormShape
            shape={shape.item}
            path={[...path, index]}
            value={item}
            labelled={{ ...labelled, label: `${labelled.label} ${index + 1}`, id: `${labelled.id}-${index}` }}
          />
          <button
            type="button"
            disabled={isReadOnly || items.length <= shape.min}
            aria-label={t('formRemove', { name: `${labelled.label} ${index + 1}` })}
            onClick={() => change([...path, index], undefined)}
          >
            ✕
          </button>
          <ItemProblem text={problems.get([...path, index].join('.'))} />
        </div>
      ))}
      {options === null ? (
        <button
          type="button"
          disabled={isFull}
          onClick={() => change([...path, items.length], blankOf(shape.item))}
        >
          + {t('formAdd')}
        </button>
      ) : (
        <select
          aria-label={`${t('formAdd')}: ${labelled.label}`}
          disabled={isFull || options.length === 0}
          value=""
          onChange={(event) => {
            const picked = options[Number(event.target.value)];
            if (picked) change(path, [...items, ...(picked.run ?? [picked.value])]);
          }}
        >
          <option value="">+ {t('formAdd')}</option>
          {options.map(({ value: each, label }, index) => (
            <option key={each} value={index}>
              {label}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
};
const ItemProblem = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : <p className="form-problem">! {text}</p>;

/** Named values. */
export const FormMap = ({ shape, path, value, labelled }: ShapeProps<Extract<Shape, { kind: 'map' }>>) => {
  const t = useWords();
  const { isReadOnly, change } = useForm();
  const [name, setName] = useState('');
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const isFree = name.trim() !== '' && !entries.some(([key]) => key === name.trim());
  const add = (): void => {
    change([...path, name.trim()], blankOf(shape.item));
    setName('');
  };
  return (
    <fieldset className="form-list" aria-describedby={labelled.describedBy}>
      <legend>{labelled.label}</legend>
      {entries.map(([key, item]) => (
        <div key={key} className="form-item">
          <FormShape
            shape={shape.item}
            path={[...path, key]}
            value={item}
            labelled={{ ...labelled, label: key, id: `${labelled.id}-${key}` }}
          />
          <button
            type="button"
            disabled={isReadOnly}
            aria-label={t('formRemove', { name: key })}
            onClick={() => change([...path, key], undefined)}
          >
            ✕
          </button>
        </div>
      ))}
      <div className="form-item">
        <input
          type="text"
          aria-label={t('formKey')}
          value={name}
          disabled={isReadOnly}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="button" disabled={isReadOnly || !isFree} onClick={add}>
          + {t('formAdd')}
        </button>
      </div>
    </fieldset>
  );
};
