import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Topics } from '../../core/control/link.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Rendered } from '../../main/cli/render.ts';
import type { Draw } from '../../main/host/exports/drawing.ts';
import { startTestHost, type TestHost } from './support/host.ts';

/** Films and stills: one at a time, never while the show plays, kept for whoever fetches them. Who draws is made up. */
type Job = { out: string; options: Record<string, unknown>; held: boolean; end(result: Result<Rendered>): void; tell(done: number): void }; // prettier-ignore
let host: TestHost | null = null;
let jobs: Job[] = [];
const folders: string[] = [];
afterEach(async () => {
  await host?.stop();
  host = null;
  jobs = [];
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const draw: Draw = ({ options }, progress) => {
  let end: Job['end'] = () => undefined;
  const ended = new Promise<Result<Rendered>>((resolve) => (end = resolve));
  const job: Job = { out: options.out, options, held: false, end, tell: (done) => progress(done, 25) };
  jobs.push(job);
  return {
    ended,
    hold: (isHeld) => (job.held = isHeld),
    cancel: () => end(fail('render-cancelled', 'Cancelled.')),
  };
};
const drawn = (job: Job | undefined): void => {
  if (job === undefined) throw new Error('nothing is drawn');
  writeFileSync(job.out, 'a film');
  job.end(ok({ width: 64, height: 16, frames: 25, problems: [] }));
};
const film = { from: 0, to: 1, width: 64, height: 16, format: 'mp4' };

const start = async () => {
  const station = mkdtempSync(join(tmpdir(), 'frise-exports-'));
  folders.push(station);
  const started = await startTestHost({ station, draw });
  host = started;
  const watcher = await started.socket();
  const { snapshot } = await watcher.hello();
  const exports = (): Topics['exports'] => {
    const patches = watcher.heard.flatMap((each) => (each.t === 'patch' && each.topic === 'exports' ? [each.value as Topics['exports']] : [])); // prettier-ignore
    return patches.at(-1) ?? snapshot.exports;
  };
  const states = () => exports().list.map(({ state }) => state);
  const ask = async (args: object): Promise<string> => {
    const { body } = await started.verb('export/start', args);
    return (body as { value: { id: string } }).value.id;
  };
  return { started, exports, states, ask };
};

it('draws one after another and serves what is done under its name', async () => {
  const { started, exports, states, ask } = await start();
  const first = await ask(film);
  await ask({ ...film, from: 0.5, to: null, format: 'png' });
  await expect.poll(states).toEqual(['drawing', 'waiting']);
  await expect.poll(() => jobs.length).toBe(1);
  expect(jobs[0]?.options).toMatchObject({ canvas: true, from: '0', to: '1', fps: '25', size: '64x16' });
  jobs[0]?.tell(5);
  await expect.poll(() => exports().list[0]).toMatchObject({ done: 5, total: 25 });
  expect((await started.send('GET', `/export/${first}`)).status).toBe(404);
  drawn(jobs[0]);
  await expect.poll(states).toEqual(['done', 'drawing']);
  const sent = await started.send('GET', `/export/${first}`);
  expect([sent.status, sent.text]).toEqual([200, 'a film']);
  expect(sent.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''.*0-1s%2064x16\.mp4$/);
  expect(jobs[1]?.options).toMatchObject({ at: '0.5' });
  jobs[1]?.end(fail('engine-missing', 'No Chromium was found.'));
  await expect.poll(states).toEqual(['done', 'failed']);
  expect(exports().list[1]?.problems).toMatchObject([{ code: 'engine-missing' }]);
});

it('numbered pictures are a film without sound, in a zip', async () => {
  const { exports, ask } = await start();
  await ask({ ...film, format: 'zip', isMute: true });
  await expect.poll(() => jobs.length).toBe(1);
  expect(jobs[0]?.options).toMatchObject({ from: '0', to: '1', fps: '25', mute: true });
  expect(jobs[0]?.out).toMatch(/\.zip$/);
  await expect.poll(() => exports().list[0]?.file).toMatch(/ 0-1s 64x16\.zip$/);
});

it('waits while the show plays', async () => {
  const { started, exports, ask, states } = await start();
  await ask(film);
  await expect.poll(() => jobs.length).toBe(1);
  await started.verb('go');
  await expect.poll(() => jobs[0]?.held, { timeout: 5000 }).toBe(true);
  await expect.poll(() => exports().isHeld).toBe(true);
  await ask(film);
  await started.verb('stop', { fade: 0 });
  await expect.poll(() => jobs[0]?.held, { timeout: 5000 }).toBe(false);
  await started.verb('go');
  await expect.poll(() => jobs[0]?.held, { timeout: 5000 }).toBe(true);
  // What is nearly done may end; the next one does not begin.
  drawn(jobs[0]);
  await expect.poll(states).toEqual(['done', 'waiting']);
  expect(jobs).toHaveLength(1);
});

it('one that is drawn is cancelled, and its file goes with it', async () => {
  const { started, states, ask } = await start();
  const id = await ask(film);
  await expect.poll(() => jobs.length).toBe(1);
  expect((await started.verb('export/remove', { id })).status).toBe(200);
  await expect.poll(states).toEqual([]);
  expect((await started.verb('export/remove', { id })).body).toMatchObject({ code: 'unknown-export' });
  const other = await ask(film);
  await expect.poll(() => jobs.length).toBe(2);
  drawn(jobs[1]);
  await expect.poll(states).toEqual(['done']);
  await started.verb('export/remove', { id: other });
  expect((await started.send('GET', `/export/${other}`)).status).toBe(404);
});

it.each([
  [{ ...film, to: 0 }, 'export-times'],
  [{ ...film, to: 1e6 }, 'export-times'],
  [{ ...film, to: null, format: 'png', from: 1e6 }, 'export-times'],
  [{ ...film, to: null }, 'export-format'],
  [{ ...film, format: 'png' }, 'export-format'],
  [{ ...film, to: null, format: 'zip' }, 'export-format'],
  [{ ...film, output: 'left', viewpoint: '' }, 'export-picture'],
  [{ ...film, width: 9000 }, 'invalid-input'],
  [{ ...film, format: '../../x' }, 'invalid-input'],
])('%o is refused: %s', async (args, code) => {
  const { started } = await start();
  expect((await started.verb('export/start', args)).body).toMatchObject({ ok: false, code });
  expect(jobs).toHaveLength(0);
});

it('twenty are enough, and no other path is served', async () => {
  const { started, ask } = await start();
  for (let n = 0; n < 20; n += 1) await ask(film);
  expect((await started.verb('export/start', film)).body).toMatchObject({ code: 'export-many' });
  for (const path of ['/export/', '/export/..%2Fowner-token', '/export/none'])
    expect(await started.send('GET', path)).toMatchObject({ status: 404 });
});
