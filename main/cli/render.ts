import { ok, fail, type Problem, type Result } from '../../core/result.ts';
import { machineTime } from '../host/clock.ts';
import { readSources, type Sources } from './render/documents.ts';
import { drawnProblems } from './render/drawn-problems.ts';
import { findEngine, startEngine } from './render/engine.ts';
import { checkOut, writeOut } from './render/out-file.ts';
import { openFrameSink, type FrameSink } from './render/frame-sink.ts';
import { encodePng } from './render/png.ts';
import { createProgress } from './render/progress.ts';
import { readWish, type RenderOptions, type Wish } from './render/request.ts';
import { startServer, type Delivery, type RenderServer } from './render/server.ts';

export type { RenderOptions } from './render/request.ts';

/** `frise render`: a deterministic still, or a film with its sound, of the canvas or of one output. */
export type RenderPlace = {
  /** Folder of the built pages. */
  pages: string;
  env: NodeJS.ProcessEnv;
  /** Behind everything else that this machine does. */
  isBackground?: boolean;
};
export type Rendered = { width: number; height: number; frames: number; problems: Problem[] };
/** `progress` after each frame; the next one is drawn when what it gives back has resolved. */
export type RenderWatch = {
  cancelled: AbortSignal;
  progress(done: number, total: number): void | Promise<void>;
};
/** An engine that hasn't asked for its job by then never will. */
const PATIENCE_MS = 60_000;
/** Of deflate: a sequence is thousands of pictures, and the last percent takes as long as all the rest. */
const SEQUENCE_LEVEL = 4;

export const runRender = async (
  dir: string,
  options: RenderOptions,
  place: RenderPlace,
  watch: RenderWatch,
): Promise<Result<Rendered>> => {
  const wish = readWish(options);
  if (!wish.ok) return wish;
  const writable = await checkOut(options.out);
  if (!writable.ok) return writable;
  const sources = await readSources(dir, options, wish.value.view);
  if (!sources.ok) return sources;
  return renderSources(sources.value, wish.value, options.out, place, watch);
};

/** The same of documents that are open already; `out` is written whole or not at all. */
export const renderSources = async (
  sources: Sources,
  wish: Wish,
  out: string,
  place: RenderPlace,
  watch: RenderWatch,
): Promise<Result<Rendered>> => {
  const engine = findEngine(place.env);
  if (!engine.ok) return engine;
  const sink = wish.film?.container === 'png' ? openFrameSink(out) : null;
  const delivery = await draw(engine.value, sources, wish, { place, watch, sink });
  if (sink === null) return delivery.ok ? store(delivery.value, out, sources.lost) : delivery;
  const sequence = delivery.ok ? await finished(delivery.value, sink, sources.lost) : delivery;
  if (!sequence.ok) await sink.abandon();
  return sequence;
};

const draw = async (
  engine: string,
  { texts, media }: Sources,
  wish: Wish,
  { place, watch, sink }: { place: RenderPlace; watch: RenderWatch; sink: FrameSink | null },
): Promise<Result<Delivery>> => {
  const { take, refused } = takerOf(sink);
  const job = { ...texts, ...wish };
  const server = await startServer(place.pages, media, job, watch.progress, 'render', take);
  const running = await startEngine(engine, server.url, place.env, place.isBackground);
  const silence = silenceOf(server);
  try {
    const ended = running.ended.then((why) => fail('engine-ended', `The engine gave up: ${why}`));
    return await Promise.race([
      server.delivered.then(ok),
      ended,
      refused,
      silence.fails,
      cancelOf(watch.cancelled),
    ]);
  } finally {
    silence.stop();
    await running.close();
    await server.close();
  }
};

/** Hands each picture to the sink; the first that it refuses ends the drawing. Nothing is kept for a still or a film. */
const takerOf = (sink: FrameSink | null) => {
  let refuse: (problem: Result<never>) => void = () => undefined;
  const refused = new Promise<Result<never>>((resolve) => {
    refuse = resolve;
  });
  if (sink === null) return { take: null, refused };
  const take = async (
    pixels: Buffer,
    { width, height }: { width: number; height: number },
  ): Promise<void> => {
    const added = await sink.add(encodePng(pixels, width, height, SEQUENCE_LEVEL));
    if (!added.ok) refuse(added);
  };
  return { take, refused };
};

const finished = async (
  delivery: Delivery,
  sink: FrameSink,
  lost: ReadonlyMap<string, Problem>,
): Promise<Result<Rendered>> => {
  const { error, width, height, frames } = delivery.done;
  if (error !== null) return fail('render-failed', error);
  const written = await sink.finish();
  return written.ok ? ok({ width, height, frames, problems: drawnProblems(delivery, lost) }) : written;
};

/** Fails when the page has not asked for its job in a minute. */
export const silenceOf = (server: RenderServer) => {
  let stop: () => void = () => undefined;
  const fails = new Promise<Result<never>>((resolve) => {
    stop = machineTime.timer(PATIENCE_MS, () =>
      resolve(
        fail('engine-silent', 'The engine started but never asked for its work; try another FRISE_CHROMIUM.'),
      ),
    );
  });
  server.taken.then(stop, stop);
  return { fails, stop };
};
const cancelOf = (signal: AbortSignal): Promise<Result<never>> =>
  new Promise((resolve) => {
    const end = () => resolve(fail('render-cancelled', 'Cancelled; nothing was written.'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });

const store = async (
  delivery: Delivery,
  out: string,
  lost: ReadonlyMap<string, Problem>,
): Promise<Result<Rendered>> => {
  const { done, pixels, film } = delivery;
  if (done.error !== null) return fail('render-failed', done.error);
  const data = film ?? (pixels ? encodePng(pixels, done.width, done.height) : null);
  if (!data) return fail('render-failed', 'The page delivered nothing.');
  const written = await writeOut(out, data);
  if (!written.ok) return written;
  const { width, height, frames } = done;
  return ok({ width, height, frames, problems: drawnProblems(delivery, lost) });
};

const lineOf = ({ code, message, path }: Problem): string =>
  `${path ? `${path}: ` : ''}${message} (${code})`.replaceAll(/\s*\n\s*/g, ' ');

/** stdout gets what was written, stderr the rest; @returns the exit code: 1 too where a layer failed, 130 if cancelled. */
export const renderCommand = async (
  dir: string,
  options: RenderOptions,
  place: RenderPlace,
  print: (line: string) => void,
): Promise<number> => {
  const say = (text: string) => process.stderr.write(text);
  const cancel = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => cancel.abort());
  const isScreen = process.stderr.isTTY;
  const progress = createProgress({ seconds: machineTime.hostSeconds, write: say, isScreen });
  const watch = { cancelled: cancel.signal, progress: progress.told };
  const result = await runRender(dir, options, place, watch);
  progress.end();
  if (!result.ok) {
    say(`frise: ${lineOf(result)}\n`);
    return result.code === 'render-cancelled' ? 130 : 1;
  }
  const { width, height, frames, problems } = result.value;
  for (const problem of problems) say(`frise: ${lineOf(problem)}\n`);
  print(`${options.out}: ${width}x${height}${options.to === undefined ? '' : `, ${frames} frames`}`);
  return problems.length > 0 ? 1 : 0;
};
