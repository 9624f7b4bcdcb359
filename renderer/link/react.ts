import { useCallback, useSyncExternalStore } from 'react';
import type { Topic, Topics } from '../../core/control/link.ts';
import type { Link } from './link.ts';

/** The link in React: a component draws anew when its topic or the connection changes. */
export const useTopic = <K extends Topic>(link: Link, topic: K): Topics[K] | undefined => {
  const subscribe = useCallback((changed: () => void) => link.subscribe(topic, changed), [link, topic]);
  return useSyncExternalStore(subscribe, () => link.get(topic));
};

export const useConnected = (link: Link): boolean => {
  const subscribe = useCallback((changed: () => void) => link.onConnection(changed), [link]);
  return useSyncExternalStore(subscribe, () => link.isConnected());
};
