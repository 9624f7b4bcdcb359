import { useId, useRef, useState } from 'react';

type Props = {
  label: string;
  value: string;
  maxLength?: number;
  disabled?: boolean;
  /** Nothing is a value too. */
  canBeEmpty?: boolean;
  onChange: (value: string) => void;
};

/** Enter or leaving takes what was typed, Esc gives the old back; empty is not taken. */
export const TextField = ({
  label,
  value,
  maxLength = 80,
  disabled = false,
  canBeEmpty = false,
  onChange,
}: Props) => {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const isDropped = useRef(false);
  const take = (): void => {
    const text = draft?.trim() ?? '';
    const isValue = draft !== null && (canBeEmpty || text !== '');
    if (!isDropped.current && isValue && text !== value) onChange(text);
    isDropped.current = false;
    setDraft(null);
  };
  return (
    <label className="text-field" htmlFor={id}>
      <span>{label}</span>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={maxLength}
        disabled={disabled}
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') isDropped.current = true;
        }}
      />
    </label>
  );
};
