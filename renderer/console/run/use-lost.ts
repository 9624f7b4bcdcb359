import { useEffect, useState } from 'react';
import { after, pageSeconds } from '../../link/clock.ts';
import { useConnected } from '../use-link.ts';

/** Whole seconds since the host was last heard; null while it is. */
export const useLostFor = (): number | null => {
  const isConnected = useConnected();
  const [since, setSince] = useState<number | null>(null);
  const [age, setAge] = useState(0);
  useEffect(() => {
    setSince(isConnected ? null : pageSeconds());
    setAge(0);
  }, [isConnected]);
  useEffect(
    () => (since === null ? undefined : after(1000, () => setAge(Math.floor(pageSeconds() - since)))),
    [since, age],
  );
  return since === null ? null : age;
};
