import { useState } from 'react';

/** A line of text in a menu, kept with Enter or when it is left. */
type Props = { label: string; value: string; onDone: (value: string) => void };

export const MenuField = ({ label, value, onDone }: Props) => {
  const [text, setText] = useState(value);
  const keep = () => {
    if (text !== value) onDone(text);
  };
  return (
    <label className="menu-field">
      <span>{label}</span>
      <input
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </label>
  );
};
