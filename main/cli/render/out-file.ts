import { constants } from 'node:fs';
import { access, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../../core/result.ts';
import { reasonOf } from '../../host/store/files.ts';

/** Whether a file can be put there: asked before the work begins. */
export const checkOut = async (out: string): Promise<Result<null>> => {
  const folder = path.dirname(path.resolve(out));
  const there = await stat(out).catch(() => null);
  if (there?.isDirectory()) return fail('out-unwritable', 'is a folder; add a file name to --out.', out);
  try {
    await access(folder, constants.W_OK);
    return ok(null);
  } catch (error) {
    return fail(
      'out-unwritable',
      `can't be written to: ${reasonOf(error)}; make it or change --out.`,
      folder,
    );
  }
};

/** All of the file or none of it: written beside its place, then renamed. */
export const writeOut = async (out: string, data: Uint8Array): Promise<Result<null>> => {
  const half = `${out}.${process.pid}.part`;
  try {
    await writeFile(half, data);
    await rename(half, out);
    return ok(null);
  } catch (error) {
    await rm(half, { force: true });
    return fail('out-unwritable', `can't be written: ${reasonOf(error)}; free space or change --out.`, out);
  }
};
