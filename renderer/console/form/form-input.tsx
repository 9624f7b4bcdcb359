import { useState } from 'react';
import type { Shape } from '../../../core/station/form.ts';
import { stableText } from '../../../core/show/serialise.ts';
import { readText, textOf } from '../../../core/station/form-value.ts';
import { fittedNumber, isRelative, reckoned } from '../../../core/station/reckon.ts';
import { useWords } from '../use-link.ts';
import { keyOf, useForm } from './form-context.ts';
import type { ShapeProps } from './form-field.tsx';
import { FormLabel } from './form-label.tsx';

type Typed = Extract<Shape, { kind: 'number' | 'text' | 'scalar' | 'anything' }>;
/** Texts of more than a line. */
const LONG: ReadonlySet<string> = new Set(['note']);
/** Texts in a language of their own. */
const CODE: ReadonlySet<string> = new Set(['code']);
type Props = ShapeProps<Typed> & { isNothingAllowed: boolean };
/** `from`: the value that stood there, which "+5" is about. */
type Begun = { text: string; from: number | null };

/** What is typed: kept as typed while the hand is on it, read at each key. Empty is nothing (null) where that is allowed. */
export const FormInput = ({ shape, path, value, labelled, isNothingAllowed }: Props) => {
  const t = useWords();
  const { isReadOnly, problems, hand, isMixed, change } = useForm();
  const [typed, setTyped] = useState<Begun | null>(null);
  const read = ({ text, from }: Begun): unknown => {
    if (isNothingAllowed && text.trim() === '') return null;
    if (hand === null || shape.kind !== 'number') return readText(shape, text);
    // For values that differ it is not reckoned here, but for each of them.
    const isForEach = isMixed(path) && isRelative(text);
    return reckoned(shape, text, from) ?? (isForEach ? text : readText(shape, text));
  };
  // What was typed stands as long as it is what the record says: "2." is 2, until somebody undoes it.
  const isTyped = typed !== null && stableText(read(typed)) === stableText(value);
  const shown = isTyped ? typed.text : isNothingAllowed && value === null ? '' : textOf(shape, value);
  const type = (text: string): void => {
    const next = { text, from: isTyped ? typed.from : typeof value === 'number' ? value : null };
    setTyped(next);
    change(path, read(next));
  };
  const step = (event: React.KeyboardEvent): void => {
    // What was typed is done: the field says what came of it.
    if (event.key === 'Enter' && hand !== null && shape.kind === 'number') setTyped(null);
    const way = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (way === 0 || shape.kind !== 'number' || typeof value !== 'number') return;
    event.preventDefault();
    setTyped(null);
    change(path, fittedNumber(shape, value + way * stepOf(shape, event)));
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
  const empty = isNothingAllowed ? t('formNothing') : placeholderOf(shape);
  return (
    <div className={`form-input of-${shape.kind}`}>
      <FormLabel shape={shape} path={path} value={value} id={labelled.id}>
        {labelled.label}
      </FormLabel>
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
          placeholder={isMixed(path) ? t('formMixed') : empty}
          onKeyDown={step}
        />
      )}
      {shape.kind === 'number' && <span className="unit">{rangeText(shape)}</span>}
    </div>
  );
};

/** An arrow's: a tenth, or one of what is counted; Shift ten times as much, Alt a tenth. */
const stepOf = (
  { isWhole }: Extract<Shape, { kind: 'number' }>,
  { shiftKey, altKey }: React.KeyboardEvent,
): number => (isWhole ? 1 : 0.1) * (shiftKey ? 10 : 1) * (altKey && !isWhole ? 0.1 : 1);

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
