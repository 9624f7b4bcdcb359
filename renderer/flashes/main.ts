import { frameAt } from '../../core/playback/frame-at.ts';
import type { Frame } from '../../core/playback/frame.ts';
import { planForStill } from '../../core/playback/still.ts';
import type { RenderDone } from '../../core/render/job.ts';
import type { Problem } from '../../core/result.ts';
import { createFlashMeter, worstOf, type Grid } from '../../core/safety/flash.ts';
import { safetyJobSchema, type SafetyAnswer, type SafetyJob } from '../../core/safety/job.ts';
import { sectionsOf, stingPlans, stingsOf } from '../../core/safety/plans.ts';
import { recordsOfKind } from '../../core/show/records.ts';
import { showSchema } from '../../core/show/show.schema.ts';
import { pageMs } from '../link/clock.ts';
import { openedDocuments } from '../render/documents.ts';
import { createStudio, type Studio } from '../render/studio.ts';
import { createCells } from './cells.ts';
import { createCosts } from './costs.ts';

/** The page of `frise flashes`: draws the canvas small, frame by frame, and counts what flashes. */
const CELL = 1;
/** Seconds for which a sting is repeated; two seconds show what a second can hold. */
const STING_SECONDS = 2.5;

const post = async (path: string, body: string): Promise<void> => {
  const reply = await fetch(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  if (!reply.ok) throw new Error(`post-refused: ${path} was answered with ${reply.status}`);
};
const TOLD_EVERY = 25;

const studioOf = (job: SafetyJob, report: (problem: Problem) => void): { studio: Studio; grid: Grid } => {
  const documents = openedDocuments({ ...job, rig: null });
  const [show] = recordsOfKind(documents.show.records, 'show', showSchema);
  const canvas = show?.canvas ?? { width: 1, height: 1 };
  const [columns, rows] = [canvas.width, canvas.height].map((metres) =>
    Math.max(1, Math.round(metres / CELL)),
  );
  const grid = { columns: columns ?? 1, rows: rows ?? 1, cell: CELL, distance: job.distance };
  const nothing = { rig: null, output: null, language: null, pattern: null, still: null, film: null };
  const size = { width: grid.columns * CELL * job.density, height: grid.rows * CELL * job.density };
  return { studio: createStudio({ ...job, ...nothing, ...size }, documents, report), grid };
};

const run = async (problems: Problem[]): Promise<number> => {
  const job = safetyJobSchema.parse(await (await fetch('/job')).json());
  const { studio, grid } = studioOf(job, (problem) => problems.push(problem));
  const { show } = studio;
  const cells = createCells(grid, studio, job.density * CELL);
  const main = show.timelines[show.show.main];
  const to = Math.min(job.to ?? Infinity, main?.duration ?? 0);
  const mainFrames = Math.max(0, Math.round((to - job.from) * job.fps));
  const stings = job.stings ? stingsOf(show) : [];
  const total = mainFrames + stings.length * Math.round(STING_SECONDS * job.fps);
  let drawn = 0;
  const costs = createCosts();
  const look = async (frameOf: () => Frame): Promise<Float32Array> => {
    const from = pageMs();
    const frame = frameOf();
    const ms = pageMs() - from;
    const light = cells(await studio.shootFrame(frame));
    costs.add(ms, studio.cost());
    drawn += 1;
    if (drawn % TOLD_EVERY === 0) await post('/progress', JSON.stringify({ done: drawn, total }));
    return light;
  };

  const sections = sectionsOf(show).filter((one) => one.to > job.from && one.from < to);
  const meter = createFlashMeter(grid);
  const levels = sections.map((section) => ({
    ...section,
    sum: 0,
    most: 0,
    frames: 0,
    report: worstOf([]),
  }));
  for (let index = 0; index < mainFrames; index += 1) {
    const at = job.from + index / job.fps;
    const light = await look(() => frameAt(show, planForStill(show, show.show.main, at), 0));
    meter.push(at, light);
    const level = levels.findLast(({ from }) => from <= at);
    if (!level) continue;
    const mean = cells.mean(light);
    Object.assign(level, {
      sum: level.sum + mean,
      most: Math.max(level.most, mean),
      frames: level.frames + 1,
      report: worstOf([level.report, meter.take()]),
    });
  }
  const found: SafetyAnswer['stings'] = [];
  for (const sting of stings) {
    const planAt = stingPlans(show, sting);
    const own = createFlashMeter(grid);
    for (let index = 0; index < STING_SECONDS * job.fps; index += 1) {
      const now = index / job.fps;
      own.push(now, await look(() => frameAt(show, planAt(now), now)));
    }
    found.push({ ...sting, report: own.report() });
  }
  const answer: SafetyAnswer = {
    main: worstOf(levels.map(({ report }) => report)),
    stings: found,
    cost: costs.told(),
    levels: levels.map(({ cue, from, sum, most, frames, report }) => ({
      cue,
      from,
      report,
      mean: frames === 0 ? 0 : sum / frames,
      most,
    })),
  };
  await post('/film', JSON.stringify(answer));
  return drawn;
};

const problems: Problem[] = [];
const finish = (frames: number, error: string | null): Promise<void> =>
  post('/done', JSON.stringify({ problems, width: 0, height: 0, frames, error } satisfies RenderDone));
run(problems).then(
  (frames) => finish(frames, null),
  (error: unknown) => finish(0, error instanceof Error ? error.message : String(error)),
);
