import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startTestHost, tinyShow } from './support/host.ts';

it('a show whose cue fires itself, twice each time, comes to an end and says so', async () => {
  const show = mkdtempSync(join(tmpdir(), 'frise-circle-'));
  cpSync(tinyShow, show, { recursive: true });
  const file = join(show, 'show.json');
  const document = JSON.parse(readFileSync(file, 'utf8')) as { records: Record<string, object> };
  const again = { verb: 'cue/go', args: { cue: '10' } };
  document.records['cue:dim'] = { ...document.records['cue:dim'], actions: [again, again] };
  writeFileSync(file, JSON.stringify(document));
  const host = await startTestHost({ show });
  const began = performance.now();
  const fired = (await host.verb('cue/go', { cue: '10' })).body as { value: { plan: number } };
  expect(fired.value.plan).toBeGreaterThan(0);
  const said = async () =>
    ((await host.verb('journal/read', { text: 'one of too many' })).body as { value: { total: number } })
      .value;
  await expect.poll(async () => (await said()).total).toBeGreaterThan(0);
  expect((await host.verb('pause')).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(2000);
  await host.stop();
  rmSync(show, { recursive: true, force: true });
});
