import { readFile, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../../main/host/store/store.ts';
import type { Store } from '../../../main/host/store/store.ts';
import { edit, makeBench, seedEdit, seedOf } from './support.ts';

const codes = (store: Store): string[] => store.problems.map(({ code }) => code);

/** A station whose show was edited to seed 7 and closed, and to 8 and 9 without an end: those are in the log alone. */
const makeCrashed = async () => {
  const bench = await makeBench();
  const first = await bench.open();
  await first.edit('show', seedEdit(first, 7), 'ada');
  await first.dispose();
  const second = await bench.open();
  await second.edit('show', seedEdit(second, 8), 'ada');
  await second.edit('show', seedEdit(second, 9), 'ada');
  const shows = path.join(bench.stationDir, 'shows');
  const [name = ''] = await readdir(shows);
  const work = path.join(shows, name);
  const safe = path.join(work, '.frise');
  return {
    ...bench,
    work,
    safe,
    file: path.join(work, 'show.json'),
    log: path.join(safe, 'show.json.log-2'),
  };
};

describe('a broken snapshot', () => {
  it.each([
    ['half of it', async (file: string) => truncate(file, 200)],
    ['nothing in it', async (file: string) => truncate(file, 0)],
    [
      'another document',
      async (file: string) => writeFile(file, '{"format":"frise-rig","schema":1,"records":{}}'),
    ],
    [
      'no show in it',
      async (file: string) => writeFile(file, '{"format":"frise-show","schema":1,"records":{},"order":{}}'),
    ],
  ])('%s: set aside, backup and log opened, said so', async (_what, spoil) => {
    const { open, file, work } = await makeCrashed();
    await spoil(file);
    const store = await open();
    expect([seedOf(store), store.show.revision, codes(store)]).toEqual([
      9,
      4,
      ['set-aside', 'backup-opened'],
    ]);
    expect(await readdir(work)).toContain('show.json.corrupt-2018-11-22T18-00-00.000Z');
    await store.dispose();
    const again = await open();
    expect([seedOf(again), again.show.revision, codes(again)]).toEqual([9, 4, []]);
  });

  it('with the newest backup broken too: the one before it, and both logs', async () => {
    const { open, file, safe } = await makeCrashed();
    await truncate(file, 10);
    await truncate(path.join(safe, 'show.json.backup-2'), 10);
    const store = await open();
    expect([seedOf(store), store.show.revision]).toEqual([9, 4]);
  });

  it('with nothing left of it: the bundled show, said so', async () => {
    const { open, file, safe } = await makeCrashed();
    await truncate(file, 10);
    await rm(safe, { recursive: true });
    const store = await open();
    expect([seedOf(store), codes(store)]).toEqual([1, ['set-aside']]);
  });

  it('that was deleted: the backup', async () => {
    const { open, file } = await makeCrashed();
    await rm(file);
    const store = await open();
    expect([seedOf(store), codes(store)]).toEqual([9, ['backup-opened']]);
  });

  it('from a newer Frise is refused and left as it is', async () => {
    const { options, file } = await makeCrashed();
    const newer = (await readFile(file, 'utf8')).replace('"schema": 1', '"schema": 2');
    await writeFile(file, newer);
    expect(await createStore(options)).toMatchObject({ ok: false, code: 'schema-too-new' });
    expect(await readFile(file, 'utf8')).toBe(newer);
  });
});

describe('a broken log', () => {
  it('torn in its last line: that line was never acknowledged; work goes on behind the sound ones', async () => {
    const { open, log } = await makeCrashed();
    const whole = await readFile(log);
    await truncate(log, whole.length - 20);
    const store = await open();
    expect([seedOf(store), store.show.revision, codes(store)]).toEqual([8, 3, []]);
    await store.edit('show', seedEdit(store, 10), 'ada');
    expect(seedOf(await open())).toBe(10);
  });

  it('with a flipped byte in the middle: said so, and later edits are safe again', async () => {
    const { open, log } = await makeCrashed();
    const bytes = await readFile(log, 'utf8');
    await writeFile(log, bytes.replace('"seed":8', '"seed":5'));
    const store = await open();
    expect([seedOf(store), codes(store)]).toEqual([7, ['log-damaged']]);
    await store.edit('show', seedEdit(store, 10), 'ada');
    expect(seedOf(await open())).toBe(10);
  });

  it('without a header holds nothing', async () => {
    const { open, safe } = await makeCrashed();
    await writeFile(path.join(safe, 'show.json.log-4'), 'torn');
    expect(seedOf(await open())).toBe(9);
  });
});

describe('a machine that dies while a snapshot is written', () => {
  it('before the new file is in place: old snapshot, old log, new log', async () => {
    const { open, file, safe } = await makeCrashed();
    const before = await readFile(file);
    const store = await open();
    await store.dispose();
    const more = await open();
    await more.edit('show', seedEdit(more, 10), 'ada');
    await writeFile(file, before);
    await rm(path.join(safe, 'show.json.backup-4'));
    const again = await open();
    expect([seedOf(again), again.show.revision, codes(again)]).toEqual([10, 5, []]);
  });
});

describe('a document changed by hand', () => {
  it('between two runs is taken as it is', async () => {
    const { open, file } = await makeCrashed();
    await (await open()).dispose();
    await writeFile(file, (await readFile(file, 'utf8')).replace('"seed": 9', '"seed": 33'));
    const store = await open();
    expect([seedOf(store), store.show.revision, codes(store)]).toEqual([33, 5, []]);
  });

  it('after a crash: the edits of the log are put on top, said so', async () => {
    const { open, file } = await makeCrashed();
    await writeFile(file, (await readFile(file, 'utf8')).replace('"name": "Sting"', '"name": "By hand"'));
    const store = await open();
    expect([seedOf(store), codes(store)]).toEqual([9, ['edited-outside']]);
    expect(store.show.document.records['timeline:sting']).toMatchObject({ name: 'By hand' });
  });
});

describe('a disk that refuses', () => {
  it('does not take the edit, says so, and goes on once it can', async () => {
    const { open, stationDir } = await makeBench();
    const store = await open();
    await writeFile(path.join(stationDir, 'shows'), 'a file where a folder must be');
    expect(await store.edit('show', seedEdit(store, 7), 'ada')).toMatchObject({
      ok: false,
      code: 'store-write',
    });
    expect([seedOf(store), store.show.revision, codes(store)]).toEqual([1, 1, ['store-write']]);
    await rm(path.join(stationDir, 'shows'));
    expect((await store.edit('show', seedEdit(store, 8), 'ada')).ok).toBe(true);
    expect(codes(store)).toEqual([]);
    await store.dispose();
    expect(seedOf(await open())).toBe(8);
  });
});

describe('media', () => {
  const withMedia = async (target: (showDir: string) => Promise<{ path: string; hash: string | null }>) => {
    const bench = await makeBench();
    const store = await bench.open();
    const media = { ...(await target(bench.showDir)), kind: 'image' };
    await store.edit('show', edit({ put: { 'media:new': media } }), 'ada');
    return store;
  };

  it('refuses a link that leads out of the folder', async () => {
    const store = await withMedia(async (showDir) => {
      await symlink('/etc/hostname', path.join(showDir, 'media/out.png'));
      return { path: 'media/out.png', hash: null };
    });
    expect(store.mediaFile('media:new')).toMatchObject({
      ok: false,
      code: 'path-outside',
      path: 'media:new.path',
    });
  });

  it('names a missing file, and one that is not what the show was made with', async () => {
    const missing = await withMedia(() => Promise.resolve({ path: 'media/gone.png', hash: null }));
    expect(missing.mediaFile('media:new')).toMatchObject({ ok: false, code: 'media-missing' });
    const wrong = await withMedia(() => Promise.resolve({ path: 'media/tone.txt', hash: 'a'.repeat(64) }));
    expect(wrong.mediaFile('media:new').ok).toBe(true);
    await expect.poll(() => codes(wrong)).toEqual(['media-hash']);
  });

  it('refuses a record whose path leads out', async () => {
    const bench = await makeBench();
    const store = await bench.open();
    const media = { path: '../../etc/passwd', kind: 'image' };
    const refused = await store.edit('show', edit({ put: { 'media:new': media } }), 'ada');
    expect(refused).toMatchObject({ ok: false, code: 'path-outside', path: 'media:new.path' });
  });
});
