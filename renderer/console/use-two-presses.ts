import { useEffect, useMemo, useState } from 'react';
import { after } from '../link/clock.ts';

export type TwoPresses = { isAsked: boolean; press: () => void; cancel: () => void };

/** What can't be taken back is asked twice; a first press that nothing follows is forgotten. */
export const useTwoPresses = (act: () => void, forgottenAfterMs = 4000): TwoPresses => {
  const [isAsked, setAsked] = useState(false);
  useEffect(
    () => (isAsked ? after(forgottenAfterMs, () => setAsked(false)) : undefined),
    [isAsked, forgottenAfterMs],
  );
  return useMemo(
    () => ({
      isAsked,
      press() {
        setAsked(!isAsked);
        if (isAsked) act();
      },
      cancel: () => setAsked(false),
    }),
    [act, isAsked],
  );
};
