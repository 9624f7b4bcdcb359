import type { Language, Word } from '../words.ts';
import { PAGE_KEYS, PAGES, type Page } from '../pages.ts';
import { keyName, SHORTCUTS } from '../run/shortcuts.ts';
import type { Command } from './commands.ts';
import { matchScore } from './match.ts';
import type { Place } from './places.ts';

/** What the palette offers. Nothing in it fires: what the audience would see or hear is named with its key, no more. */
export type PaletteItem = {
  id: string;
  sort: 'command' | 'page' | 'key' | Place['kind'];
  name: string;
  detail: string;
  keys: string | null;
  run: () => void;
};
export type Offers = {
  t: (key: Word) => string;
  language: Language;
  page: Page;
  commands: readonly Command[];
  places: readonly Place[];
  /** To a page, and a place on it. */
  go: (hash: string) => void;
};

export const paletteItems = ({ t, language, page, commands, places, go }: Offers): PaletteItem[] => [
  ...commands.map(({ id, word, keys, run }): PaletteItem => ({
    id: `command ${id}`,
    sort: 'command',
    name: t(word),
    detail: t('paletteCommand'),
    keys,
    run,
  })),
  ...PAGES.map((each, index): PaletteItem => ({
    id: `page ${each}`,
    sort: 'page',
    name: t(each),
    detail: t(each === page ? 'paletteHere' : 'palettePage'),
    keys: PAGE_KEYS[index] ?? null,
    run: () => go(`#${each}`),
  })),
  ...SHORTCUTS.map(({ id, keys, word }): PaletteItem => ({
    id: `key ${id}`,
    sort: 'key',
    name: t(word),
    detail: t('paletteKeyOnly'),
    keys: id === 'number' ? '0 … 9' : keys.map((key) => keyName(key, language)).join(' '),
    run: () => go('#run'),
  })),
  ...places.map(({ id, kind, name, inside, hash }): PaletteItem => ({
    id,
    sort: kind,
    name,
    detail: [t(kind === 'cue' ? 'paletteCue' : `draftKind_${kind}`), inside].filter(Boolean).join(' · '),
    keys: null,
    run: () => go(hash),
  })),
];

const MOST = 60;
/** Without a word: what this page does, and the pages. */
const isOffered = ({ sort }: PaletteItem): boolean => sort === 'command' || sort === 'page';

/** Best first; among equals in the order of the list. */
export const searchItems = (items: readonly PaletteItem[], query: string): PaletteItem[] => {
  if (query.trim() === '') return items.filter(isOffered).slice(0, MOST);
  return items
    .flatMap((item) => {
      const byName = matchScore(query, item.name);
      // Found by what it lies in, or by both, it comes behind what is called so.
      const byAll = matchScore(query, `${item.name} ${item.detail} ${item.id}`, false);
      const score = Math.max(byName ?? -Infinity, byAll === null ? -Infinity : byAll - 500);
      return score === -Infinity ? [] : [{ item, score }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ item }) => item);
};
