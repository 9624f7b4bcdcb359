import { useSyncExternalStore } from 'react';
import type { Scroll } from './view.ts';

/**
 * What the board shows of time and tracks. It changes with every step of a wheel, so only who draws by it is drawn anew,
 * not the whole page.
 */
export type Sight = Scroll & { scale: number };
export interface SightHolder {
  get(): Sight;
  subscribe(heard: () => void): () => void;
  /** Tells nobody when it is as it was. */
  set(next: Partial<Sight>): void;
}

export const createSight = (first: Sight): SightHolder => {
  let sight = first;
  const hearers = new Set<() => void>();
  return {
    get: () => sight,
    subscribe(heard) {
      hearers.add(heard);
      return () => hearers.delete(heard);
    },
    set(next) {
      const after = { ...sight, ...next };
      const isSame =
        after.left === sight.left &&
        after.top === sight.top &&
        after.width === sight.width &&
        after.height === sight.height &&
        after.scale === sight.scale;
      if (isSame) return;
      sight = after;
      for (const heard of hearers) heard();
    },
  };
};

/** Drawn anew as the board is scrolled and zoomed. */
export const useSight = ({ sight }: { sight: SightHolder }): Sight =>
  useSyncExternalStore(sight.subscribe, sight.get);
