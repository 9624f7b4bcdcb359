import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestHost, type TestHost } from './support/host.ts';

/** Outputs that come and go, as health tells of them. */
let host: TestHost;
beforeEach(async () => {
  host = await startTestHost();
});
afterEach(() => host.stop());
const open = async (id: string) => {
  const socket = await host.socket();
  await socket.hello({ role: 'viewer', page: { kind: 'output', id } });
  return socket;
};
const problems = async () => (await host.status()).health.problems.map(({ code, path }) => [code, path]);
const isConnected = async (id: string) =>
  (await host.status()).outputs.find((output) => output.id === id)?.connected;
const report = (error: unknown) => ({
  t: 'report',
  report: { kind: 'output', fps: 60, late: 0, frame: 1, error, thumbnail: null },
});

it('one that nobody has opened yet is no problem', async () => {
  expect(await isConnected('left')).toBe(false);
  expect((await host.status()).health).toEqual({ ok: true, problems: [] });
});
it('one that has gone is a problem that names it and what to do, until it is back', async () => {
  const first = await open('left');
  expect(await problems()).toEqual([]);
  first.raw.terminate();
  await expect.poll(problems).toEqual([['output-lost', 'output:left']]);
  const { health } = await host.status();
  expect(health.ok).toBe(false);
  expect(health.problems[0]?.message).toMatch(/"Left" is lost.*open \/output\/left again/);
  expect(
    host.host.journal
      .tail()
      .map(({ text }) => text)
      .join('\n'),
  ).toMatch(/"Left" is lost/);
  await open('left');
  expect(await problems()).toEqual([]);
});
it('is there as long as one window shows it', async () => {
  const first = await open('left');
  await open('left');
  first.raw.terminate();
  await expect.poll(() => host.host.journal.tail().at(-1)?.text).toContain('output left left');
  expect(await isConnected('left')).toBe(true);
  expect(await problems()).toEqual([]);
});
it('its own fault is told while it is there; lost counts for more', async () => {
  const socket = await open('left');
  const fault = { code: 'shader-failed', message: 'a shader failed', path: 'clip:red' };
  socket.say(report(fault));
  await expect.poll(problems).toEqual([['shader-failed', 'clip:red']]);
  socket.raw.terminate();
  await expect.poll(problems).toEqual([['output-lost', 'output:left']]);
  (await open('left')).say(report(null));
  await expect.poll(problems).toEqual([]);
});
it('one that the rig does not have, or no longer has, is missed by nobody', async () => {
  (await open('nowhere')).raw.terminate();
  (await open('right')).raw.terminate();
  await expect.poll(problems).toEqual([['output-lost', 'output:right']]);
  const edit = { document: 'rig', label: 'without right', remove: ['output:right'] };
  const order = Object.entries(host.host.hub.get('rig').document.order).map(([id, list]) => [
    id,
    list.filter((each) => each !== 'output:right'),
  ]);
  const reply = await host.verb('document/edit', { ...edit, order: Object.fromEntries(order) });
  expect(reply.body).toMatchObject({ ok: true });
  expect(await problems()).toEqual([]);
});
it('pages that leave because the host ends are not lost', async () => {
  const other = await startTestHost();
  const socket = await other.socket();
  await socket.hello({ role: 'viewer', page: { kind: 'output', id: 'left' } });
  const told: string[] = [];
  other.host.health.onChange((owner) => told.push(owner));
  const folder = join(other.station, 'journal');
  await other.close();
  const lines = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(lines.join('')).toContain('output left left');
  expect(lines.join('')).not.toContain('is lost');
  expect(told).toEqual([]);
  await other.stop();
});
