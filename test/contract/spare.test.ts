import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Topics } from '../../core/control/link.ts';
import { startTestHost, tinyShow, type TestHost } from './support/host.ts';

/** Two hosts on one machine, the one follows the other (main/host/spare/spare.spec.md). */
const open = new Set<{ stop(): Promise<void> }>();
const folders = new Set<string>();
afterEach(async () => {
  for (const host of [...open].reverse()) await host.stop();
  open.clear();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
});
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'frise-spare-'));
  folders.add(path);
  return path;
};
const start = async (options: Parameters<typeof startTestHost>[0] = {}): Promise<TestHost> => {
  const host = await startTestHost(options);
  open.add(host);
  return host;
};
const follow = (url: string, token: string | null = null) => ({ url, token, pin: null });
const spareOf = (host: TestHost) => host.host.hub.get('spare');
const until = async (what: () => boolean | undefined, seconds = 8): Promise<void> => {
  const end = performance.now() + seconds * 1000;
  while (what() !== true) {
    if (performance.now() > end) throw new Error(`not within ${seconds} s: ${what.toString()}`);
    await new Promise((done) => setTimeout(done, 20));
  }
};
const pair = async () => {
  const main = await start();
  const station = folder();
  const spare = await start({ follow: follow(main.ready.http), station });
  await until(() => spareOf(spare)?.state === 'following');
  return { main, spare, station };
};
const positionOf = ({ host }: TestHost) => host.status().playbacks[0]?.position ?? null;
const end = async (host: TestHost) => {
  open.delete(host);
  await host.stop();
};

it('mirrors plan, clock and documents, and is counted', async () => {
  const { main, spare } = await pair();
  expect(main.host.hub.get('followers').count).toBe(1);
  await main.verb('go');
  await until(() => spare.host.status().playbacks.length === 1);
  expect(spare.host.hub.get('plans').at(-1)?.id).toBe(main.host.hub.get('plans').at(-1)?.id);
  await until(() => Math.abs(spare.host.clock.now() - main.host.clock.now()) < 0.005);
  const label = 'rename';
  const show = main.host.hub.get('show').document.records['show:tiny'];
  const put = { 'show:tiny': { ...Object(show), seed: 99 } };
  const edited = await main.verb('document/edit', { document: 'show', label, put });
  expect(edited.status).toBe(200);
  await until(() => JSON.stringify(spare.host.hub.get('show').document).includes('"seed":99'));
  expect(spare.host.hub.get('show').document).toEqual(main.host.hub.get('show').document);
});

it('is muted: verbs, edits and the lead of the clock are refused; its own station is not', async () => {
  const { spare } = await pair();
  for (const [verb, args] of [
    ['go', {}],
    ['panic', {}],
    ['document/edit', { document: 'show', label: 'x' }],
    ['note/add', { text: 'x' }],
    ['projector/power', { id: 'left', on: true }],
    ['line-up/identify', {}],
    ['input/arm', { id: 'osc', armed: false }],
  ] as const)
    expect(await spare.verb(verb, args)).toMatchObject({
      status: 409,
      body: { code: 'following', path: verb },
    });
  expect((await spare.verb('sound/lease', { page: 'audio' })).body).toMatchObject({ value: { held: false } });
  const owner = { authorization: `Bearer ${spare.ready.owner}` };
  const station = await spare.verb('document/edit', { document: 'station', label: 'x' }, owner);
  expect(station.status).toBe(200);
  expect(spare.host.clock.setRate(1.0005, 'sound')).toBe(false);
});

it('goes on when the main host is lost, takes over by hand and plays on, also after a restart', async () => {
  const { main, spare, station } = await pair();
  await main.verb('go');
  await until(() => spare.host.status().playbacks[0]?.state === 'playing');
  await end(main);
  await until(() => spareOf(spare)?.state === 'lost');
  expect(spareOf(spare)).toMatchObject({ problem: { code: 'follow-lost' } });
  const before = positionOf(spare) ?? 0;
  await until(() => (positionOf(spare) ?? 0) > before);
  expect((await spare.verb('go')).status).toBe(409);
  const at = spare.host.clock.now();
  expect((await spare.verb('spare/take')).status).toBe(200);
  expect(spareOf(spare)?.state).toBe('main');
  expect(spare.host.clock.now() - at).toBeLessThan(2);
  expect(positionOf(spare)).toBeGreaterThan(before);
  expect((await spare.verb('pause')).status).toBe(200);
  await end(spare);
  const again = await start({ follow: follow(main.ready.http), station });
  expect(spareOf(again)?.state ?? 'main').toBe('main');
  expect((await again.verb('go')).status).toBe(200);
});

it('comes back by itself when the main host is there again', async () => {
  const kept = folder();
  const main = await start({ station: kept });
  const spare = await start({ follow: follow(main.ready.http) });
  await until(() => spareOf(spare)?.state === 'following');
  const { port } = new URL(main.ready.http);
  await end(main);
  await until(() => spareOf(spare)?.state === 'lost');
  const back = await start({ station: kept, port: Number(port) });
  await until(() => spareOf(spare)?.state === 'following');
  await back.verb('go');
  await until(() => spare.host.status().playbacks.length === 1);
  expect(spareOf(spare)?.lostSince).toBeNull();
});

it('names two main hosts, and follows again when it is told to', async () => {
  const { main, spare } = await pair();
  await main.verb('go');
  await until(() => spare.host.status().playbacks.length === 1);
  await spare.verb('spare/take');
  await spare.verb('reset');
  expect(spare.host.status().playbacks).toEqual([]);
  await until(() => spare.host.status().health.problems.some(({ code }) => code === 'spare-two-mains'));
  const owner = { authorization: `Bearer ${spare.ready.owner}` };
  expect((await spare.verb('spare/follow')).status).toBe(403);
  expect((await spare.verb('spare/follow', {}, owner)).status).toBe(200);
  await until(() => spare.host.status().playbacks.length === 1);
  expect(spareOf(spare)?.state).toBe('following');
  expect((await spare.verb('go')).status).toBe(409);
});

it('fetches media, goes on where it broke off, and keeps all of it over a restart without the main host', async () => {
  const show = join(folder(), 'show');
  cpSync(tinyShow, show, { recursive: true });
  const main = await start({ show });
  const station = folder();
  const spare = await start({ follow: follow(main.ready.http), station });
  await until(() => {
    const { total = 0, done = 0 } = spareOf(spare)?.media ?? {};
    return total > 0 && total === done;
  });
  const mirror = join(station, 'shows', readdirSync(join(station, 'shows'))[0] ?? '');
  const media = mediaOf(main.host.hub.get('show'));
  expect(media.length).toBeGreaterThan(0);
  for (const { path } of media)
    expect(readFileSync(join(mirror, path))).toEqual(readFileSync(join(show, path)));
  await end(spare);
  // A part of one, as a cut leaves it.
  const [first] = media;
  if (first === undefined) throw new Error('the tiny show has media');
  const whole = readFileSync(join(show, first.path));
  rmSync(join(mirror, first.path));
  writeFileSync(join(mirror, '.parts', first.name), whole.subarray(0, 100));
  const again = await start({ follow: follow(main.ready.http), station });
  await until(() => existsSync(join(mirror, first.path)));
  expect(readFileSync(join(mirror, first.path))).toEqual(whole);
  await end(again);
  await end(main);
  const alone = await start({ follow: follow(main.ready.http), station });
  expect(alone.host.hub.get('show').document).toEqual(main.host.hub.get('show').document);
  expect(alone.host.hub.get('rig').document).toEqual(main.host.hub.get('rig').document);
  expect((await alone.send('GET', `/media/${first.name}`)).status).toBe(200);
});

it('names a file whose sha256 is another one', async () => {
  const show = join(folder(), 'show');
  cpSync(tinyShow, show, { recursive: true });
  const main = await start({ show });
  const [first] = mediaOf(main.host.hub.get('show'));
  if (first === undefined) throw new Error('the tiny show has media');
  const id = `media:${first.name}`;
  const record = main.host.hub.get('show').document.records[id];
  const put = { [id]: { ...Object(record), hash: 'a'.repeat(64) } };
  await main.verb('document/edit', { document: 'show', label: 'another hash', put });
  const spare = await start({ follow: follow(main.ready.http) });
  await until(() => spareOf(spare)?.media.missing[0]?.path === id);
  expect(spareOf(spare)).toMatchObject({ state: 'following', problem: { code: 'spare-media' } });
});

it('refuses to start when there is nothing to mirror, and with a wrong token', async () => {
  await expect(start({ follow: follow('http://127.0.0.1:1') })).rejects.toThrow(/does not answer/);
  const main = await start();
  await expect(start({ follow: follow(main.ready.http, 'wrong') })).rejects.toThrow(/owner token/);
  const spare = await start({ follow: follow(main.ready.http, main.ready.owner) });
  await until(() => spareOf(spare)?.state === 'following');
});

it('a host that follows nobody can neither take nor follow', async () => {
  const main = await start();
  expect(main.host.hub.get('spare')).toBeNull();
  expect((await main.verb('spare/take')).body).toMatchObject({ code: 'not-following' });
});

const mediaOf = ({ document }: Topics['show']) =>
  Object.entries(document.records).flatMap(([id, record]) =>
    id.startsWith('media:') ? [{ name: id.slice('media:'.length), path: String(Object(record).path) }] : [],
  );
