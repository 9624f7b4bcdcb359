import { useEffect, useState } from 'react';
import { after } from '../link/clock.ts';

/** What can't be taken back is asked twice; a first press that nothing follows is forgotten. */
const forgottenAfterMs = 6000;

export const useTwoPresses = (act: () => void) => {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => (isAsked ? after(forgottenAfterMs, () => setAsked(false)) : undefined), [isAsked]);
  return {
    isAsked,
    press: () => {
      setAsked(!isAsked);
      if (isAsked) act();
    },
    cancel: () => setAsked(false),
  };
};
