import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Status } from '../../../core/control/link.ts';
import { useLink, useTopic } from '../use-link.ts';
import { steady } from './steady.ts';

/** A part of the status: the host tells the whole several times a second, and only what has changed is drawn. */
export const useStatus = <T>(choose: (status: Status) => T): T | null => {
  const link = useLink();
  const subscribe = useCallback((changed: () => void) => link.subscribe('status', changed), [link]);
  const keep = useMemo(() => steady<T>(), []);
  return useSyncExternalStore(subscribe, () => {
    const status = link.get('status');
    return status ? keep(choose(status)) : null;
  });
};

/** Whether the outputs stand still on one picture. */
export const useFrozen = (): boolean => (useTopic('lineUp')?.frozenAt ?? null) !== null;
