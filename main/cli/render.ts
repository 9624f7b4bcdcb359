import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PATTERNS, patternSchema, type RenderJob } from '../../core/render/job.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { nameOf } from '../../core/ids.ts';
import { openDocument } from '../../core/show/open.ts';
import { recordsOfKind } from '../../core/show/records.ts';
import { mediaSchema, showSchema } from '../../core/show/show.schema.ts';
import { layerTypes } from '../../core/layers/registry.ts';
import { resolveInside } from '../host/store/media.ts';
import { findEngine, startEngine } from './render/engine.ts';
import { encodePng } from './render/png.ts';
import { startServer, type Delivery } from './render/server.ts';

/** `frise render`: a deterministic still, or a film with its sound, of the canvas or of one output. */
export type RenderOptions = {
  canvas?: boolean;
  output?: string;
  rig?: string;
  at?: string;
  from?: string;
  to?: string;
  fps?: string;
  size?: string;
  out: string;
  mute?: boolean;
  lang?: string;
  variant?: string;
  view?: string;
  pattern?: string;
};
/** Folder of the built pages. */
export type RenderPlace = { pages: string; env: NodeJS.ProcessEnv };

export const runRender = async (
  dir: string,
  options: RenderOptions,
  place: RenderPlace,
): Promise<Result<{ width: number; height: number; frames: number; problems: string[] }>> => {
  const wish = readWish(options);
  if (!wish.ok) return wish;
  const engine = findEngine(place.env);
  if (!engine.ok) return engine;
  const documents = await readDocuments(dir, options);
  if (!documents.ok) return documents;
  const { media, ...texts } = documents.value;
  const server = await startServer(place.pages, media, { ...texts, ...wish.value });
  const running = await startEngine(engine.value, server.url, place.env);
  try {
    const ended = running.ended.then((why) => fail('engine-ended', `The engine gave up: ${why}`));
    const result = await Promise.race([server.delivered.then(ok), ended]);
    return result.ok ? await store(result.value, options.out) : result;
  } finally {
    await running.close();
    await server.close();
  }
};

/** Prints what was drawn and what failed on the way; @returns the exit code. */
export const renderCommand = async (
  dir: string,
  options: RenderOptions,
  place: RenderPlace,
  print: (line: string) => void,
): Promise<number> => {
  const result = await runRender(dir, options, place);
  if (!result.ok) {
    print(`${result.path ? `${result.path}: ` : ''}${result.message} (${result.code})`);
    return 1;
  }
  const { width, height, frames, problems } = result.value;
  problems.forEach(print);
  print(`${options.out}: ${width}x${height}${frames > 1 ? `, ${frames} frames` : ''}`);
  return problems.length > 0 ? 1 : 0;
};

const seconds = (text: string | undefined, flag: string): Result<number | null> => {
  if (text === undefined) return ok(null);
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return ok(value);
  return fail('flag-invalid', `${flag} ${text} is no number of seconds; write it as ${flag} 12.5`, flag);
};
type Wish = Omit<RenderJob, 'show' | 'facade' | 'rig'>;

const readWish = (o: RenderOptions): Result<Wish> => {
  if (o.variant !== undefined || (o.view !== undefined && o.view !== 'canvas'))
    return fail('not-built', 'Only --view canvas is there, and no --variant: leave them out.', '--view');
  if ((o.output === undefined) === !o.canvas)
    return fail('flag-missing', 'Say what to draw: either --canvas or --output ID.', '--canvas');
  if (o.lang !== undefined && o.lang !== 'fr' && o.lang !== 'en')
    return fail('flag-invalid', `--lang ${o.lang}: it is fr or en.`, '--lang');
  const size = o.size === undefined ? null : /^(\d{1,4})x(\d{1,4})$/.exec(o.size);
  if (o.size !== undefined && !size)
    return fail('flag-invalid', `--size ${o.size} is no size; write it as --size 1280x720`, '--size');
  const pattern = o.pattern === undefined ? null : patternSchema.safeParse(o.pattern);
  if (pattern && !pattern.success)
    return fail('flag-invalid', `--pattern is one of ${PATTERNS.join(', ')}, grey-N.`, '--pattern');
  const moment = readMoment(o);
  if (!moment.ok) return moment;
  return ok({
    output: o.output ?? null,
    width: size ? Number(size[1]) : null,
    height: size ? Number(size[2]) : null,
    language: o.lang ?? null,
    pattern: pattern?.data ?? null,
    ...moment.value,
  });
};
const readMoment = (o: RenderOptions): Result<Pick<RenderJob, 'still' | 'film'>> => {
  const [at, from, to] = [seconds(o.at, '--at'), seconds(o.from, '--from'), seconds(o.to, '--to')];
  if (!at.ok) return at;
  if (!from.ok) return from;
  if (!to.ok) return to;
  if (to.value === null) {
    if (at.value === null && o.pattern === undefined)
      return fail(
        'flag-missing',
        'Say when: --at S for a still, or --from S --to S --fps N for a film.',
        '--at',
      );
    return ok({ still: { at: at.value ?? 0 }, film: null });
  }
  const fps = Number(o.fps ?? 25);
  const start = from.value ?? 0;
  if (!(fps > 0 && fps <= 240)) return fail('flag-invalid', `--fps ${o.fps} is not 0–240.`, '--fps');
  if (to.value <= start) return fail('flag-invalid', '--to must be later than --from.', '--to');
  return ok({ still: null, film: { from: start, to: to.value, fps, mute: o.mute ?? false } });
};

type Read = Pick<RenderJob, 'show' | 'facade' | 'rig'> & { media: Map<string, string> };
const readDocuments = async (dir: string, o: RenderOptions): Promise<Result<Read>> => {
  const show = await readText(path.join(dir, 'show.json'));
  if (!show.ok) return show;
  const opened = openDocument(show.value, 'frise-show', { layerTypes, facade: null });
  if (!opened.ok) return opened;
  const { records } = opened.value.document;
  const main = recordsOfKind(records, 'show', showSchema)[0];
  if (!main) return fail('root-missing', 'The show has no "show:" record; run frise check.');
  const facade = await readInside(dir, main.facade.path);
  if (!facade.ok) return facade;
  const rig = o.rig === undefined ? await readInside(dir, main.defaultRig) : await readText(o.rig);
  if (!rig.ok && o.output !== undefined) return rig;
  const media = new Map<string, string>();
  for (const record of recordsOfKind(records, 'media', mediaSchema)) {
    const file = resolveInside([dir], record.path);
    if (file.ok) media.set(nameOf(record.id), file.value);
  }
  return ok({ show: show.value, facade: facade.value, rig: rig.ok ? rig.value : null, media });
};
const readInside = async (dir: string, relative: string): Promise<Result<string>> => {
  const file = resolveInside([dir], relative);
  return file.ok ? readText(file.value) : file;
};
const readText = async (file: string): Promise<Result<string>> => {
  try {
    return ok(await readFile(file, 'utf8'));
  } catch (error) {
    return fail('file-unreadable', `${error instanceof Error ? error.message : String(error)}`, file);
  }
};

const store = async ({ done, pixels, film }: Delivery, out: string) => {
  if (done.error !== null) return fail('render-failed', done.error);
  const data = film ?? (pixels ? encodePng(pixels, done.width, done.height) : null);
  if (!data) return fail('render-failed', 'The page delivered nothing.');
  await writeFile(out, data);
  const problems = done.problems.map(({ code, message, path: at }) => `${at}: ${message} (${code})`);
  return ok({ width: done.width, height: done.height, frames: done.frames, problems });
};
