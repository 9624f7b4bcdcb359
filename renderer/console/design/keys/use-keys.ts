import { useCallback, useState } from 'react';
import type { Problem, Result } from '../../../../core/result.ts';
import { keysDeleted, keysEased, keysRaised } from '../../../../core/show/keys-edit/change-keys.ts';
import { copyKeys, pasteKeys, type KeyClipboard } from '../../../../core/show/keys-edit/copy-keys.ts';
import { fittedTo, keyableIn } from '../../../../core/show/keys-edit/keyable.ts';
import {
  keyNear,
  lanesEdit,
  NO_PICKS,
  pickCount,
  standing,
  valueNow,
  type Keyed,
  type Picks,
} from '../../../../core/show/keys-edit/lanes.ts';
import { keysMoved, keysReversed } from '../../../../core/show/keys-edit/retime.ts';
import { keySet } from '../../../../core/show/keys-edit/set-key.ts';
import type { Ease, ShowDocument } from '../../../../core/show/show.schema.ts';
import { FRAME, type BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';

/**
 * The keys of the chosen clip under the hand: what is picked, what a drag shows, and one step of undo for each thing
 * done. What was let go stays as it was seen until the show has it, so nothing jumps back for an instant.
 */
/** What was copied outlives the clip that it was copied from. */
export type Copied = { read(): KeyClipboard | null; keep(copied: KeyClipboard): void };
type Options = {
  document: ShowDocument;
  clip: BoardClip;
  /** Of the playhead, seconds from the clip's start. */
  at: number;
  mayEdit: boolean;
  edits: DocumentEdits;
  /** What the preview draws instead, until the show has it; null: the show as it is. */
  onTrial: (clip: BoardClip | null) => void;
  clipboard: Copied;
};

type Ahead = { base: unknown; keyed: Keyed; isHeld: boolean };

export const useKeys = (options: Options) => {
  const { document, clip, at, mayEdit, edits, onTrial, clipboard } = options;
  const base = clip.keyframes;
  const [picks, pick] = useState<Picks>(NO_PICKS);
  const [ahead, setAhead] = useState<Ahead | null>(null);
  const [problem, say] = useState<Problem | null>(null);
  const now = ahead !== null && ahead.base === base ? ahead : null;
  // What was let go counts already, though the show has not said so yet: the next press may come sooner.
  const still: Keyed =
    now && !now.isHeld
      ? { lanes: now.keyed.lanes, picks: standing(now.keyed.lanes, picks) }
      : { lanes: base, picks: standing(base, picks) };
  const keyed = now?.isHeld ? now.keyed : still;

  const put = (next: Keyed, isHeld: boolean): void => {
    setAhead({ base, keyed: next, isHeld });
    onTrial({ ...clip, keyframes: mutableOf(next) });
  };
  const show = (next: Keyed): void => put(next, true);
  const drop = useCallback(() => {
    setAhead(null);
    onTrial(null);
  }, [onTrial]);
  const commit = (label: string, wanted: Result<Keyed>): void => {
    if (!mayEdit) return;
    say(wanted.ok ? null : wanted);
    if (!wanted.ok) return;
    if (wanted.value.lanes === still.lanes) return drop();
    edits.forget();
    put(wanted.value, false);
    pick(wanted.value.picks);
    void edits.edit(lanesEdit(document, clip, label, wanted.value.lanes, at)).then((isTaken) => {
      if (!isTaken) drop();
    });
  };
  const some = (label: string, change: (keyed: Keyed) => Keyed): void => {
    if (pickCount(still.picks) === 0) return;
    commit(label, { ok: true, value: change(still) });
  };
  const copy = (): boolean => {
    const copied = copyKeys(still);
    say(copied.ok ? null : copied);
    if (copied.ok) clipboard.keep(copied.value);
    return copied.ok;
  };
  return {
    keyed,
    still,
    /** Lanes as they are seen, as a clip has them. */
    frames: now ? mutableOf(keyed) : base,
    problem,
    pick,
    show,
    drop,
    commit,
    copy,
    paste: (into: string | null) =>
      commit('paste keys', pasteKeys(clip, still.lanes, clipboard.read(), at, into)),
    remove: () => some('delete keys', keysDeleted),
    removeOne: (param: string, place: number) =>
      commit('delete key', {
        ok: true,
        value: keysDeleted({ lanes: still.lanes, picks: new Map([[param, new Set([place])]]) }),
      }),
    reverse: () => some('reverse keys', keysReversed),
    ease: (ease: Ease) => some('ease', (now) => keysEased(now, ease)),
    nudge: (frames: number) => some('move keys', (now) => keysMoved(now, frames * FRAME)),
    raise: (by: number) =>
      some('change keys', (now) => keysRaised(now, by, (param) => keyableIn(clip, param))),
    /** A key with the value that is there. */
    put(param: string, time: number): void {
      const keyable = keyableIn(clip, param);
      const { lanes } = still;
      const keys = lanes[param] ?? [];
      const value = valueNow({ ...clip, keyframes: mutableOf(still) }, param, time);
      if (!keyable || value === undefined) return;
      const next = keySet(keyable, keys, time, fittedTo(keyable, value));
      const place = keyNear(next, time);
      const found: Picks = place < 0 ? NO_PICKS : new Map([[param, new Set([place])]]);
      commit('set key', { ok: true, value: { lanes: { ...lanes, [param]: next }, picks: found } });
    },
  };
};
export type ClipKeysState = ReturnType<typeof useKeys>;

const mutableOf = ({ lanes }: Keyed): BoardClip['keyframes'] =>
  Object.fromEntries(Object.entries(lanes).map(([param, keys]) => [param, [...keys]]));
