import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { modelOf } from '../../../core/facade/model-of.ts';
import { gazeFor } from '../../../core/facade/viewpoint.ts';
import { nameOf } from '../../../core/ids.ts';
import { layerTypes } from '../../../core/layers/registry.ts';
import { needsRig, type RenderJob } from '../../../core/render/job.ts';
import { variedShow } from '../../../core/render/variant.ts';
import { fail, ok, type Problem, type Result } from '../../../core/result.ts';
import { compileRig } from '../../../core/rig/rig.document.ts';
import { openDocument } from '../../../core/show/open.ts';
import { compileShow, followedMedia } from '../../../core/show/compile.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { recordsOfKind } from '../../../core/show/records.ts';
import { mediaSchema, showSchema } from '../../../core/show/show.schema.ts';
import { ANALYSIS_ENDING, hashOf, readAnalysis } from '../../host/sound/analysis-files.ts';
import { hasCode, reasonOf } from '../../host/store/files.ts';
import { resolveInside } from '../../host/store/media.ts';
import type { RenderOptions, Wish } from './request.ts';

/** `media`: name → file; `lost`: name → why there is none. */
export type Sources = {
  texts: Pick<RenderJob, 'show' | 'facade' | 'rig' | 'analyses'>;
  media: Map<string, string>;
  lost: Map<string, Problem>;
};

export const readSources = async (
  dir: string,
  options: RenderOptions,
  view: Wish['view'] = null,
): Promise<Result<Sources>> => {
  const folder = await stat(dir).catch(() => null);
  if (!folder?.isDirectory()) return fail('show-missing', 'is no folder; name the show’s folder.', dir);
  const file = path.join(dir, 'show.json');
  const text = await readText(file);
  if (!text.ok) return text;
  const opened = openDocument(text.value, 'frise-show', { layerTypes, facade: null });
  if (!opened.ok) return at(file, opened);
  const varied = variedShow(opened.value.document, options.variant ?? null);
  if (!varied.ok) return varied;
  const { records } = varied.value;
  const main = recordsOfKind(records, 'show', showSchema)[0];
  if (!main) return fail('root-missing', 'has no "show:" record; run frise check.', file);
  const facade = await readInside(dir, main.facade.path);
  if (!facade.ok) return facade;
  const seen = view === null ? ok(null) : checkView(facade.value, view, path.join(dir, main.facade.path));
  if (!seen.ok) return seen;
  const rig = await readRig(dir, main.defaultRig, options);
  if (!rig.ok) return rig;
  const { media, lost } = mediaOf(dir, records);
  const analyses = await analysesOf(compileShow(varied.value, 1), media, dir);
  if (!analyses.ok) return analyses;
  const texts = { show: text.value, facade: facade.value, rig: rig.value, analyses: analyses.value };
  return ok({ texts, media, lost });
};

/** A viewpoint that isn't there is named before an engine is started for it. */
const checkView = (text: string, view: NonNullable<Wish['view']>, file: string): Result<unknown> => {
  const opened = openDocument(text, 'frise-facade', { layerTypes, facade: null });
  return opened.ok ? gazeFor(modelOf(opened.value.document), view) : at(file, opened);
};

/** A picture that follows a sound that nobody has measured would be another picture. */
const analysesOf = async (
  show: CompiledShow,
  media: ReadonlyMap<string, string>,
  dir: string,
): Promise<Result<RenderJob['analyses']>> => {
  const analyses: RenderJob['analyses'] = {};
  for (const id of followedMedia(show)) {
    const file = media.get(nameOf(id));
    // A file that isn't there is named when it is asked for.
    if (file === undefined) continue;
    const analysis = await readAnalysis(`${file}${ANALYSIS_ENDING}`, await hashOf(file));
    if (analysis === null)
      return fail('analysis-missing', `is followed, but was not measured: run "frise analyse ${dir}".`, file);
    analyses[id] = analysis;
  }
  return ok(analyses);
};

const mediaOf = (dir: string, records: Record<string, unknown>): Pick<Sources, 'media' | 'lost'> => {
  const media = new Map<string, string>();
  const lost = new Map<string, Problem>();
  for (const record of recordsOfKind(records, 'media', mediaSchema)) {
    const file = resolveInside([dir], record.path);
    if (file.ok) media.set(nameOf(record.id), file.value);
    else lost.set(nameOf(record.id), { ...file, path: record.id });
  }
  return { media, lost };
};

/** The canvas needs no rig, but one that is named must be there. */
const readRig = async (
  dir: string,
  byDefault: string,
  { rig, output, pattern }: RenderOptions,
): Promise<Result<string | null>> => {
  const isNeeded = needsRig(pattern);
  if (output === undefined && rig === undefined && !isNeeded) return ok(null);
  const text = rig === undefined ? await readInside(dir, byDefault) : await readText(rig);
  if (isNeeded && rig === undefined && !text.ok)
    return fail(
      'flag-missing',
      `--pattern ${pattern} needs a rig: add --rig FILE, or put one at ${byDefault} in the show.`,
    );
  if (!text.ok) return text;
  const opened = openDocument(text.value, 'frise-rig', { layerTypes, facade: null });
  if (!opened.ok) return at(rig ?? path.join(dir, byDefault), opened);
  const names = compileRig(opened.value.document).outputs.map(({ key }) => key);
  if (output !== undefined && !names.includes(output))
    return fail('output-missing', `--output ${output}: the rig has ${names.join(', ') || 'no output'}.`);
  if (isNeeded && names.length === 0)
    return fail('output-missing', `--pattern ${pattern}: the rig has no output.`);
  return text;
};

const at = (file: string, problem: Problem) =>
  fail(problem.code, problem.message, problem.path ? `${file}: ${problem.path}` : file);
const readInside = async (dir: string, relative: string): Promise<Result<string>> => {
  const file = resolveInside([dir], relative);
  return file.ok ? readText(file.value) : at(path.join(dir, relative), file);
};
const readText = async (file: string): Promise<Result<string>> => {
  try {
    return ok(await readFile(file, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return fail('file-missing', 'isn’t there; check the path.', file);
    return fail('file-unreadable', `can't be read: ${reasonOf(error)}`, file);
  }
};
