import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createUploads, type Uploads } from '../../../main/host/media/uploads.ts';

/** What a contract test can't make happen: a full disk, a page that never comes back, what a crash left. */
let folder = '';
let now = 0;
let free = 1e12;
let uploads: Uploads;
let look: () => void = () => undefined;
const clock = { host: () => now, every: (_ms: number, act: () => void) => ((look = act), () => undefined) };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frise-uploads-'));
  now = 0;
  free = 1e12;
  uploads = createUploads({ folder, clock, free: async () => free });
});
afterEach(async () => {
  await uploads.dispose();
  rmSync(folder, { recursive: true, force: true });
});
const begun = async (bytes: number): Promise<string> => {
  const reply = await uploads.begin({ name: 'a.png', bytes });
  if (!reply.ok) throw new Error(reply.code);
  return reply.value.upload;
};

it('a disk without room for all that is under way, and for the show itself, is said before a byte is sent', async () => {
  free = 2e9;
  await begun(1e9);
  expect(await uploads.begin({ name: 'b.png', bytes: 1e9 })).toMatchObject({
    ok: false,
    code: 'media-disk-full',
  });
  expect(await uploads.begin({ name: 'b.png', bytes: 1e8 })).toMatchObject({ ok: true });
});
it('one that nobody goes on with is removed after ten minutes', async () => {
  const id = await begun(100);
  now = 599;
  look();
  expect(uploads.has(id)).toBe(true);
  now = 601;
  look();
  expect(uploads.has(id)).toBe(false);
});
it('what a crash left is swept before the first', async () => {
  await uploads.dispose();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'old.part'), 'x');
  uploads = createUploads({ folder, clock, free: async () => free });
  const id = await begun(100);
  expect(readdirSync(folder)).toEqual([`${id}.part`]);
  await uploads.dispose();
  expect(existsSync(join(folder, `${id}.part`))).toBe(false);
});
it('a file that could not be taken is gone, and one that was is not touched again', async () => {
  const id = await begun(8);
  const head = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]);
  expect(await uploads.append(id, 0, head)).toEqual({ ok: true, value: { received: 8 } });
  const refused = { ok: false, code: 'media-write', message: '', path: '' } as const;
  expect(await uploads.finish(id, null, async () => refused)).toBe(refused);
  expect(readdirSync(folder)).toEqual([]);
});
