import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { rigVersionSchema, type RigVersion } from '../../core/control/technician.verbs.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { messages } from '../../core/messages.ts';
import type { RigDocument } from '../../core/rig/rig.schema.ts';
import { migrate } from '../../core/show/migrations.ts';
import { parseDocument } from '../../core/show/parse.ts';
import { stableText } from '../../core/show/serialise.ts';
import { hasCode, makeFolder, readIfThere, reasonOf, writeDurably } from './store/files.ts';

/**
 * Versions of a rig in a folder, a file each: kept whole, so that one can be opened when everything else is gone. Files
 * that are no version are left alone and not listed.
 */
export interface VersionFiles {
  /** Newest first. */
  list(): Promise<RigVersion[]>;
  read(id: string): Promise<Result<RigDocument>>;
  write(version: RigVersion, document: RigDocument): Promise<void>;
  remove(id: string): Promise<void>;
}

const fileSchema = z.looseObject({ version: rigVersionSchema, document: z.unknown() });
const ID = /^\d{8}T\d{9}Z-\d+$/;

/** `2018-11-22T01:00:00.000Z`, 12 → `20181122T010000000Z-12`: sorts by time, is a file name everywhere. */
export const versionId = (iso: string, revision: number): string =>
  `${iso.replaceAll(/[-:.]/g, '')}-${revision}`;

export const openVersions = (folder: string): VersionFiles => {
  const fileOf = (id: string) => path.join(folder, `${id}.json`);
  const load = async (id: string) => {
    if (!ID.test(id)) return null;
    const text = await readIfThere(fileOf(id));
    if (text === null) return null;
    const parsed = fileSchema.safeParse(readJson(text));
    return parsed.success ? parsed.data : null;
  };
  return {
    async list() {
      const ids = (await namesIn(folder)).filter((name) => ID.test(name));
      const found = await Promise.all(ids.map(load));
      return found
        .flatMap((file) => (file ? [file.version] : []))
        .sort((a, b) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0));
    },
    async read(id) {
      const file = await load(id);
      if (file === null)
        return fail('rig-version-missing', messages['rig-version-missing'].en, id.slice(0, 100));
      const parsed = parseDocument(stableText(file.document), 'frise-rig');
      const migrated = parsed.ok ? migrate(parsed.value) : parsed;
      return migrated.ok ? ok({ ...migrated.value.document, format: 'frise-rig' }) : migrated;
    },
    async write(version, document) {
      await makeFolder(folder);
      await writeDurably(fileOf(version.id), `${stableText({ version, document })}\n`);
    },
    remove: (id) => rm(fileOf(id), { force: true }),
  };
};

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw new Error(`the rig's versions can't be listed: ${reasonOf(error)}`, { cause: error });
  }
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null; // half a file from before writing was durable, or somebody's own: not a version
  }
};
