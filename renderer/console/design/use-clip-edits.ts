import { useEffect, useState } from 'react';
import type { Problem, Result } from '../../../core/result.ts';
import type { DocumentEdit } from '../../../core/show/document.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import { chosenOf, FRAME, type Board } from '../../../core/show/timeline-edit/board.ts';
import {
  copyClips,
  duplicateClips,
  pasteClips,
  type Clipboard,
} from '../../../core/show/timeline-edit/copy.ts';
import { moveClips } from '../../../core/show/timeline-edit/move.ts';
import { deleteClips, rippleDelete } from '../../../core/show/timeline-edit/remove.ts';
import { splitClips } from '../../../core/show/timeline-edit/split.ts';
import { moveTrack, muteClips, muteTrack } from '../../../core/show/timeline-edit/tracks.ts';
import type { DocumentEdits } from '../connect/use-document-edit.ts';
import { editBy, type Around, type Held, type Reach } from './gesture.ts';

/** What the hand asks for, as one step each; what cannot be done is said before it is sent. */
type Options = {
  document: ShowDocument;
  board: Board;
  chosen: ReadonlySet<string>;
  playhead: number;
  mayEdit: boolean;
  edits: DocumentEdits;
  onChoose: (ids: ReadonlySet<string>) => void;
};
type Made = DocumentEdit & { made?: string[] };

export const useClipEdits = (options: Options) => {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [{ follow, ...actions }] = useState(() => createActions(options, setProblem));
  useEffect(() => follow(options));
  return { ...actions, problem };
};
export type ClipEdits = ReturnType<typeof useClipEdits>;

/** Reads what stands when something is done: the functions stay the same, so a row is not drawn anew at each frame. */
const createActions = (first: Options, say: (problem: Problem | null) => void) => {
  let now = first;
  let clipboard: Clipboard = { clips: [] };
  const send = (make: (options: Options) => Result<Made>): void => {
    const { mayEdit, edits, onChoose } = now;
    if (!mayEdit) return;
    edits.forget();
    const wanted = make(now);
    say(wanted.ok ? null : wanted);
    if (!wanted.ok) return;
    const { made, ...edit } = wanted.value;
    void edits.edit(edit).then((isTaken) => {
      if (isTaken && made) onChoose(new Set(made));
    });
  };
  const copy = (): boolean => {
    const copied = copyClips(now.board, now.chosen);
    say(copied.ok ? null : copied);
    if (copied.ok) clipboard = copied.value;
    return copied.ok;
  };
  const remove = (): void => send(({ document, board, chosen }) => deleteClips(document, board, chosen));
  const shift = (seconds: number, tracks: number): void =>
    send(({ document, board, chosen }) => moveClips(document, board, chosen, { seconds, tracks }));
  return {
    follow(options: Options): void {
      now = options;
    },
    send,
    copy,
    remove,
    cut: () => void (copy() && remove()),
    split: () =>
      send(({ document, board, chosen, playhead }) => splitClips(document, board, chosen, playhead)),
    /** All muted, or heard and seen again where they all were. */
    muteChosen: () =>
      send(({ document, board, chosen }) =>
        muteClips(
          document,
          board,
          chosen,
          chosenOf(board, chosen).some(({ muted }) => !muted),
        ),
      ),
    ripple: () => send(({ document, board, chosen }) => rippleDelete(document, board, chosen)),
    duplicate: () => send(({ document, board, chosen }) => duplicateClips(document, board, chosen)),
    paste: () => send(({ document, board, playhead }) => pasteClips(document, board, clipboard, playhead)),
    nudge: (frames: number) => shift(frames * FRAME, 0),
    track: (by: number) => shift(0, by),
    drop: (held: Held, around: Around, reach: Reach) =>
      send(({ document }) => editBy(document, held, around, reach)),
    mute: (track: string, muted: boolean) => send(({ document }) => muteTrack(document, track, muted)),
    order: (track: string, by: number) =>
      send(({ document, board }) => moveTrack(document, board, track, by)),
  };
};
