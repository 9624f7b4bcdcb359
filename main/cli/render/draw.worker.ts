import { parentPort, workerData } from 'node:worker_threads';
import { ok, type Result } from '../../../core/result.ts';
import { renderSources, type Rendered } from '../render.ts';
import type { Sources } from './documents.ts';
import { readWish, type RenderOptions } from './request.ts';

/**
 * A render beside the host: what it collects and writes (a film is hundreds of megabytes) is not the business of the
 * thread that plays the show. `hold` stops it between two frames, `go` lets it go on, `cancel` ends it.
 */
export type DrawJob = { sources: Sources; options: RenderOptions; pages: string; env: NodeJS.ProcessEnv };
export type DrawOrder = 'hold' | 'go' | 'cancel';
export type DrawNews =
  { kind: 'progress'; done: number; total: number } | { kind: 'end'; result: Result<Rendered> };

const port = parentPort;
if (port === null) throw new Error('draw-worker: started as a program; it is a worker of the host');
const tell = (news: DrawNews): void => port.postMessage(news);

const cancel = new AbortController();
let isHeld = false;
let goOn: (() => void)[] = [];
const release = (): void => {
  isHeld = false;
  for (const resolve of goOn.splice(0)) resolve();
};
port.on('message', (order: DrawOrder) => {
  if (order === 'hold') isHeld = true;
  else release();
  if (order === 'cancel') cancel.abort();
});

const draw = async ({ sources, options, pages, env }: DrawJob): Promise<Result<Rendered>> => {
  const wish = readWish(options);
  if (!wish.ok) return wish;
  const watch = {
    cancelled: cancel.signal,
    async progress(done: number, total: number) {
      tell({ kind: 'progress', done, total });
      if (isHeld) await new Promise<void>((resolve) => goOn.push(resolve));
    },
  };
  const drawn = await renderSources(
    sources,
    wish.value,
    options.out,
    { pages, env, isBackground: true },
    watch,
  );
  return drawn.ok ? ok(drawn.value) : drawn;
};

const job: DrawJob = workerData;
void draw(job).then((result) => {
  tell({ kind: 'end', result });
  port.close();
});
