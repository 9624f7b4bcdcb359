/** What a key means on the Design page; null: not ours. Arrows give the way, in frames. */
export type DesignKey =
  | {
      kind: 'split' | 'mute' | 'delete' | 'ripple' | 'duplicate' | 'copy' | 'cut' | 'paste' | 'undo' | 'redo';
    }
  | { kind: 'play' | 'home' | 'end' | 'closer' | 'farther' | 'whole' | 'all' | 'stop' | 'marker' | 'cue' }
  | { kind: 'shuttle'; way: 1 | -1 }
  | { kind: 'mark'; which: 'from' | 'to' | null }
  | { kind: 'nudge'; by: number }
  | { kind: 'track'; by: number };
type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const WITH_CTRL: Readonly<Record<string, DesignKey>> = {
  d: { kind: 'duplicate' },
  c: { kind: 'copy' },
  x: { kind: 'cut' },
  v: { kind: 'paste' },
  a: { kind: 'all' },
  y: { kind: 'redo' },
};
const PLAIN: Readonly<Record<string, DesignKey>> = {
  s: { kind: 'split' },
  m: { kind: 'mute' },
  n: { kind: 'marker' },
  c: { kind: 'cue' },
  j: { kind: 'shuttle', way: -1 },
  k: { kind: 'stop' },
  l: { kind: 'shuttle', way: 1 },
  i: { kind: 'mark', which: 'from' },
  o: { kind: 'mark', which: 'to' },
  x: { kind: 'mark', which: null },
  z: { kind: 'whole' },
  ' ': { kind: 'play' },
  Home: { kind: 'home' },
  End: { kind: 'end' },
  '+': { kind: 'closer' },
  '=': { kind: 'closer' },
  '-': { kind: 'farther' },
  ArrowUp: { kind: 'track', by: 1 },
  ArrowDown: { kind: 'track', by: -1 },
};

export const designKey = ({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): DesignKey | null => {
  if (altKey) return null;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (ctrlKey || metaKey) {
    if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
    return Object.hasOwn(WITH_CTRL, letter) ? (WITH_CTRL[letter] ?? null) : null;
  }
  if (key === 'Delete' || key === 'Backspace') return { kind: shiftKey ? 'ripple' : 'delete' };
  // Shift makes ten frames of one, as in every editor.
  if (key === 'ArrowLeft') return { kind: 'nudge', by: shiftKey ? -10 : -1 };
  if (key === 'ArrowRight') return { kind: 'nudge', by: shiftKey ? 10 : 1 };
  return Object.hasOwn(PLAIN, letter) ? (PLAIN[letter] ?? null) : null;
};
