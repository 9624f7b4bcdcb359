import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestHost, tinyShow, type TestHost } from './support/host.ts';

/** What goes wrong between two edits is told, too, and withdrawn once it is put right. */
let folder: string;
let host: TestHost;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'frise-health-'));
  cpSync(tinyShow, folder, { recursive: true });
  host = await startTestHost({ show: folder });
});
afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});
const problems = async () => (await host.status()).health.problems.map(({ code, path }) => [code, path]);

it('a media file that is not there when a page asks for it, until it is back', async () => {
  rmSync(join(folder, 'media/dot.svg'));
  expect((await host.send('GET', '/media/dot')).status).toBe(404);
  await expect.poll(problems).toEqual([['media-missing', 'media:dot.path']]);
  writeFileSync(join(folder, 'media/dot.svg'), '<svg/>');
  expect((await host.send('GET', '/media/dot')).status).toBe(200);
  await expect.poll(problems).toEqual([]);
});
