import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { clientOf, openLink, root, tinyShow } from './support/host.ts';

/** The host as a process, killed and started again. */
type Ready = { http: string; osc: string; owner: string };
const folders: string[] = [];
const children = new Set<ChildProcess>();
beforeAll(() => {
  const built = spawnSync(process.execPath, ['main/launch/build.mjs'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}, 120_000);
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const newStation = () => {
  const folder = mkdtempSync(join(tmpdir(), 'frise-restart-'));
  folders.push(folder);
  return folder;
};
const spawnHost = (station: string, flags: string[] = []) => {
  const own = [
    '--show',
    tinyShow,
    '--station',
    station,
    '--osc',
    '127.0.0.1:0',
    ...(flags.includes('--http') ? [] : ['--http', '127.0.0.1:0']),
    ...flags,
  ];
  const child = spawn(process.execPath, [join(root, 'dist/main/host.cjs'), ...own], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (said.stderr += String(chunk)));
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return { child, said, ended };
};
const started = async (station: string, flags: string[] = []) => {
  const host = spawnHost(station, flags);
  await expect.poll(() => host.said.stdout, { timeout: 10_000 }).toContain('\n');
  const ready = JSON.parse(host.said.stdout) as Ready;
  const send = clientOf(ready.http);
  const go = (name: string, args: unknown) =>
    send('POST', `/api/verb/${name}`, { 'content-type': 'application/json' }, JSON.stringify(args));
  return { ...host, ready, send, go };
};
/** The host's plan and its show clock now, with both processes' monotonic clock. */
const look = async (http: string) => {
  const socket = openLink(http);
  await socket.opened;
  const { snapshot } = await socket.hello({ page: { kind: 'tool', id: 'look' } });
  socket.raw.terminate();
  const { show, host, rate } = snapshot.clock;
  return { plans: snapshot.plans, live: snapshot.live, showAt: (at: number) => show + (at - host) * rate };
};
const hostNow = () => Number(process.hrtime.bigint()) / 1e9;

it('a killed host comes back with the same plan and the clock running on', async () => {
  const station = newStation();
  const first = await started(station);
  await first.go('go', {});
  await first.go('master', { level: 0.6 });
  await first.go('clip/set', { id: 'red', param: 'level', value: 0.25 });
  await first.go('input/arm', { id: 'osc', armed: false });
  const before = await look(first.ready.http);
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await started(station);
  const after = await look(second.ready.http);
  expect(after.plans.at(-1)).toEqual(before.plans.at(-1));
  expect(after.live).toMatchObject([{ clip: 'clip:red', param: 'level', value: 0.25 }]);
  const now = hostNow();
  expect(Math.abs(after.showAt(now) - before.showAt(now))).toBeLessThan(0.05);
  const status = (await second.send('GET', '/api/status')).body;
  expect(status).toMatchObject({
    cues: { current: '1', standby: '2' },
    master: { level: 0.6 },
    inputs: [{ armed: false }],
  });
  expect(second.ready.owner).toBe(first.ready.owner);
});

it('ten kills in a row right after a GO lose none of them', async () => {
  const station = newStation();
  const cues = ['1', '2', '3', '1', '2', '3', '1', '2', '3', '1'];
  for (const cue of cues) {
    const host = await started(station);
    await expect.poll(async () => (await host.go('cue/go', { cue, fade: 0 })).status).toBe(200);
    host.child.kill('SIGKILL');
    await host.ended;
    const back = await started(station);
    expect((await back.send('GET', '/api/status')).body).toMatchObject({
      cues: { current: cue },
    });
    back.child.kill('SIGKILL');
    await back.ended;
  }
}, 60_000);

it('one that was ended opens black again, with code 0', async () => {
  const station = newStation();
  const first = await started(station);
  await first.go('go', {});
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  const second = await started(station);
  expect((await second.send('GET', '/api/status')).body).toMatchObject({
    playbacks: [],
    cues: { current: null, standby: '1' },
  });
});

it('a port that is taken is said, with code 2', async () => {
  const first = await started(newStation());
  const second = spawnHost(newStation(), ['--http', first.ready.http.slice('http://'.length)]);
  expect(await second.ended).toBe(2);
  expect(second.said.stderr).toMatch(/is taken by another program.*--http/);
  expect(second.said.stdout).toBe('');
});

it('a station that is in use is said, with code 2', async () => {
  const station = newStation();
  await started(station);
  const second = spawnHost(station);
  expect(await second.ended).toBe(2);
  expect(second.said.stderr).toMatch(/Another Frise uses this station folder/);
});

it.each([
  [['--http', '0.0.0.0:8090'], /this machine only/],
  [['--http', 'nonsense'], /HOST:PORT/],
  [['--follow', 'nonsense'], /wants an address/],
  [['--follow', 'http://127.0.0.1:1'], /does not answer/],
  [['--show', '/nowhere'], /nowhere/],
])('%j is refused with words and code 2', async (flags, words) => {
  const host = spawnHost(newStation(), flags);
  expect(await host.ended).toBe(2);
  expect(host.said.stderr).toMatch(words);
});

it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s ends it cleanly, also in the middle of the start',
  async (signal) => {
    for (const afterMs of [150, 300, 900]) {
      const host = spawnHost(newStation());
      await new Promise((done) => setTimeout(done, afterMs));
      host.child.kill(signal);
      // Before any code of ours runs there is nobody who could listen; once it was ready there is.
      const code = await host.ended;
      const wasReady = host.said.stdout !== '';
      expect(code === 0 || (!wasReady && host.child.signalCode === signal)).toBe(true);
    }
  },
);

it('a station that can’t be written is said in a line, with code 2, and locks nothing', async () => {
  const station = newStation();
  writeFileSync(join(station, 'session'), 'in the way');
  const host = spawnHost(station);
  expect(await host.ended).toBe(2);
  expect(host.said.stderr).toMatch(/^frise: Frise could not start: .*--station/);
  expect(host.said.stderr.trim().split('\n')).toHaveLength(1);
  rmSync(join(station, 'session'));
  expect((await started(station)).ready.http).toMatch(/^http/);
});

it('a folder is one station by whatever link it is reached', async () => {
  const station = newStation();
  const link = `${station}-link`;
  symlinkSync(station, link);
  folders.push(link);
  await started(station);
  const second = spawnHost(link);
  expect(await second.ended).toBe(2);
  expect(second.said.stderr).toMatch(/Another Frise uses this station folder/);
});

it.runIf(process.platform === 'linux')('a terminal that has gone costs it nothing', async () => {
  const host = spawnHost(newStation());
  host.child.stderr.destroy();
  await expect.poll(() => host.said.stdout, { timeout: 10_000 }).toContain('\n');
  const { http } = JSON.parse(host.said.stdout) as Ready;
  const spent = () => {
    const fields = readFileSync(`/proc/${host.child.pid}/stat`, 'utf8').split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  };
  await new Promise((done) => setTimeout(done, 500));
  const before = spent();
  await new Promise((done) => setTimeout(done, 1500));
  expect(spent() - before).toBeLessThan(0.5);
  expect((await clientOf(http)('GET', '/api/status')).status).toBe(200);
});

it('a host killed in the middle of a line-up comes back with the patterns, the frozen show and the holds', async () => {
  const station = newStation();
  const first = await started(station);
  const pattern = { name: 'grid', space: 'output' };
  await first.go('line-up/pattern', { outputs: null, pattern });
  await first.go('line-up/freeze', { on: true });
  await first.go('line-up/hold', { output: 'left', person: 'Anna' });
  const lineUpOf = async ({ http }: Ready) => {
    const socket = openLink(http);
    await socket.opened;
    const { snapshot } = await socket.hello({ page: { kind: 'tool', id: 'look' } });
    socket.raw.terminate();
    return snapshot.lineUp;
  };
  // Pages are told at most sixty times a second, so the last word may still be on its way.
  await expect
    .poll(() => lineUpOf(first.ready))
    .toMatchObject({
      patterns: { left: pattern, right: pattern },
      frozen: { plans: [{}] },
      holders: { left: { person: 'Anna' } },
    });
  const before = await lineUpOf(first.ready);
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await started(station);
  expect(await lineUpOf(second.ready)).toEqual(before);
  second.child.kill('SIGTERM');
  await second.ended;
  const third = await started(station);
  expect(await lineUpOf(third.ready)).toEqual({
    ...before,
    patterns: {},
    frozenAt: null,
    frozen: null,
    holders: {},
  });
});

it('locks and the frozen wall outlive a kill', async () => {
  const station = newStation();
  const first = await started(station);
  await first.go('lock/show', { on: true });
  await first.go('lock/rig', { on: true });
  await first.go('freeze', { on: true });
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await started(station);
  const socket = openLink(second.ready.http);
  await socket.opened;
  const { snapshot } = await socket.hello();
  expect(snapshot.lock).toMatchObject({ on: true, by: 'http:127.0.0.1', rig: { on: true } });
  expect(snapshot.lineUp.frozenAt).not.toBeNull();
  expect((await second.go('document/edit', { document: 'show', label: 'x' })).status).toBe(409);
  socket.raw.terminate();
  second.child.kill('SIGTERM');
  await second.ended;
});
