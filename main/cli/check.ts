import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { modelOf } from '../../core/facade/model-of.ts';
import type { FacadeModel } from '../../core/facade/model.ts';
import { layerTypes } from '../../core/layers/registry.ts';
import { variedShow } from '../../core/render/variant.ts';
import type { Problem } from '../../core/result.ts';
import { isInsidePath } from '../../core/show/check-media.ts';
import type { ShowContext } from '../../core/show/check-context.ts';
import { openDocument } from '../../core/show/open.ts';
import type { DocumentOf, EditableFormat } from '../../core/show/parse.ts';
import { recordsOfKind } from '../../core/show/records.ts';
import { mediaSchema, showSchema } from '../../core/show/show.schema.ts';
import type { ShowDocument, ShowRecord } from '../../core/show/show.schema.ts';
import { hasCode, readIfThere, reasonOf, sha256 } from '../host/store/files.ts';
import { hashProblem, resolveInside } from '../host/store/media.ts';

/** `frise check DIR`: everything that is wrong with a show folder, not only the first thing. */
export type FileProblem = Problem & {
  /** Relative to the folder, with /. */
  file: string;
};
type Checked<F extends EditableFormat> = { document: DocumentOf<F> | null; problems: FileProblem[] };

const SHOW = 'show.json';
const problemIn = (file: string, code: string, message: string, at = ''): FileProblem => ({
  file,
  code,
  message,
  path: at,
});

const checkFile = async <F extends EditableFormat>(
  dir: string,
  file: string,
  format: F,
  context: ShowContext,
): Promise<Checked<F>> => {
  const refused = (code: string, message: string, at = ''): Checked<F> => ({
    document: null,
    problems: [problemIn(file, code, message, at)],
  });
  try {
    const text = await readIfThere(path.join(dir, file));
    if (text === null)
      return refused('file-missing', 'There is no such file. Add it, or correct the path to it.');
    const opened = openDocument(text, format, context);
    if (!opened.ok) return refused(opened.code, opened.message, opened.path);
    const { document, found } = opened.value;
    return { document, problems: found.map((problem) => ({ ...problem, file })) };
  } catch (error) {
    return refused('file-unreadable', `Cannot be read: ${reasonOf(error)}`);
  }
};

const rigFiles = async (dir: string, defaultRig: string | null): Promise<string[]> => {
  const names = await readdir(path.join(dir, 'rigs')).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.json')).map((name) => `rigs/${name}`);
  return [
    ...new Set([...files, ...(defaultRig !== null && isInsidePath(defaultRig) ? [defaultRig] : [])]),
  ].sort();
};

const mediaProblem = async (
  dir: string,
  { id, path: relative, hash }: { id: string; path: string; hash: string | null },
): Promise<FileProblem | null> => {
  const file = resolveInside([dir], relative);
  const at = `${id}.path`;
  if (!file.ok) return problemIn(SHOW, file.code, file.message, at);
  try {
    if (!(await stat(file.value)).isFile())
      return problemIn(SHOW, 'media-missing', `"${relative}" is no file.`, at);
    await access(file.value, constants.R_OK);
  } catch (error) {
    return problemIn(SHOW, 'media-unreadable', `"${relative}" cannot be read: ${reasonOf(error)}`, at);
  }
  const wrong = await hashProblem(file.value, hash, `${id}.hash`);
  return wrong ? { ...wrong, file: SHOW } : null;
};

const checkMedia = async (dir: string, document: ShowDocument): Promise<FileProblem[]> => {
  const media = recordsOfKind(document.records, 'media', mediaSchema);
  const found = await Promise.all(
    media.filter((record) => isInsidePath(record.path)).map((record) => mediaProblem(dir, record)),
  );
  return found.filter((each) => each !== null);
};

/** The façade must be the one that show and its regions were made for. */
const checkFacadeHash = async (dir: string, show: ShowRecord & { id: string }): Promise<FileProblem[]> => {
  const { path: file, hash } = show.facade;
  const text = hash === null ? null : await readIfThere(path.join(dir, file));
  if (text === null || sha256(text) === hash) return [];
  return [
    problemIn(
      SHOW,
      'facade-hash',
      `${file} is not the façade that the show names.`,
      `${show.id}.facade.hash`,
    ),
  ];
};

const bare: ShowContext = { layerTypes, facade: null };

type CheckedShow = { problems: FileProblem[]; defaultRig: string | null; facade: FacadeModel | null };
const checkShow = async (dir: string, variant: string | null): Promise<CheckedShow> => {
  // Once without the façade, to learn where it lies; then with it, so that regions are checked too.
  const first = await checkFile(dir, SHOW, 'frise-show', bare);
  const show = first.document && recordsOfKind(first.document.records, 'show', showSchema)[0];
  if (!first.document || !show) return { problems: first.problems, defaultRig: null, facade: null };
  const { path: file } = show.facade;
  if (!isInsidePath(file)) return { problems: first.problems, defaultRig: show.defaultRig, facade: null };
  const facade = await checkFile(dir, file, 'frise-facade', bare);
  const model = facade.document && modelOf(facade.document);
  const full = await checkFile(dir, SHOW, 'frise-show', { layerTypes, facade: model });
  const media = await checkMedia(dir, first.document);
  const hash = await checkFacadeHash(dir, show);
  const varied = variedShow(first.document, variant);
  const unknown = varied.ok ? [] : [{ ...varied, file: SHOW }];
  const problems = [...full.problems, ...unknown, ...hash, ...media, ...facade.problems];
  return { problems, defaultRig: show.defaultRig, facade: model };
};

const byFile = (a: FileProblem, b: FileProblem): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

/** Show, façade, every rig in `rigs/` and the default one, media files and hashes; sorted by file. Never rejects. */
export const runCheck = async (
  dir: string,
  variant: string | null = null,
): Promise<{ problems: FileProblem[] }> => {
  try {
    if (!(await stat(dir)).isDirectory())
      return {
        problems: [problemIn(dir, 'folder-missing', 'Not a folder. Name the folder that show.json lies in.')],
      };
    const { problems, defaultRig, facade } = await checkShow(dir, variant);
    const rigs = await rigFiles(dir, defaultRig);
    const checked = await Promise.all(
      rigs.map((file) => checkFile(dir, file, 'frise-rig', { layerTypes, facade })),
    );
    return { problems: [...problems, ...checked.flatMap((rig) => rig.problems)].sort(byFile) };
  } catch (error) {
    return { problems: [problemIn(dir, 'folder-unreadable', `Cannot be read: ${reasonOf(error)}`)] };
  }
};

/** `file: path: message`; without a place in the file, `file: message`. */
const checkLine = ({ file, path: at, message }: FileProblem): string =>
  [file, at, message].filter((part) => part !== '').join(': ');

/** The command: prints each problem on its own line; resolves with the exit status. */
export const checkCommand = async (
  dir: string,
  print: (line: string) => void,
  variant: string | null = null,
): Promise<0 | 1> => {
  const { problems } = await runCheck(dir, variant);
  for (const problem of problems) print(checkLine(problem));
  return problems.length === 0 ? 0 : 1;
};
