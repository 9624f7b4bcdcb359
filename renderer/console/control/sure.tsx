import { useState } from 'react';

type Props = { label: string; sure: string; disabled?: boolean; className?: string; onSure: () => void };

/**
 * Two presses: the first asks. It forgets when the pointer or the focus leaves. Both labels keep their room, so that the
 * button never slips away from under the pointer that has just pressed it.
 */
export const Sure = ({ label, sure, disabled = false, className = '', onSure }: Props) => {
  const [isAsking, setAsking] = useState(false);
  return (
    <button
      type="button"
      className={`sure ${isAsking ? 'danger' : className}`}
      disabled={disabled}
      onClick={() => {
        if (isAsking) onSure();
        setAsking(!isAsking);
      }}
      onBlur={() => setAsking(false)}
      onPointerLeave={(event) => event.pointerType === 'mouse' && setAsking(false)}
    >
      <span style={{ visibility: isAsking ? 'hidden' : 'visible' }}>{label}</span>
      <span style={{ visibility: isAsking ? 'visible' : 'hidden' }}>{sure}</span>
    </button>
  );
};
