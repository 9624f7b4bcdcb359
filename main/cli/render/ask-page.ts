import { fail, ok, type Problem, type Result } from '../../../core/result.ts';
import { silenceOf, type RenderPlace } from '../render.ts';
import { drawnProblems } from './drawn-problems.ts';
import { startEngine } from './engine.ts';
import { startServer, type PageJob, type PageName } from './server.ts';

/** A page that is given a job and answers with JSON, posted where a film would be. */
export type Question = {
  engine: string;
  place: RenderPlace;
  page: PageName;
  job: PageJob;
  media: ReadonlyMap<string, string>;
  /** Media that the show names and that can't be served, and why. */
  lost: ReadonlyMap<string, Problem>;
  progress: (done: number, total: number) => void;
};

/** `problems`: what could not be drawn or read; whoever judges by the answer must not pass over them. */
export type Answer = { value: unknown; problems: Problem[] };

/** Codes: engine-ended, engine-silent, page-failed. */
export const askPage = async (question: Question): Promise<Result<Answer>> => {
  const { engine, place, page, job, media, lost, progress } = question;
  const server = await startServer(place.pages, media, job, progress, page);
  const running = await startEngine(engine, server.url, place.env);
  const silence = silenceOf(server);
  try {
    const ended = running.ended.then((why) => fail('engine-ended', `The engine gave up: ${why}`));
    const delivery = await Promise.race([server.delivered.then(ok), ended, silence.fails]);
    if (!delivery.ok) return delivery;
    const { done, film } = delivery.value;
    if (done.error !== null || film === null)
      return fail('page-failed', done.error ?? 'The page delivered nothing.');
    const value: unknown = JSON.parse(film.toString('utf8'));
    return ok({ value, problems: drawnProblems(delivery.value, lost) });
  } finally {
    silence.stop();
    await running.close();
    await server.close();
  }
};
