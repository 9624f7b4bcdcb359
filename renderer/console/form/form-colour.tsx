import { useEffect, useRef, useState } from 'react';
import { useWords } from '../use-link.ts';
import { useForm } from './form-context.ts';
import type { ShapeProps } from './form-field.tsx';
import { FormInput } from './form-input.tsx';

/** A colour: mixed in the browser's own window, typed, or one that the show has already. */
const HEX = /^#[0-9a-fA-F]{6}$/;

export const FormColour = (props: ShapeProps) => {
  const { path, value, labelled } = props;
  const t = useWords();
  const { isReadOnly, swatches } = useForm();
  const [isOpen, setOpen] = useState(false);
  const colours = isOpen ? swatches() : [];
  return (
    <div className="form-colour">
      <FormInput {...props} shape={{ kind: 'text', isTime: false }} isNothingAllowed={false} />
      <span className="colour-tools">
        <Mixer {...props} />
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={t('formSwatches', { name: labelled.label })}
          title={t('formSwatches', { name: labelled.label })}
          disabled={isReadOnly}
          onClick={() => setOpen(!isOpen)}
        >
          ▾
        </button>
      </span>
      {isOpen && <Swatches {...{ path, value, colours }} label={labelled.label} />}
    </div>
  );
};

/** React calls each move in that window a change; the one that is meant is the browser's. */
const Mixer = ({ path, value, labelled }: ShapeProps) => {
  const t = useWords();
  const { isReadOnly, hand, change } = useForm();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { current } = input;
    const done = (): void => (hand ? hand.keep() : undefined);
    current?.addEventListener('change', done);
    return () => current?.removeEventListener('change', done);
  });
  return (
    <input
      ref={input}
      type="color"
      aria-label={t('formMix', { name: labelled.label })}
      title={t('formMix', { name: labelled.label })}
      disabled={isReadOnly}
      value={typeof value === 'string' && HEX.test(value) ? value.toLowerCase() : '#000000'}
      onChange={(event) => (hand ? hand.show(path, event.target.value) : change(path, event.target.value))}
    />
  );
};

type SwatchProps = Pick<ShapeProps, 'path' | 'value'> & { label: string; colours: readonly string[] };
const Swatches = ({ path, value, label, colours }: SwatchProps) => {
  const t = useWords();
  const { isReadOnly, change } = useForm();
  if (colours.length === 0) return <p className="hint">{t('formNoSwatches')}</p>;
  return (
    <fieldset className="swatches" aria-label={t('formSwatches', { name: label })}>
      {colours.map((colour) => (
        <button
          key={colour}
          type="button"
          className="swatch"
          aria-label={colour}
          title={colour}
          aria-pressed={colour === value}
          disabled={isReadOnly}
          style={{ background: colour }}
          onClick={() => change(path, colour)}
        />
      ))}
    </fieldset>
  );
};
