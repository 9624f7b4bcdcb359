import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { serialise } from '../../../core/show/serialise.ts';
import { createStore } from '../../../main/host/store/store.ts';
import { fixture } from '../../core/show/folder.ts';
import { edit, makeBench, seedEdit, seedOf } from './support.ts';

const fileOf = async (stationDir: string, ...parts: string[]): Promise<string> => {
  const shows = path.join(stationDir, 'shows');
  const [only = ''] = await readdir(shows);
  return path.join(shows, only, ...parts);
};

describe('opening', () => {
  it('reads a bundled show without writing it, and copies its rig to the station', async () => {
    const { open, showDir, stationDir } = await makeBench();
    const store = await open();
    expect(store.problems).toEqual([]);
    expect([store.show.revision, store.facade.revision, store.rig.revision]).toEqual([1, 1, 1]);
    expect(await readFile(path.join(stationDir, 'rigs/active/rig.json'), 'utf8')).toBe(
      serialise(store.rig.document),
    );
    await expect(stat(path.join(stationDir, 'shows'))).rejects.toMatchObject({ code: 'ENOENT' });
    await store.edit('show', seedEdit(store, 7), 'ada');
    await store.dispose();
    expect(await readFile(path.join(showDir, 'show.json'), 'utf8')).toBe(fixture('folder', 'show.json'));
    expect(await readdir(showDir)).not.toContain('.frise');
  });

  it('keeps the active rig when a show brings another, and takes the one that is named', async () => {
    const { open, showDir } = await makeBench();
    const first = await open();
    const rig = first.rig.document.records['rig:one'] as object;
    await first.edit('rig', edit({ put: { 'rig:one': { ...rig, title: 'Lined up' } } }), 'tess');
    await first.dispose();
    const again = await open();
    expect(again.rig.document.records['rig:one']).toMatchObject({ title: 'Lined up' });
    await again.dispose();
    const named = await open({ rigFile: path.join(showDir, 'rigs/one.json') });
    expect(named.rig.document.records['rig:one']).toMatchObject({ title: 'One' });
  });

  it('says that the bundled show has changed since the station took its copy', async () => {
    const { open, showDir } = await makeBench();
    const store = await open();
    await store.edit('show', seedEdit(store, 7), 'ada');
    await store.dispose();
    const file = path.join(showDir, 'show.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"duration": 60', '"duration": 61'));
    const again = await open();
    expect(again.problems).toMatchObject([{ code: 'origin-changed', path: file }]);
    expect(seedOf(again)).toBe(7);
  });

  it('says which file is missing', async () => {
    const { options } = await makeBench();
    const missing = await createStore({ ...options, showDir: '/nowhere' });
    expect(missing).toMatchObject({ ok: false, code: 'document-missing', path: '/nowhere/show.json' });
  });
});

describe('editing', () => {
  it('is there again after a clean end, with its revision', async () => {
    const { open } = await makeBench();
    const store = await open();
    expect(await store.edit('show', seedEdit(store, 7), 'ada')).toMatchObject({
      ok: true,
      value: { revision: 2 },
    });
    await store.dispose();
    const again = await open();
    expect([seedOf(again), again.show.revision, again.problems]).toEqual([7, 2, []]);
  });

  it('is there again without any end: the log alone holds it', async () => {
    const { open, clock } = await makeBench();
    const store = await open();
    for (const seed of [5, 6, 7]) await store.edit('show', seedEdit(store, seed), 'ada');
    expect(clock.waiting()).toBeGreaterThan(0);
    const again = await open();
    expect([seedOf(again), again.show.revision, again.problems]).toEqual([7, 4, []]);
    expect((await again.undo('show', 'ada')).ok).toBe(true);
    expect(seedOf(again)).toBe(6);
  });

  it('tells listeners once each, and no more after removal', async () => {
    const { open } = await makeBench();
    const store = await open();
    const heard: unknown[] = [];
    const remove = store.onChange(({ which, revision, author, label }) =>
      heard.push([which, revision, author, label]),
    );
    await store.edit('show', seedEdit(store, 7), 'ada');
    await store.edit('show', seedEdit(store, 7), 'ada');
    remove();
    await store.edit('show', seedEdit(store, 8), 'ada');
    expect(heard).toEqual([['show', 2, 'ada', 'seed 7']]);
  });

  it('answers everyone when many edit at once, in order', async () => {
    const { open } = await makeBench();
    const store = await open();
    const seeds = Array.from({ length: 40 }, (_, index) => index + 2);
    const results = await Promise.all(seeds.map((seed) => store.edit('show', seedEdit(store, seed), 'ada')));
    expect(results.map((result) => result.ok && result.value.revision)).toEqual(seeds);
    const again = await open();
    expect(seedOf(again)).toBe(41);
  });

  it('refuses what would break the show, and changes nothing', async () => {
    const { open } = await makeBench();
    const store = await open();
    const before = serialise(store.show.document);
    const broken = [
      edit({ put: { 'clip:dawn': { layer: 'solid', start: 0, duration: 11 } } }),
      edit({ remove: ['show:small'] }),
      edit({ remove: ['clip:gone'] }),
      edit({ put: { 'clip:lost': { layer: 'solid', start: 0, duration: 1 } } }),
      edit({ put: { 'clip:dawn': { layer: 'no-such', start: 0, duration: 1 } } }),
    ];
    const codes = [];
    for (const each of broken) {
      const result = await store.edit('show', each, 'ada');
      codes.push(result.ok ? 'ok' : result.code);
    }
    expect(codes).toEqual(['clip-overlap', 'root-count', 'record-missing', 'order-missing', 'layer-unknown']);
    expect([serialise(store.show.document), store.show.revision]).toEqual([before, 1]);
  });

  it('a throwing listener is a problem of its own', async () => {
    const { open } = await makeBench();
    const store = await open();
    store.onChange(() => {
      throw new Error('planted');
    });
    expect((await store.edit('show', seedEdit(store, 7), 'ada')).ok).toBe(true);
    expect(store.problems).toMatchObject([{ code: 'listener-failed', message: 'planted' }]);
  });
});

describe('snapshots', () => {
  it('are written when it is quiet, and not near a boundary', async () => {
    const { open, clock, stationDir } = await makeBench();
    let isQuiet = false;
    const store = await open({ maySnapshot: () => isQuiet });
    await store.edit('show', seedEdit(store, 7), 'ada');
    const file = await fileOf(stationDir, 'show.json');
    clock.elapse();
    await store.edit('show', seedEdit(store, 8), 'ada');
    expect(await readFile(file, 'utf8')).not.toContain('"seed": 7');
    isQuiet = true;
    clock.elapse();
    await store.dispose();
    expect(await readFile(file, 'utf8')).toBe(serialise(store.show.document));
  });

  it('keep five backups and only the logs that these need', async () => {
    const { open, stationDir } = await makeBench();
    for (let seed = 2; seed < 12; seed += 1) {
      const store = await open();
      await store.edit('show', seedEdit(store, seed), 'ada');
      await store.dispose();
    }
    const names = await readdir(await fileOf(stationDir, '.frise'));
    const numbers = (prefix: string) =>
      names
        .filter((name) => name.startsWith(prefix))
        .map((name) => Number(name.slice(prefix.length)))
        .sort((a, b) => a - b);
    expect(numbers('show.json.backup-')).toEqual([7, 8, 9, 10, 11]);
    expect(numbers('show.json.log-')).toEqual([7, 8, 9, 10, 11]);
  });
});

describe('undo', () => {
  it('is per person, and refused with the record and the name once someone else was there', async () => {
    const { open } = await makeBench();
    const store = await open();
    await store.edit('show', seedEdit(store, 7), 'ada');
    await store.edit('show', seedEdit(store, 8), 'ben');
    expect(await store.undo('show', 'ada')).toMatchObject({
      ok: false,
      code: 'undo-touched',
      path: 'show:small',
    });
    expect(await store.undo('show', 'ben')).toMatchObject({
      ok: true,
      value: { label: 'seed 8', revision: 4 },
    });
    expect(await store.undo('show', 'ada')).toMatchObject({
      ok: true,
      value: { label: 'seed 7', revision: 5 },
    });
    expect(await store.redo('show', 'ada')).toMatchObject({ ok: true, value: { label: 'seed 7' } });
    expect(seedOf(store)).toBe(7);
  });

  it('takes a drag back as one step', async () => {
    const { open } = await makeBench();
    const store = await open();
    const drag = (seed: number) =>
      store.edit('show', { ...seedEdit(store, seed), label: 'drag' }, 'ada', 'g1');
    for (const seed of [3, 4, 5]) await drag(seed);
    await store.undo('show', 'ada');
    expect(seedOf(store)).toBe(1);
    await store.redo('show', 'ada');
    expect(seedOf(store)).toBe(5);
  });
});

describe('media', () => {
  it('come from the bundled folder even when the show was copied', async () => {
    const { open, showDir } = await makeBench();
    const store = await open();
    await store.edit('show', seedEdit(store, 7), 'ada');
    const file = path.join(showDir, 'media/tone.txt');
    expect(store.mediaFile('media:tone')).toEqual({ ok: true, value: file });
    expect(store.mediaFile('media:none')).toMatchObject({ ok: false, code: 'media-unknown' });
    expect(store.mediaFile('show:small')).toMatchObject({ ok: false, code: 'media-unknown' });
  });
});
