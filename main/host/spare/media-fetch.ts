import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { nameOf } from '../../../core/ids.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { ask } from './http.ts';
import type { Access } from './target.ts';

/**
 * One media file of the other host, into this station's mirror. It goes on where it broke off, as long as the other
 * host's file is the same, and gets its name only when its SHA-256 is the record's. Codes: `spare-media`.
 */
export type Wanted = { id: string; path: string; hash: string | null };
type Fetching = {
  access: Access;
  folder: string;
  wanted: Wanted;
  progress(got: number, size: number): void;
};

export const hashOf = async (file: string): Promise<string> => (await hashed(file)).digest('hex');

const hashed = async (file: string): Promise<Hash> => {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) if (Buffer.isBuffer(part)) hash.update(part);
  return hash;
};

const sizeOf = async (file: string): Promise<number> => {
  try {
    return (await stat(file)).size;
  } catch {
    return 0; // not begun
  }
};

export const fetchMedia = async ({ access, folder, wanted, progress }: Fetching): Promise<Result<null>> => {
  const part = path.join(folder, '.parts', nameOf(wanted.id));
  await mkdir(path.dirname(part), { recursive: true });
  const begun = await sizeOf(part);
  const reply = await ask(access, {
    method: 'GET',
    path: `/media/${encodeURIComponent(nameOf(wanted.id))}`,
    headers: begun > 0 && wanted.hash !== null ? { range: `bytes=${begun}-` } : {},
  });
  if (reply.statusCode === 416) {
    // More than the file has: it is another one now.
    reply.resume();
    await rm(part, { force: true });
    return missing(wanted, 'the file has changed');
  }
  if (reply.statusCode !== 200 && reply.statusCode !== 206) {
    reply.resume();
    return missing(wanted, `answer ${reply.statusCode}`);
  }
  const from = reply.statusCode === 206 ? begun : 0;
  const size = from + Number(reply.headers['content-length'] ?? 0);
  const handle = await open(part, from > 0 ? 'r+' : 'w');
  let got = from;
  try {
    for await (const bytes of reply) {
      if (!Buffer.isBuffer(bytes)) continue;
      await handle.write(bytes, 0, bytes.length, got);
      got += bytes.length;
      progress(got, size);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (got !== size) return missing(wanted, 'the transfer broke off');
  if (wanted.hash !== null && (await hashOf(part)) !== wanted.hash) {
    await rm(part, { force: true });
    return missing(wanted, 'its sha256 is not the one of the show');
  }
  const file = path.join(folder, wanted.path);
  await mkdir(path.dirname(file), { recursive: true });
  await rename(part, file);
  return ok(null);
};

const missing = ({ id, path: where }: Wanted, why: string) =>
  fail('spare-media', `"${where}" could not be fetched from the main host: ${why}. It is tried again.`, id);
