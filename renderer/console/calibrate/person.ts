import { useCallback, useState } from 'react';

/** Who lines up at this very screen: said once, so that two technicians see whose output is whose. */
const key = 'frise-person';

/** A browser may refuse its storage; then the name lives as long as the page. */
const read = (): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const write = (name: string): void => {
  try {
    localStorage.setItem(key, name);
  } catch {
    return; // kept by the page alone
  }
};

const DEVICE = 'device:';
/** Until a name is given: a paired device has one already; of consoles the page's own number tells two screens apart. */
const named = (sender: string): string =>
  sender.startsWith(DEVICE) ? sender.slice(DEVICE.length) : `Console ${sender.slice(-4)}`;

export const usePerson = (sender: string): [string, (name: string) => void] => {
  const [given, setGiven] = useState(read);
  const set = useCallback((name: string) => {
    const trimmed = name.trim().slice(0, 40);
    if (trimmed === '') return;
    setGiven(trimmed);
    write(trimmed);
  }, []);
  return [given ?? named(sender), set];
};
