import type { Word } from '../words.ts';
import { designKey, type DesignKey } from './shortcuts.ts';

/** The page's keys with their words: what the palette does and the help tells. What a key means stands in shortcuts.ts. */
type Press = Parameters<typeof designKey>[0];
type Named = { press: Press; word: Word; edits: boolean };
const plain = (key: string): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
});
const ctrl = (key: string): Press => ({ ...plain(key), ctrlKey: true });
const shift = (key: string): Press => ({ ...plain(key), shiftKey: true });
const edit = (press: Press, word: Word): Named => ({ press, word, edits: true });
const look = (press: Press, word: Word): Named => ({ press, word, edits: false });

const NAMED: readonly Named[] = [
  look(plain(' '), 'cmdPlay'),
  look(plain('l'), 'cmdForward'),
  look(plain('j'), 'cmdBackward'),
  look(plain('k'), 'cmdStop'),
  look(plain('i'), 'cmdIn'),
  look(plain('o'), 'cmdOut'),
  look(plain('x'), 'cmdNoLoop'),
  look(plain('Home'), 'cmdHome'),
  look(plain('End'), 'cmdEnd'),
  look(plain('z'), 'cmdWhole'),
  look(plain('+'), 'cmdCloser'),
  look(plain('-'), 'cmdFarther'),
  edit(plain('s'), 'cmdSplit'),
  edit(plain('m'), 'cmdMute'),
  edit(plain('n'), 'cmdMarker'),
  edit(plain('c'), 'cmdCue'),
  edit(plain('Delete'), 'cmdDelete'),
  edit(shift('Delete'), 'cmdRipple'),
  edit(plain('ArrowUp'), 'cmdUp'),
  edit(plain('ArrowDown'), 'cmdDown'),
  edit(ctrl('d'), 'cmdDuplicate'),
  look(ctrl('c'), 'cmdCopy'),
  edit(ctrl('x'), 'cmdCut'),
  edit(ctrl('v'), 'cmdPaste'),
  look(ctrl('a'), 'cmdAll'),
  edit(ctrl('z'), 'cmdUndo'),
  edit({ ...ctrl('z'), shiftKey: true }, 'cmdRedo'),
];

export type DesignCommand = { id: string; word: Word; keys: Press; does: DesignKey; edits: boolean };
export const DESIGN_COMMANDS: readonly DesignCommand[] = NAMED.flatMap(({ press, word, edits }) => {
  const does = designKey(press);
  return does === null ? [] : [{ id: `design ${word}`, word, keys: press, does, edits }];
});
