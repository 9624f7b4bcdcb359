import { stat } from 'node:fs/promises';
import { fail, ok, type Problem, type Result } from '../../core/result.ts';
import { MOST_FLASHES, type Worst } from '../../core/safety/flash.ts';
import { safetyAnswerSchema, type SafetyAnswer } from '../../core/safety/job.ts';
import { machineTime } from '../host/clock.ts';
import type { RenderPlace } from './render.ts';
import { askPage } from './render/ask-page.ts';
import { readSources } from './render/documents.ts';
import { findEngine } from './render/engine.ts';
import { createProgress } from './render/progress.ts';

/**
 * `frise flashes DIR`: draws the show's canvas, counts what flashes as the nearest spectator sees it, with each sting on
 * top as fast as it can be fired, and tells the average level of each section.
 */
export type FlashOptions = {
  from?: string;
  to?: string;
  fps?: string;
  distance?: string;
  density?: string;
  variant?: string;
  stings: boolean;
};
/** `density`: pixels a metre; a line thinner than one is smoothed, so one is enough for a first look, and four times faster. */
const USUAL = { fps: 25, distance: 60, density: 2 };

const number = (text: string | undefined, flag: string, otherwise: number, least: number): Result<number> => {
  if (text === undefined) return ok(otherwise);
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && value >= least
    ? ok(value)
    : fail('flag-invalid', `${flag} ${text}: a number from ${least} on.`);
};

const wishOf = (options: FlashOptions) => {
  const from = number(options.from, '--from', 0, 0);
  if (!from.ok) return from;
  const to = number(options.to, '--to', Infinity, 0);
  if (!to.ok) return to;
  const fps = number(options.fps, '--fps', USUAL.fps, 5);
  if (!fps.ok) return fps;
  const distance = number(options.distance, '--distance', USUAL.distance, 1);
  if (!distance.ok) return distance;
  const density = number(options.density, '--density', USUAL.density, 1);
  if (!density.ok) return density;
  if (!Number.isInteger(density.value) || density.value > 8)
    return fail('flag-invalid', `--density ${density.value}: a whole number from 1 to 8.`);
  if (to.value <= from.value) return fail('flag-invalid', '--to must lie behind --from.');
  return ok({
    from: from.value,
    to: Number.isFinite(to.value) ? to.value : null,
    fps: fps.value,
    distance: distance.value,
    density: density.value,
    stings: options.stings,
    variant: options.variant ?? null,
  });
};

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, '0')}`;
const isOver = ({ flashes }: Worst): boolean => flashes > MOST_FLASHES;
const worstText = (what: string, worst: Worst): string =>
  worst.flashes === 0
    ? `${what} none`
    : `${what} ${worst.flashes}${isOver(worst) ? ' OVER' : ''} (second up to ${clock(worst.at)}, ${worst.x.toFixed(0)} m from the left, ${worst.y.toFixed(0)} m from the top)`;

/** Script a frame of one output, milliseconds: a quarter of a frame at 60 Hz. */
const COST_GOAL = 4;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const costText = ({ median, p99, drawCalls, passes, layers, ...held }: SafetyAnswer['cost']): string =>
  `script a frame: median ${median.toFixed(2)} ms, 99th percentile ${p99.toFixed(2)} ms (goal ${COST_GOAL}); at most ${drawCalls} draw calls, ${passes} passes, ${layers} layers, ${held.textures} textures of ${megabytes(held.textureBytes)}, geometry of ${megabytes(held.geometryBytes)}`;

/** Of the files that the show names, those that are there; what is missing is named by itself. */
const mediaText = async (files: readonly string[]): Promise<string> => {
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return `media: ${files.length} files of ${megabytes(sizes.reduce((all, size) => all + size, 0))}`;
};

/** Lines for a person; whether everything is within the limit. */
export const flashLines = ({
  main,
  stings,
  levels,
  cost,
}: SafetyAnswer): { lines: string[]; isSafe: boolean } => {
  const reports = [main, ...stings.map(({ report }) => report)];
  return {
    isSafe: reports.every(({ general, red }) => !isOver(general) && !isOver(red)),
    lines: [
      `main: ${worstText('flashes a second', main.general)}; ${worstText('red', main.red)}`,
      ...stings.map(
        ({ cue, every, over, report }) =>
          `cue ${cue} every ${every} s over ${clock(over)}: ${worstText('flashes a second', report.general)}; ${worstText('red', report.red)}`,
      ),
      ...levels.map(
        ({ cue, from, mean, most, report }) =>
          `from ${clock(from)}${cue === '' ? '' : ` (cue ${cue})`}: level mean ${(mean * 100).toFixed(1)} %, most ${(most * 100).toFixed(1)} %; ${worstText('flashes a second', report.general)}; ${worstText('red', report.red)}`,
      ),
      costText(cost),
    ],
  };
};

const asked = async (
  dir: string,
  options: FlashOptions,
  place: RenderPlace,
  progress: (done: number, total: number) => void,
): Promise<Result<{ answer: SafetyAnswer; problems: Problem[]; files: string[] }>> => {
  const wish = wishOf(options);
  if (!wish.ok) return wish;
  const sources = await readSources(dir, {
    canvas: true,
    out: '',
    ...(options.variant === undefined ? {} : { variant: options.variant }),
  });
  if (!sources.ok) return sources;
  const engine = findEngine(place.env);
  if (!engine.ok) return engine;
  const { media, lost, texts } = sources.value;
  const { show, facade, analyses } = texts;
  const job = { show, facade, analyses, ...wish.value };
  const told = await askPage({ engine: engine.value, place, page: 'flashes', job, media, lost, progress });
  if (!told.ok) return told;
  return ok({
    answer: safetyAnswerSchema.parse(told.value.value),
    problems: told.value.problems,
    files: [...media.values()],
  });
};

const lineOf = ({ code, message, path }: Problem): string => `${path ? `${path}: ` : ''}${message} (${code})`;

/**
 * Resolves with the exit status: 1 where something flashes too often, nothing could be counted, or something could not
 * be drawn: what was black in its place says nothing about what will be seen.
 */
export const flashesCommand = async (
  dir: string,
  options: FlashOptions,
  place: RenderPlace,
  print: (line: string) => void,
): Promise<0 | 1> => {
  const write = (text: string) => process.stderr.write(text);
  const isScreen = process.stderr.isTTY;
  const progress = createProgress({ seconds: machineTime.hostSeconds, write, isScreen });
  const answer = await asked(dir, options, place, progress.told);
  progress.end();
  if (!answer.ok) {
    write(`frise: ${lineOf(answer)}\n`);
    return 1;
  }
  const { problems, files } = answer.value;
  const { lines, isSafe } = flashLines(answer.value.answer);
  lines.forEach(print);
  print(await mediaText(files));
  for (const problem of problems) write(`frise: ${lineOf(problem)}\n`);
  print(verdict(isSafe, problems.length));
  return isSafe && problems.length === 0 ? 0 : 1;
};

const verdict = (isSafe: boolean, problems: number): string => {
  if (!isSafe) return `NOT SAFE: more than ${MOST_FLASHES} flashes in a second`;
  return problems === 0
    ? `safe: at most ${MOST_FLASHES} flashes in any second`
    : `NOT KNOWN: not everything could be drawn (${problems} named above); mend that and count again`;
};
