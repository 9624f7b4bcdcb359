import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestHost, tinyShow, type TestHost } from './support/host.ts';

/** The version of the show that is played on the night. */
const folder = mkdtempSync(join(tmpdir(), 'frise-version-'));
const show = join(folder, 'show');
const station = join(folder, 'station');
let host: TestHost;
beforeAll(async () => {
  cpSync(tinyShow, show, { recursive: true });
  host = await startTestHost({ show, station });
});
afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});
const told = async () => {
  const { snapshot } = await (await host.socket()).hello();
  return snapshot.show.document.records['show:tiny'];
};

it('is chosen by an operator, under show lock too, and told with the document', async () => {
  await host.verb('lock/show', { on: true });
  const answer = await host.verb('version', { flashes: 'soft' });
  expect(answer.body).toEqual({ ok: true, value: { flashes: 'soft', language: 'en' } });
  expect(await told()).toMatchObject({ flashes: 'soft' });
  expect((await host.verb('version', { language: 'fr' })).body).toMatchObject({
    value: { flashes: 'soft', language: 'fr' },
  });
  expect(await told()).toMatchObject({ flashes: 'soft', language: 'fr' });
});
it('is no edit where nothing changes', async () => {
  const revision = async () => (await host.status()).show.revision;
  const before = await revision();
  await host.verb('version', { flashes: 'soft' });
  await host.verb('version');
  expect(await revision()).toBe(before);
});
it('leaves what plays where it is', async () => {
  await host.verb('go');
  await host.verb('seek', { position: 2 });
  await host.verb('pause');
  const before = (await host.status()).playbacks;
  await host.verb('version', { flashes: 'full' });
  expect((await host.status()).playbacks).toEqual(before);
});
it('is refused where it is none', async () => {
  expect((await host.verb('version', { flashes: 'loud' })).status).toBe(400);
});
it('is there again after the host', async () => {
  await host.verb('version', { flashes: 'soft' });
  await host.close();
  host = await startTestHost({ show, station });
  expect(await told()).toMatchObject({ flashes: 'soft', language: 'fr' });
});
