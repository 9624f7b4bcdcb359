import { fail, ok, type Result } from '../../../core/result.ts';
import { silenceOf, type RenderPlace } from '../render.ts';
import { startEngine } from './engine.ts';
import { startServer, type PageJob, type PageName } from './server.ts';

/** A page that is given a job and answers with JSON, posted where a film would be. */
export type Question = {
  engine: string;
  place: RenderPlace;
  page: PageName;
  job: PageJob;
  media: ReadonlyMap<string, string>;
  progress: (done: number, total: number) => void;
};

/** Codes: engine-ended, engine-silent, page-failed. */
export const askPage = async (question: Question): Promise<Result<unknown>> => {
  const { engine, place, page, job, media, progress } = question;
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
    const answer: unknown = JSON.parse(film.toString('utf8'));
    return ok(answer);
  } finally {
    silence.stop();
    await running.close();
    await server.close();
  }
};
