import { useCallback, useEffect, useRef } from 'react';
import type { DocumentEdits } from '../connect/use-document-edit.ts';
import { isTextField } from '../escape.ts';
import { useCommands } from '../palette/commands.ts';
import { keysText } from '../palette/keys-text.ts';
import { useLanguage } from '../use-link.ts';
import { DESIGN_COMMANDS } from './design-commands.ts';
import { designKey, type DesignKey } from './shortcuts.ts';
import type { ClipEdits } from './use-clip-edits.ts';
import type { Playhead } from './use-playhead.ts';

/** The page's keys, wherever the focus is but in a text field; a button keeps its space bar. */
export type KeyActions = {
  clips: ClipEdits;
  edits: DocumentEdits;
  mayEdit: boolean;
  hasChosen: boolean;
  playhead: Pick<Playhead, 'toggle' | 'shuttle' | 'stop' | 'mark' | 'clearMarks'>;
  goTo(where: 'home' | 'end'): void;
  /** The playhead, by frames. */
  step(frames: number): void;
  zoom(by: number): void;
  /** The whole timeline in sight. */
  whole(): void;
  chooseAll(): void;
};
const ZOOM = 1.4;

const perform = (
  key: DesignKey,
  { clips, edits, mayEdit, hasChosen, playhead, step, goTo, zoom, whole, chooseAll }: KeyActions,
): void => {
  switch (key.kind) {
    case 'split':
      return clips.split();
    case 'mute':
      return clips.muteChosen();
    case 'delete':
      return clips.remove();
    case 'ripple':
      return clips.ripple();
    case 'duplicate':
      return clips.duplicate();
    case 'copy':
      return void clips.copy();
    case 'cut':
      return clips.cut();
    case 'paste':
      return clips.paste();
    case 'nudge':
      return hasChosen ? clips.nudge(key.by) : step(key.by);
    case 'track':
      return clips.track(key.by);
    case 'undo':
      return mayEdit ? edits.undo() : undefined;
    case 'redo':
      return mayEdit ? edits.redo() : undefined;
    case 'play':
      return playhead.toggle();
    case 'shuttle':
      return playhead.shuttle(key.way);
    case 'stop':
      return playhead.stop();
    case 'mark':
      return key.which === null ? playhead.clearMarks() : playhead.mark(key.which);
    case 'marker':
      return clips.marker();
    case 'cue':
      return clips.cue();
    case 'whole':
      return whole();
    case 'home':
    case 'end':
      return goTo(key.kind);
    case 'closer':
      return zoom(ZOOM);
    case 'farther':
      return zoom(1 / ZOOM);
    case 'all':
      return chooseAll();
  }
};

const keepsSpace = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button:not(.clip), summary, a') !== null;

export const useDesignKeys = (actions: KeyActions): void => {
  const now = useRef(actions);
  useEffect(() => {
    now.current = actions;
  });
  const language = useLanguage();
  useCommands(
    useCallback(
      () =>
        DESIGN_COMMANDS.filter(({ edits }) => !edits || now.current.mayEdit).map(
          ({ id, word, keys, does }) => ({
            id,
            word,
            keys: keysText(keys, language),
            run: () => perform(does, now.current),
          }),
        ),
      [language],
    ),
  );
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const key = designKey(event);
      if (key === null || isTextField(event.target)) return;
      if (key.kind === 'play' && keepsSpace(event.target)) return;
      event.preventDefault();
      perform(key, now.current);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
};
