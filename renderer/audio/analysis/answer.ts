import { analysisReports } from '../../../core/control/analysis.report.ts';
import type { AnalysisAsk } from '../../../core/control/sound.topics.ts';
import { nameOf } from '../../../core/ids.ts';
import type { Link } from '../../link/link.ts';
import { decodeWhole } from './decode-whole.ts';
import type { MeasureAnswer, MeasureJob } from './measure.worker.ts';

/**
 * The host asks for a sound to be measured: decoded as it would be played, measured in a worker, each question once. A
 * question that is taken back (the show starts) ends the work.
 */
export const measureWhenAsked = (link: Pick<Link, 'subscribe' | 'report'>): (() => void) => {
  let last = '';
  let current: AbortController | null = null;
  const answer = async ({ id, media, hash }: AnalysisAsk, { signal }: AbortController): Promise<void> => {
    const outcome = await measured(`/media/${nameOf(media)}`, hash, signal).catch((error: unknown) => ({
      why: error instanceof Error ? error.message : String(error),
    }));
    if (signal.aborted) return;
    for (const report of analysisReports(id, outcome)) link.report(report);
  };
  return link.subscribe('analysisAsk', (ask) => {
    if (ask?.id === last) return;
    current?.abort();
    current = null;
    if (ask === null) return;
    last = ask.id;
    current = new AbortController();
    void answer(ask, current);
  });
};

const measured = async (url: string, hash: string, signal: AbortSignal): Promise<MeasureAnswer> => {
  const { channels, rate } = await decodeWhole(url, signal);
  signal.throwIfAborted();
  const worker = new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<MeasureAnswer>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('taken back')));
      worker.addEventListener('message', ({ data }: MessageEvent<MeasureAnswer>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      const job: MeasureJob = { channels, rate, hash };
      const buffers = channels.map(({ buffer }) => buffer);
      worker.postMessage(job, buffers);
    });
  } finally {
    worker.terminate();
  }
};
