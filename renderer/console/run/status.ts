import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Status } from '../../../core/control/link.ts';
import { useLink } from '../use-link.ts';

/** A part of the status: the host tells the whole several times a second, and only what has changed is drawn. */
export const useStatus = <T>(choose: (status: Status) => T): T | null => {
  const link = useLink();
  const subscribe = useCallback((changed: () => void) => link.subscribe('status', changed), [link]);
  const keep = useMemo(() => {
    let last: { text: string; value: T } | null = null;
    return (value: T): T => {
      const text = JSON.stringify(value) ?? '';
      if (last?.text !== text) last = { text, value };
      return last.value;
    };
  }, []);
  return useSyncExternalStore(subscribe, () => {
    const status = link.get('status');
    return status ? keep(choose(status)) : null;
  });
};
