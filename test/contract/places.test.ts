import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestHost, type TestHost } from './support/host.ts';

/** Displays as the shell tells of them: topic, health, status and journal. */
let host: TestHost;
let shell: Awaited<ReturnType<TestHost['socket']>>;
const openShell = async () => {
  const socket = await host.socket();
  const page = { kind: 'shell', id: 'electron' };
  await socket.hello({ role: 'shell', token: host.ready.owner, page });
  return socket;
};
beforeEach(async () => {
  host = await startTestHost();
  shell = await openShell();
});
afterEach(() => host.stop());

const display = (index: number) => ({
  id: (index + 7) * 256 + index,
  label: `PJ-${index}`,
  x: index * 640,
  y: 0,
  width: 640,
  height: 360,
  refresh: 60,
  scale: 1,
  isPrimary: index === 0,
});
const on = (output: string, index: number, match = 'found') => ({
  output,
  kind: 'display',
  display: display(index).id,
  match,
});
const waiting = (output: string) => ({ output, kind: 'waiting', display: null, match: 'none' });
const tell = (displays: unknown[], places: unknown[]) =>
  shell.say({ t: 'report', report: { kind: 'shell', displays, places } });
const problems = async () => (await host.status()).health.problems.map(({ code, path }) => [code, path]);
const output = async (id: string) => (await host.status()).outputs.find((each) => each.id === id);
const station = () => host.host.hub.get('station');
const lines = () => host.host.journal.tail().map(({ text }) => text);
const assign = async (id: string, record: unknown) => {
  const { document } = host.host.hub.get('rig');
  const records = { [`output:${id}`]: { ...(document.records[`output:${id}`] as object), display: record } };
  const reply = await host.verb('document/edit', { document: 'rig', label: 'a display', put: records });
  expect(reply.body).toMatchObject({ ok: true });
};

it('tells pages which displays there are and what is on them', async () => {
  tell([display(0), display(1)], [on('left', 0, 'guessed'), on('right', 1, 'guessed')]);
  await expect.poll(() => station().places.length).toBe(2);
  expect(station().displays).toEqual([display(0), display(1)]);
  expect(await problems()).toEqual([]);
  expect(lines()).toContain('"Left" is on the display PJ-0 at 0, 0');
});
it('an output in a window of its own is no problem', async () => {
  tell([display(0)], [on('left', 0, 'guessed'), { ...waiting('right'), kind: 'window' }]);
  await expect.poll(() => station().places.length).toBe(2);
  expect((await host.status()).health.ok).toBe(true);
});
it('a display that vanishes is announced, and no more when it is back', async () => {
  const page = await host.socket();
  await page.hello({ role: 'viewer', page: { kind: 'output', id: 'right' } });
  tell([display(0), display(1)], [on('left', 0), on('right', 1)]);
  await expect.poll(async () => (await output('right'))?.connected).toBe(true);
  tell([display(0)], [on('left', 0), waiting('right')]);
  await expect.poll(problems).toEqual([
    ['displays-astray', 'rig:two'],
    ['display-lost', 'output:right'],
  ]);
  const { health } = await host.status();
  expect(health.problems[0]?.message).toContain(
    '1 displays found, the rig "Two projectors" expects 2, 1 not where the rig says',
  );
  expect(health.problems[1]?.message).toMatch(/display PJ-1 of "Right" is gone; the output waits/);
  expect(await output('right')).toMatchObject({ connected: false, error: { code: 'display-lost' } });
  expect(await output('left')).toMatchObject({ error: null });
  // Its page may go as well: that is told once.
  page.raw.terminate();
  await expect.poll(() => lines().join('\n')).toContain('output right left');
  expect((await problems()).map(([code]) => code)).toEqual(['displays-astray', 'display-lost']);
  tell([display(0), display(1)], [on('left', 0), on('right', 1)]);
  await expect.poll(problems).toEqual([['output-lost', 'output:right']]);
  expect(lines()).toContain('"Right" waits for its display');
  expect(lines()).toContain('"Right" is on the display PJ-1 at 640, 0');
});
it('one that was never there is missing, not lost', async () => {
  await assign('left', { label: 'PJ-9', id: 9 * 256 });
  tell([display(0)], [waiting('left'), on('right', 0)]);
  await expect.poll(async () => (await problems())[1]).toEqual(['display-missing', 'output:left']);
  expect((await host.status()).health.problems[1]?.message).toContain('its display PJ-9, which is not there');
});
it('one that lies elsewhere is told until it is assigned anew', async () => {
  await assign('left', { label: 'PJ-1', id: display(1).id, position: { x: 0, y: 0 } });
  tell([display(0), display(1)], [on('left', 1, 'moved'), on('right', 0, 'guessed')]);
  await expect.poll(problems).toEqual([
    ['displays-astray', 'rig:two'],
    ['display-moved', 'output:left'],
  ]);
  const { health } = await host.status();
  expect(health.problems[1]?.message).toContain('PJ-1 of "Left" lies at 640, 0 and lay at 0, 0');
  tell([display(0), display(1)], [on('left', 1, 'found'), on('right', 0, 'guessed')]);
  await expect.poll(problems).toEqual([]);
});
it('an output that the rig loses takes its problem with it', async () => {
  tell([display(0)], [on('left', 0), waiting('right')]);
  await expect.poll(async () => (await problems()).length).toBe(2);
  const order = { 'rig:two': ['output:left'] };
  await host.verb('document/edit', {
    document: 'rig',
    label: 'without right',
    remove: ['output:right'],
    order,
  });
  await expect.poll(problems).toEqual([]);
});
it('when the shell has gone nobody knows of displays any more', async () => {
  tell([display(0)], [on('left', 0), waiting('right')]);
  await expect.poll(async () => (await problems()).length).toBe(2);
  shell.raw.terminate();
  await expect.poll(problems).toEqual([]);
  expect(station()).toMatchObject({ displays: [], places: [] });
});
it('only the shell is believed', async () => {
  const page = await host.socket();
  await page.hello({ role: 'viewer', page: { kind: 'output', id: 'left' } });
  page.say({
    t: 'report',
    report: { kind: 'shell', displays: [display(0)], places: [on('left', 0), waiting('right')] },
  });
  await page.verb('status', {});
  expect(station().displays).toEqual([]);
});

it('a window that several outputs share stands for each of them', async () => {
  const page = await host.socket();
  await page.hello({ role: 'viewer', page: { kind: 'output', id: 'left+right' } });
  expect(await output('left')).toMatchObject({ connected: true });
  const report = { kind: 'output', fps: 60, late: 0, frame: 1, error: null, thumbnail: null };
  page.say({ t: 'report', report: { ...report, output: 'left', fps: 59, thumbnail: 'data:left' } });
  page.say({
    t: 'report',
    report: { ...report, output: 'right', fps: 58, late: 2, thumbnail: 'data:right' },
  });
  page.say({ t: 'report', report: { ...report, output: 'nobody', fps: 1 } });
  await expect.poll(() => output('right')).toMatchObject({ connected: true, fps: 58, late: 2 });
  expect(await output('left')).toMatchObject({ connected: true, fps: 59, late: 0 });
  expect(host.host.hub.get('thumbnails')).toEqual({ left: 'data:left', right: 'data:right' });
  page.raw.terminate();
  await expect.poll(problems).toEqual([
    ['output-lost', 'output:left'],
    ['output-lost', 'output:right'],
  ]);
});
