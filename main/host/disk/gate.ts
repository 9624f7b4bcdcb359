import type { DiskFile } from '../../../core/control/disk.topics.ts';
import type { Source } from '../../../core/control/dispatcher.ts';
import type { Result } from '../../../core/result.ts';
import type { DocumentEdit, FriseDocument } from '../../../core/show/document.ts';
import { isPlaying } from '../draft/blind.ts';
import type { RoomParts } from '../rooms.ts';
import type { DiskDocument } from '../store/disk-side.ts';

/**
 * Where a change of the disk goes, and when it must not. The show's goes where a design edit goes (docs/draft.md).
 * Façade and rig have no draft: what they show changes at once, so nothing of them comes by itself while the show runs.
 */
type Parts = Pick<RoomParts, 'clock' | 'documents' | 'dispatch' | 'lineUp' | 'locks' | 'playback'>;
export type Asker = Pick<Source, 'sender' | 'roles'>;

export const createDiskGate = ({ clock, documents, dispatch, lineUp, locks, playback }: Parts) => {
  const { store } = documents;
  const isRunning = (): boolean => isPlaying(playback.status(clock.now()).playbacks);
  return {
    isRunning,
    /** What it would be put on. */
    ours: (which: DiskDocument): FriseDocument =>
      which === 'show' ? (store.draft.current()?.document ?? store.show.document) : store[which].document,
    /** null: nothing stands against it. */
    whyWait(which: DiskDocument): DiskFile['why'] {
      const locked = locks.locked();
      if (locked.show || (which === 'rig' && locked.rig)) return 'locked';
      if (which === 'show') return null;
      if (isRunning()) return 'playing';
      return which === 'rig' && Object.keys(lineUp.state().holders).length > 0 ? 'held' : null;
    },
    /** Through the one door; the façade, which no verb edits, straight to the store. */
    async put(which: DiskDocument, edit: DocumentEdit, by: Asker): Promise<Result<DiskFile['into']>> {
      const before = store.show.document;
      const done =
        which === 'facade'
          ? await store.edit('facade', edit, by.sender)
          : await dispatch({
              verb: 'document/edit',
              args: { document: which === 'show' ? 'draft' : 'rig', ...edit },
              source: { ...by, input: null },
              requestId: null,
              at: null,
            });
      if (!done.ok) return done;
      const isDraft = which === 'show' && store.show.document === before;
      return { ok: true, value: isDraft ? 'draft' : 'programme' };
    },
    /** The last that was taken by itself. */
    undo: (which: DiskDocument, by: Asker): Promise<Result<unknown>> =>
      which === 'facade'
        ? store.undo('facade', by.sender)
        : dispatch({
            verb: 'document/undo',
            args: { document: which === 'show' ? 'draft' : 'rig' },
            source: { ...by, input: null },
            requestId: null,
            at: null,
          }),
  };
};
export type DiskGate = ReturnType<typeof createDiskGate>;
