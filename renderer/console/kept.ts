import { useCallback, useRef, useState } from 'react';
import type { z } from 'zod';

/** What belongs to this very browser and not to the show. One that refuses its storage keeps it as long as the page. */
const read = (key: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
};
const write = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return; // kept by the page alone
  }
};

/** What its schema refuses is `first` again. */
export const useKeptValue = <T>(
  key: string,
  schema: z.ZodType<T>,
  first: T,
): [T, (next: (now: T) => T) => void] => {
  const [value, setValue] = useState<T>(() => {
    const kept = schema.safeParse(read(key));
    return kept.success ? kept.data : first;
  });
  const latest = useRef(value);
  const set = useCallback(
    (next: (now: T) => T) => {
      latest.current = next(latest.current);
      setValue(latest.current);
      write(key, latest.current);
    },
    [key],
  );
  return [value, set];
};
