import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readlinkSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { clientOf, root, tinyShow } from './support/host.ts';

/**
 * Media as players ask for them: in ranges that they drop at any moment. The host is a process of its own, whose open
 * files the system tells. FRISE_TEST_NODE names another Node for it (an Electron with ELECTRON_RUN_AS_NODE=1).
 */
const folder = mkdtempSync(join(tmpdir(), 'frise-media-'));
const show = join(folder, 'show');
const file = join(show, 'media/dot.svg');
const size = 24_000_000;
const said = { stdout: '', stderr: '' };
let child: ChildProcess;
let http = '';

beforeAll(async () => {
  const built = spawnSync(process.execPath, ['main/launch/build.mjs'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  cpSync(tinyShow, show, { recursive: true });
  writeFileSync(file, Buffer.alloc(size, 'frise '));
  const loopback = ['--http', '127.0.0.1:0', '--osc', '127.0.0.1:0'];
  const flags = ['--show', show, '--station', join(folder, 'station'), ...loopback];
  const node = process.env['FRISE_TEST_NODE'] ?? process.execPath;
  child = spawn(node, [join(root, 'dist/main/host.cjs'), ...flags]);
  child.stdout?.on('data', (chunk) => (said.stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (said.stderr += String(chunk)));
  await vi.waitUntil(() => said.stdout.includes('\n'), { timeout: 20_000 });
  http = String((JSON.parse(said.stdout) as { http: string }).http);
}, 120_000);
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const get = (headers: Record<string, string> = {}, method = 'GET') =>
  clientOf(http)(method, '/media/dot', headers);
/** Where the host's open files lie that are ours. */
const openFiles = (): string[] =>
  readdirSync(`/proc/${child.pid}/fd`)
    .map((name) => {
      try {
        return readlinkSync(`/proc/${child.pid}/fd/${name}`);
      } catch {
        return ''; // closed between the two looks
      }
    })
    .filter((path) => path.startsWith(show));

/** Asks for a part and leaves: at once, or so many milliseconds after the answer's head, reading or not. */
const dropped = (start: number, afterMs: number | null, reads: boolean): Promise<void> =>
  new Promise((done) => {
    const { hostname, port } = new URL(http);
    const headers = { range: `bytes=${start}-` };
    const asking = request({ host: hostname, port, path: '/media/dot', headers }, (reply) => {
      reply.on('error', () => done());
      reply.once('close', () => done());
      if (reads) reply.on('data', () => undefined);
      setTimeout(() => reply.destroy(), afterMs ?? 0);
    });
    asking.on('error', () => done());
    asking.on('close', () => done());
    asking.end(() => afterMs === null && asking.destroy());
  });

describe('media in parts', () => {
  const tagged = async () => String((await get({}, 'HEAD')).headers['etag']);
  it.each([
    ['bytes=0-', 0, size - 1],
    ['bytes=0-0', 0, 0],
    ['bytes=7-12', 7, 12],
    [`bytes=${size - 5}-`, size - 5, size - 1],
    [`bytes=${size - 5}-99999999999999999999`, size - 5, size - 1],
    ['bytes=-6', size - 6, size - 1],
    ['bytes=-99999999', 0, size - 1],
  ])('%s', async (range, start, end) => {
    const { status, headers, text } = await get({ range });
    expect([status, headers['content-range'], headers['content-length'], text.length]).toEqual([
      206,
      `bytes ${start}-${end}/${size}`,
      String(end - start + 1),
      end - start + 1,
    ]);
    expect(text.slice(0, 6)).toBe('frise frise '.slice(start % 6, (start % 6) + text.length).slice(0, 6));
  });
  it.each([`bytes=${size}-`, 'bytes=-0', `bytes=99999999999-`])('%s can’t be', async (range) => {
    const { status, headers, body } = await get({ range });
    expect([status, headers['content-range']]).toEqual([416, `bytes */${size}`]);
    expect(body).toMatchObject({ ok: false, code: 'range-refused' });
  });
  it.each(['bytes=5-2', 'bytes=-', 'bytes=a-b', 'bytes=0-1,4-5', 'lines=0-1', ''])(
    '"%s" is no range of ours: the whole file',
    async (range) => {
      const { status, text } = await get({ range });
      expect([status, text.length]).toEqual([200, size]);
    },
  );
  it('If-Range gives the part of the file that was begun, else the whole', async () => {
    const range = 'bytes=0-3';
    expect((await get({ range, 'if-range': await tagged() })).status).toBe(206);
    expect((await get({ range, 'if-range': '"older"' })).status).toBe(200);
  });
  it('says that nothing has changed, also to a list and to a weak tag', async () => {
    const tag = await tagged();
    for (const known of [tag, `"a", ${tag}`, `W/${tag}`, '*'])
      expect((await get({ 'if-none-match': known })).status).toBe(304);
    expect((await get({ 'if-none-match': '"other"' }, 'HEAD')).status).toBe(200);
  });
  it('HEAD tells of the whole and sends nothing', async () => {
    const { status, headers, text } = await get({ range: 'bytes=0-3' }, 'HEAD');
    expect([status, headers['content-length'], text]).toEqual([200, String(size), '']);
  });
});

describe.runIf(process.platform === 'linux')('a player that seeks', () => {
  it('200 dropped requests leave no file open, no fault, and a host that answers', async () => {
    const near = size - 3_000_000;
    for (let round = 0; round < 20; round += 1)
      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          dropped(
            near + round * 37 + index * 290_000,
            index === 0 ? null : (round * 7 + index * 3) % 25,
            index !== 1,
          ),
        ),
      );
    await expect.poll(openFiles, { timeout: 5000 }).toEqual([]);
    expect((await get({ range: 'bytes=0-5' })).text).toBe('frise ');
    expect(said.stderr).not.toMatch(/fault|rejection|ERR_/i);
    expect(child.exitCode).toBeNull();
  });
  it('a slow reader holds its file open, and lets go of it', async () => {
    const { hostname, port } = new URL(http);
    const reply = await new Promise<NodeJS.ReadableStream & { destroy(): void }>((done) =>
      request({ host: hostname, port, path: '/media/dot' }, done).end(),
    );
    reply.pause();
    await expect.poll(openFiles).toHaveLength(1);
    reply.destroy();
    await expect.poll(openFiles, { timeout: 5000 }).toEqual([]);
  });
  it('a file that shrinks while it is read ends the answer, is journalled, and the host goes on', async () => {
    const { hostname, port } = new URL(http);
    const end = await new Promise<string>((done) =>
      request({ host: hostname, port, path: '/media/dot' }, (reply) => {
        reply.once('data', () => {
          truncateSync(file, 1_000_000);
          reply.on('data', () => undefined);
        });
        reply.on('error', (error) => done(error.message));
        reply.on('end', () => done('whole'));
      }).end(),
    );
    expect(end).toBe('aborted');
    await expect.poll(openFiles, { timeout: 5000 }).toEqual([]);
    expect((await get({ range: 'bytes=0-5' })).text).toBe('frise ');
    expect(said.stderr).not.toMatch(/frise: fault/);
  });
});
