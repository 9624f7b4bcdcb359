import { useCallback, useState } from 'react';

/** Who lines up at this very screen: said once, so that two technicians see whose output is whose. */
const key = 'frise-person';

/** A browser may refuse its storage; then the name lives as long as the page. */
const read = (fallback: string): string => {
  try {
    return localStorage.getItem(key) ?? fallback;
  } catch {
    return fallback;
  }
};
const write = (name: string): void => {
  try {
    localStorage.setItem(key, name);
  } catch {
    return; // kept by the page alone
  }
};

/** `sender`: until a name is given, the page's own number tells two screens apart. */
export const usePerson = (sender: string): [string, (name: string) => void] => {
  const [person, setPerson] = useState(() => read(`Console ${sender.slice(-4)}`));
  const set = useCallback((name: string) => {
    const trimmed = name.trim().slice(0, 40);
    if (trimmed === '') return;
    setPerson(trimmed);
    write(trimmed);
  }, []);
  return [person, set];
};
