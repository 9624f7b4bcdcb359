import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DrawJob, DrawNews, DrawOrder } from '../../cli/render/draw.worker.ts';
import type { Rendered } from '../../cli/render.ts';
import { fail, type Result } from '../../../core/result.ts';

/** One film or still that is being drawn. */
export interface Drawing {
  readonly ended: Promise<Result<Rendered>>;
  /** true: nothing more is drawn until false. */
  hold(isHeld: boolean): void;
  cancel(): void;
}
export type Draw = (
  job: Omit<DrawJob, 'pages' | 'env'>,
  progress: (done: number, total: number) => void,
) => Drawing;

/** In a thread of its own. `root`: the built program's. Code of its own: `export-ended`, a thread that broke down. */
export const drawInWorker =
  (root: string, env: NodeJS.ProcessEnv): Draw =>
  (job, progress) => {
    const workerData: DrawJob = { ...job, pages: join(root, 'dist/renderer'), env: { ...env } };
    const worker = new Worker(join(root, 'dist/main/draw.worker.cjs'), { workerData });
    const order = (what: DrawOrder) => worker.postMessage(what);
    const ended = new Promise<Result<Rendered>>((resolve) => {
      worker.on('message', (news: DrawNews) =>
        news.kind === 'end' ? resolve(news.result) : progress(news.done, news.total),
      );
      const brokeDown = (why: string) => resolve(fail('export-ended', `Drawing broke down: ${why}`));
      worker.on('error', ({ message }) => brokeDown(message));
      worker.on('exit', (code) => brokeDown(`it ended with ${code}`));
    });
    return {
      ended,
      hold: (isHeld) => order(isHeld ? 'hold' : 'go'),
      cancel: () => order('cancel'),
    };
  };
