import { useId, useRef, useState } from 'react';

type Props = {
  label: string;
  value: number;
  /** Shown after the point; what is typed may be finer. */
  digits?: number;
  step?: number;
  min?: number;
  max?: number;
  disabled?: boolean;
  onChange: (value: number) => void;
};

/** "12,5" as well as "12.5"; null for what is no number or lies outside. */
export const readNumber = (text: string, min = -Infinity, max = Infinity): number | null => {
  const trimmed = text.trim().replace(',', '.').replace('−', '-');
  const value = Number(trimmed);
  return trimmed !== '' && Number.isFinite(value) && value >= min && value <= max ? value : null;
};

/** A number that is typed: Enter or leaving takes it, Esc gives the old one back, arrow keys step. */
export const NumberField = (props: Props) => {
  const { label, value, digits = 1, step = 1, min, max, disabled = false, onChange } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const isDropped = useRef(false);
  const read = draft === null ? value : readNumber(draft, min, max);
  const take = (): void => {
    if (!isDropped.current && draft !== null && read !== null && read !== value) onChange(read);
    isDropped.current = false;
    setDraft(null);
  };
  const stepBy = (by: number): void => {
    const next = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, (read ?? value) + by));
    setDraft(null);
    onChange(Number(next.toFixed(6)));
  };
  const press = (event: React.KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') take();
    if (event.key === 'Escape') isDropped.current = true;
    const way = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (way === 0) return;
    event.preventDefault();
    stepBy(way * step * (event.shiftKey ? 10 : 1));
  };
  return (
    <label className="number-field" htmlFor={id}>
      <span>{label}</span>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        disabled={disabled}
        value={draft ?? value.toFixed(digits)}
        aria-invalid={read === null}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={take}
        onKeyDown={press}
      />
    </label>
  );
};
