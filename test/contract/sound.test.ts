import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startTestHost, tinyShow, type TestHost } from './support/host.ts';

/** Sound as a client meets it: alone, and as a way in. */
let host: TestHost | null = null;
const folders: string[] = [];
afterEach(async () => {
  await host?.stop();
  host = null;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const trigger = (address: string, verb: string, args: object, more: object = {}) => ({
  input: 'sound',
  address,
  verb,
  args,
  ...more,
});
const soundShow = () => {
  const folder = mkdtempSync(join(tmpdir(), 'frise-sound-'));
  folders.push(folder);
  cpSync(tinyShow, folder, { recursive: true });
  const file = join(folder, 'show.json');
  const show = JSON.parse(readFileSync(file, 'utf8'));
  Object.assign(show.records, {
    'trigger:beat': trigger('/onset', 'cue/go', { cue: '10' }),
    'trigger:ride': trigger(
      '/level',
      'clip/set',
      { id: 'red', param: 'opacity', value: '$1' },
      { scale: { from: [0, 1], to: [0.2, 1] } },
    ),
  });
  writeFileSync(file, JSON.stringify(show));
  return folder;
};
const listening = async () => {
  const started = await startTestHost({ show: soundShow() });
  host = started;
  const put = { 'sound-input:main': { on: true } };
  const edit = { document: 'station', label: 'listen', put };
  const headers = { authorization: `Bearer ${started.ready.owner}` };
  expect((await started.verb('document/edit', edit, headers)).status).toBe(200);
  const page = await started.socket();
  await page.hello({ page: { kind: 'audio', id: 'audio' } });
  const tell = (part: object) =>
    page.say({
      t: 'report',
      report: {
        kind: 'sound-input',
        state: 'listening',
        device: 'Desk',
        level: 0,
        bands: [0, 0, 0],
        onset: null,
        problem: null,
        ...part,
      },
    });
  const watcher = await started.socket();
  await watcher.hello();
  const levels = () =>
    watcher.heard.flatMap((each) =>
      each.t === 'patch' && each.topic === 'soundInput' ? [each.value.level] : [],
    );
  return { started, tell, watcher, levels };
};
const inputOf = async (started: TestHost) => (await started.status()).inputs.find(({ id }) => id === 'sound');

it('fires triggers by onsets, rides parameters by level, and shows a meter', async () => {
  const { started, tell, watcher } = await listening();
  tell({ level: 0.5, bands: [0.4, 0.2, 0.1] });
  const live = await watcher.until(
    (each): each is Extract<typeof each, { topic: 'live' }> =>
      each.t === 'patch' && each.topic === 'live' && each.value.length > 0,
  );
  expect(live.value[0]).toMatchObject({ clip: 'clip:red', param: 'opacity', value: expect.closeTo(0.6, 9) });
  tell({ onset: { at: 1, level: 0.7 } });
  await expect.poll(async () => (await started.status()).master.level).toBe(0.5);
  expect(await inputOf(started)).toMatchObject({
    kind: 'sound',
    state: 'ready',
    detail: 'Desk',
    armed: true,
  });
  const log = await started.verb('input/log', { id: 'sound' });
  const texts = (log.body as { value: { messages: { text: string; verdict: string }[] } }).value.messages;
  expect(texts.at(-1)).toMatchObject({ text: '/onset 1 (0.70)', verdict: 'trigger: trigger:beat → cue/go' });
});

it('keeps one level a second in its log, and every onset', async () => {
  const { started, tell } = await listening();
  for (let turn = 0; turn < 20; turn += 1) tell({ level: 0.5 });
  for (let turn = 0; turn < 3; turn += 1) tell({ onset: { at: turn, level: 1 } });
  const texts = async () => {
    const { body } = await started.verb('input/log', { id: 'sound' });
    return (body as { value: { messages: { text: string }[] } }).value.messages.map(({ text }) => text);
  };
  await expect.poll(async () => (await texts()).filter((text) => text.startsWith('/onset')).length).toBe(3);
  expect((await texts()).filter((text) => text.startsWith('/level')).length).toBe(1);
});

it('fades the last level and warns when the cable is out, and goes on when it is back', async () => {
  const { started, tell, levels } = await listening();
  tell({ level: 0.8, bands: [0.8, 0, 0] });
  await expect.poll(() => levels().at(-1)).toBe(0.8);
  tell({ state: 'silent', level: 0.8, bands: [0.8, 0, 0] });
  await expect.poll(async () => (await started.status()).health.problems.map(({ code }) => code)).toContain('sound-input-silent'); // prettier-ignore
  await expect.poll(() => levels().at(-1), { timeout: 6000 }).toBe(0);
  const fading = levels().filter((level) => level < 0.8 && level > 0);
  expect(fading.length).toBeGreaterThan(5);
  expect(fading).toEqual(fading.toSorted((a, b) => b - a));
  tell({ level: 0.3 });
  await expect.poll(() => levels().at(-1)).toBe(0.3);
  expect((await started.status()).health.ok).toBe(true);
});

it('takes a page that says nothing any more for a lost one', async () => {
  const { started, tell } = await listening();
  tell({ level: 0.8 });
  await expect.poll(async () => (await started.status()).health.problems.map(({ code }) => code), { timeout: 6000 }).toContain('sound-input-lost'); // prettier-ignore
});

it('does nothing while it is disarmed, and is no input while it is off', async () => {
  const { started, tell } = await listening();
  await started.verb('input/arm', { id: 'sound', armed: false });
  tell({ level: 0.5 });
  tell({ onset: { at: 1, level: 1 } });
  await expect.poll(async () => (await inputOf(started))?.lastMessageAt).not.toBeNull();
  expect((await started.status()).master.level).toBe(1);
  const headers = { authorization: `Bearer ${started.ready.owner}` };
  const put = { 'sound-input:main': { on: false } };
  await started.verb('document/edit', { document: 'station', label: 'off', put }, headers);
  expect(await inputOf(started)).toBeUndefined();
});

it('fades and stops sound alone, and remembers the device', async () => {
  host = await startTestHost();
  const socket = await host.socket();
  await socket.hello();
  await host.verb('go');
  await host.verb('sound/fade', { level: 0.25, seconds: 1 });
  const faded = await host.verb('sound/stop', { fade: 0.5 });
  expect(faded.status).toBe(200);
  const plans = socket.heard.flatMap((each) =>
    each.t === 'patch' && each.topic === 'plans' ? [each.value] : [],
  );
  expect(plans.at(-1)?.at(-1)?.sound).toMatchObject({
    level: { to: 0.25, duration: 1 },
    hushed: { level: { to: 0, duration: 0.5 }, playbacks: ['main-1'] },
  });
  await host.verb('sound/device', { device: 'Interface' });
  const { snapshot } = await (await host.socket()).hello();
  expect(snapshot.settings.document.records['sound:main']).toMatchObject({
    device: 'Interface',
    ceilingDb: -1,
  });
});
