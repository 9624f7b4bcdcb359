import { useEffect } from 'react';
import type { Word } from '../words.ts';

/**
 * What a page can do, said by the page itself from the table that its keys read: the palette and the help know nothing
 * twice.
 */
export type Command = {
  id: string;
  word: Word;
  /** As people read them; null: it has no key. */
  keys: string | null;
  run: () => void;
};
type Source = () => readonly Command[];
const sources = new Set<Source>();

/** While the asking component is drawn, its commands are there. `list` is asked when the palette opens. */
export const useCommands = (list: Source): void => {
  useEffect(() => {
    sources.add(list);
    return () => void sources.delete(list);
  }, [list]);
};
export const presentCommands = (): readonly Command[] => [...sources].flatMap((list) => list());
