import { afterAll, beforeAll, expect, it } from 'vitest';
import { verbs, type VerbName } from '../../core/control/verbs.ts';
import { startTestHost, type TestHost } from './support/host.ts';

/** Every verb of the table, over both ways in: the same answer, in form and but for clock and counters in content. */
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.stop());

const examples: { [V in VerbName]: unknown } = {
  go: {},
  back: {},
  standby: { cue: '2' },
  'standby/next': {},
  version: {},
  'standby/previous': {},
  'cue/go': { cue: '10' },
  'cue/arm': { cue: '2', armed: true },
  'cue/skip': { cue: '2', skip: false },
  rehearse: { from: '1', to: '2' },
  'rehearse/end': {},
  pause: {},
  resume: {},
  stop: { fade: 0 },
  seek: { position: 3 },
  panic: { seconds: 0.1 },
  master: { level: 0.7 },
  blackout: { on: true },
  'timeline/start': { id: 'flash' },
  'timeline/stop': { id: 'flash' },
  'clip/set': { id: 'red', param: 'level', value: 0.5 },
  release: { clip: 'red' },
  reset: {},
  'export/start': { from: 0, width: 64, height: 16, format: 'png' },
  'export/remove': { id: 'none' },
  'disk/take': { id: 'show', version: 'none' },
  'disk/leave': { id: 'show', version: 'none' },
  'disk/undo': { id: 'show' },
  'history/picture': { where: 'draft', revision: 1, picture: 'data:image/jpeg;base64,AAAA' },
  'history/pictures': { ids: [] },
  'history/back': { id: 'none' },
  'presence/say': { name: 'Ada', page: 'run' },
  'input/arm': { id: 'osc', armed: true },
  'input/log': { id: 'osc' },
  'lock/show': { on: false },
  'lock/rig': { on: false },
  freeze: { on: false },
  'preflight/cancel': {},
  'preflight/run': { only: ['disk'] },
  'preflight/export': { format: 'csv', lang: 'fr' },
  'journal/shows': {},
  'journal/read': { show: 'none' },
  'osc/send': { to: 'none', address: '/cue/1/start' },
  'input/learn': { id: 'osc' },
  'document/edit': { document: 'show', label: 'nothing' },
  'document/undo': { document: 'show' },
  'document/redo': { document: 'show' },
  'sound/lease': { page: 'booth' },
  'sound/fade': { level: 0.5, seconds: 1 },
  'sound/stop': { fade: 1 },
  'sound/identify': { channel: 2 },
  'sound/device': { device: '' },
  'line-up/pattern': { outputs: ['left'], pattern: { name: 'grid', space: 'canvas' } },
  'line-up/freeze': { on: false },
  'line-up/identify': { seconds: 0 },
  'line-up/hold': { output: 'left', person: 'Ada', take: true },
  'line-up/leave': { output: 'left' },
  'line-up/mark': { output: 'left', mark: null },
  'line-up/preview': { record: 'output:left', fields: null },
  'rig/versions': {},
  'rig/version': { id: 'none' },
  'rig/mark': { label: 'before the rain' },
  'rig/restore': { id: 'none' },
  'projector/power': { id: 'left', on: false },
  'projector/shutter': { id: 'left', closed: true },
  'projector/input': { id: 'left', input: '31' },
  'projector/password': { id: 'left', password: null },
  'lan/set': { on: false },
  'pair/open': { role: 'technician' },
  'pair/close': {},
  'pair/revoke': { device: 'none' },
  'schedule/list': { count: 2 },
  'note/add': { text: 'the window is late' },
  'note/remove': { id: 'none' },
  'note/list': {},
  'releases/look': {},
  'media/begin': { name: 'dot.png', bytes: 100 },
  'media/finish': { upload: '0'.repeat(32) },
  'media/cancel': { upload: '0'.repeat(32) },
  'media/converter': {},
  'media/convert': { upload: '0'.repeat(32) },
  'media/converted': { upload: '0'.repeat(32) },
  'spare/take': {},
  'spare/follow': {},
  'draft/changes': {},
  'draft/take': { fade: 1 },
  'draft/discard': {},
  'draft/open': {},
  'draft/resolve': { id: 'clip:none', keep: 'draft' },
  'timecode/chase': { on: true },
  'timecode/trim': { ms: 20 },
  'timecode/measure': { take: false },
};
const volatile = new Set([
  'effectiveAt',
  'plan',
  'until',
  'revision',
  'pin',
  'upload',
  'version',
  'startedAt',
  'endedAt',
  'length',
  'lines',
  'id',
  'at',
]);
const steady = (reply: unknown): unknown =>
  JSON.parse(JSON.stringify(reply, (key, value: unknown) => (volatile.has(key) ? '…' : value)));

/** What is the owner's alone is asked with the owner's token. */
const askerOf = (name: VerbName) => {
  const roles: readonly string[] = verbs[name].roles;
  if (roles.some((role) => role !== 'owner')) return { headers: {}, hello: {} };
  const { owner } = host.ready;
  return { headers: { authorization: `Bearer ${owner}` }, hello: { role: 'owner', token: owner } };
};

it.each(Object.keys(examples) as VerbName[])('%s', async (name) => {
  const { headers, hello } = askerOf(name);
  const socket = await host.socket();
  await socket.hello(hello);
  await host.verb('reset');
  const byHttp = await host.verb(name, examples[name], headers);
  await host.verb('reset');
  const byLink = await socket.verb(name, examples[name]);
  expect(steady(byHttp.body)).toEqual(steady(byLink));
  expect(byHttp.status).toBeLessThan(500);
  const isInShape = !byLink.ok || verbs[name].out.safeParse(byLink.value).success;
  expect(isInShape).toBe(true);
  const wrong = { ...Object(examples[name]), surplus: 1 };
  expect((await host.verb(name, wrong, headers)).status).toBe(400);
  expect(await socket.verb(name, wrong)).toMatchObject({ ok: false, code: 'invalid-input' });
});
