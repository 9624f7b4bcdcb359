import { useEffect, useMemo } from 'react';
import { after } from '../../link/clock.ts';
import { usePerson } from '../calibrate/person.ts';
import type { Page } from '../pages.ts';
import { useConnected, useLink } from '../use-link.ts';

/** What this page tells of itself; where it is on the page is the page's own to say. */
type Where = { timeline: string | null; chosen: readonly string[] };
const NOWHERE: Where = { timeline: null, chosen: [] };
let where: Where = NOWHERE;
const listeners = new Set<() => void>();
const tell = (next: Where): void => {
  where = next;
  for (const listener of listeners) listener();
};

/** Said by the page that has a place; nowhere again when it goes. */
export const useWhere = (timeline: string, chosen: ReadonlySet<string>): void => {
  useEffect(() => {
    tell({ timeline, chosen: [...chosen].slice(0, MOST) });
    return () => tell(NOWHERE);
  }, [timeline, chosen]);
};
const MOST = 50;
/** A marquee chooses sixty times a second; nobody follows that. */
const AFTER_MS = 150;
/** The host forgets who says nothing for thirty seconds. */
const EVERY_MS = 10_000;

export const usePresence = (page: Page): void => {
  const link = useLink();
  const isConnected = useConnected();
  const [name] = usePerson(link.sender);
  const say = useMemo(
    () => (): void => {
      const { timeline, chosen } = where;
      void link.verb('presence/say', { name, page, timeline, chosen: [...chosen] });
    },
    [link, name, page],
  );
  useEffect(() => {
    if (!isConnected) return undefined;
    let cancel = (): void => undefined;
    let isSoon = false;
    /** Once now and then, and soon after each change. */
    const next = (ms: number): void => {
      cancel();
      cancel = after(ms, () => {
        isSoon = false;
        say();
        next(EVERY_MS);
      });
    };
    const soon = (): void => {
      if (isSoon) return;
      isSoon = true;
      next(AFTER_MS);
    };
    soon();
    listeners.add(soon);
    return () => {
      listeners.delete(soon);
      cancel();
    };
  }, [isConnected, say]);
};
