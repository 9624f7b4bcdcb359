import { useEffect, useState } from 'react';
import type { Problem, Result } from '../../../core/result.ts';
import { fail } from '../../../core/result.ts';
import type { DocumentEdit } from '../../../core/show/document.ts';
import type { CueRecord, ShowDocument } from '../../../core/show/show.schema.ts';
import { chosenOf, FRAME, type Board } from '../../../core/show/timeline-edit/board.ts';
import {
  copyClips,
  duplicateClips,
  pasteClips,
  type Clipboard,
} from '../../../core/show/timeline-edit/copy.ts';
import { addCue, changeCue, moveCue, removeCue } from '../../../core/show/timeline-edit/cues.ts';
import { lockedEdit } from '../../../core/show/timeline-edit/locked.ts';
import { toggleMarker } from '../../../core/show/timeline-edit/markers.ts';
import { moveClips } from '../../../core/show/timeline-edit/move.ts';
import { deleteClips, rippleDelete } from '../../../core/show/timeline-edit/remove.ts';
import { splitClips } from '../../../core/show/timeline-edit/split.ts';
import { divideTempo, removeTempo, setTempo, type Tempo } from '../../../core/show/timeline-edit/tempo.ts';
import {
  addTimeline,
  removeTimeline,
  renameTimeline,
  setDuration,
} from '../../../core/show/timeline-edit/timelines.ts';
import {
  addTrack,
  colourClips,
  colourTrack,
  lockTrack,
  moveTrack,
  muteClips,
  muteTrack,
  removeTrack,
  renameClip,
  renameTrack,
} from '../../../core/show/timeline-edit/tracks.ts';
import type { DocumentEdits } from '../connect/use-document-edit.ts';
import { editBy, type Around, type Held, type Reach } from './gesture.ts';
import { newClipOf } from './new-clip.ts';
import type { Dropped } from './drop.ts';

/** What the hand asks for, as one step each; what cannot be done is said before it is sent. */
type Options = {
  document: ShowDocument;
  board: Board;
  chosen: ReadonlySet<string>;
  /** The track that new clips go to, if there is room. */
  track: string | null;
  playhead: number;
  mayEdit: boolean;
  edits: DocumentEdits;
  /** What a track is called that nobody has named, in the reader's language. */
  newTrack: string;
  newCue: CueRecord['name'];
  onChoose: (ids: ReadonlySet<string>) => void;
  onTimeline: (id: string) => void;
};
type Made = DocumentEdit & { made?: string[] };

export const useClipEdits = (options: Options) => {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [{ follow, ...actions }] = useState(() => createActions(options, setProblem));
  useEffect(() => follow(options));
  return { ...actions, problem };
};
export type ClipEdits = ReturnType<typeof useClipEdits>;

/** Outlives the page: clips go from one timeline to another, and a timeline has a page of its own. */
let clipboard: Clipboard = { clips: [] };

/** Reads what stands when something is done: the functions stay the same, so a row is not drawn anew at each frame. */
const createActions = (first: Options, say: (problem: Problem | null) => void) => {
  let now = first;
  const send = (
    make: (options: Options) => Result<Made>,
    onMade: (made: string[]) => void = () => undefined,
  ): void => {
    const { mayEdit, edits } = now;
    if (!mayEdit) return;
    edits.forget();
    const wanted = unlocked(now.document, make(now));
    say(wanted.ok ? null : wanted);
    if (!wanted.ok) return;
    const { made, ...edit } = wanted.value;
    void edits.edit(edit).then((isTaken) => {
      if (isTaken && made) onMade(made);
    });
  };
  const sendClips = (make: (options: Options) => Result<Made>): void =>
    send(make, (made) => now.onChoose(new Set(made)));
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
    copy,
    remove,
    cut: () => void (copy() && remove()),
    split: () =>
      sendClips(({ document, board, chosen, playhead }) => splitClips(document, board, chosen, playhead)),
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
    duplicate: () => sendClips(({ document, board, chosen }) => duplicateClips(document, board, chosen)),
    paste: () =>
      sendClips(({ document, board, playhead, track }) =>
        pasteClips(document, board, clipboard, playhead, track),
      ),
    nudge: (frames: number) => shift(frames * FRAME, 0),
    track: (by: number) => shift(0, by),
    drop: (held: Held, around: Around, reach: Reach) =>
      send(({ document }) => editBy(document, held, around, reach)),
    /** At the playhead, on the chosen track or the next that has room. */
    add: (what: Dropped) =>
      sendClips((options) =>
        newClipOf(options, what, { at: options.playhead, track: options.track, isDropped: false }),
      ),
    /** Where it was let go; `track` null: beside all tracks, so on a new one. */
    addAt: (what: Dropped, at: number, track: string | null) =>
      sendClips((options) => newClipOf(options, what, { at, track, isDropped: true })),
    renameClip: (id: string, name: string) =>
      send(({ document, board }) => renameClip(document, board, id, name)),
    colourChosen: (colour: string | null) =>
      send(({ document, board, chosen }) => colourClips(document, board, chosen, colour)),
    addTrack: (above: string | null) =>
      send(({ document, board, newTrack }) => addTrack(document, board, nextName(board, newTrack), above)),
    removeTrack: (id: string) => send(({ document, board }) => removeTrack(document, board, id)),
    renameTrack: (id: string, name: string) => send(({ document }) => renameTrack(document, id, name)),
    colourTrack: (id: string, colour: string | null) =>
      send(({ document }) => colourTrack(document, id, colour)),
    lockTrack: (id: string, locked: boolean) => send(({ document }) => lockTrack(document, id, locked)),
    muteTrack: (id: string, muted: boolean) => send(({ document }) => muteTrack(document, id, muted)),
    moveTrack: (id: string, by: number) => send(({ document, board }) => moveTrack(document, board, id, by)),
    marker: () => send(({ document, board, playhead }) => toggleMarker(document, board, playhead, '')),
    cue: () => send(({ document, board, playhead, newCue }) => addCue(document, board, playhead, newCue)),
    moveCue: (id: string, at: number) => send(({ document, board }) => moveCue(document, board, id, at)),
    numberCue: (id: string, number: string) =>
      send(({ document }) => changeCue(document, id, 'renumber cue', { number })),
    nameCue: (id: string, name: CueRecord['name']) =>
      send(({ document }) => changeCue(document, id, 'rename cue', { name })),
    arriveCue: (id: string, arrive: CueRecord['arrive']) =>
      send(({ document }) => changeCue(document, id, 'cue arrival', { arrive })),
    removeCue: (id: string) => send(({ document }) => removeCue(document, id)),
    setTempo: (fields: Partial<Tempo>) =>
      send(({ document, board, playhead }) => setTempo(document, board, playhead, fields)),
    divideTempo: () => send(({ document, board, playhead }) => divideTempo(document, board, playhead)),
    removeTempo: () => send(({ document, board, playhead }) => removeTempo(document, board, playhead)),
    addTimeline: (name: string) =>
      send(
        ({ document, newTrack }) => addTimeline(document, { name, duration: 60, track: `${newTrack} 1` }),
        ([id]) => id !== undefined && now.onTimeline(id),
      ),
    renameTimeline: (name: string) => send(({ document, board }) => renameTimeline(document, board, name)),
    setDuration: (seconds: number) => send(({ document, board }) => setDuration(document, board, seconds)),
    removeTimeline: () => send(({ document, board }) => removeTimeline(document, board)),
  };
};

const unlocked = (document: ShowDocument, wanted: Result<Made>): Result<Made> => {
  if (!wanted.ok) return wanted;
  const locked = lockedEdit(document, wanted.value);
  return locked.ok ? wanted : fail(locked.code, locked.message, locked.path);
};

const nextName = ({ tracks }: Board, word: string): string => {
  const names = new Set(tracks.map(({ name }) => name));
  for (let count = tracks.length + 1; ; count += 1)
    if (!names.has(`${word} ${count}`)) return `${word} ${count}`;
};
