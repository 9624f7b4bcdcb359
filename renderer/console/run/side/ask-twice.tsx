import { useEffect, useState } from 'react';
import { after } from '../../../link/clock.ts';

/** So long a first press is remembered. */
const ASKING_MS = 4000;

/** Two presses: the first asks. It forgets when the focus or the pointer leaves, and after 4 s. */
export const useAskTwice = (
  run: () => void,
): { isAsking: boolean; press: () => void; forget: () => void } => {
  const [isAsking, setAsking] = useState(false);
  useEffect(() => (isAsking ? after(ASKING_MS, () => setAsking(false)) : undefined), [isAsking]);
  return {
    isAsking,
    press() {
      if (isAsking) run();
      setAsking(!isAsking);
    },
    forget: () => setAsking(false),
  };
};

type Props = { ask: ReturnType<typeof useAskTwice>; word: string; sure: string; hotKey?: string };

export const AskTwice = ({ ask, word, sure, hotKey }: Props) => (
  <button type="button" className={ask.isAsking ? 'danger' : ''} onClick={ask.press} onBlur={ask.forget}>
    {ask.isAsking ? sure : word} {hotKey && <kbd>{hotKey}</kbd>}
  </button>
);
