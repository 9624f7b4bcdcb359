import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { fail, ok } from '../../../core/result.ts';
import type { Problem, Result } from '../../../core/result.ts';
import type { ShowContext } from '../../../core/show/check-context.ts';
import type { DocumentDiff, DocumentEdit } from '../../../core/show/document.ts';
import { emptyHistory } from '../../../core/show/history.ts';
import type { Direction } from '../../../core/show/history.ts';
import { openDocument } from '../../../core/show/open.ts';
import { serialise } from '../../../core/show/serialise.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import type { ShowClock } from '../clock.ts';
import { hasCode, makeFolder, readIfThere, writeDurably } from './files.ts';
import { placeOf } from './place.ts';
import { Slot } from './slot.ts';
import { load } from './sources.ts';
import type { Loaded } from './sources.ts';

/**
 * The draft on the disk (docs/draft.md): a document like the others in `draft/` of the show's folder, and beside it the
 * programme that it last stood on. One that was taken or discarded is put aside in `drafts/`.
 */
type DraftMeta = {
  by: string;
  /** ISO UTC. */
  since: string;
  /** Opened by hand, not by an edit. */
  isAsked: boolean;
  /** Record or `order.owner` → who changed it last. */
  touched: Record<string, string>;
  conflicts: { id: string; field: string }[];
};
type Change = { diff: DocumentDiff; author: string; gesture: string | null; kind: 'edit' | 'undo' | 'redo' };
type Edited = Promise<Result<{ revision: number; label: string }>>;
export interface DraftStore {
  /** null: there is none. */
  current(): { document: ShowDocument; revision: number; base: ShowDocument; meta: DraftMeta } | null;
  open(programme: ShowDocument, meta: DraftMeta): Promise<Result<null>>;
  edit(edit: DocumentEdit, author: string, gesture: string | null): Edited;
  step(direction: Direction, author: string): Edited;
  /** The programme that it stands on now. Written behind: doing a rebase twice does nothing. */
  standOn(base: ShowDocument): void;
  say(meta: Partial<DraftMeta>): void;
  /** Puts it aside. */
  close(how: 'taken' | 'discarded'): Promise<void>;
  onChange(listener: (change: Change) => void): void;
  readonly problems: Problem[];
  dispose(): Promise<void>;
}

const metaSchema: z.ZodType<DraftMeta> = z.object({
  by: z.string(),
  since: z.string(),
  isAsked: z.boolean().default(false),
  touched: z.record(z.string(), z.string()),
  conflicts: z.array(z.object({ id: z.string(), field: z.string() })),
});
const KEPT = 20;

export type DraftStoreOptions = {
  /** The show's folder on the station. */
  work: string;
  context: () => ShowContext;
  clock: Pick<ShowClock, 'after' | 'iso'>;
  maySnapshot: () => boolean;
};
type Open = { slot: Slot<'frise-show'>; base: ShowDocument; meta: DraftMeta };

/** `programme`: what it stands on where no base was kept. */
export const openDraftStore = async (
  options: DraftStoreOptions,
  programme: ShowDocument,
): Promise<DraftStore> => {
  const folder = path.join(options.work, 'draft');
  const listeners = new Set<(change: Change) => void>();
  const problems: Problem[] = [];
  const writer = createWriter(folder, problems);
  const slotOf = (
    loaded: Pick<Loaded<'frise-show'>, 'document' | 'revision' | 'history' | 'log' | 'pending' | 'written'>,
  ) =>
    new Slot<'frise-show'>({
      ...loaded,
      place: placeOf(folder, 'show.json'),
      origin: null,
      context: options.context,
      clock: options.clock,
      maySnapshot: options.maySnapshot,
      changed: (change) => listeners.forEach((listener) => listener(change)),
    });
  let now: Open | null = null;
  const found = await find(folder, options, problems);
  if (found !== null) {
    const base = (await readBase(folder, options.context())) ?? programme;
    now = { slot: slotOf(found), base, meta: (await readMeta(folder)) ?? unknownMeta(options.clock.iso()) };
  }
  const none = () => fail('draft-none', 'There is no draft.');
  return {
    current: () =>
      now && { document: now.slot.document, revision: now.slot.revision, base: now.base, meta: now.meta },
    async open(document, meta) {
      if (now !== null) return ok(null);
      try {
        await putAside(options.work, options.clock.iso(), 'left');
        await makeFolder(folder);
        await writeDurably(path.join(folder, 'base.json'), serialise(document));
        await writeDurably(path.join(folder, 'state.json'), JSON.stringify(meta));
      } catch (error) {
        return fail('store-write', `The draft can’t be opened: ${String(error)}. Check the disk.`, folder);
      }
      now = {
        slot: slotOf({ document, revision: 1, history: emptyHistory, log: null, pending: 0, written: null }),
        base: document,
        meta,
      };
      await now.slot.keep();
      return ok(null);
    },
    edit: (edit, author, gesture) => now?.slot.edit(edit, author, gesture) ?? Promise.resolve(none()),
    step: (direction, author) => now?.slot.step(direction, author) ?? Promise.resolve(none()),
    standOn(base) {
      if (now === null || now.base === base) return;
      now = { ...now, base };
      writer.write('base.json', serialise(base));
    },
    say(meta) {
      if (now === null) return;
      now = { ...now, meta: { ...now.meta, ...meta } };
      writer.write('state.json', JSON.stringify(now.meta));
    },
    async close(how) {
      const closing = now;
      now = null;
      await closing?.slot.dispose();
      await writer.idle();
      await putAside(options.work, options.clock.iso(), how);
    },
    onChange: (listener) => void listeners.add(listener),
    get problems() {
      return [...problems, ...(now?.slot.problems ?? [])];
    },
    async dispose() {
      listeners.clear();
      await now?.slot.dispose();
      await writer.idle();
    },
  };
};

const unknownMeta = (iso: string): DraftMeta => ({
  by: '',
  since: iso,
  isAsked: false,
  touched: {},
  conflicts: [],
});

const find = async (
  folder: string,
  { context, clock }: DraftStoreOptions,
  problems: Problem[],
): Promise<Loaded<'frise-show'> | null> => {
  const place = placeOf(folder, 'show.json');
  const about = {
    context: context(),
    iso: clock.iso,
    otherwise: null,
    source: place.file,
    outside: 'taken' as const,
  };
  const loaded = await load({ ...about, kept: null, format: 'frise-show', place });
  if (loaded.ok) {
    problems.push(...loaded.value.problems);
    return loaded.value;
  }
  if (loaded.code !== 'document-missing') problems.push(loaded);
  return null;
};

const readBase = async (folder: string, context: ShowContext): Promise<ShowDocument | null> => {
  const text = await readIfThere(path.join(folder, 'base.json'));
  const opened = text === null ? null : openDocument(text, 'frise-show', context);
  return opened?.ok ? opened.value.document : null;
};

const readMeta = async (folder: string): Promise<DraftMeta | null> => {
  const text = await readIfThere(path.join(folder, 'state.json'));
  try {
    return text === null ? null : metaSchema.parse(JSON.parse(text));
  } catch {
    return null; // who did what is lost; the draft itself is not
  }
};

/** `drafts/2018-11-22T01-00-00.000Z-taken`. */
const putAside = async (work: string, iso: string, how: string): Promise<void> => {
  const shelf = path.join(work, 'drafts');
  await makeFolder(shelf);
  const name = `${iso.replaceAll(':', '-')}-${how}`;
  try {
    await rename(path.join(work, 'draft'), path.join(shelf, name));
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  const names = (await readdir(shelf)).sort();
  for (const old of names.slice(0, -KEPT)) await rm(path.join(shelf, old), { recursive: true, force: true });
};

/** One text after another; of those that wait for the same file only the newest is written. */
const createWriter = (folder: string, problems: Problem[]) => {
  const waiting = new Map<string, string>();
  let running: Promise<void> | null = null;
  const drain = async (): Promise<void> => {
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [name, text] = next.value;
      waiting.delete(name);
      try {
        await writeDurably(path.join(folder, name), text);
      } catch (error) {
        problems.push({ code: 'store-write', message: String(error), path: path.join(folder, name) });
      }
    }
    running = null;
  };
  return {
    write(name: string, text: string): void {
      waiting.set(name, text);
      running ??= Promise.resolve().then(drain);
    },
    idle: () => running ?? Promise.resolve(),
  };
};
