import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Problem, type Result } from '../../core/result.ts';
import { openDocument } from '../../core/show/open.ts';
import { layerTypes } from '../../core/layers/registry.ts';
import { serialise } from '../../core/show/serialise.ts';
import {
  bareFacade,
  emptyShow,
  oneProjector,
  placesIn,
  TEMPLATES,
  type Template,
} from '../../core/show/template.ts';
import type { ShowDocument } from '../../core/show/show.schema.ts';
import { hasCode, reasonOf } from '../host/store/files.ts';

/** `frise new DIR`: a show folder from a template. A folder that holds anything is left alone. */
export type NewOptions = { template: string; title?: string; size: string; from?: string };
type Files = Record<string, string>;

const isTemplate = (word: string): word is Template => TEMPLATES.some((each) => each === word);

const sizeOf = (text: string): Result<{ width: number; height: number }> => {
  const match = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)$/.exec(text);
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  return width > 0 && width <= 2000 && height > 0 && height <= 2000
    ? ok({ width, height })
    : fail('new-size', `--size takes metres, such as 40x12, up to 2000; not "${text}".`);
};

const readShow = async (folder: string): Promise<Result<ShowDocument>> => {
  const text = await readFile(path.join(folder, 'show.json'), 'utf8');
  const opened = openDocument(text, 'frise-show', { layerTypes, facade: null });
  return opened.ok ? ok(opened.value.document) : opened;
};

const filesOf = async (
  template: Template,
  title: string,
  { size, from }: NewOptions,
): Promise<Result<Files>> => {
  if (template === 'empty') {
    const metres = sizeOf(size);
    if (!metres.ok) return metres;
    const canvas = { ...metres.value, density: 40 };
    const paths = { facade: 'facade.json', rig: 'rigs/one.json' };
    return ok({
      'show.json': serialise(emptyShow(title, canvas, paths)),
      [paths.facade]: serialise(bareFacade(title, canvas)),
      [paths.rig]: serialise(oneProjector(canvas)),
    });
  }
  const folder = from ?? '';
  const show = await readShow(folder);
  if (!show.ok) return show;
  const places = placesIn(show.value);
  if (!places) return fail('root-missing', 'The show to take from has no show record.');
  const { canvas, paths } = places;
  const read = (file: string): Promise<string> => readFile(path.join(folder, file), 'utf8');
  return ok({
    'show.json': serialise(emptyShow(title, canvas, paths)),
    [paths.facade]: await read(paths.facade),
    [paths.rig]: await read(paths.rig),
  });
};

const isFree = async (dir: string): Promise<boolean> => {
  try {
    return (await readdir(dir)).length === 0;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return true;
    throw error;
  }
};

/** Codes: `new-template`, `new-size`, `new-folder`, and what reading the other show gives. */
export const makeShow = async (dir: string, options: NewOptions): Promise<Result<null>> => {
  const { template, from } = options;
  if (!isTemplate(template))
    return fail('new-template', `There is no template "${template}". There are: ${TEMPLATES.join(', ')}.`);
  if (template !== 'empty' && from === undefined)
    return fail(
      'new-template',
      `--template ${template} takes from another show: name its folder with --from.`,
    );
  if (!(await isFree(dir))) return fail('new-folder', `${dir} holds something already. Name another folder.`);
  if (template === 'show') {
    await cp(from ?? '', dir, { recursive: true, filter: (file) => path.basename(file) !== '.frise' });
    return ok(null);
  }
  const files = await filesOf(template, options.title ?? path.basename(path.resolve(dir)), options);
  if (!files.ok) return files;
  await mkdir(path.join(dir, 'media'), { recursive: true });
  for (const [name, text] of Object.entries(files.value)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  }
  return ok(null);
};

/** The command: says what it made, or why not; resolves with the exit status. */
export const newCommand = async (
  dir: string,
  options: NewOptions,
  print: (line: string) => void,
  warn: (line: string) => void,
): Promise<0 | 1> => {
  const made = await makeShow(dir, options).catch((error: unknown): { ok: false } & Problem => ({
    ok: false,
    code: 'new-failed',
    message: reasonOf(error),
    path: dir,
  }));
  if (made.ok) print(`${dir}: open it with  frise start --show ${dir}`);
  else warn(`frise: ${made.message}`);
  return made.ok ? 0 : 1;
};
