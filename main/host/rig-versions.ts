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

type Rig = { document: RigDocument; revision: number };
const KEEP_EVERY_MS = 300_000;
const TRY_AGAIN_MS = 2000;

export const createRigVersions = ({ store, edit, clock, health }: RigVersionsOptions): RigVersions => {
  const files = openVersions(`${store.rigFolder}/versions`);
  /** Edited since the last version. */
  let isDirty = false;
  let last = { author: '', label: '' };
  let seen = store.rig;
  /** One write after another. */
  let tail: Promise<unknown> = Promise.resolve();

  const write = async (
    rig: Rig,
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
  /** The rig before the first edit of a spell of work: that is the one that people miss. */
  const keepBefore = async (rig: Rig, about: typeof last): Promise<void> => {
    const isKnown = (await files.list()).some(({ revision }) => revision === rig.revision);
    if (!isKnown) await write(rig, { ...about, isMarked: false });
  };
  const keep = async (): Promise<void> => {
    if (!isDirty) return;
    isDirty = false;
    try {
      await write(store.rig, { ...last, isMarked: false });
    } catch (error) {
      isDirty = true;
      throw error;
    }
  };
  /** What the disk has refused: tried again until it is kept, so that it is there and the problem goes. */
  let owed: (() => Promise<void>) | null = null;
  const quietly = (work: () => Promise<void>): Promise<void> =>
    inTurn(work).then(
      () => {
        if (owed === work) owed = null;
        if (owed === null) health.set('rig-versions', []);
      },
      (error: unknown) => {
        owed ??= work;
        health.set('rig-versions', [unwritable(error, store.rigFolder)]);
      },
    );
  const stopTrying = clock.every(TRY_AGAIN_MS, () => {
    if (owed !== null) void quietly(owed);
  });
  const forget = store.onChange(({ which, author, label }) => {
    if (which !== 'rig') return;
    const [rig, about] = [seen, last];
    if (!isDirty) void quietly(() => keepBefore(rig, about));
    isDirty = true;
    seen = store.rig;
    last = { author, label };
  });
  const stop = clock.every(KEEP_EVERY_MS, () => void quietly(keep));
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
      stopTrying();
      forget();
      await quietly(keep);
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
