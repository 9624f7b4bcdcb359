import type { RenderDone } from '../../core/render/job.ts';
import { analyse, type Analysis } from '../../core/sound/analysis/analysis.ts';
import { analyseJobSchema, type AnalyseAnswer } from '../../core/sound/analysis/job.ts';
import { decodeWhole } from '../audio/analysis/decode-whole.ts';

/** The page of `frise analyse`: decodes what the player would decode, measures it, and posts it back. */
const post = async (path: string, body: string): Promise<void> => {
  const reply = await fetch(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  if (!reply.ok) throw new Error(`post-refused: ${path} was answered with ${reply.status}`);
};
const measured = async (name: string, hash: string): Promise<Analysis> => {
  const { channels, rate } = await decodeWhole(`/media/${name}`);
  return analyse(channels, rate, hash);
};

const run = async (): Promise<number> => {
  const { files } = analyseJobSchema.parse(await (await fetch('/job')).json());
  const answer: AnalyseAnswer = {};
  for (const [index, { name, hash }] of files.entries()) {
    try {
      answer[name] = { ok: true, analysis: await measured(name, hash) };
    } catch (error) {
      answer[name] = { ok: false, why: error instanceof Error ? error.message : String(error) };
    }
    await post('/progress', JSON.stringify({ done: index + 1, total: files.length }));
  }
  await post('/film', JSON.stringify(answer));
  return files.length;
};
const finish = (frames: number, error: string | null): Promise<void> =>
  post('/done', JSON.stringify({ problems: [], width: 0, height: 0, frames, error } satisfies RenderDone));
run().then(
  (frames) => finish(frames, null),
  (error: unknown) => finish(0, error instanceof Error ? error.message : String(error)),
);
