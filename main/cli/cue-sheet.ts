import { layerTypes } from '../../core/layers/registry.ts';
import { fail, ok, type Problem, type Result } from '../../core/result.ts';
import { compileShow } from '../../core/show/compile.ts';
import { sheetCsv } from '../../core/show/cue-sheet/csv.ts';
import type { SheetLanguage } from '../../core/show/cue-sheet/cue-sheet.words.ts';
import { cueSheet } from '../../core/show/cue-sheet/rows.ts';
import { openDocument } from '../../core/show/open.ts';
import { reasonOf } from '../host/store/files.ts';
import { printPdf } from './cue-sheet/print-pdf.ts';
import { silenceOf, type RenderPlace } from './render.ts';
import { readSources, type Sources } from './render/documents.ts';
import { findEngine, startEngine } from './render/engine.ts';
import { checkOut, writeOut } from './render/out-file.ts';
import { startServer } from './render/server.ts';

/** `frise cue-sheet`: the cue list for the desk's operator, as a table and on paper with a picture of each cue. */
export type CueSheetOptions = { pdf?: string; csv?: string; lang?: string };

const languageOf = (lang: string | undefined): Result<SheetLanguage | null> => {
  if (lang === undefined) return ok(null);
  return lang === 'fr' || lang === 'en' ? ok(lang) : fail('flag-invalid', `--lang ${lang}: it is fr or en.`);
};

const runCueSheet = async (
  dir: string,
  { pdf, csv, lang }: CueSheetOptions,
  place: RenderPlace,
): Promise<Result<Problem[]>> => {
  if (pdf === undefined && csv === undefined)
    return fail('flag-missing', 'says nothing to write: add --pdf FILE, --csv FILE or both.');
  const language = languageOf(lang);
  if (!language.ok) return language;
  for (const out of [pdf, csv]) {
    const writable = out === undefined ? ok(null) : await checkOut(out);
    if (!writable.ok) return writable;
  }
  const sources = await readSources(dir, { out: '' });
  if (!sources.ok) return sources;
  if (csv !== undefined) {
    const written = await writeCsv(csv, sources.value, language.value);
    if (!written.ok) return written;
  }
  if (pdf === undefined) return ok([]);
  const printed = await drawPdf(sources.value, language.value, place);
  if (!printed.ok) return printed;
  const written = await writeOut(pdf, printed.value.bytes);
  return written.ok ? ok(printed.value.problems) : written;
};

const writeCsv = async (
  out: string,
  { texts }: Sources,
  language: SheetLanguage | null,
): Promise<Result<null>> => {
  const opened = openDocument(texts.show, 'frise-show', { layerTypes, facade: null });
  if (!opened.ok) return opened;
  const show = compileShow(opened.value.document, 1);
  // Spreadsheets take a file without this mark for the system's own old character set.
  const text = `\uFEFF${sheetCsv(cueSheet(show, language ?? show.show.language))}`;
  return writeOut(out, Buffer.from(text, 'utf8'));
};

type Printed = { bytes: Buffer; problems: Problem[] };
/** Codes: engine-missing, engine-ended, engine-silent, sheet-failed. */
const drawPdf = async (
  { texts, media }: Sources,
  language: SheetLanguage | null,
  place: RenderPlace,
): Promise<Result<Printed>> => {
  const engine = findEngine(place.env);
  if (!engine.ok) return engine;
  const plain = {
    output: null,
    variant: null,
    view: null,
    width: null,
    height: null,
    pattern: null,
    still: null,
    film: null,
  };
  const job = { ...texts, ...plain, rig: null, language };
  const server = await startServer(place.pages, media, job, () => undefined, 'cue-sheet');
  const flags = `${place.env['FRISE_CHROMIUM_FLAGS'] ?? ''} --remote-debugging-port=0`;
  const running = await startEngine(engine.value, server.url, { ...place.env, FRISE_CHROMIUM_FLAGS: flags });
  const silence = silenceOf(server);
  try {
    const ended = running.ended.then((why) => fail('engine-ended', `The engine gave up: ${why}`));
    const delivery = await Promise.race([server.delivered.then(ok), ended, silence.fails]);
    if (!delivery.ok) return delivery;
    const { error, problems } = delivery.value.done;
    if (error !== null) return fail('sheet-failed', error);
    const devtools = running.devtools();
    if (devtools === null) return fail('sheet-failed', 'The engine can’t be asked to print; try another.');
    return ok({ bytes: await printPdf(devtools, server.url), problems });
  } catch (error) {
    return fail('sheet-failed', `The engine could not print: ${reasonOf(error)}.`);
  } finally {
    silence.stop();
    await running.close();
    await server.close();
  }
};

/** @returns the exit code: 1 too where a layer of a picture failed. */
export const cueSheetCommand = async (
  dir: string,
  options: CueSheetOptions,
  place: RenderPlace,
  print: (line: string) => void,
): Promise<number> => {
  const say = ({ code, message, path }: Problem): void =>
    void process.stderr.write(`frise: ${path ? `${path}: ` : ''}${message} (${code})\n`);
  const done = await runCueSheet(dir, options, place);
  if (!done.ok) {
    say(done);
    return 1;
  }
  done.value.forEach(say);
  for (const out of [options.pdf, options.csv]) if (out !== undefined) print(out);
  return done.value.length > 0 ? 1 : 0;
};
