import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostMessage } from '../../core/control/link.ts';
import { startTestHost, type TestHost } from './support/host.ts';

/** Programme and draft as designers, operators and outputs meet them (docs/draft.md). */
let host: TestHost;
let station: string;
const owner = () => ({ authorization: `Bearer ${host.ready.owner}` });
beforeEach(async () => {
  station = mkdtempSync(join(tmpdir(), 'frise-draft-'));
  host = await startTestHost({ station });
});
afterEach(async () => {
  await host.stop();
  rmSync(station, { recursive: true, force: true });
});

const topic = <K extends 'show' | 'draft' | 'draftShow' | 'fading' | 'plans'>(name: K) =>
  host.host.hub.get(name);
const clip = (name = 'red', of: 'show' | 'draftShow' = 'show'): Record<string, unknown> =>
  Object(topic(of)?.document.records[`clip:${name}`]);
const edit = (fields: object, name = 'red', document = 'draft') => {
  const before = document === 'draft' && topic('draftShow') !== null ? clip(name, 'draftShow') : clip(name);
  return host.verb('document/edit', {
    document,
    label: `${name}`,
    put: { [`clip:${name}`]: { ...before, ...fields } },
  });
};
const blue = { parameters: { colour: '#0000ff' } };
const verb = async (name: string, args: unknown = {}) => (await host.verb(name, args)).body;
const play = () => host.verb('go');
const take = (fade = 0, more = {}) => verb('draft/take', { fade, ...more });
const over = async () => {
  await expect.poll(() => topic('draft').isTaking, { timeout: 10_000 }).toBe(false);
};

describe('a design edit', () => {
  it('goes straight to the show while nothing plays', async () => {
    expect((await edit(blue)).body).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(clip()).toMatchObject(blue);
    expect(topic('draft')).toEqual({ blind: null, open: null, isTaking: false });
  });
  it('changes nothing of the programme while it plays, and is listed with who did it', async () => {
    await play();
    const before = clip();
    expect((await edit(blue)).status).toBe(200);
    await edit({ name: 'Later' }, 'green');
    expect(clip()).toEqual(before);
    expect(clip('red', 'draftShow')).toMatchObject(blue);
    expect(topic('draft')).toMatchObject({
      blind: 'changes',
      open: {
        count: 2,
        people: ['http:127.0.0.1'],
        changes: [
          { id: 'clip:green', what: 'changed', fields: ['name'] },
          { id: 'clip:red', what: 'changed', fields: ['parameters.colour'], by: 'http:127.0.0.1' },
        ],
      },
    });
    expect(await verb('draft/changes')).toMatchObject({ value: { changes: [{}, {}], conflicts: [] } });
  });
  it('waits in the draft as long as there are changes, also when all has stopped', async () => {
    await play();
    await edit(blue);
    await verb('stop');
    await edit({ name: 'Later' }, 'green');
    expect(topic('draft').open?.count).toBe(2);
    expect(clip('green')).toMatchObject({ name: 'Green' });
  });
  it('is undone where it went, and an empty draft is none once nothing plays', async () => {
    await play();
    await edit(blue);
    expect(await verb('document/undo', { document: 'draft' })).toMatchObject({
      ok: true,
      value: { label: 'red' },
    });
    expect(topic('draft')).toMatchObject({ blind: 'playing', open: { count: 0 } });
    expect(await verb('document/redo', { document: 'draft' })).toMatchObject({ ok: true });
    expect(topic('draft').open?.count).toBe(1);
    await verb('document/undo', { document: 'draft' });
    await verb('stop');
    await edit(blue, 'green');
    expect(clip('green')).toMatchObject(blue);
    expect(topic('draft').open).toBeNull();
  });
  it('that went live before is taken back blind while the show plays', async () => {
    await edit(blue);
    await play();
    await verb('document/undo', { document: 'draft' });
    expect(clip()).toMatchObject(blue);
    expect(clip('red', 'draftShow')).toMatchObject({ parameters: { colour: '#ff0000' } });
  });
  it('goes where the station says', async () => {
    const set = (edits: string) =>
      host.verb(
        'document/edit',
        { document: 'station', label: 'x', put: { 'draft:main': { edits, fade: 1 } } },
        owner(),
      );
    expect((await set('always')).status).toBe(200);
    await edit(blue);
    expect(topic('draft')).toMatchObject({ blind: 'changes', open: { count: 1 } });
    await verb('draft/discard');
    await set('live');
    await play();
    await edit(blue);
    expect(clip()).toMatchObject(blue);
    await verb('draft/open');
    await edit(blue, 'green');
    expect(clip('green')).not.toMatchObject(blue);
  });
  it('and a take are refused while the show is locked', async () => {
    await play();
    await edit(blue);
    await verb('lock/show', { on: true });
    expect((await edit(blue, 'green')).body).toMatchObject({ code: 'show-locked' });
    expect(await verb('draft/discard')).toMatchObject({ code: 'show-locked' });
    expect(await take()).toMatchObject({ ok: false, code: 'show-locked' });
    await verb('lock/show', { on: false });
    expect(await take()).toMatchObject({ ok: true, value: { changes: 1 } });
    expect(clip()).toMatchObject(blue);
  });
});

describe('a take', () => {
  it('is what the operator saw, refused when there is nothing or another draft', async () => {
    expect(await take()).toMatchObject({ code: 'draft-empty' });
    await play();
    await edit(blue);
    const seen = topic('draft').open?.revision;
    await edit({ name: 'Later' }, 'green');
    expect(await take(0, { revision: seen })).toMatchObject({ code: 'draft-moved' });
    await verb('freeze', { on: true });
    expect(await take()).toMatchObject({ code: 'draft-frozen' });
    await verb('freeze', { on: false });
    expect(await take(0, { revision: topic('draft').open?.revision })).toMatchObject({
      value: { changes: 2 },
    });
    expect(topic('draft').open).toBeNull();
    expect(
      readdirSync(join(host.station, 'shows', readdirSync(join(host.station, 'shows'))[0] ?? '', 'drafts')),
    ).toHaveLength(1);
  });
  it('loads first, then cross-fades in one step for every page', async () => {
    const socket = await host.socket();
    await socket.hello({ page: { kind: 'output', id: 'left' }, role: 'viewer' });
    await play();
    const old = topic('show');
    await edit(blue);
    expect(await take(0.4)).toMatchObject({ ok: true });
    const patches = socket.heard.flatMap((message: HostMessage) => (message.t === 'patch' ? [message] : []));
    const fading = patches.flatMap((patch) => (patch.topic === 'fading' ? [patch.value] : []));
    expect(fading[0]?.incoming?.document.records['clip:red']).toMatchObject(blue);
    expect(fading[1]).toMatchObject({ incoming: null, outgoing: { revision: old.revision } });
    const order = patches.map(({ topic: name }) => name);
    const switched = order.lastIndexOf('fading');
    expect(order.indexOf('show', switched)).toBeGreaterThan(switched);
    expect(order.indexOf('plans', switched)).toBeGreaterThan(order.indexOf('show', switched));
    const plan = topic('plans').at(-1);
    expect(plan?.id).toBe(fading[1]?.outgoing?.plan);
    expect(plan?.playbacks).toMatchObject([
      { id: 'main-1', role: 'ghost', outgoing: true },
      { id: 'main-2', role: 'main', outgoing: false, envelope: { from: 0, to: 1, duration: 0.4 } },
    ]);
    expect(patches.some(({ topic: name }) => name === 'draft' || name === 'draftShow')).toBe(false);
    await edit({ name: 'Next' }, 'green');
    expect(await take()).toMatchObject({ code: 'draft-fading' });
    await over();
    expect(topic('fading')).toEqual({ incoming: null, outgoing: null });
  });
  it('of a draft without the current cue goes on from the one before', async () => {
    await play();
    await verb('cue/go', { cue: '2' });
    await host.verb('document/edit', { document: 'draft', label: 'cut 2', remove: ['cue:two'] });
    const before = host.host.status().playbacks[0]?.position ?? 0;
    expect(await take()).toMatchObject({ ok: true });
    const { cues, playbacks } = await host.status();
    expect(cues).toEqual({ current: '1', standby: '3' });
    expect(Math.abs((playbacks[0]?.position ?? 0) - before)).toBeLessThan(2);
  });
  it('is one step to undo in the programme', async () => {
    await play();
    await edit(blue);
    await edit({ name: 'Later' }, 'green');
    await take();
    expect(await verb('document/undo', { document: 'show' })).toMatchObject({
      value: { label: 'take the draft (2)' },
    });
    expect(clip()).not.toMatchObject(blue);
  });
});

describe('a fix in the programme', () => {
  beforeEach(async () => {
    await play();
    await edit(blue);
  });
  it('is in the draft as well, and a take loses nothing', async () => {
    await edit({ name: 'Fixed' }, 'red', 'show');
    await edit({ duration: 3 }, 'flash', 'show');
    await expect.poll(() => clip('red', 'draftShow')['name']).toBe('Fixed');
    await expect.poll(() => topic('draft').open).toMatchObject({ count: 1, conflicts: [] });
    await take();
    expect(clip()).toMatchObject({ name: 'Fixed', ...blue });
    expect(clip('flash')).toMatchObject({ duration: 3 });
  });
  it('that comes in the same moment as the take is in it', async () => {
    await verb('stop');
    const [fix, taking] = await Promise.all([edit({ name: 'Fixed' }, 'red', 'show'), take()]);
    expect([fix.status, taking]).toMatchObject([200, { ok: true }]);
    expect(clip()).toMatchObject({ name: 'Fixed', ...blue });
  });
  it('of what the draft has changed is a conflict, settled either way', async () => {
    await edit({ parameters: { colour: '#00ff00' } }, 'red', 'show');
    await expect
      .poll(() => topic('draft').open?.conflicts)
      .toEqual([{ id: 'clip:red', field: 'parameters.colour', name: 'Red' }]);
    expect(clip('red', 'draftShow')).toMatchObject(blue);
    await verb('draft/resolve', { id: 'clip:red', keep: 'programme' });
    expect(clip('red', 'draftShow')).toMatchObject({ parameters: { colour: '#00ff00' } });
    expect(topic('draft').open).toMatchObject({ count: 0, conflicts: [] });
    expect(await verb('draft/resolve', { id: 'clip:red', keep: 'draft' })).toMatchObject({
      code: 'draft-conflict-unknown',
    });
  });
});

describe('a host that ends', () => {
  it('keeps both, with who did what', async () => {
    await play();
    await edit(blue);
    await host.close();
    host = await startTestHost({ station });
    expect(clip()).not.toMatchObject(blue);
    expect(topic('draft').open).toMatchObject({ count: 1, people: ['http:127.0.0.1'] });
    expect(await take()).toMatchObject({ value: { changes: 1 } });
    expect(clip()).toMatchObject(blue);
  });
});
