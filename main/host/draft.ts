import type { HandlerContext, Handlers } from '../../core/control/dispatcher.ts';
import type { DraftTopic, OpenDraft } from '../../core/control/draft.topics.ts';
import type { VerbInput } from '../../core/control/verbs.ts';
import type { draftVerbs } from '../../core/control/draft.verbs.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { DocumentEdit } from '../../core/show/document.ts';
import { draftChanges, nameOfRecord, type DraftChange } from '../../core/show/draft/changes.ts';
import { rebase } from '../../core/show/draft/rebase.ts';
import { asProgramme } from '../../core/show/draft/resolve.ts';
import { isEmptyEdit } from '../../core/show/edit.ts';
import type { Direction } from '../../core/show/history.ts';
import { blindness, draftSettings } from './draft/blind.ts';
import { createTake, type Take } from './draft/take.ts';
import { createQueue } from './queue.ts';
import type { Room, RoomParts } from './rooms.ts';
import type { Store } from './store/store.ts';

/**
 * Programme and draft (docs/draft.md): where a designer's edit goes, what waits, and the take. What touches the draft
 * waits in one queue, so that no edit falls between a take and the draft that it empties.
 */
type Edited = Promise<Result<{ revision: number; label: string }>>;
export interface DraftRoom extends Room {
  handlers: Pick<Handlers, keyof typeof draftVerbs>;
  edit(edit: DocumentEdit, sender: string, gesture: string | null): Edited;
  step(direction: Direction, sender: string): Edited;
  switched: Take['switched'];
}
/** As whom a fix comes into the draft; nobody's undo takes it back. */
const PROGRAMME = 'programme';
const MOST_TOLD = 200;

export const createDraft = (parts: RoomParts): DraftRoom => {
  const { clock, hub, documents, playback, journal, lineUp } = parts;
  const { store } = documents;
  const { draft } = store;
  const inTurn = createQueue();
  const take = createTake({ ...parts, onChange: () => tell() });
  const settings = () => draftSettings(store.station.document);
  const changes = createChanges(store);
  const blind = (): DraftTopic['blind'] =>
    blindness({
      settings: settings(),
      waiting: draft.current() === null ? null : changes().length,
      isAsked: draft.current()?.meta.isAsked ?? false,
      playbacks: playback.status(clock.now()).playbacks,
    });
  const tell = (): void => {
    const next: DraftTopic = { blind: blind(), open: openDraft(store, changes()), isTaking: take.isOn() };
    if (JSON.stringify(next) !== JSON.stringify(hub.get('draft'))) hub.set('draft', next);
    const now = draft.current();
    if (hub.get('draftShow')?.document === now?.document) return;
    hub.set('draftShow', now && { document: now.document, revision: now.revision });
  };
  const open = async (by: string, isAsked: boolean): Promise<Result<null>> => {
    const meta = { by, since: clock.iso(), isAsked, touched: {}, conflicts: [] };
    const opened = await draft.open(store.show.document, meta);
    if (opened.ok) journal.add('draft', `draft opened by ${by}`);
    return opened;
  };
  /** A draft without changes that nothing keeps open is no draft: the next edit goes live again. */
  const settle = async (): Promise<void> => {
    if (draft.current() !== null && blind() === null) await draft.close('discarded');
  };
  const sync = async (): Promise<void> => {
    const now = draft.current();
    const programme = store.show.document;
    if (now === null || now.base === programme) return;
    const { edit, conflicts } = rebase(now.base, programme, now.document, 'fix in the programme');
    const put = isEmptyEdit(edit) ? ok(null) : await draft.edit(edit, PROGRAMME, null);
    const refused = put.ok ? [] : Object.keys(edit.put).map((id) => ({ id, field: '' }));
    const known = draft.current()?.meta.conflicts ?? [];
    draft.say({ conflicts: withNew(known, [...conflicts, ...refused]) });
    draft.standOn(programme);
  };
  draft.onChange(({ diff, author }) => {
    if (author !== PROGRAMME) {
      const keys = [
        ...Object.keys(diff.after.put),
        ...diff.after.remove,
        ...Object.keys(diff.after.order).map((owner) => `order.${owner}`),
      ];
      const touched = {
        ...draft.current()?.meta.touched,
        ...Object.fromEntries(keys.map((key) => [key, author])),
      };
      draft.say({ touched });
    }
    tell();
  });
  const unsubscribe = hub.subscribe(({ topic }) => {
    if (topic === 'status') tell();
  });
  /** Then everyone is told, whatever came out. */
  const told = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      try {
        return await work();
      } finally {
        tell();
      }
    });
  const blindly = async <T>(sender: string, on: () => Promise<Result<T>>): Promise<Result<T>> => {
    const opened = draft.current() === null ? await open(sender, false) : ok(null);
    return opened.ok ? on() : opened;
  };
  const stepBlindly = async (direction: Direction, sender: string): Edited => {
    if (draft.current() !== null) return draft.step(direction, sender);
    // What went live before the show ran is taken back blind, too.
    const edit = store.next('show', direction, sender);
    if (edit === null) return store[direction]('show', sender);
    return blindly(sender, () => draft.edit(edit, sender, null));
  };
  return {
    handlers: handlersOf({ store, changes, told, take, tell, open, settings, lineUp, journal }),
    edit: (edit, sender, gesture) =>
      told(async () => {
        await settle();
        if (blind() === null) return labelled(edit, await store.edit('show', edit, sender, gesture));
        return blindly(sender, () => draft.edit(edit, sender, gesture));
      }),
    step: (direction, sender) =>
      told(async () => {
        await settle();
        return blind() === null ? store[direction]('show', sender) : stepBlindly(direction, sender);
      }),
    switched: take.switched,
    changed(which) {
      if (which === 'show') void told(sync);
      // At the start once: a fix may have come between a kill and this start.
      if (which === 'station') void told(sync);
    },
    async dispose() {
      unsubscribe();
      take.dispose();
      await inTurn(() => Promise.resolve());
    },
  };
};

type HandlerParts = Pick<RoomParts, 'lineUp' | 'journal'> & {
  store: Store;
  changes(): DraftChange[];
  told<T>(work: () => Promise<T>): Promise<T>;
  take: Take;
  tell(): void;
  open(by: string, isAsked: boolean): Promise<Result<null>>;
  settings(): ReturnType<typeof draftSettings>;
};

const handlersOf = (parts: HandlerParts): DraftRoom['handlers'] => {
  const { store, changes, told, take, open, settings, lineUp, journal } = parts;
  const { draft } = store;
  const takeNow = async (asked: VerbInput<'draft/take'>, { sender }: HandlerContext) => {
    const now = draft.current();
    const count = changes().length;
    if (now === null || count === 0) return fail('draft-empty', messages['draft-empty'].en);
    if (asked.revision !== undefined && asked.revision !== now.revision)
      return fail('draft-moved', messages['draft-moved'].en, 'revision');
    if (take.isOn()) return fail('draft-fading', messages['draft-fading'].en);
    if (lineUp.state().frozenAt !== null) return fail('draft-frozen', messages['draft-frozen'].en);
    const done = await take.run(now.document, asked.fade ?? settings().fade, count, sender);
    if (!done.ok) return done;
    await draft.close('taken');
    journal.add('draft', `draft taken by ${sender}: ${count} changes`);
    return ok({ revision: done.value.revision, changes: count });
  };
  return {
    'draft/open': (_, { sender }) =>
      told(async () => {
        const opened = await open(sender, true);
        if (opened.ok) draft.say({ isAsked: true });
        return opened.ok ? ok({}) : opened;
      }),
    'draft/changes': () =>
      ok({
        revision: draft.current()?.revision ?? null,
        changes: changes(),
        conflicts: conflictsOf(store),
      }),
    'draft/take': (asked, context) => told(() => takeNow(asked, context)),
    'draft/discard': (_, { sender }) =>
      told(async () => {
        if (draft.current() === null) return fail('draft-none', messages['draft-none'].en);
        await draft.close('discarded');
        journal.add('draft', `draft discarded by ${sender}`);
        return ok({});
      }),
    'draft/resolve': ({ id, keep }, { sender }) =>
      told(async () => {
        const now = draft.current();
        const conflicts = now?.meta.conflicts ?? [];
        if (now === null || conflicts.every((one) => one.id !== id))
          return fail('draft-conflict-unknown', messages['draft-conflict-unknown'].en, id);
        if (keep === 'programme') {
          const edit = asProgramme(store.show.document, now.document, conflicts, id, 'as in the programme');
          const put = await draft.edit(edit, sender, null);
          if (!put.ok) return put;
        }
        draft.say({ conflicts: conflicts.filter((one) => one.id !== id) });
        return ok({});
      }),
  };
};

const labelled = (
  { label }: DocumentEdit,
  done: Result<{ revision: number }>,
): Result<{ revision: number; label: string }> => (done.ok ? ok({ ...done.value, label }) : done);

const withNew = (
  known: readonly { id: string; field: string }[],
  fresh: readonly { id: string; field: string }[],
) => {
  const keyOf = ({ id, field }: { id: string; field: string }): string => `${id} ${field}`;
  const has = new Set(known.map(keyOf));
  return [...known, ...fresh.filter((one) => !has.has(keyOf(one)))];
};

/** Compared once a pair of revisions. */
const createChanges = (store: Store) => {
  let last: { key: readonly unknown[]; value: DraftChange[] } | null = null;
  return (): DraftChange[] => {
    const now = store.draft.current();
    if (now === null) return [];
    const key = [store.show.document, now.document, now.meta.touched];
    if (last === null || key.some((each, index) => each !== last?.key[index]))
      last = { key, value: draftChanges(store.show.document, now.document, now.meta.touched) };
    return last.value;
  };
};

const conflictsOf = ({ draft, show }: Store): OpenDraft['conflicts'] =>
  (draft.current()?.meta.conflicts ?? []).map(({ id, field }) => {
    const record = draft.current()?.document.records[id] ?? show.document.records[id];
    return { id, field, name: nameOfRecord(id, record) };
  });

const openDraft = (store: Store, changes: DraftChange[]): OpenDraft | null => {
  const now = store.draft.current();
  if (now === null) return null;
  const people = [...new Set(changes.flatMap(({ by }) => (by === null ? [] : [by])))].sort();
  return {
    revision: now.revision,
    since: now.meta.since,
    by: now.meta.by,
    count: changes.length,
    changes: changes.slice(0, MOST_TOLD),
    people,
    conflicts: conflictsOf(store),
  };
};
