import { useCallback, useEffect, useState } from 'react';
import { after } from '../../link/clock.ts';

/** A button that must be pressed twice within a few seconds: what it undoes is dear. */
const withinMs = 4000;

export const useTwice = (work: () => void): { isAsked: boolean; press: () => void } => {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => (isAsked ? after(withinMs, () => setAsked(false)) : undefined), [isAsked]);
  const press = useCallback(() => {
    if (isAsked) work();
    setAsked(!isAsked);
  }, [isAsked, work]);
  return { isAsked, press };
};
