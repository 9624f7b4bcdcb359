import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { chmod, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Passwords of projectors, in the station's folder and nowhere else (`projectors.json`, for its owner alone): never in
 * a rig, a journal or a topic. They belong to an address, so that none is ever tried on another device.
 */
export interface ProjectorPasswords {
  of(address: string): string | null;
  /** null: forgets it. Resolves when it is on the disk; what can't be written is still used until the end. */
  set(addresses: readonly string[], password: string | null): Promise<void>;
}
const fileSchema = z.object({ passwords: z.record(z.string(), z.string()) });

/** `onFault`: why the file can't be read or written; null: all is well. */
export const openProjectorPasswords = (
  folder: string,
  onFault: (message: string | null) => void,
): ProjectorPasswords => {
  const path = join(folder, 'projectors.json');
  const known = read(path, onFault);
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    const text = `${JSON.stringify({ passwords: Object.fromEntries(known) }, null, 2)}\n`;
    try {
      mkdirSync(folder, { recursive: true });
      await writeFile(`${path}.new`, text, { mode: 0o600 });
      await chmod(`${path}.new`, 0o600); // one that was there keeps its mode
      await rename(`${path}.new`, path);
      onFault(null);
    } catch (error) {
      onFault(wordsOf(error));
    }
  };
  return {
    of: (address) => known.get(address) ?? null,
    set(addresses, password) {
      for (const address of addresses)
        if (password === null || password === '') known.delete(address);
        else known.set(address, password);
      return (writing = writing.then(write));
    },
  };
};

const read = (path: string, onFault: (message: string | null) => void): Map<string, string> => {
  try {
    const text = readFileSync(path, 'utf8');
    return new Map(Object.entries(fileSchema.parse(JSON.parse(text)).passwords));
  } catch (error) {
    if (isMissing(error)) return new Map();
    // Its words may quote the file: the reason is told without them.
    onFault(error instanceof SyntaxError || error instanceof z.ZodError ? 'it is damaged' : wordsOf(error));
    setAside(path);
    return new Map();
  }
};

const setAside = (path: string): void => {
  try {
    renameSync(path, `${path}.damaged`);
  } catch {
    // It may not even be moved: that is told already.
  }
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
