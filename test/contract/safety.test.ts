import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc } from '@fast-check/vitest';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { HostMessage } from '../../core/control/link.ts';
import type { Preflight } from '../../core/control/safety.topics.ts';
import { startTestHost, type TestHost } from './support/host.ts';

/** Locks, freeze, pre-flight and journal as pages and programs meet them. */
let host: TestHost;
let owner: Record<string, string>;
beforeAll(async () => {
  host = await startTestHost();
  owner = { authorization: `Bearer ${host.ready.owner}` };
});
afterAll(() => host.stop());
beforeEach(async () => {
  await host.verb('lock/show', { on: false });
  await host.verb('lock/rig', { on: false });
  await host.verb('freeze', { on: false });
});
type Topics = Extract<HostMessage, { t: 'welcome' }>['snapshot'];
const topics = async (): Promise<Topics> => (await (await host.socket()).hello()).snapshot;
const code = (answer: { body: unknown }): unknown =>
  typeof answer.body === 'object' && answer.body !== null && 'code' in answer.body ? answer.body.code : null;
const edit = (document: string, label: string) => ({ document, label, put: {}, remove: [] });

it('while the show is locked nobody edits it, the owner neither, and operating goes on', async () => {
  await host.verb('lock/show', { on: true });
  expect((await topics()).lock).toMatchObject({ on: true, by: 'http:127.0.0.1', rig: { on: false } });
  for (const document of ['show', 'station'])
    expect(code(await host.verb('document/edit', edit(document, 'x'), owner))).toBe('show-locked');
  expect((await host.verb('document/edit', edit('rig', 'nudge'), owner)).status).toBe(200);
  expect((await host.verb('go')).status).toBe(200);
  expect((await host.verb('reset')).status).toBe(200);
  expect((await topics()).lock.on).toBe(true);
  await host.verb('lock/rig', { on: true });
  expect(code(await host.verb('document/edit', edit('rig', 'nudge'), owner))).toBe('rig-locked');
});
it('the rig is not locked behind a drag that would be saved later', async () => {
  const socket = await host.socket();
  await socket.hello({ page: { kind: 'console', id: 'tablet' } });
  await socket.verb('line-up/hold', { output: 'left', person: 'Ada', take: true });
  await socket.verb('line-up/preview', { record: 'output:left', fields: { latencyMs: 3 } });
  expect(code(await host.verb('lock/rig', { on: true }))).toBe('rig-in-hand');
  await socket.verb('line-up/preview', { record: 'output:left', fields: null });
  expect((await host.verb('lock/rig', { on: true })).status).toBe(200);
  await host.verb('lock/rig', { on: false });
  await socket.verb('line-up/leave', { output: 'left' });
});
it('no sequence of verbs edits a locked show or a locked rig', async () => {
  const { show, rig, settings } = await topics();
  const changes = {
    show: { 'media:dot': { ...Object(show.document.records['media:dot']), title: 'another' } },
    rig: { 'output:left': { ...Object(rig.document.records['output:left']), latencyMs: 7 } },
    station: { 'station:main': { ...Object(settings.document.records['station:main']), name: 'another' } },
  };
  const verbs = fc.constantFrom(
    ...(['show', 'rig', 'station'] as const).flatMap((document) => [
      { name: 'document/edit', args: { document, label: 'x', put: changes[document], remove: [] } },
      { name: 'document/undo', args: { document } },
      { name: 'document/redo', args: { document } },
    ]),
    { name: 'rig/restore', args: { id: 'none' } },
    { name: 'go', args: {} },
    { name: 'reset', args: {} },
    { name: 'line-up/hold', args: { output: 'left', person: 'Ada', take: true } },
    { name: 'line-up/preview', args: { record: 'output:left', fields: { latencyMs: 5 } } },
    { name: 'line-up/leave', args: { output: 'left' } },
    { name: 'freeze', args: { on: true } },
  );
  const revisions = async () => {
    const now = await topics();
    return [now.show.revision, now.rig.revision, now.settings.revision];
  };
  await host.verb('lock/show', { on: true });
  await host.verb('lock/rig', { on: true });
  const before = await revisions();
  await fc.assert(
    fc.asyncProperty(fc.array(verbs, { maxLength: 6 }), async (sequence) => {
      for (const { name, args } of sequence) await host.verb(name, args, owner);
      expect(await revisions()).toEqual(before);
    }),
    { numRuns: 15 },
  );
});
it('freeze keeps the plan of that instant; GO and reset do not thaw it', async () => {
  // What the random verbs above froze may still be told.
  await host.verb('freeze', { on: false });
  await expect.poll(async () => (await topics()).lineUp.frozenAt).toBe(null);
  await host.verb('go');
  expect((await host.verb('freeze', { on: true })).status).toBe(200);
  await expect.poll(async () => (await topics()).lineUp.frozenAt).not.toBe(null);
  const frozen = (await topics()).lineUp;
  await host.verb('go');
  await host.verb('reset');
  const still = (await topics()).lineUp;
  expect([still.frozenAt, still.frozen]).toEqual([frozen.frozenAt, frozen.frozen]);
  await host.verb('freeze', { on: false });
  await expect.poll(async () => (await topics()).lineUp.frozenAt).toBe(null);
});
it('locks are kept in the session, for a host that is killed; one that ends on purpose starts unlocked', async () => {
  const station = mkdtempSync(join(tmpdir(), 'frise-locks-'));
  const first = await startTestHost({ station });
  await first.verb('lock/show', { on: true });
  await first.verb('lock/rig', { on: true });
  const kept = ['a', 'b']
    .map((slot) => join(station, 'session', `session.${slot}.json`))
    .filter((path) => existsSync(path));
  expect(kept.some((path) => /"locks":\{"on":true.*"rig":\{"on":true/.test(readFileSync(path, 'utf8')))).toBe(
    true,
  );
  await first.stop();
  // Ended on purpose: the next night begins unlocked.
  const second = await startTestHost({ station });
  const { snapshot } = await (await second.socket()).hello();
  expect(snapshot.lock.on).toBe(false);
  await second.stop();
  rmSync(station, { recursive: true, force: true });
});

const settled = async (seconds = 20): Promise<Preflight> => {
  const socket = await host.socket();
  await socket.hello();
  const isDone = (value: Preflight | null): value is Preflight => value !== null && value.endedAt !== null;
  const now = (await topics()).preflight;
  if (isDone(now)) return now;
  const message = await socket.until(
    (each): each is Extract<HostMessage, { t: 'patch'; topic: 'preflight' }> =>
      each.t === 'patch' && each.topic === 'preflight' && isDone(each.value),
    seconds,
  );
  if (!isDone(message.value)) throw new Error('not done');
  return message.value;
};
const stateOf = (preflight: Preflight, id: string) => preflight.lines.find((line) => line.id === id)?.state;

it('a pre-flight runs by HTTP, watches an output, and is exported', async () => {
  const put = { 'preflight:main': { frameSeconds: 1, desk: 'osc' } };
  const label = 'quick';
  await host.verb('document/edit', { document: 'station', label, put, remove: [] }, owner);
  const page = await host.socket();
  await page.hello({ role: 'viewer', page: { kind: 'output', id: 'left' } });
  const drawn = { width: 640, height: 360, scale: 1, renderer: 'SwiftShader', maxTexture: 8192, hdr: false };
  const report = (late: number) =>
    page.say({
      t: 'report',
      report: {
        kind: 'output',
        output: null,
        fps: 60,
        late,
        frame: 1,
        error: null,
        thumbnail: null,
        page: drawn,
      },
    });
  report(3);
  page.raw.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as HostMessage;
    if (message.t !== 'patch' || message.topic !== 'preflightAsk' || message.value === null) return;
    const results = message.value.media.map(({ id }) => ({
      id,
      why: id === 'media:dot' ? '' : 'no decoder',
    }));
    page.say({ t: 'report', report: { kind: 'media', ask: message.value.id, results } });
  });
  expect((await host.verb('preflight/run')).status).toBe(200);
  expect((await host.verb('preflight/run')).status).toBe(200);
  expect(code(await host.verb('preflight/run', { only: ['disk'] }))).toBe('preflight-running');
  const done = await settled();
  expect(done.isCancelled).toBe(false);
  expect(done.lines.some(({ state }) => state === 'running')).toBe(false);
  expect(stateOf(done, 'files')).toBe('pass');
  expect(stateOf(done, 'decode')).toBe('pass');
  expect(stateOf(done, 'output:left')).toBe('pass');
  expect(stateOf(done, 'output:right')).toBe('fail');
  expect(stateOf(done, 'drawing:left')).toBe('fail');
  expect(stateOf(done, 'desk')).toBe('fail');
  expect(stateOf(done, 'timecode')).toBe('unset');
  expect(stateOf(done, 'projectors')).toBe('unset');
  const file = await host.verb('preflight/export', { format: 'csv', lang: 'fr' });
  expect(JSON.stringify(file.body)).toContain('Pupitre jamais entendu');
  // One line again: the others stay as they are, and nothing is watched for it.
  await host.verb('freeze', { on: true });
  await host.verb('preflight/run', { only: ['wall'] });
  const again = await settled();
  expect(stateOf(again, 'wall')).toBe('fail');
  expect(again.lines.filter(({ id }) => id !== 'wall')).toEqual(done.lines.filter(({ id }) => id !== 'wall'));
});
it('a pre-flight can be broken off', async () => {
  await host.verb('preflight/run', { only: ['output:left'] });
  expect((await host.verb('preflight/cancel')).status).toBe(200);
  expect((await settled()).isCancelled).toBe(true);
  expect(code(await host.verb('preflight/cancel'))).toBe('preflight-not-running');
});

it('the journal says who asked, what came of it and how late, by show, and as a table', async () => {
  await host.verb('reset');
  await host.verb('go');
  await host.verb('go');
  await host.verb('reset');
  const shows = await host.verb('journal/shows');
  const [open, last] = (shows.body as { value: { shows: { id: string; cues: number; worstMs: number }[] } })
    .value.shows;
  expect(open).toMatchObject({ id: 'now', cues: 0 });
  expect(last?.cues).toBeGreaterThan(0);
  expect(last?.worstMs).toBeGreaterThanOrEqual(0);
  const lines = JSON.stringify((await host.verb('journal/read', { show: last?.id, kind: 'cues' })).body);
  expect(lines).toMatch(/go from http:127\.0\.0\.1: cue 1/);
  expect(lines).toMatch(/"kind":"cue","text":"cue 1 by go","data":\{"at":[\d.]+,"lateMs":\d/);
  const refused = JSON.stringify((await host.verb('journal/read', { show: last?.id, kind: 'refused' })).body);
  expect(refused).toMatch(/refused:guard/);
  const table = await host.send('GET', `/api/journal.csv?show=${last?.id}`);
  expect([table.status, table.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(table.text).toMatch(/^\u{FEFF}seq,at,clock,kind,text,lateMs,data\r\n/u);
  expect(table.text).toContain('"{""at""');
  expect((await host.send('GET', '/api/journal.csv?show=../../x')).status).toBe(404);
  const foreign = { origin: 'http://evil.example' };
  expect((await host.send('GET', '/api/journal.csv', foreign)).status).toBe(403);
});
