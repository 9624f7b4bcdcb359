import { randomUUID } from 'node:crypto';
import type { HandlerContext } from '../../../core/control/dispatcher.ts';
import type { Preflight, PreflightAsk } from '../../../core/control/safety.topics.ts';
import { messages } from '../../../core/messages.ts';
import { exported, type Exported, type ExportFormat } from '../../../core/preflight/export.ts';
import { asRunning, linesOf, merged } from '../../../core/preflight/verdict.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { Room, RoomParts } from '../rooms.ts';
import { askFollower } from './ask-follower.ts';
import { askSystem } from './ask-system.ts';
import { factsOf, NOTHING_LOOKED_AT, settingsOf, type Looked } from './facts-of.ts';
import { watchFrames } from './frames.ts';
import { lookAtMedia } from './media.ts';
import { createWatch } from './watch.ts';

/**
 * The pre-flight of this host: it looks at files and system, asks a page of each kind to decode the files, watches the
 * outputs for some seconds, and leaves every verdict to `core/preflight`. One runs at a time; what it says is a topic.
 */
export interface PreflightHost extends Room {
  run(only: readonly string[] | null, context: Pick<HandlerContext, 'sender'>): Result<{ startedAt: string }>;
  cancel(): Result<Record<string, never>>;
  export(format: ExportFormat, lang: 'en' | 'fr'): Result<Exported>;
}
/** A long film is decoded at its beginning alone; a long sound wholly. */
const decodeWithinMs = 30_000;
const everyMs = 1000;
/** Shares of the run: looking and decoding, then watching. */
const LOOKED = 0.2;

type Run = { isCancelled: boolean; stop: () => void; asked: string; startedAt: string };

export const createPreflight = (parts: RoomParts): PreflightHost => {
  const { clock, hub, journal } = parts;
  let looked: Looked = NOTHING_LOOKED_AT;
  let current: Run | null = null;
  let heard: (page: string, results: readonly { id: string; why: string }[]) => void = () => undefined;
  let askId = '';
  let isDisposed = false;
  const watch = createWatch((page, report) => {
    if (report.ask === askId) heard(page, report.results);
  });
  const tell = (part: Partial<Preflight>): void => {
    const before = hub.get('preflight');
    if (before !== null) hub.set('preflight', { ...before, ...part });
  };
  /** Resolves early when the run is broken off. */
  const wait = (run: Run, ms: number) =>
    new Promise<void>((resolve) => {
      const cancel = clock.after(ms, resolve);
      run.stop = () => {
        cancel();
        resolve();
      };
    });

  /** What pages said within the time; a page that has gone says nothing. */
  const decode = async (run: Run, media: PreflightAsk['media']): Promise<Map<string, string>> => {
    const why = new Map<string, string>();
    const pages = watch.decoders();
    if (pages.length === 0 || media.length === 0) return why;
    const missing = new Set(pages);
    const answers = new Promise<void>((resolve) => {
      heard = (page, results) => {
        for (const result of results) why.set(result.id, result.why);
        missing.delete(page);
        if (missing.size === 0) resolve();
      };
    });
    askId = randomUUID();
    hub.set('preflightAsk', { id: askId, pages, media });
    await Promise.race([answers, wait(run, decodeWithinMs)]);
    run.stop();
    hub.set('preflightAsk', null);
    return why;
  };
  const lookAt = async (run: Run, only: readonly string[] | null): Promise<void> => {
    const { follower } = settingsOf(parts);
    const isWanted = (...ids: string[]) => only === null || ids.some((id) => only.includes(id));
    const [system, followerAnswers] = await Promise.all([
      askSystem(parts.station, clock.iso()),
      follower === '' ? null : askFollower(follower),
    ]);
    looked = { ...looked, system, followerAnswers };
    if (!isWanted('files', 'decode') || run.isCancelled) return;
    const { facts, tried } = await lookAtMedia(parts.documents, () => run.isCancelled);
    const why = isWanted('decode') && !run.isCancelled ? await decode(run, tried) : new Map<string, string>();
    const media = facts.map((fact) => ({ ...fact, decoded: fact.decoded ?? why.get(fact.id) ?? null }));
    looked = { ...looked, media };
  };
  const watchOutputs = async (run: Run, only: readonly string[] | null): Promise<void> => {
    const isWanted = only === null || only.some((id) => id.startsWith('output:') || id === 'sound-level');
    if (!isWanted) return;
    const seconds = settingsOf(parts).frameSeconds;
    const frames = watchFrames();
    for (let second = 0; second <= seconds && !run.isCancelled; second += 1) {
      frames.look(parts.outputs.status(), parts.outputs.losses);
      tell({ progress: LOOKED + (1 - LOOKED) * (second / seconds) });
      if (second < seconds) await wait(run, everyMs);
    }
    looked = { ...looked, frames: frames.found(seconds) };
  };
  const finish = (run: Run, only: readonly string[] | null, before: Preflight['lines']): void => {
    current = null;
    if (isDisposed) return;
    const lines = run.isCancelled ? before : merged(before, linesOf(factsOf(parts, watch, looked)), only);
    tell({ lines, endedAt: clock.iso(), progress: 1, isCancelled: run.isCancelled });
    const failed = lines.filter(({ state }) => state === 'fail');
    const word = run.isCancelled ? 'broken off' : `${failed.length} of ${lines.length} lines fail`;
    journal.add('preflight', `pre-flight: ${word}`, { failed: failed.map(({ id }) => id) });
  };
  const walk = async (
    run: Run,
    only: readonly string[] | null,
    before: Preflight['lines'],
  ): Promise<void> => {
    try {
      await lookAt(run, only);
      if (!run.isCancelled) await watchOutputs(run, only);
    } catch (error) {
      run.isCancelled = true;
      journal.add('fault', `pre-flight: ${error instanceof Error ? error.message : String(error)}`);
    }
    finish(run, only, before);
  };
  return {
    run(only, { sender }) {
      const question = JSON.stringify(only);
      // Two people who press at once look at one and the same run.
      if (current?.asked === question && !current.isCancelled) return ok({ startedAt: current.startedAt });
      if (current !== null)
        return fail('preflight-running', messages['preflight-running'].en, 'preflight/run');
      const known = hub.get('preflight');
      const before = known?.lines ?? linesOf(factsOf(parts, watch, looked));
      // Nothing to leave standing: the first run looks at everything.
      const asked = known === null || known.isCancelled ? null : only;
      const startedAt = clock.iso();
      current = { isCancelled: false, stop: () => undefined, asked: question, startedAt };
      watch.listenAnew();
      const lines = asRunning(before, asked);
      hub.set('preflight', { startedAt, endedAt: null, by: sender, progress: 0, isCancelled: false, lines });
      void walk(current, asked, known === null ? lines : before);
      return ok({ startedAt });
    },
    cancel() {
      if (current === null)
        return fail('preflight-not-running', messages['preflight-not-running'].en, 'preflight/cancel');
      current.isCancelled = true;
      current.stop();
      return ok({});
    },
    export(format, lang) {
      const last = hub.get('preflight');
      if (last === null) return fail('preflight-none', messages['preflight-none'].en, 'preflight/export');
      return ok(exported(last, format, lang));
    },
    joined: watch.joined,
    report: watch.report,
    left(page, client) {
      watch.left(page, client);
      // It will not answer any more: nobody waits for it.
      heard(`${page.kind}/${page.id}`, []);
    },
    dispose() {
      isDisposed = true;
      if (current === null) return;
      current.isCancelled = true;
      current.stop();
    },
  };
};
