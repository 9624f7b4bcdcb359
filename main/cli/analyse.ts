import path from 'node:path';
import { nameOf } from '../../core/ids.ts';
import { layerTypes } from '../../core/layers/registry.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { openDocument } from '../../core/show/open.ts';
import { recordsOfKind } from '../../core/show/records.ts';
import { mediaSchema } from '../../core/show/show.schema.ts';
import { analyseAnswerSchema, type AnalyseAnswer, type AnalyseJob } from '../../core/sound/analysis/job.ts';
import { ANALYSIS_ENDING, hashOf, readAnalysis } from '../host/sound/analysis-files.ts';
import { readIfThere, reasonOf, writeDurably } from '../host/store/files.ts';
import { resolveInside } from '../host/store/media.ts';
import type { RenderPlace } from './render.ts';
import { askPage } from './render/ask-page.ts';
import { findEngine } from './render/engine.ts';

/**
 * `frise analyse DIR`: measures each sound of a show and writes `<file>.analysis.json` beside it. A file whose hash has
 * not changed since is left alone. Decoding is the engine's, so that what is measured is what will be heard.
 */
type SoundFile = { name: string; file: string; hash: string };
type Line = (text: string) => void;

const soundsOf = async (dir: string): Promise<Result<{ name: string; path: string }[]>> => {
  const text = await readIfThere(path.join(dir, 'show.json')).catch(() => null);
  if (text === null) return fail('file-missing', 'There is no show.json; name the show’s folder.', dir);
  const opened = openDocument(text, 'frise-show', { layerTypes, facade: null });
  if (!opened.ok) return opened;
  const media = recordsOfKind(opened.value.document.records, 'media', mediaSchema);
  return ok(
    media.filter(({ kind }) => kind === 'sound').map(({ id, path: at }) => ({ name: nameOf(id), path: at })),
  );
};

const measured = async (
  engine: string,
  files: readonly SoundFile[],
  place: RenderPlace,
  progress: (done: number, total: number) => void,
): Promise<Result<AnalyseAnswer>> => {
  const job: AnalyseJob = { files: files.map(({ name, hash }) => ({ name, hash })) };
  const media = new Map(files.map(({ name, file }) => [name, file]));
  const answer = await askPage({ engine, place, page: 'analyse', job, media, lost: new Map(), progress });
  return answer.ok ? ok(analyseAnswerSchema.parse(answer.value.value)) : answer;
};

const decibels = (value: number | null, unit: string): string => (value === null ? '–' : `${value} ${unit}`);
const store = async (files: readonly SoundFile[], answer: AnalyseAnswer, print: Line, warn: Line) => {
  let isWhole = true;
  for (const { name, file } of files) {
    const one = answer[name];
    if (!one?.ok) {
      isWhole = false;
      warn(`${file}: can’t be decoded: ${one?.why ?? 'no answer'}. Convert it to Ogg Opus or WAV.`);
      continue;
    }
    const { analysis } = one;
    await writeDurably(`${file}${ANALYSIS_ENDING}`, `${JSON.stringify(analysis)}\n`);
    const { loudness, truePeak, onsets, duration } = analysis;
    const facts = [
      `${duration.toFixed(2)} s`,
      decibels(loudness, 'LUFS'),
      decibels(truePeak, 'dBTP'),
      `${onsets.length} onsets`,
    ];
    print(`${file}${ANALYSIS_ENDING}: ${facts.join(', ')}`);
  }
  return isWhole;
};

/** The command: a line for each file that was written; resolves with the exit status. */
export const analyseCommand = async (
  dir: string,
  place: RenderPlace,
  print: Line,
  warn: Line,
): Promise<0 | 1> => {
  const sounds = await soundsOf(dir);
  if (!sounds.ok) {
    warn(`${sounds.path}: ${sounds.message} (${sounds.code})`);
    return 1;
  }
  const files: SoundFile[] = [];
  let isWhole = true;
  for (const { name, path: relative } of sounds.value) {
    const file = resolveInside([dir], relative);
    try {
      if (!file.ok) throw new Error(file.message);
      const one = { name, file: file.value, hash: await hashOf(file.value) };
      if ((await readAnalysis(`${one.file}${ANALYSIS_ENDING}`, one.hash)) === null) files.push(one);
    } catch (error) {
      isWhole = false;
      warn(`${relative}: can’t be read: ${reasonOf(error)}`);
    }
  }
  if (files.length === 0) {
    print('Nothing to analyse: every sound has been, as it is now.');
    return isWhole ? 0 : 1;
  }
  const engine = findEngine(place.env);
  const answer = engine.ok
    ? await measured(engine.value, files, place, (done, total) => warn(`frise: ${done} of ${total} sounds`))
    : engine;
  if (!answer.ok) {
    warn(`frise: ${answer.message} (${answer.code})`);
    return 1;
  }
  const isStored = await store(files, answer.value, print, warn);
  return isStored && isWhole ? 0 : 1;
};
