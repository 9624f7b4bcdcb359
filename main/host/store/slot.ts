import type { Problem, Result } from '../../../core/result.ts';
import { fail, ok } from '../../../core/result.ts';
import type { ShowContext } from '../../../core/show/check-context.ts';
import type { DocumentDiff, DocumentEdit } from '../../../core/show/document.ts';
import { isEmptyEdit } from '../../../core/show/edit.ts';
import { guardedEdit } from '../../../core/show/guarded-edit.ts';
import { move, record } from '../../../core/show/history.ts';
import type { Direction, History } from '../../../core/show/history.ts';
import { validate } from '../../../core/show/open.ts';
import type { DocumentOf, EditableFormat } from '../../../core/show/parse.ts';
import { serialise } from '../../../core/show/serialise.ts';
import type { ShowClock } from '../clock.ts';
import { makeFolder, readIfThere, reasonOf, sha256 } from './files.ts';
import { createLog } from './log.ts';
import type { EditLog, LogEntry } from './log.ts';
import { rememberOrigin } from './origin.ts';
import type { Place } from './place.ts';
import type { Written } from './recover.ts';
import { writeSnapshot } from './snapshot.ts';

/**
 * One document in force: edits go through one queue, are on the disk before they count, and are then told to everyone.
 * Edits that wait together share one fsync. Snapshots follow behind and never hold an edit up for long.
 */
export type Change<F extends EditableFormat> = {
  document: DocumentOf<F>;
  revision: number;
  diff: DocumentDiff;
  author: string;
  label: string;
  gesture: string | null;
  kind: LogEntry['kind'];
};
export type SlotOptions<F extends EditableFormat> = {
  place: Place;
  document: DocumentOf<F>;
  revision: number;
  history: History;
  /** null: nothing was written yet, or a new snapshot is due; the first edit sees to it. */
  log: EditLog | null;
  /** Text of the bundled file that the first edit makes a copy of. */
  origin: string | null;
  /** The file as it was read or written last; null: there is none. */
  written: Written<F> | null;
  /** Edits that the snapshot on the disk lacks. */
  pending: number;
  context: () => ShowContext;
  clock: Pick<ShowClock, 'after'>;
  /** false: a boundary of the show is near; ask again. */
  maySnapshot: () => boolean;
  changed: (change: Change<F>) => void;
};
type State<F extends EditableFormat> = {
  document: DocumentOf<F>;
  revision: number;
  history: History;
  problems: Problem[];
};
type Draft<F extends EditableFormat> = { state: State<F>; entry: LogEntry; diff: DocumentDiff };
type Done = { revision: number; label: string };
type Job<F extends EditableFormat> = {
  compute: (state: State<F>) => Result<Draft<F>>;
  settle: (result: Result<Done>) => void;
};

const SNAPSHOT_AFTER_MS = 2000;
const RETRY_MS = 500;

export class Slot<F extends EditableFormat> {
  readonly #options: SlotOptions<F>;
  #state: State<F>;
  #log: EditLog | null;
  #pending: number;
  #isLost = false;
  #jobs: Job<F>[] = [];
  /** The queue: whatever touches the log runs behind what came before. */
  #tail: Promise<void> = Promise.resolve();
  #cancelTimer: (() => void) | null = null;
  #isClosed = false;
  #writeProblem: Problem | null = null;
  /** The file as this process knows it: what stands there otherwise is somebody else's. */
  #written: Written<F> | null;
  #origin: string | null;

  constructor(options: SlotOptions<F>) {
    const { document, revision, history, written } = options;
    this.#options = options;
    this.#written = written;
    this.#origin = options.origin;
    this.#log = options.log;
    this.#pending = options.pending;
    this.#state = { document, revision, history, problems: validate(document, options.context()) };
    if (this.#pending > 0) this.#schedule(SNAPSHOT_AFTER_MS);
  }

  get document(): DocumentOf<F> {
    return this.#state.document;
  }
  get revision(): number {
    return this.#state.revision;
  }
  get problems(): Problem[] {
    return this.#writeProblem ? [...this.#state.problems, this.#writeProblem] : this.#state.problems;
  }

  get place(): Place {
    return this.#options.place;
  }
  get written(): Written<F> | null {
    return this.#written;
  }

  /** What stands in the file is dealt with and may be written over, which is done soon. */
  agree(written: Written<F>): Promise<void> {
    return this.#behind(() => {
      this.#written = written;
      this.#pending += 1;
      this.#schedule(SNAPSHOT_AFTER_MS);
      return undefined;
    });
  }

  /** The text of the bundled file that this copy stands on from now on. */
  cameFrom(text: string): Promise<void> {
    return this.#behind(async () => {
      if (this.#log === null) this.#origin = text;
      else await rememberOrigin(this.#options.place, text);
    });
  }

  /** `edit` as a function is asked once its turn has come: of the document that it will be put on. */
  edit(
    edit: DocumentEdit | ((document: DocumentOf<F>) => DocumentEdit),
    author: string,
    gesture: string | null,
  ): Promise<Result<Done>> {
    return this.#enqueue((state) => {
      const wanted = typeof edit === 'function' ? edit(state.document) : edit;
      return this.#draft(state, wanted, { kind: 'edit', author, gesture }, (diff) =>
        record(state.history, author, { label: wanted.label, gesture, diff }),
      );
    });
  }

  step(direction: Direction, author: string): Promise<Result<Done>> {
    return this.#enqueue((state) => {
      const moved = move(direction, state.history, author, state.document);
      if (!moved.ok) return moved;
      const { edit, history } = moved.value;
      return this.#draft(state, edit, { kind: direction, author, gesture: null }, () => history);
    });
  }

  /** What `step` would change now; null: nothing, or it would be refused. */
  next(direction: Direction, author: string): DocumentEdit | null {
    const moved = move(direction, this.#state.history, author, this.#state.document);
    return moved.ok ? moved.value.edit : null;
  }

  /** Gives the document its place on the station now, if it has none. */
  keep(): Promise<void> {
    return this.#behind(async () => {
      if (this.#log !== null) return;
      this.#isLost = true; // until it is written, which a look tries again
      this.#log = await this.#establish();
    });
  }

  /** Writes everything anew where the folder that it lay in is gone. Rejects never. */
  look(): Promise<void> {
    return this.#behind(async () => {
      if (this.#isClosed || !(await this.#forgetLost())) return;
      this.#log = await this.#establish();
      this.#writeProblem = null;
    });
  }

  /** Writes a snapshot if one is due. Rejects never: a failure is a problem, and the log still holds everything. */
  snapshot(): Promise<void> {
    return this.#behind(async () => {
      if (this.#pending > 0) await this.#writeSnapshot();
    });
  }

  async dispose(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer?.();
    await this.snapshot();
    await this.#behind(async () => this.#log?.close());
  }

  #draft(
    state: State<F>,
    edit: DocumentEdit,
    who: Pick<LogEntry, 'kind' | 'author' | 'gesture'>,
    historyAfter: (diff: DocumentDiff) => History,
  ): Result<Draft<F>> {
    const guarded = guardedEdit(state.document, edit, this.#options.context(), state.problems);
    if (!guarded.ok) return guarded;
    const { document, diff, problems } = guarded.value;
    const revision = state.revision + (isEmptyEdit(diff.after) ? 0 : 1);
    const entry = { ...who, revision, edit: diff.after };
    return ok({ state: { document, revision, problems, history: historyAfter(diff) }, entry, diff });
  }

  #enqueue(compute: Job<F>['compute']): Promise<Result<Done>> {
    if (this.#isClosed)
      return Promise.resolve(fail('store-closed', 'The store is closing. Try again once it is back.'));
    return new Promise((settle) => {
      this.#jobs.push({ compute, settle });
      if (this.#jobs.length === 1) void this.#behind(() => this.#drain());
    });
  }

  #behind(work: () => Promise<void> | undefined): Promise<void> {
    const next = this.#tail.then(work);
    this.#tail = next.catch((error: unknown) => this.#tell(error));
    return this.#tail;
  }

  async #drain(): Promise<void> {
    const batch = this.#jobs.splice(0);
    let state = this.#state;
    const accepted: { job: Job<F>; draft: Draft<F> }[] = [];
    for (const job of batch) {
      const draft = computed(job, state);
      if (!draft.ok) job.settle(draft);
      else {
        ({ state } = draft.value);
        accepted.push({ job, draft: draft.value });
      }
    }
    const written = await this.#write(accepted.map(({ draft }) => draft).filter(isChange));
    if (!written.ok) for (const { job } of accepted) job.settle(written);
    else for (const { job, draft } of accepted) this.#commit(job, draft);
  }

  async #write(drafts: Draft<F>[]): Promise<Result<null>> {
    if (drafts.length === 0) return ok(null);
    try {
      await this.#forgetLost();
      this.#log ??= await this.#establish();
      await this.#log.append(drafts.map(({ entry }) => entry));
      this.#writeProblem = null;
      return ok(null);
    } catch (error) {
      this.#tell(error);
      return fail(
        'store-write',
        `Not saved, so not done: ${reasonOf(error)}. Check the disk.`,
        this.#options.place.file,
      );
    }
  }

  #commit(job: Job<F>, { state, entry, diff }: Draft<F>): void {
    this.#state = state;
    const done = { revision: state.revision, label: entry.edit.label };
    job.settle(ok(done));
    if (isEmptyEdit(diff.after)) return;
    this.#pending += 1;
    this.#schedule(SNAPSHOT_AFTER_MS);
    this.#options.changed({
      ...done,
      document: state.document,
      diff,
      author: entry.author,
      gesture: entry.gesture,
      kind: entry.kind,
    });
  }

  /** true: there is no log any more, or none yet that there should be; a document that nobody has edited needs none. */
  async #forgetLost(): Promise<boolean> {
    if (this.#log === null) return this.#isLost;
    if (await this.#log.isThere()) return false;
    const lost = this.#log;
    this.#log = null;
    this.#isLost = true;
    await lost.close();
    return true;
  }

  /** The document gets its place on the station, as it is before the next edit. */
  async #establish(): Promise<EditLog> {
    const { place } = this.#options;
    await makeFolder(place.safe);
    if (this.#origin !== null) await rememberOrigin(place, this.#origin);
    const text = serialise(this.#state.document);
    const log = await createLog(place.log(this.#state.revision), this.#header(text));
    await this.#replaceFile(text);
    this.#isLost = false;
    return log;
  }

  #header(text: string): { base: string; revision: number } {
    return { base: sha256(text), revision: this.#state.revision };
  }

  /**
   * The new log exists before its snapshot does: should the machine die between the two, the old snapshot still finds
   * its old log, and the new log goes on behind it.
   */
  async #writeSnapshot(): Promise<void> {
    const { place } = this.#options;
    // Somebody else has written there: nothing of theirs is lost, and the log keeps what is ours.
    if (await this.#isForeign()) return;
    await makeFolder(place.safe);
    const text = serialise(this.#state.document);
    const next = await createLog(place.log(this.#state.revision), this.#header(text));
    await this.#log?.close();
    this.#log = next;
    await this.#replaceFile(text);
    this.#writeProblem = null;
  }

  async #isForeign(): Promise<boolean> {
    const text = await readIfThere(this.#options.place.file);
    return text !== null && sha256(text) !== this.#written?.hash;
  }

  /** With its backup; what somebody else has written meanwhile stays. */
  async #replaceFile(text: string): Promise<void> {
    const { document, revision } = this.#state;
    const isForeign = await this.#isForeign();
    await writeSnapshot(this.#options.place, text, revision, !isForeign);
    if (!isForeign) this.#written = { hash: sha256(text), document };
    this.#pending = 0;
  }

  #schedule(afterMs: number): void {
    if (this.#cancelTimer || this.#isClosed) return;
    this.#cancelTimer = this.#options.clock.after(afterMs, () => {
      this.#cancelTimer = null;
      if (!this.#options.maySnapshot()) return this.#schedule(RETRY_MS);
      void this.snapshot().then(() => {
        if (this.#pending > 0) this.#schedule(SNAPSHOT_AFTER_MS * 5);
      });
    });
  }

  #tell(error: unknown): void {
    const message = `Could not be written: ${reasonOf(error)}. Check the disk; what was acknowledged is in the log.`;
    this.#writeProblem = { code: 'store-write', message, path: this.#options.place.file };
  }
}

const isChange = ({ diff }: { diff: DocumentDiff }): boolean => !isEmptyEdit(diff.after);

/** A defect in a check must not leave the one who asked, nor those behind, without an answer. */
const computed = <F extends EditableFormat>(job: Job<F>, state: State<F>): Result<Draft<F>> => {
  try {
    return job.compute(state);
  } catch (error) {
    return fail('edit-failed', `The edit failed: ${reasonOf(error)}. Nothing was changed.`);
  }
};
