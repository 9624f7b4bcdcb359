import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { analysisReports, ANALYSIS_PART } from '../../core/control/analysis.report.ts';
import type { Topics } from '../../core/control/link.ts';
import { analyse, type Analysis } from '../../core/sound/analysis/analysis.ts';
import { startTestHost, tinyShow, type TestHost } from './support/host.ts';

/** Sounds are measured as they come in: asked of a sound page, kept beside the file, served to whoever follows. */
let host: TestHost | null = null;
const folders: string[] = [];
afterEach(async () => {
  await host?.stop();
  host = null;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const folder = (name: string): string => {
  const made = mkdtempSync(join(tmpdir(), `frise-${name}-`));
  folders.push(made);
  return made;
};
const showWith = (files: Record<string, string>): string => {
  const show = folder('analyses');
  cpSync(tinyShow, show, { recursive: true });
  const file = join(show, 'show.json');
  const document = JSON.parse(readFileSync(file, 'utf8'));
  for (const [name, data] of Object.entries(files)) {
    document.records[`media:${name}`] = { path: `media/${name}.wav`, kind: 'sound' };
    writeFileSync(join(show, `media/${name}.wav`), data);
  }
  writeFileSync(file, JSON.stringify(document));
  return show;
};
const start = async (show: string, station?: string) => {
  const started = await startTestHost(station === undefined ? { show } : { show, station });
  host = started;
  const watcher = await started.socket();
  const { snapshot } = await watcher.hello();
  const topics = <K extends keyof Topics>(topic: K): Topics[K] => {
    const patches = watcher.heard.flatMap((each) => (each.t === 'patch' && each.topic === topic ? [each.value as Topics[K]] : [])); // prettier-ignore
    return patches.at(-1) ?? snapshot[topic];
  };
  const states = () =>
    Object.fromEntries(Object.entries(topics('analyses')).map(([id, { state }]) => [id, state]));
  return { started, topics, states };
};
const audioPage = async () => {
  const page = await host?.socket();
  if (!page) throw new Error('no host');
  await page.hello({ page: { kind: 'audio', id: 'audio' } });
  return page;
};
const measured = (hash: string): Analysis =>
  analyse([Float32Array.from({ length: 24_000 }, (_, n) => 0.5 * Math.sin(n / 7))], 48_000, hash);

it('asks a sound page for one file at a time, keeps what it says, and serves it', async () => {
  const station = folder('station');
  const show = showWith({ hum: 'one', tick: 'two' });
  const { started, topics, states } = await start(show, station);
  await expect.poll(states).toEqual({ 'media:hum': 'waiting', 'media:tick': 'waiting' });
  expect(topics('analysisAsk')).toBe(null);
  expect((await started.send('GET', '/analysis/hum')).status).toBe(404);
  const page = await audioPage();
  await expect.poll(() => topics('analysisAsk')?.media).toBe('media:hum');
  expect(states()).toEqual({ 'media:hum': 'measuring', 'media:tick': 'waiting' });

  const ask = topics('analysisAsk');
  const whole = measured(ask?.hash ?? '');
  // Long enough for several parts, which may come in any order.
  const text = JSON.stringify({ ...whole, waveform: [{ rate: 2, least: 'A'.repeat(ANALYSIS_PART + 4), most: 'AAAA' }] }); // prettier-ignore
  const reports = analysisReports(ask?.id ?? '', { text });
  expect(reports.length).toBe(2);
  for (const report of reports.toReversed()) page.say({ t: 'report', report });
  await expect.poll(() => topics('analysisAsk')?.media).toBe('media:tick');
  expect(topics('analyses')['media:hum']).toMatchObject({ state: 'ready', duration: 0.5, hash: ask?.hash });
  const { status, body } = await started.send('GET', '/analysis/hum');
  expect([status, (body as Analysis).hash]).toEqual([200, ask?.hash]);
  // The given folder is never written; the station's copy is.
  expect(existsSync(join(show, 'media/hum.wav.analysis.json'))).toBe(false);

  page.say({ t: 'report', report: analysisReports(topics('analysisAsk')?.id ?? '', { why: 'no codec' })[0] });
  await expect.poll(states).toEqual({ 'media:hum': 'ready', 'media:tick': 'failed' });
  expect(topics('analyses')['media:tick']?.why).toBe('no codec');
  await started.stop();

  const again = await start(show, station);
  await expect.poll(again.states).toEqual({ 'media:hum': 'ready', 'media:tick': 'waiting' });
});
it('takes an analysis that lies beside the file, and not one of another file', async () => {
  const show = showWith({ hum: 'one', tick: 'two' });
  const one = '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed';
  mkdirSync(join(show, 'media'), { recursive: true });
  writeFileSync(join(show, 'media/hum.wav.analysis.json'), JSON.stringify(measured(one)));
  writeFileSync(join(show, 'media/tick.wav.analysis.json'), JSON.stringify(measured(one)));
  const { started, states } = await start(show);
  await expect.poll(states).toEqual({ 'media:hum': 'ready', 'media:tick': 'waiting' });
  expect((await started.send('GET', '/analysis/hum')).status).toBe(200);
});
it('refuses what is no analysis of this file, and asks anew when the page has gone', async () => {
  const { topics, states } = await start(showWith({ hum: 'one' }));
  const page = await audioPage();
  await expect.poll(() => topics('analysisAsk')).not.toBe(null);
  page.raw.terminate();
  await expect.poll(states).toEqual({ 'media:hum': 'waiting' });
  const next = await audioPage();
  await expect.poll(() => topics('analysisAsk')).not.toBe(null);
  const id = topics('analysisAsk')?.id ?? '';
  for (const report of analysisReports('another', { why: 'mine' })) next.say({ t: 'report', report });
  for (const report of analysisReports(id, { text: JSON.stringify(measured('ab')) })) next.say({ t: 'report', report }); // prettier-ignore
  await expect.poll(states).toEqual({ 'media:hum': 'failed' });
  expect(topics('analyses')['media:hum']?.why).toMatch(/no analysis of this file/);
});
it('is broken off when the show starts, and begun again when it stands', async () => {
  const { started, topics, states } = await start(showWith({ hum: 'one' }));
  await audioPage();
  await expect.poll(() => topics('analysisAsk')).not.toBe(null);
  const first = topics('analysisAsk')?.id;
  await started.verb('go');
  await expect.poll(() => topics('analysisAsk'), { timeout: 5000 }).toBe(null);
  expect(states()).toEqual({ 'media:hum': 'waiting' });
  await started.verb('stop');
  await expect.poll(() => topics('analysisAsk'), { timeout: 5000 }).not.toBe(null);
  expect(topics('analysisAsk')?.id).not.toBe(first);
});
it('never begins while the show plays, and names a file that is not there', async () => {
  const show = showWith({ hum: 'one', gone: 'two' });
  rmSync(join(show, 'media/gone.wav'));
  const { started, topics, states } = await start(show);
  await started.verb('go');
  await expect.poll(async () => (await started.status()).playbacks[0]?.state).toBe('playing');
  await audioPage();
  await expect.poll(states).toEqual({ 'media:hum': 'waiting', 'media:gone': 'missing' });
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(topics('analysisAsk')).toBe(null);
  await started.verb('stop');
  await expect.poll(() => topics('analysisAsk')?.media, { timeout: 5000 }).toBe('media:hum');
});
