import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTestHost, type TestHost } from './support/host.ts';

/** The show's steps, with pictures, and the way back to one (docs/working.md). */
let host: TestHost;
let station: string;
beforeEach(async () => {
  station = mkdtempSync(join(tmpdir(), 'frise-history-'));
  host = await startTestHost({ station });
  await vi.waitFor(() => {
    if (history().length === 0) throw new Error('the history has not begun');
  });
});
afterEach(async () => {
  await host.stop();
  rmSync(station, { recursive: true, force: true });
});
const history = () => host.host.hub.get('history');
const labels = () => history().map(({ label, kind }) => (kind === 'edit' ? label : kind));
const verb = async (name: string, args: unknown = {}) => (await host.verb(name, args)).body;
const name = (of: 'show' | 'draftShow' = 'show') =>
  Object(host.host.hub.get(of)?.document.records['clip:red'])['name'];
const rename = (to: string, gesture?: string) =>
  verb('document/edit', {
    document: 'draft',
    label: gesture ?? to,
    put: { 'clip:red': { ...Object(host.host.hub.get('show').document.records['clip:red']), name: to } },
    ...(gesture === undefined ? {} : { gesture }),
  });
const picture = 'data:image/jpeg;base64,AAAA';

it('lists what was done, a drag as one; goes back by one edit, which is undone like any', async () => {
  await rename('One');
  await rename('Two', 'drag');
  await rename('Three', 'drag');
  expect(labels()).toEqual(['opened', 'One', 'drag']);
  expect(history().at(-1)).toMatchObject({ author: 'http:127.0.0.1', where: 'programme', revision: 4 });
  expect(await verb('history/back', { id: history()[1]?.id })).toMatchObject({ ok: true });
  expect([name(), labels().at(-1)]).toEqual(['One', 'back to One']);
  await verb('document/undo', { document: 'draft' });
  expect(name()).toBe('Three');
  expect(history().at(-1)).toMatchObject({ kind: 'undo', label: 'back to One' });
  expect(await verb('history/back', { id: 'gone' })).toMatchObject({ code: 'history-unknown' });
});

it('while the show plays goes back in the draft; under show lock not at all', async () => {
  await rename('One');
  await verb('go');
  expect(await verb('history/back', { id: history()[0]?.id })).toMatchObject({ ok: true });
  expect([name(), name('draftShow')]).toEqual(['One', 'Red']);
  expect(history().at(-1)).toMatchObject({ where: 'draft', label: 'back to opened' });
  await verb('lock/show', { on: true });
  expect(await verb('history/back', { id: history()[1]?.id })).toMatchObject({ code: 'show-locked' });
  await verb('lock/show', { on: false });
});

it('keeps the first picture of a step, and shows it to who asks', async () => {
  await rename('One');
  const about = { where: 'programme', revision: 2 };
  expect(await verb('history/picture', { ...about, picture: 'data:text/html,x' })).toMatchObject({
    code: 'invalid-input',
  });
  await verb('history/picture', { ...about, picture });
  await verb('history/picture', { ...about, picture: `${picture}BBBB` });
  const [opened, one] = history();
  expect([opened?.hasPicture, one?.hasPicture]).toEqual([false, true]);
  expect(await verb('history/pictures', { ids: [opened?.id, one?.id] })).toEqual({
    ok: true,
    value: { pictures: { [one?.id ?? '']: picture } },
  });
});

it('has the autosaves of an earlier run, and goes back to one', async () => {
  await rename('One');
  await host.stop();
  host = await startTestHost({ station });
  await rename('Two');
  const saved = history().find(({ kind }) => kind === 'autosave');
  expect(saved).toMatchObject({ revision: 1, author: '' });
  expect(await verb('history/back', { id: saved?.id })).toMatchObject({ ok: true });
  expect(name()).toBe('Red');
});
