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
export type FlashOptions = { from?: string; to?: string; fps?: string; distance?: string; stings: boolean };
const USUAL = { fps: 25, distance: 60 };

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
  if (to.value <= from.value) return fail('flag-invalid', '--to must lie behind --from.');
  return ok({
    from: from.value,
    to: Number.isFinite(to.value) ? to.value : null,
    fps: fps.value,
    distance: distance.value,
    stings: options.stings,
  });
};

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, '0')}`;
const isOver = ({ flashes }: Worst): boolean => flashes > MOST_FLASHES;
const worstText = (what: string, worst: Worst): string =>
  worst.flashes === 0
    ? `${what} none`
    : `${what} ${worst.flashes}${isOver(worst) ? ' OVER' : ''} (second up to ${clock(worst.at)}, ${worst.x.toFixed(0)} m from the left, ${worst.y.toFixed(0)} m from the top)`;

/** Lines for a person; whether everything is within the limit. */
export const flashLines = ({ main, stings, levels }: SafetyAnswer): { lines: string[]; isSafe: boolean } => {
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
        ({ cue, from, mean, most }) =>
          `level from ${clock(from)}${cue === '' ? '' : ` (cue ${cue})`}: mean ${(mean * 100).toFixed(1)} %, most ${(most * 100).toFixed(1)} %`,
      ),
    ],
  };
};

const asked = async (
  dir: string,
  options: FlashOptions,
  place: RenderPlace,
  progress: (done: number, total: number) => void,
): Promise<Result<SafetyAnswer>> => {
  const wish = wishOf(options);
  if (!wish.ok) return wish;
  const sources = await readSources(dir, { canvas: true, out: '' });
  if (!sources.ok) return sources;
  const engine = findEngine(place.env);
  if (!engine.ok) return engine;
  const { media, texts } = sources.value;
  const { show, facade, analyses } = texts;
  const job = { show, facade, analyses, ...wish.value };
  const answer = await askPage({ engine: engine.value, place, page: 'flashes', job, media, progress });
  return answer.ok ? ok(safetyAnswerSchema.parse(answer.value)) : answer;
};

const lineOf = ({ code, message, path }: Problem): string => `${path ? `${path}: ` : ''}${message} (${code})`;

/** Resolves with the exit status: 1 where something flashes too often, or nothing could be counted. */
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
  const { lines, isSafe } = flashLines(answer.value);
  lines.forEach(print);
  print(
    isSafe
      ? `safe: at most ${MOST_FLASHES} flashes in any second`
      : `NOT SAFE: more than ${MOST_FLASHES} flashes in a second`,
  );
  return isSafe ? 0 : 1;
};
