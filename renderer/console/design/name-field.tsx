import { useCallback, useEffect, useRef, useState } from 'react';
import { useEscape } from '../escape.ts';

/** A name typed where it stands: Enter or leaving the field keeps it, Esc leaves it as it was. */
type Props = { value: string; label: string; onDone: (value: string | null) => void };

export const NameField = ({ value, label, onDone }: Props) => {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const done = useCallback(
    (kept: string | null) => {
      if (isOver.current) return;
      isOver.current = true;
      onDone(kept);
    },
    [onDone],
  );
  useEffect(() => field.current?.select(), []);
  useEscape(
    true,
    useCallback(() => done(null), [done]),
  );
  const trimmed = text.trim();
  const keep = () => done(trimmed === '' || trimmed === value ? null : trimmed);
  return (
    <input
      ref={field}
      className="name-field"
      aria-label={label}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        done(null);
      }}
    />
  );
};
