import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './sheet.css';
import { frameAt } from '../../core/playback/frame-at.ts';
import { planForStill } from '../../core/playback/still.ts';
import { doneSchema, jobSchema, type RenderJob } from '../../core/render/job.ts';
import type { Problem } from '../../core/result.ts';
import { sheetWord, type SheetLanguage } from '../../core/show/cue-sheet/cue-sheet.words.ts';
import { cueSheet } from '../../core/show/cue-sheet/rows.ts';
import { openedDocuments } from '../render/documents.ts';
import { createStudio } from '../render/studio.ts';
import { drawSheet, showPicture } from './draw-sheet.ts';
import { hostJob, SHEET_WIDTH } from './show-job.ts';

/**
 * The cue sheet as a page: of the show that this host plays, to be printed or saved as PDF by the browser, or of the job
 * that `frise cue-sheet` gives, which prints it itself once the page has said that it is done.
 */
const isJob = location.pathname.startsWith('/render/');
const asked = new URLSearchParams(location.search).get('lang');
const state = document.createElement('p');
state.className = 'state';

const post = (path: string, value: unknown) =>
  fetch(path, {
    method: 'POST',
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json' },
  });

const jobNow = async (): Promise<RenderJob & { revision: number }> => {
  if (!isJob) return hostJob(asked === 'en' || asked === 'fr' ? asked : null);
  return { ...jobSchema.parse(await (await fetch('/job')).json()), revision: 1 };
};

const build = async (problems: Problem[]): Promise<number> => {
  const job = await jobNow();
  const documents = openedDocuments(job);
  const studio = createStudio(sized(job, documents.show), documents, (problem) => problems.push(problem));
  const language: SheetLanguage = job.language ?? studio.show.show.language;
  document.documentElement.lang = language;
  const sheet = cueSheet({ ...studio.show, revision: job.revision }, language);
  document.title = `${sheetWord(language, 'title')} ${sheet.title}`;
  const { element, pictures } = drawSheet(sheet);
  document.getElementById('sheet')?.replaceChildren(state, element);
  let done = 0;
  for (const [{ still }, canvas] of pictures) {
    if (!still) continue;
    const plan = planForStill(studio.show, still.timeline, still.position);
    const pixels = await studio.shootFrame(frameAt(studio.show, plan, 0));
    showPicture(canvas, pixels, studio.width, studio.height);
    done += 1;
    state.textContent = sheetWord(language, 'drawing', { done, total: pictures.size });
    if (isJob) await post('/progress', { done, total: pictures.size });
  }
  studio.dispose();
  await document.fonts.ready;
  offerPrint(language);
  return sheet.rows.length;
};

/** Small pictures of the façade's own shape. */
const sized = (job: RenderJob, show: ReturnType<typeof openedDocuments>['show']): RenderJob => {
  const main = Object.entries(show.records).find(([id]) => id.startsWith('show:'))?.[1];
  const { width = 16, height = 9 } = Object(Object(main).canvas) as { width?: number; height?: number };
  return { ...job, width: SHEET_WIDTH, height: Math.max(1, Math.round((SHEET_WIDTH * height) / width)) };
};

const offerPrint = (language: SheetLanguage): void => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = sheetWord(language, 'print');
  button.addEventListener('click', () => print());
  state.replaceChildren(button);
};

const problems: Problem[] = [];
const finish = async (frames: number, error: string | null): Promise<void> => {
  document.body.dataset['state'] = error === null ? 'done' : 'failed';
  if (error !== null) {
    const language = asked === 'en' ? 'en' : 'fr';
    state.textContent = sheetWord(language, 'failed', { why: error });
    document.getElementById('sheet')?.replaceChildren(state);
  }
  if (isJob) await post('/done', doneSchema.parse({ problems, width: 1, height: 1, frames, error }));
};
build(problems)
  .then((rows) => finish(rows, null))
  .catch((error: unknown) => finish(0, error instanceof Error ? error.message : String(error)));
