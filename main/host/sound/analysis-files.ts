import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '../../../core/result.ts';
import { analysisSchema, type Analysis } from '../../../core/sound/analysis/analysis.ts';
import { makeFolder, readIfThere, reasonOf, writeDurably } from '../store/files.ts';
import type { Beside } from '../store/media.ts';

/** An analysis lies beside its sound, `<file>.analysis.json`: in the show's folder, or in the station's copy of it. */
export const ANALYSIS_ENDING = '.analysis.json';

/** A file's size and time of change: as long as they stay, so does its hash. */
export const stampOf = async (file: string): Promise<string> => {
  const { size, mtimeMs } = await stat(file);
  return `${file} ${size} ${mtimeMs}`;
};
/** sha256, hex. */
export const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

/** null: not there, torn, or of another file. */
export const readAnalysis = async (file: string, hash: string): Promise<Analysis | null> => {
  try {
    const text = await readIfThere(file);
    const read = text === null ? null : analysisSchema.safeParse(JSON.parse(text));
    return read?.success && read.data.hash === hash ? read.data : null;
  } catch {
    return null; // what can't be read is made anew
  }
};

/** The first that fits. */
export const findAnalysis = async (
  files: readonly string[],
  hash: string,
): Promise<{ file: string; analysis: Analysis } | null> => {
  for (const file of files) {
    const analysis = await readAnalysis(file, hash);
    if (analysis !== null) return { file, analysis };
  }
  return null;
};

/** Codes: `path-outside`, `analysis-unwritten`. */
export const writeAnalysis = async ({ own, root }: Beside, analysis: Analysis): Promise<Result<string>> => {
  try {
    const folder = path.dirname(own);
    await makeFolder(folder);
    const [inside, whole] = await Promise.all([realpath(folder), realpath(root)]);
    // A folder inside may be a link that leads elsewhere.
    if (inside !== whole && !inside.startsWith(whole + path.sep))
      return fail('path-outside', `"${folder}" leads out of the show folder.`);
    await writeDurably(own, `${JSON.stringify(analysis)}\n`);
    return ok(own);
  } catch (error) {
    return fail('analysis-unwritten', `${own}: can’t be written: ${reasonOf(error)}`);
  }
};
