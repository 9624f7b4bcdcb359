import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { wallOf } from '../../core/time/zone.ts';
import { eventually, putStation } from './support/dmx.ts';
import { startTestHost, type TestHost } from './support/host.ts';

/** What happens by the wall clock, in a real host that looks at the machine's. */
const zone = 'Pacific/Chatham';
const hosts: TestHost[] = [];
const station = mkdtempSync(join(tmpdir(), 'frise-schedule-'));
const start = async () => {
  const host = await startTestHost({ station });
  hosts.push(host);
  return host;
};
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.stop();
  rmSync(station, { recursive: true, force: true });
});
/** "21:30:15" in the zone, so many seconds from now. */
const clockIn = (seconds: number) =>
  new Date(wallOf(zone, Date.now() + seconds * 1000)).toISOString().slice(11, 19);
const at = (seconds: number, more: Record<string, unknown> = {}) => ({
  time: clockIn(seconds),
  zone,
  verb: 'cue/go',
  args: { cue: '1' },
  ...more,
});
type Listed = { id: string; next: string[]; last: string | null; zone: string };
const listed = async (host: TestHost) =>
  ((await host.verb('schedule/list', { count: 2 })).body as { value: { schedules: Listed[] } }).value
    .schedules;
const cueOf = async (host: TestHost) => (await host.status()).cues.current;
const input = async (host: TestHost) => (await host.status()).inputs.find(({ id }) => id === 'schedule');

it('fires at its time, says when it comes again, and not twice after a restart', async () => {
  const host = await start();
  expect(await input(host)).toBe(undefined);
  expect((await putStation(host, { 'schedule:start': at(2) })).status).toBe(200);
  expect(await input(host)).toMatchObject({ kind: 'schedule', state: 'ready' });
  expect((await input(host))?.detail).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d Pacific\/Chatham → cue\/go$/);
  expect(await cueOf(host)).toBe(null);
  const [before] = await listed(host);
  const due = Date.parse(before?.next[0] ?? '');
  expect(Math.abs(due - Date.now())).toBeLessThan(3000);
  await eventually(async () => (await cueOf(host)) === '1', 'the cue');
  const [after] = await listed(host);
  expect(after).toMatchObject({
    id: 'start',
    zone,
    last: before?.next[0],
    next: [before?.next[1], expect.anything()],
  });
  const { body } = await host.verb('input/log', { id: 'schedule' });
  expect(body).toMatchObject({ value: { messages: [{ from: 'start', verdict: 'fired' }] } });
  await host.verb('reset');
  await host.close();
  const again = await start();
  await new Promise((done) => setTimeout(done, 400));
  expect(await cueOf(again)).toBe(null);
  expect((await listed(again))[0]?.last).toBe(before?.next[0]);
});

it('a host that starts late makes up for it within its time, an edit does not', async () => {
  const host = await start();
  await putStation(host, {
    'schedule:late': at(-20, { missedWithin: 60 }),
    'schedule:lost': at(-20, { missedWithin: 0, args: { cue: '2' } }),
  });
  await new Promise((done) => setTimeout(done, 600));
  expect(await cueOf(host)).toBe(null);
  await host.close();
  const again = await start();
  await eventually(async () => (await cueOf(again)) === '1', 'the cue');
  expect((await listed(again)).map(({ id, last }) => [id, last === null])).toEqual([
    ['late', false],
    ['lost', true],
  ]);
});

it('disarmed it is over; refused it is a problem until it is put right', async () => {
  const host = await start();
  await putStation(host, { 'schedule:one': at(1), 'schedule:two': at(1, { args: { cue: '99' } }) });
  const problems = async () => (await host.status()).health.problems;
  await eventually(
    async () => (await problems()).some(({ code }) => code === 'schedule-refused'),
    'the problem',
  );
  expect(await problems()).toMatchObject([{ path: 'schedule:two' }]);
  await host.verb('reset');
  await host.verb('input/arm', { id: 'schedule', armed: false });
  await putStation(host, { 'schedule:one': at(1), 'schedule:two': at(3600) });
  expect(await problems()).toEqual([]);
  const log = async () => JSON.stringify((await host.verb('input/log', { id: 'schedule' })).body);
  await eventually(async () => (await log()).includes('"disarmed"'), 'the firing');
  expect(await cueOf(host)).toBe(null);
  await putStation(host, {}, ['schedule:one', 'schedule:two']);
  expect(await input(host)).toBe(undefined);
});
