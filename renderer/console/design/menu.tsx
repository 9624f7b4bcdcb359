import { useCallback, useId, useRef, useState } from 'react';
import { useEscape } from '../escape.ts';
import { useOutsidePress } from '../outside-press.ts';

/** A button with things to do behind it; a press elsewhere or Esc closes it, and so does whatever says that it is done. */
type Props = {
  label: string;
  text: string;
  className?: string;
  disabled?: boolean;
  children: (close: () => void) => React.ReactNode;
};

export const Menu = ({ label, text, className = '', disabled = false, children }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = useCallback(() => setOpen(false), []);
  useEscape(isOpen, close);
  useOutsidePress(isOpen, place, close);
  return (
    <div ref={place} className={`board-menu ${className} ${isOpen ? 'open' : ''}`}>
      <button
        type="button"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={disabled}
        onClick={() => setOpen(!isOpen)}
      >
        {text}
      </button>
      {isOpen && (
        <fieldset id={id} className="board-menu-body" aria-label={label}>
          {children(close)}
        </fieldset>
      )}
    </div>
  );
};
