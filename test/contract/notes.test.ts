import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HostMessage } from '../../core/control/link.ts';
import { startTestHost } from './support/host.ts';
import { bearer, pairDevice, startOnLan } from './support/lan.ts';

type Reply = Extract<HostMessage, { t: 'reply' }>;
/** Notes of a run: by anybody, with the place in the show, on the disk before they are answered. */
let station: string;
beforeEach(() => {
  station = mkdtempSync(join(tmpdir(), 'frise-notes-'));
});
afterEach(() => rmSync(station, { recursive: true, force: true }));

it('keeps a note with cue and position over a kill, and gives them out as a table', async () => {
  const host = await startTestHost({ station });
  await host.verb('go');
  await host.verb('pause');
  await host.verb('seek', { position: 2.5 });
  const added = await host.verb('note/add', { text: '  the window is late ' });
  expect(added.body).toMatchObject({
    value: { note: { text: 'the window is late', author: 'console', cue: '1', position: 2.5 } },
  });
  // As it is on the disk while the host still runs: a kill loses nothing that was answered.
  expect(readFileSync(join(station, 'notes.json'), 'utf8')).toContain('the window is late');
  await host.stop();
  const again = await startTestHost({ station });
  expect(again.host.hub.get('notes').map(({ text }) => text)).toEqual(['the window is late']);
  const { csv } = ((await again.verb('note/list')).body as { value: { csv: string } }).value;
  expect(csv).toContain(',1,2.50,the window is late');
  await again.stop();
});

it('a viewer writes, and takes back its own alone', async () => {
  const lan = await startOnLan({ station });
  const [ada, bob] = [await pairDevice(lan, 'viewer', 'Ada'), await pairDevice(lan, 'viewer', 'Bob')];
  const operator = await pairDevice(lan, 'operator', 'Régie');
  const stranger = lan.stranger();
  await stranger.verb('note/add', { text: 'from Ada' }, bearer(ada.token));
  const [note] = lan.host.host.hub.get('notes');
  expect(note?.author).toBe('Ada');
  const remove = (token: string) => stranger.verb('note/remove', { id: note?.id ?? '' }, bearer(token));
  expect((await remove(bob.token)).body.code).toBe('note-not-yours');
  expect((await stranger.verb('note/add', { text: 'x' })).status).toBe(401);
  expect((await stranger.verb('go', {}, bearer(ada.token))).status).toBe(403);
  expect((await remove(ada.token)).status).toBe(200);
  expect((await remove(operator.token)).body.code).toBe('unknown-note');
  await stranger.verb('note/add', { text: 'again' }, bearer(ada.token));
  const [second] = lan.host.host.hub.get('notes');
  const byOther = await stranger.verb('note/remove', { id: second?.id ?? '' }, bearer(operator.token));
  expect(byOther.status).toBe(200);
  await lan.host.stop();
});

it('a viewer that writes and writes leaves room for others', async () => {
  const lan = await startOnLan({ station });
  const { token } = await pairDevice(lan, 'viewer', 'Ada');
  const link = await lan.stranger().link();
  await link.hello({ role: 'viewer', token });
  const text = 'é'.repeat(2000);
  for (let n = 0; n < 300; n += 1) link.say({ t: 'verb', id: `n${n}`, verb: 'note/add', args: { text } });
  const last = await link.until((m): m is Reply => m.t === 'reply' && m.id === 'n299');
  expect(last.reply).toMatchObject({ ok: false, code: 'rate-limited' });
  expect(lan.host.host.hub.get('notes').length).toBeLessThan(30);
  await lan.host.verb('note/add', { text: 'mine' });
  expect(lan.host.host.hub.get('notes').at(-1)?.text).toBe('mine');
  await lan.host.stop();
});

it('holds no more than every page can be sent', async () => {
  const note = { at: '2026-11-26T21:00:00.000Z', author: 'Ada', cue: null, position: null };
  const text = 'é'.repeat(2000);
  const notes = Array.from({ length: 200 }, (_, n) => ({ ...note, id: `n${n}`, text }));
  writeFileSync(join(station, 'notes.json'), JSON.stringify({ format: 'frise-notes', schema: 1, notes }));
  const host = await startTestHost({ station });
  expect((await host.verb('note/add', { text: 'one more' })).body).toMatchObject({ code: 'notes-full' });
  expect((await host.verb('note/remove', { id: 'n0' })).status).toBe(200);
  expect((await host.verb('note/add', { text: 'one more' })).status).toBe(200);
  await host.stop();
});

it.each([{ text: '' }, { text: '   ' }, { text: 'x'.repeat(2001) }, { text: 3 }, {}])(
  'refuses %j',
  async (args) => {
    const host = await startTestHost({ station });
    expect((await host.verb('note/add', args)).status).toBe(400);
    await host.stop();
  },
);

it('sets a file aside that it can’t understand', async () => {
  writeFileSync(join(station, 'notes.json'), '{"half');
  const host = await startTestHost({ station });
  expect(host.host.hub.get('notes')).toEqual([]);
  expect(readFileSync(join(station, 'notes.json.broken'), 'utf8')).toBe('{"half');
  await host.stop();
});
