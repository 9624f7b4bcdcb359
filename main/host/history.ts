import type { Handlers } from '../../core/control/dispatcher.ts';
import type { HistoryStep } from '../../core/control/history.topics.ts';
import type { historyVerbs } from '../../core/control/history.verbs.ts';
import { layerTypes } from '../../core/layers/registry.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { editBetween } from '../../core/show/edit-between.ts';
import { openDocument } from '../../core/show/open.ts';
import type { ShowDocument } from '../../core/show/show.schema.ts';
import type { Room, RoomParts } from './rooms.ts';

/**
 * The show's steps with small pictures: what was edited in this run, programme and draft, and the autosaves that lay
 * there at its start. Documents share all records that did not change, so a hundred of them cost little.
 */
export interface HistoryRoom extends Room {
  handlers: Pick<Handlers, keyof typeof historyVerbs>;
}
type Kept = {
  step: HistoryStep;
  gesture: string | null;
  document: () => Promise<Result<ShowDocument>>;
  picture: string | null;
};
const MOST = 100;
/** As whom a fix of the programme comes into the draft: it stands in the list as the fix. */
const PROGRAMME = 'programme';

const unknown = (id: string) => fail('history-unknown', messages['history-unknown'].en, id);

export const createHistory = (
  parts: Pick<RoomParts, 'clock' | 'documents' | 'dispatch' | 'hub'>,
): HistoryRoom => {
  const { clock, documents, dispatch, hub } = parts;
  const { store } = documents;
  let kept: Kept[] = [];
  let count = 0;
  let isDisposed = false;
  const tell = (): void => {
    if (!isDisposed)
      hub.set(
        'history',
        kept.map(({ step, picture }) => ({ ...step, hasPicture: picture !== null })),
      );
  };
  const stepOf = (about: Omit<HistoryStep, 'id' | 'hasPicture'>): HistoryStep => {
    count += 1;
    return { ...about, id: `step-${count}`, hasPicture: false };
  };
  const add = (
    about: Omit<HistoryStep, 'id' | 'hasPicture' | 'at'>,
    gesture: string | null,
    document: ShowDocument,
  ) => {
    const last = kept.at(-1);
    const { author, label, where } = about;
    const isSame =
      gesture !== null &&
      last?.gesture === gesture &&
      last.step.author === author &&
      last.step.label === label &&
      last.step.where === where;
    // One drag is one step, as for undo.
    const id = isSame ? { id: last.step.id } : {};
    const step = { ...stepOf({ ...about, at: clock.iso() }), ...id };
    const entry = { step, gesture, document: () => Promise.resolve(ok(document)), picture: null };
    kept = [...(isSame ? kept.slice(0, -1) : kept), entry].slice(-MOST);
    tell();
  };
  store.onChange(({ which, author, label, gesture, revision, kind }) => {
    if (which === 'show')
      add({ author, label, kind, where: 'programme', revision }, gesture, store.show.document);
  });
  store.draft.onChange(({ diff, author, gesture, kind }) => {
    const now = store.draft.current();
    if (now === null || author === PROGRAMME) return;
    const { document, revision } = now;
    add({ author, label: diff.after.label, kind, where: 'draft', revision }, gesture, document);
  });
  const begin = async (): Promise<void> => {
    const opened = store.show;
    const saves = await store.autosaves().catch(() => []);
    const before = saves
      .filter(({ revision }) => revision < opened.revision)
      .map(({ revision, at, read }): Kept => ({
        step: stepOf({ at, author: '', label: '', kind: 'autosave', where: 'programme', revision }),
        gesture: null,
        picture: null,
        document: async () => {
          const text = await read();
          const opening =
            text === null ? unknown('') : openDocument(text, 'frise-show', { layerTypes, facade: null });
          return opening.ok ? ok(opening.value.document) : opening;
        },
      }));
    const at = clock.iso();
    const first = { at, author: '', label: '', kind: 'opened', where: 'programme' } as const;
    const start: Kept = {
      step: stepOf({ ...first, revision: opened.revision }),
      gesture: null,
      picture: null,
      document: () => Promise.resolve(ok(opened.document)),
    };
    kept = [...before, start, ...kept].slice(-MOST);
    tell();
  };
  const begun = begin();
  return {
    handlers: {
      'history/picture'({ where, revision, picture }) {
        const found = kept.find(({ step }) => step.where === where && step.revision === revision);
        if (found === undefined || found.picture !== null) return ok({});
        kept = kept.map((one) => (one === found ? { ...one, picture } : one));
        tell();
        return ok({});
      },
      'history/pictures'({ ids }) {
        const wanted = new Set(ids);
        const pictures = kept.flatMap(({ step, picture }): [string, string][] =>
          wanted.has(step.id) && picture !== null ? [[step.id, picture]] : [],
        );
        return ok({ pictures: Object.fromEntries(pictures) });
      },
      async 'history/back'({ id }, { sender, roles = [] }) {
        const found = kept.find(({ step }) => step.id === id);
        if (found === undefined) return unknown(id);
        const target = await found.document();
        if (!target.ok) return target;
        const now = store.draft.current()?.document ?? store.show.document;
        const label = `back to ${found.step.label === '' ? found.step.kind : found.step.label}`.slice(0, 120);
        const done = await dispatch({
          verb: 'document/edit',
          args: { document: 'draft', ...editBetween(now, target.value, label) },
          source: { sender, roles, input: null },
          requestId: null,
          at: null,
        });
        return done.ok ? ok({}) : done;
      },
    },
    async dispose() {
      isDisposed = true;
      await begun;
    },
  };
};
