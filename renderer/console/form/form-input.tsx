import { useState } from 'react';
import type { Shape } from '../../../core/station/form.ts';
import { stableText } from '../../../core/show/serialise.ts';
import { readText, textOf } from '../../../core/station/form-value.ts';
import { useWords } from '../use-link.ts';
import { keyOf, useForm } from './form-context.ts';
import type { ShapeProps } from './form-field.tsx';

type Typed = Extract<Shape, { kind: 'number' | 'text' | 'scalar' | 'anything' }>;
/** Texts of more than a line. */
const LONG: ReadonlySet<string> = new Set(['note']);
/** Texts in a language of their own. */
const CODE: ReadonlySet<string> = new Set(['code']);
type Props = ShapeProps<Typed> & { isNothingAllowed: boolean };

/** What is typed: kept as typed while the hand is on it, read at each key. Empty is nothing (null) where that is allowed. */
export const FormInput = ({ shape, path, value, labelled, isNothingAllowed }: Props) => {
  const t = useWords();
  const { isReadOnly, problems, change } = useForm();
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): unknown =>
    isNothingAllowed && text.trim() === '' ? null : readText(shape, text);
  // What was typed stands as long as it is what the record says: "2." is 2, until somebody undoes it.
  const isTyped = typed !== null && stableText(read(typed)) === stableText(value);
  const shown = isTyped ? typed : isNothingAllowed && value === null ? '' : textOf(shape, value);
  const type = (text: string): void => {
    setTyped(text);
    change(path, read(text));
  };
  const step = (event: React.KeyboardEvent): void => {
    const way = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (way === 0 || shape.kind !== 'number' || typeof value !== 'number') return;
    event.preventDefault();
    setTyped(null);
    const by = (shape.isWhole || event.shiftKey ? 1 : 0.1) * (shape.isWhole && event.shiftKey ? 10 : 1);
    const next = Math.min(shape.max ?? Infinity, Math.max(shape.min ?? -Infinity, value + way * by));
    change(path, Number(next.toFixed(6)));
  };
  const common = {
    id: labelled.id,
    'aria-describedby': labelled.describedBy,
    'aria-invalid': problems.has(path.join('.')),
    disabled: isReadOnly,
    value: shown,
    onChange: (event: { target: { value: string } }) => type(event.target.value),
    onBlur: () => setTyped(null),
  };
  return (
    <div className={`form-input of-${shape.kind}`}>
      <label htmlFor={labelled.id}>{labelled.label}</label>
      {shape.kind === 'anything' ? (
        <textarea {...common} rows={2} spellCheck={false} className="mono" />
      ) : CODE.has(keyOf(path)) ? (
        <textarea {...common} rows={14} spellCheck={false} wrap="off" className="mono" />
      ) : LONG.has(keyOf(path)) ? (
        <textarea {...common} rows={3} />
      ) : (
        <input
          {...common}
          type="text"
          autoComplete="off"
          spellCheck={false}
          inputMode={shape.kind === 'number' ? 'decimal' : 'text'}
          placeholder={isNothingAllowed ? t('formNothing') : placeholderOf(shape)}
          onKeyDown={step}
        />
      )}
      {shape.kind === 'number' && <span className="unit">{rangeText(shape)}</span>}
    </div>
  );
};

const placeholderOf = (shape: Shape): string => (shape.kind === 'text' && shape.isTime ? '21:30' : '');
/** `s · 0–60`: the unit, then what the schema lets through. */
const FAR = 10_000;
const rangeText = (shape: Extract<Shape, { kind: 'number' }>): string => {
  const { unit } = shape;
  // Limits that nobody reaches tell nobody anything.
  const min = (shape.min ?? -FAR) <= -FAR ? null : shape.min;
  const max = min === null && (shape.max ?? FAR) >= FAR ? null : shape.max;
  const number = (value: number): string => String(value).replace('-', '−');
  const range =
    min !== null && max !== null
      ? `${number(min)} … ${number(max)}`
      : min !== null
        ? `≥ ${number(min)}`
        : max !== null
          ? `≤ ${number(max)}`
          : '';
  return [unit ?? '', range].filter((part) => part !== '').join(' · ');
};
