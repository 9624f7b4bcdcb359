import { useEffect } from 'react';
import { isTextField } from '../escape.ts';
import { shortcutOf, stingOf, type ShortcutId } from './shortcuts.ts';

/**
 * The keyboard of the Run page. A held key repeats only where it walks or rides; a text field keeps its keys. Space is
 * GO wherever the focus is and never clicks a button: for that there is Enter. Esc is the console's (escape.ts): it
 * leaves what is open, else it is panic.
 */
export type KeyActions = Record<Exclude<ShortcutId, 'panic' | 'number'>, () => void> & {
  number: (digit: string) => void;
  sting: (index: number) => void;
};

const REPEATS: readonly ShortcutId[] = ['next', 'previous', 'further', 'nearer', 'brighter', 'darker'];

export const useRunKeys = (actions: KeyActions): void => {
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return;
      const run = actionOf(event, actions);
      if (!run || isKeptBy(event.target, event.key)) return;
      // Also a held Space: the browser would click the button that has the focus.
      event.preventDefault();
      run();
    };
    const up = (event: KeyboardEvent): void => {
      if (event.key === ' ' && !isTextField(event.target)) event.preventDefault();
    };
    window.addEventListener('keydown', down, { capture: true });
    window.addEventListener('keyup', up, { capture: true });
    return () => {
      window.removeEventListener('keydown', down, { capture: true });
      window.removeEventListener('keyup', up, { capture: true });
    };
  }, [actions]);
};

/** A fader that has the focus keeps the keys that ride it; a list that scrolls, those that scroll it. */
const isKeptBy = (target: EventTarget | null, key: string): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.getAttribute('type') === 'range') return /^(Home|End|Page)/.test(key);
  return target.dataset['scrolls'] === 'true' && /^(Home|End|Page|Arrow)/.test(key);
};

const nothing = (): void => undefined;

const actionOf = (event: KeyboardEvent, actions: KeyActions): (() => void) | null => {
  const id = shortcutOf(event.key);
  const sting = id === null ? stingOf(event.key) : -1;
  if (sting >= 0) return event.repeat ? nothing : () => actions.sting(sting);
  if (id === null || id === 'panic') return null;
  if (event.repeat && !REPEATS.includes(id)) return nothing;
  return id === 'number' ? () => actions.number(event.key) : actions[id];
};
