import { useEffect, useState } from 'react';
import { after, pageSeconds } from '../../link/clock.ts';
import { useLink } from '../use-link.ts';

/** Whole seconds since the host was last heard; null while it is. */
export const useLostFor = (): number | null => {
  const link = useLink();
  const [since, setSince] = useState(() => (link.isConnected() ? null : pageSeconds()));
  const [age, setAge] = useState(0);
  useEffect(
    () =>
      link.onConnection(() => {
        setAge(0);
        setSince(link.isConnected() ? null : pageSeconds());
      }),
    [link],
  );
  useEffect(
    () => (since === null ? undefined : after(1000, () => setAge(Math.floor(pageSeconds() - since)))),
    [since, age],
  );
  return since === null ? null : age;
};
