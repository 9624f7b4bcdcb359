/** What a key press means while the hand is in the lanes; null: not ours, and the page's own counts. */
export type KeyPress =
  | { kind: 'nudge'; frames: number }
  | { kind: 'up' | 'down'; steps: number }
  | { kind: 'walk'; by: 1 | -1; isMore: boolean }
  | { kind: 'add' | 'delete' | 'copy' | 'cut' | 'paste' | 'reverse' | 'all' | 'curve' };
type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const WITH_CTRL: Readonly<Record<string, KeyPress>> = {
  c: { kind: 'copy' },
  x: { kind: 'cut' },
  v: { kind: 'paste' },
  a: { kind: 'all' },
};
const PLAIN: Readonly<Record<string, KeyPress>> = {
  Enter: { kind: 'add' },
  Delete: { kind: 'delete' },
  Backspace: { kind: 'delete' },
  r: { kind: 'reverse' },
  g: { kind: 'curve' },
};

export const keyPress = ({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): KeyPress | null => {
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (ctrlKey || metaKey) return Object.hasOwn(WITH_CTRL, letter) ? (WITH_CTRL[letter] ?? null) : null;
  const way = key === 'ArrowRight' || key === 'ArrowUp' ? 1 : -1;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      // Alt walks from key to key, as the arrows alone move what is picked.
      return altKey
        ? { kind: 'walk', by: way, isMore: shiftKey }
        : { kind: 'nudge', frames: way * (shiftKey ? 10 : 1) };
    case 'ArrowUp':
    case 'ArrowDown':
      return { kind: way > 0 ? 'up' : 'down', steps: shiftKey ? 10 : 1 };
    default:
      return !altKey && Object.hasOwn(PLAIN, letter) ? (PLAIN[letter] ?? null) : null;
  }
};
