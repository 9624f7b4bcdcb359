import { useCallback, useState } from 'react';

/** What belongs to this very screen and not to the show. A browser may refuse its storage; then it lives as long as the page. */
const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const write = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    return; // kept by the page alone
  }
};

/** One of a few words, the first where nothing valid is kept. */
export const useKept = <T extends string>(
  key: string,
  choices: readonly [T, ...T[]],
): [T, (value: T) => void] => {
  const [value, setValue] = useState<T>(() => {
    const kept = read(key);
    return choices.find((choice) => choice === kept) ?? choices[0];
  });
  const set = useCallback(
    (next: T) => {
      setValue(next);
      write(key, next);
    },
    [key],
  );
  return [value, set];
};
