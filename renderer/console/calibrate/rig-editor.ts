import type { Problem } from '../../../core/result.ts';
import type { ConsoleLink, Reply } from '../console-link.ts';
import { createLatest, type NextFrame } from './latest.ts';
import {
  editOf,
  isOnWall,
  lostReply,
  overlayOf,
  recordOf,
  revisionOf,
  withoutKeys,
  type Fields,
  type RigChange,
} from './rig-change.ts';

/**
 * The technician's hand on the rig. A drag is a preview (latest wins, drawn by the outputs, kept by nobody); its end is
 * one edit. What has no answer yet is drawn on top of the document, so that every press is seen at once; what was
 * refused goes back to what the document says. When the line drops nothing is sent again by itself: once it is back,
 * the document tells whether the last press is on the wall.
 */
export type Standing =
  | { kind: 'idle' | 'sending' | 'arrived' | 'not-sent' | 'unsure' | 'missed' | 'confirmed' | 'held' }
  | { kind: 'refused'; problem: Problem };
export type EditorView = { overlay: Record<string, Fields>; standing: Standing };

export interface RigEditor {
  view(): EditorView;
  subscribe(listener: () => void): () => void;
  /** `label`: what the edit would be called, should the line be lost in the middle of it. */
  drag(record: string, fields: Fields, label: string): void;
  cancelDrag(): void;
  /** What is in the hand can’t be saved; it stays in sight, and undo puts it back. */
  hold(): void;
  /** The record as it is on the wall at this very moment, which a page may not have drawn yet. */
  record(id: string): Fields;
  /** Another number after each loss of the line. */
  line(): number;
  /** A press that cannot go: said, when it is the line's fault. */
  deny(): void;
  /** False while the line is lost: nothing was sent and nothing has moved. */
  commit(change: RigChange): boolean;
  undo(): void;
  redo(): void;
  /** What core refused before anything was sent: said where all refusals are; what is in the hand stays. */
  refuse(problem: Problem): void;
  dispose(): void;
}

export const createRigEditor = (link: ConsoleLink, nextFrame: NextFrame): RigEditor => {
  const listeners = new Set<() => void>();
  let drags: Record<string, Fields> = {};
  let waiting: RigChange[] = [];
  let sent: RigChange | null = null;
  /** Taken by the host, and on its way back in the document. */
  let landing: { change: RigChange; revision: number }[] = [];
  let unsure: RigChange[] = [];
  let doubted: RigChange[] = [];
  let dragLabel = '';
  let line = 0;
  let standing: Standing = { kind: 'idle' };
  let view: EditorView = { overlay: {}, standing };

  const tell = (next: Standing = standing): void => {
    standing = next;
    view = {
      overlay: overlayOf(
        [...landing.map(({ change }) => change), ...(sent ? [sent] : []), ...waiting],
        drags,
      ),
      standing,
    };
    for (const listener of listeners) listener();
  };
  const previewed = new Set<string>();
  const previews = createLatest<{ record: string; fields: Fields }>(async (args) => {
    previewed.add(args.record);
    const reply = await link.verb('line-up/preview', args);
    if (!reply.ok && reply.code !== 'link-lost') refuse(reply);
  }, nextFrame);
  const refuse = ({ code, message, path }: Problem): void => {
    drags = {};
    waiting = [];
    tell({ kind: 'refused', problem: { code, message, path } });
  };
  /** After what is on its way: messages of one line stay in order. */
  const clearPreviews = (records: readonly string[]): void => {
    for (const record of records) {
      if (Object.hasOwn(drags, record) || !previewed.delete(record)) continue;
      link.verb('line-up/preview', { record, fields: null }).catch(() => undefined);
    }
  };
  const lose = (): void => {
    line += 1;
    previews.drop();
    const isDragging = Object.keys(drags).length > 0;
    const neverSent = waiting.length > 0;
    unsure = [...(sent ? [sent] : []), ...(isDragging ? [{ label: dragLabel, put: drags }] : [])];
    drags = {};
    waiting = [];
    landing = [];
    sent = null;
    tell({ kind: neverSent ? 'not-sent' : unsure.length > 0 ? 'unsure' : 'idle' });
  };
  /**
   * The host is here again and says what the wall shows. A drag that was under way has stopped where its last step
   * arrived: that becomes the edit, so nothing moves by itself and nothing hangs in the air.
   */
  const settle = (): void => {
    if (unsure.length === 0) return;
    doubted = unsure;
    unsure = [];
    tell({ kind: isAllOnWall() ? 'confirmed' : 'missed' });
    for (const { label, put } of doubted)
      for (const record of Object.keys(put)) {
        const fields = link.get('previews')?.[record];
        if (fields && previewed.has(record)) keepPreview(record, fields, label);
      }
  };
  const isAllOnWall = (): boolean => doubted.every((change) => isOnWall(link, change));
  /** It may still have been on its way when the line came back. */
  const lookAgain = (): void => {
    if (standing.kind === 'missed' && isAllOnWall()) tell({ kind: 'confirmed' });
  };
  const land = (): void => {
    const revision = link.get('rig')?.revision ?? 0;
    landing = landing.filter((each) => each.revision > revision);
  };
  const keepPreview = (record: string, fields: Fields, label: string): void => {
    const told = standing;
    waiting.push({ label, put: { [record]: fields } });
    pump();
    tell(told);
  };
  const answered = (change: RigChange, reply: Reply): void => {
    if (sent !== change) return;
    sent = null;
    if (!reply.ok && reply.code === 'link-lost') {
      sent = change;
      return lose();
    }
    const isQuiet = standing.kind === 'missed' || standing.kind === 'confirmed';
    clearPreviews(Object.keys(change.put));
    if (!reply.ok) return refuse(reply);
    landing.push({ change, revision: revisionOf(reply.value) });
    land();
    if (!isQuiet) tell(waiting.length > 0 ? { kind: 'sending' } : { kind: 'arrived' });
    else tell();
    pump();
  };
  const pump = (): void => {
    if (sent) return;
    const change = waiting.shift();
    if (!change) return;
    sent = change;
    tell({ kind: 'sending' });
    link
      .verb('document/edit', editOf(link, change))
      .then((reply) => answered(change, reply))
      .catch((error: unknown) => answered(change, lostReply(error)));
  };
  const history = (verb: 'document/undo' | 'document/redo'): void => {
    if (!link.isConnected()) return tell({ kind: 'not-sent' });
    tell({ kind: 'sending' });
    link
      .verb(verb, { document: 'rig' })
      .then((reply) => (reply.ok ? tell({ kind: 'arrived' }) : refuse(reply)))
      .catch((error: unknown) => refuse({ code: 'link-lost', message: String(error), path: '' }));
  };
  const cancelDrag = (): void => {
    const records = Object.keys(drags);
    drags = {};
    previews.drop();
    clearPreviews(records);
    tell(standing.kind === 'held' ? { kind: 'idle' } : standing);
  };
  const unlisten = [
    link.onConnection(() => (link.isConnected() ? settle() : lose())),
    link.subscribe('rig', () => {
      if (landing.length > 0) {
        land();
        tell();
      }
      lookAgain();
    }),
    link.subscribe('previews', lookAgain),
  ];

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    drag(record, fields, label) {
      dragLabel = label;
      if (!link.isConnected()) return tell({ kind: 'not-sent' });
      drags = { ...drags, [record]: fields };
      previews.push({ record, fields });
      tell();
    },
    cancelDrag,
    record: (id) => ({ ...recordOf(link, id), ...view.overlay[id] }),
    line: () => line,
    deny() {
      if (!link.isConnected()) tell({ kind: 'not-sent' });
    },
    commit(change) {
      drags = withoutKeys(drags, Object.keys(change.put));
      previews.drop();
      if (!link.isConnected()) {
        tell({ kind: 'not-sent' });
        return false;
      }
      waiting.push(change);
      tell({ kind: 'sending' });
      pump();
      return true;
    },
    hold: () => tell({ kind: 'held' }),
    undo() {
      if (Object.keys(drags).length === 0) return history('document/undo');
      cancelDrag();
      tell({ kind: 'idle' });
    },
    redo: () => history('document/redo'),
    refuse: ({ code, message, path }) => tell({ kind: 'refused', problem: { code, message, path } }),
    dispose() {
      for (const stop of unlisten) stop();
      previews.drop();
      listeners.clear();
    },
  };
};
