import { doneSchema, jobSchema, type RenderDone } from '../../core/render/job.ts';
import type { Problem } from '../../core/result.ts';
import { openedDocuments } from './documents.ts';
import { makeFilm } from './film.ts';
import { drawSequence } from './sequence.ts';
import { createStudio } from './studio.ts';

/** The page of `frise render`: takes its job from the server that started it, draws, posts, and says when it is done. */
const post = async (path: string, body: BodyInit, type = 'application/octet-stream'): Promise<void> => {
  const reply = await fetch(path, { method: 'POST', body, headers: { 'content-type': type } });
  if (!reply.ok) throw new Error(`post-refused: ${path} was answered with ${reply.status}`);
};
/** The answer may take its time: the show plays, and drawing waits. Without one nobody wants the film any more. */
const progress = (done: number, total: number): Promise<void> =>
  post('/progress', JSON.stringify({ done, total }), 'application/json');
const run = async (problems: Problem[]): Promise<Omit<RenderDone, 'problems' | 'error'>> => {
  const job = jobSchema.parse(await (await fetch('/job')).json());
  const report = (problem: Problem) => problems.push(problem);
  const studio = createStudio(job, openedDocuments(job), report);
  const size = { width: studio.width, height: studio.height };
  let frames = 1;
  const hand = (pixels: Uint8ClampedArray) =>
    post(`/frame?width=${size.width}&height=${size.height}`, new Uint8Array(pixels));
  if (job.film?.container === 'png') frames = await drawSequence(studio, job.film, { hand, progress });
  else if (job.film) {
    const film = await makeFilm(studio, job.film, { report, progress });
    frames = film.frames;
    await post('/film', film.file);
  } else {
    await hand(await studio.shoot(job.still?.at ?? 0));
  }
  studio.dispose();
  return { ...size, frames };
};
const problems: Problem[] = [];
/** Who asked may have been killed meanwhile: an engine that nobody hears ends by itself. */
const finish = (done: Omit<RenderDone, 'problems'>): Promise<void> =>
  post('/done', JSON.stringify(doneSchema.parse({ ...done, problems })), 'application/json').catch(() =>
    window.close(),
  );
run(problems).then(
  (size) => finish({ ...size, error: null }),
  (error: unknown) =>
    finish({ width: 0, height: 0, frames: 0, error: error instanceof Error ? error.message : String(error) }),
);
