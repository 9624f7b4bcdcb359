import type { DraftTopics } from '../../../core/control/draft.topics.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { DocumentEdit } from '../../../core/show/document.ts';
import { rebase } from '../../../core/show/draft/rebase.ts';
import { applyEdit } from '../../../core/show/edit.ts';
import { editBetween } from '../../../core/show/edit-between.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import type { RoomParts } from '../rooms.ts';
import type { StoreChange } from '../store/store.ts';
import { showTopic } from '../topics.ts';
import { isPlaying } from './blind.ts';

/** A take under way: loaded, then the cross-fade, then over (docs/draft.md). */
export interface Take {
  isOn(): boolean;
  /** The draft becomes the programme: one edit of it. */
  run(
    draft: ShowDocument,
    fade: number,
    changes: number,
    sender: string,
  ): Promise<Result<{ revision: number }>>;
  /** true: the change was this take's, and everyone has been told. */
  switched(change: StoreChange): boolean;
  dispose(): void;
}
type Parts = Pick<RoomParts, 'clock' | 'hub' | 'documents' | 'playback' | 'locks'> & { onChange(): void };

/** A fix that came while the take waited for its turn is in it, too. */
const editOf =
  (seen: ShowDocument, draft: ShowDocument, label: string) =>
  (programme: ShowDocument): DocumentEdit => {
    const fixed = applyEdit(draft, rebase(seen, programme, draft, label).edit);
    return editBetween(programme, fixed.ok ? fixed.value.document : draft, label);
  };

/** Pages need so long to load what comes. */
const LOAD_MS = 700;
/** Seconds. A cut, too, comes in as playbacks of its own, so that all of it was loaded before. */
const SHORTEST = 0.04;
/** Pages draw a little behind, and are told of what is settled two seconds late. */
const AFTER_MS = 3000;

export const createTake = ({ clock, hub, documents, playback, locks, onChange }: Parts): Take => {
  const { store } = documents;
  let count = 0;
  let under: { gesture: string; fade: number; old: DraftTopics['fading']['outgoing'] } | null = null;
  let isOn = false;
  let cancel: (() => void) | null = null;
  const set = (next: boolean): void => {
    isOn = next;
    onChange();
  };
  const over = (): void => {
    hub.set('fading', { incoming: null, outgoing: null });
    playback.forget();
    set(false);
  };
  const load = (document: ShowDocument): Promise<void> => {
    hub.set('fading', { incoming: { document }, outgoing: null });
    return new Promise((done) => (cancel = clock.after(LOAD_MS, done)));
  };
  return {
    isOn: () => isOn,
    async run(draft, asked, changes, sender) {
      const plays = isPlaying(playback.status(clock.now()).playbacks);
      const fade = plays ? Math.max(asked, SHORTEST) : 0;
      set(true);
      if (plays) await load(draft);
      // Whoever locked the show meanwhile meant this, too.
      if (locks.locked().show) {
        over();
        return fail('show-locked', messages['show-locked'].en, 'draft/take');
      }
      count += 1;
      const { document, revision } = store.show;
      const gesture = `take-${clock.iso()}-${count}`;
      under = { gesture, fade, old: { document, revision, plan: 0 } };
      const make = editOf(document, draft, `take the draft (${changes})`);
      const done = await store.editShow(make, sender, gesture);
      const isSwitched = under === null;
      under = null;
      if (!done.ok || !isSwitched) over();
      return done.ok ? ok({ revision: done.value.revision }) : done;
    },
    switched(change) {
      if (change.which !== 'show' || under === null || change.gesture !== under.gesture) return false;
      const { fade, old } = under;
      under = null;
      const plan = playback.fired().plan + 1;
      hub.set('fading', { incoming: null, outgoing: old && { ...old, plan } });
      hub.set('show', showTopic(documents));
      playback.take(documents.compiled(), fade);
      cancel = clock.after(fade * 1000 + AFTER_MS, over);
      return true;
    },
    dispose: () => cancel?.(),
  };
};
