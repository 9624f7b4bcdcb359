import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import type * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { writeDurably } from '../../../main/host/store/files.ts';
import { createLog, parseLog, readLog, reopenLog } from '../../../main/host/store/log.ts';
import type { LogEntry } from '../../../main/host/store/log.ts';

/**
 * A killed process loses nothing that the system has taken, so a kill cannot show a missing fsync: the calls themselves
 * are watched here.
 */
const calls: string[] = [];
let failing: string | null = null;
/** Bytes that the disk takes of each write. */
let room = Infinity;
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  const watched = ['write', 'writeFile', 'sync', 'datasync', 'truncate', 'close'];
  const open: typeof real.open = async (file, flags, mode) => {
    const name = path.basename(String(file));
    const handle = await real.open(file, flags, mode);
    return new Proxy(handle, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          if (watched.includes(String(key))) calls.push(`${String(key)} ${name}`);
          if (failing === key || (failing === 'any' && watched.includes(String(key))))
            return Promise.reject(new Error('planted: disk full'));
          const [bytes, from, length, at] = args;
          if (key === 'write')
            return target.write(
              bytes as Buffer,
              from as number,
              Math.min(room, length as number),
              at as number,
            );
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
  };
  const rename: typeof real.rename = async (from, to) => {
    calls.push(`rename ${path.basename(String(to))}`);
    await real.rename(from, to);
  };
  return { ...real, open, rename };
});

const entry = (revision: number): LogEntry => ({
  revision,
  author: 'ada',
  gesture: null,
  kind: 'edit',
  edit: { label: 'é', put: { 'clip:a': { revision } }, remove: [], order: { 'track:a': null } },
});
const header = { base: 'b', revision: 1 };
const makeFile = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frise-log-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  calls.length = 0;
  failing = null;
  return path.join(folder, 'x.log');
};

describe('on the disk before it counts', () => {
  it('an entry is synced before append resolves', async () => {
    const log = await createLog(await makeFile(), header);
    calls.length = 0;
    await log.append([entry(2), entry(3)]);
    expect(calls).toEqual(['write x.log', 'datasync x.log']);
    await log.close();
  });

  it('a new log and its name are synced', async () => {
    const file = await makeFile();
    const log = await createLog(file, header);
    const folder = path.basename(path.dirname(file));
    expect(calls).toEqual(['write x.log', 'sync x.log', `sync ${folder}`, `close ${folder}`]);
    await log.close();
  });

  it('a file is synced before it takes its name, and the folder after', async () => {
    const file = await makeFile();
    await writeDurably(file, 'text');
    const folder = path.basename(path.dirname(file));
    const order = ['writeFile x.log.tmp', 'sync x.log.tmp', 'close x.log.tmp', 'rename x.log'];
    expect(calls).toEqual([...order, `sync ${folder}`, `close ${folder}`]);
  });
});

describe('a disk that fails', () => {
  it('leaves nothing of the entry that was refused, and takes the next', async () => {
    const file = await makeFile();
    const log = await createLog(file, header);
    await log.append([entry(2)]);
    failing = 'datasync';
    await expect(log.append([entry(3)])).rejects.toThrow('planted');
    failing = null;
    await log.append([entry(4)]);
    await log.close();
    expect(await readLog(file)).toMatchObject({
      isDamaged: false,
      entries: [{ revision: 2 }, { revision: 4 }],
    });
  });

  it('takes nothing more once it cannot even be put right', async () => {
    const log = await createLog(await makeFile(), header);
    failing = 'any';
    await expect(log.append([entry(2)])).rejects.toThrow('planted');
    failing = null;
    await expect(log.append([entry(3)])).rejects.toThrow('restart Frise');
    await log.close();
  });
});

describe('parseLog', () => {
  it('reads what was written, in bytes and not in characters', async () => {
    const file = await makeFile();
    const log = await createLog(file, header);
    await log.append([entry(2), entry(3)]);
    await log.close();
    const text = await readFile(file, 'utf8');
    expect(parseLog(text)).toMatchObject({ header, length: Buffer.byteLength(text), isDamaged: false });
    const again = await reopenLog(file, Buffer.byteLength(text));
    await again.append([entry(4)]);
    await again.close();
    expect((await readLog(file))?.entries).toEqual([entry(2), entry(3), entry(4)]);
  });

  it('goes on behind the sound lines, and leaves nothing of a torn one', async () => {
    const file = await makeFile();
    await (await createLog(file, header)).close();
    const sound = await readFile(file, 'utf8');
    await appendFile(file, 'x'.repeat(5000));
    const log = await reopenLog(file, Buffer.byteLength(sound));
    expect(await readFile(file, 'utf8')).toBe(sound);
    await log.close();
  });

  it.each([
    ['nothing', '', null],
    ['no line end', 'abc', null],
    ['another text', 'hello world\n', null],
  ])('%s is no log', (_what, text, expected) => {
    expect(parseLog(text)).toBe(expected);
  });
});

it('a disk that takes a part of each write still gets whole lines', async () => {
  const file = await makeFile();
  room = 7;
  onTestFinished(() => void (room = Infinity));
  const log = await createLog(file, header);
  await log.append([entry(1), entry(2)]);
  await log.close();
  const content = await readLog(file);
  expect(content?.entries).toEqual([entry(1), entry(2)]);
  expect(content?.isDamaged).toBe(false);
});
