import type { HandlerContext, Handlers } from '../../core/control/dispatcher.ts';
import type { RigVersion } from '../../core/control/technician.verbs.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { RigDocument } from '../../core/rig/rig.schema.ts';
import type { DocumentEdit } from '../../core/show/document.ts';
import { editBetween } from '../../core/show/edit-between.ts';
import { messages } from '../../core/messages.ts';
import type { ShowClock } from './clock.ts';
import type { Health } from './health.ts';
import { reasonOf } from './store/files.ts';
import type { Store } from './store/store.ts';
import { openVersions, versionId } from './version-files.ts';
import { stale } from './version-thinning.ts';

/**
 * The rig as it was: every few minutes of work, before each restore, and whenever somebody names one. Going back is an
 * edit like any other, so it can be undone.
 */
export interface RigVersions {
  handlers: Pick<Handlers, 'rig/versions' | 'rig/version' | 'rig/mark' | 'rig/restore'>;
  /** Keeps what has changed since the last one. */
  dispose(): Promise<void>;
}
export type RigVersionsOptions = {
  store: Pick<Store, 'rig' | 'onChange' | 'rigFolder'>;
  /** Refused where somebody else has an output in hand. */
  edit(edit: DocumentEdit, sender: string): Promise<Result<{ revision: number }>>;
  clock: Pick<ShowClock, 'every' | 'iso'>;
  health: Pick<Health, 'set'>;
};

const KEEP_EVERY_MS = 300_000;

export const createRigVersions = ({ store, edit, clock, health }: RigVersionsOptions): RigVersions => {
  const files = openVersions(`${store.rigFolder}/versions`);
  /** What stood before the first edit since the last version, and who edited last. */
  let before: { document: RigDocument; revision: number } | null = null;
  let last = { author: '', label: '' };
  let seen = store.rig;
  /** One write after another. */
  let tail: Promise<unknown> = Promise.resolve();

  const write = async (
    rig: { document: RigDocument; revision: number },
    about: { label: string; author: string; isMarked: boolean },
  ): Promise<RigVersion> => {
    const at = clock.iso();
    const version = { id: versionId(at, rig.revision), at, revision: rig.revision, ...about };
    await files.write(version, rig.document);
    for (const id of stale(await files.list(), at)) await files.remove(id);
    return version;
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = tail.then(work);
    tail = next.catch(() => undefined); // whoever asked hears of it
    return next;
  };
  /** The rig before the first edit of a spell of work too: that is the one that people miss. */
  const keep = async (): Promise<void> => {
    if (before === null) return;
    const first = before;
    before = null;
    const known = (await files.list()).some(({ revision }) => revision === first.revision);
    if (!known) await write(first, { label: '', author: '', isMarked: false });
    await write(store.rig, { ...last, isMarked: false });
  };
  const keepQuietly = (): Promise<void> =>
    inTurn(keep).then(
      () => health.set('rig-versions', []),
      (error: unknown) => health.set('rig-versions', [unwritable(error, store.rigFolder)]),
    );
  const forget = store.onChange(({ which, author, label }) => {
    if (which !== 'rig') return;
    before ??= seen;
    seen = store.rig;
    last = { author, label };
  });
  const stop = clock.every(KEEP_EVERY_MS, () => void keepQuietly());
  const restore = async (id: string, { sender }: HandlerContext): Promise<Result<{ revision: number }>> => {
    const wanted = await files.read(id);
    if (!wanted.ok) return wanted;
    await keep();
    return edit(editBetween(store.rig.document, wanted.value, `restore ${id}`), sender);
  };
  return {
    handlers: {
      'rig/versions': () => guarded(async () => ok({ versions: await inTurn(() => files.list()) })),
      'rig/version': ({ id }) =>
        guarded(async () => {
          const read = await files.read(id);
          return read.ok ? ok({ document: { ...read.value } }) : read;
        }),
      'rig/mark': ({ label }, { sender }) =>
        guarded(async () =>
          ok({ version: await inTurn(() => write(store.rig, { label, author: sender, isMarked: true })) }),
        ),
      'rig/restore': ({ id }, context) => guarded(() => inTurn(() => restore(id, context))),
    },
    async dispose() {
      stop();
      forget();
      await keepQuietly();
    },
  };
};

const unwritable = (error: unknown, where: string) =>
  fail('rig-version-unwritable', `${messages['rig-version-unwritable'].en} (${reasonOf(error)})`, where);

/** A disk that refuses is an answer, not a fault of the host. */
const guarded = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await work();
  } catch (error) {
    return unwritable(error, '');
  }
};
