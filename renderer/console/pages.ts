import { useEffect, useState } from 'react';
import type { Word } from './words.ts';

/** The console's pages in the order of their keys, or Ctrl and the number where the browser leaves it. */
export const PAGES = [
  'run',
  'preflight',
  'calibrate',
  'connect',
  'journal',
  'settings',
  'monitor',
  'design',
] as const satisfies readonly Word[];
/** F5 is left to the browser: who wants to load a page anew presses it without thinking. F8 and F9 are the looks’, F11 is the window’s. */
export const PAGE_KEYS = ['F1', 'F2', 'F3', 'F4', 'F6', 'F7', 'F10', 'F12'] as const;
export type Page = (typeof PAGES)[number];

/**
 * The page that an address names after its `#`, so that a tablet's bookmark opens where it is used. What stands behind a
 * `/` is the page's own (`#connect/cues/steam`): it reads it when it opens.
 */
export const pageOfHash = (hash: string): Page =>
  PAGES.find((page) => hash.split('/')[0] === `#${page}`) ?? 'run';

export const pageOfKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Page | null => {
  if (altKey || metaKey || shiftKey) return null;
  return PAGES.find((_, index) => key === (ctrlKey ? String(index + 1) : PAGE_KEYS[index])) ?? null;
};

/** As a link that is followed, but for the entry that the browser's Back would find. `#design/clip/lamp` goes further in. */
export const goTo = (hash: string): void => {
  history.replaceState(null, '', hash);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
};

/** How often an address was followed: a page that reads its own only when it opens is opened anew. */
export const useVisits = (): number => {
  const [visits, setVisits] = useState(0);
  useEffect(() => {
    const count = (): void => setVisits((now) => now + 1);
    window.addEventListener('hashchange', count);
    return () => window.removeEventListener('hashchange', count);
  }, []);
  return visits;
};

export const usePage = (): [Page, (page: Page) => void] => {
  const [page, setPage] = useState<Page>(() => pageOfHash(location.hash));
  useEffect(() => {
    const follow = (): void => setPage(pageOfHash(location.hash));
    const press = (event: KeyboardEvent): void => {
      const asked = pageOfKey(event);
      if (asked === null) return;
      event.preventDefault();
      if (!event.repeat) setPage(asked);
    };
    window.addEventListener('hashchange', follow);
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('hashchange', follow);
      window.removeEventListener('keydown', press);
    };
  }, []);
  useEffect(() => {
    // What goes further into this page stays: the page reads it when it opens, which may be after this.
    if (location.hash.split('/')[0] === `#${page}`) return;
    // In place of the entry: the browser's Back must not walk through pages in the middle of a show.
    history.replaceState(null, '', `#${page}`);
  }, [page]);
  return [page, setPage];
};
