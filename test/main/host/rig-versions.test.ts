import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRigVersions } from '../../../main/host/rig-versions.ts';
import { stale } from '../../../main/host/version-thinning.ts';
import type { Store } from '../../../main/host/store/store.ts';
import { edit, makeBench } from '../store/support.ts';

const makeVersions = async () => {
  const bench = await makeBench();
  const store = await bench.open();
  const told: string[] = [];
  let now = 0;
  let minutes = 0;
  const ticks = new Map<number, () => void>();
  const open = () =>
    createRigVersions({
      store,
      edit: (edit, sender) => store.edit('rig', edit, sender),
      clock: {
        iso: () => new Date(Date.UTC(2018, 10, 22, 1, minutes)).toISOString(),
        every: (ms, fn) => {
          ticks.set(ms, fn);
          return () => undefined;
        },
      },
      health: {
        set(_owner, problems) {
          told.push(...problems.map(({ code }) => code));
          now = problems.length;
        },
      },
    });
  const versions = open();
  const context = { sender: 'console:ada', requestId: null, at: null };
  const list = async () => {
    const reply = await versions.handlers['rig/versions']({}, context);
    if (!reply.ok) throw new Error(reply.message);
    return reply.value.versions;
  };
  return {
    store,
    versions,
    context,
    told,
    list,
    folder: join(store.rigFolder, 'versions'),
    pass: (more: number) => (minutes += more),
    tick: () => ticks.get(300_000)?.(),
    again: () => ticks.get(2000)?.(),
    problems: () => now,
  };
};
const titleOf = (store: Store) =>
  Object.values(store.rig.document.records).flatMap((record) =>
    typeof record === 'object' && record !== null && 'title' in record ? [record.title] : [],
  )[0];
const rename = async (store: Store, title: string) => {
  const id = Object.keys(store.rig.document.records).find((each) => each.startsWith('rig:')) ?? '';
  const record = { ...(store.rig.document.records[id] as object), title };
  const reply = await store.edit(
    'rig',
    edit({ label: `title ${title}`, put: { [id]: record } }),
    'console:ada',
  );
  expect(reply.ok).toBe(true);
};

test('keeps the rig before and after a spell of work, and gives an old one back as one edit', async () => {
  const { store, versions, context, list, pass, tick } = await makeVersions();
  const first = titleOf(store);
  await rename(store, 'one');
  await expect.poll(list).toHaveLength(1);
  await rename(store, 'two');
  pass(5);
  tick();
  await expect.poll(list).toHaveLength(2);
  const [newest, oldest] = await list();
  expect(newest).toMatchObject({ label: 'title two', author: 'console:ada', isMarked: false });
  pass(1);
  await rename(store, 'three');
  pass(1);
  const restored = await versions.handlers['rig/restore']({ id: oldest?.id ?? '' }, context);
  expect(restored.ok).toBe(true);
  expect(titleOf(store)).toBe(first);
  expect((await list()).some(({ label }) => label === 'title three')).toBe(true);
  expect((await store.undo('rig', 'console:ada')).ok).toBe(true);
  expect(titleOf(store)).toBe('three');
});
test('a named one says who named it; what is no version is neither listed nor opened', async () => {
  const { versions, context, list, folder } = await makeVersions();
  const marked = await versions.handlers['rig/mark']({ label: 'before the rain' }, context);
  expect(marked).toMatchObject({
    ok: true,
    value: { version: { label: 'before the rain', isMarked: true } },
  });
  await writeFile(join(folder, 'notes.json'), '{}');
  await writeFile(join(folder, '20181122T010000000Z-9.json'), '{"half": ');
  expect(await list()).toHaveLength(1);
  for (const id of ['20181122T010000000Z-9', '../rig', 'none'])
    expect(await versions.handlers['rig/restore']({ id }, context)).toMatchObject({
      code: 'rig-version-missing',
    });
});
test('a disk that refuses is an answer and a problem, never an exception', async () => {
  const { versions, context, folder, store, told } = await makeVersions();
  await writeFile(folder, 'a file where the folder should be');
  expect(await versions.handlers['rig/mark']({ label: 'x' }, context)).toMatchObject({ ok: false });
  await rename(store, 'one');
  await versions.dispose();
  expect(new Set(told)).toEqual(new Set(['rig-version-unwritable']));
});
test('what the disk refused is tried again until it is kept, and is no problem any more', async () => {
  const { folder, store, problems, again, list } = await makeVersions();
  await writeFile(folder, 'a file where the folder should be');
  const before = titleOf(store);
  const { revision } = store.rig;
  await rename(store, 'one');
  await rename(store, 'two');
  await expect.poll(problems).toBe(1);
  await rm(folder);
  again();
  await expect.poll(problems).toBe(0);
  expect(before).not.toBe('one');
  expect((await list()).map((version) => version.revision)).toEqual([revision]);
});
test('what was done until the end is kept too', async () => {
  const { store, versions, folder } = await makeVersions();
  await rename(store, 'one');
  await versions.dispose();
  expect(await readdir(folder)).toHaveLength(2);
});
test('old ones thin out to one an hour and one a day; named ones stay', () => {
  const at = (hoursAgo: number, isMarked = false) => {
    const iso = new Date(Date.UTC(2018, 10, 22) - hoursAgo * 3_600_000).toISOString();
    return { id: `${hoursAgo}`, at: iso, revision: 1, label: '', author: '', isMarked };
  };
  const versions = [
    at(0.1),
    at(0.2),
    at(5.1),
    at(5.2),
    at(5.3, true),
    at(50.1),
    at(50.2),
    at(2000),
    at(2001, true),
  ];
  expect(stale(versions, new Date(Date.UTC(2018, 10, 22)).toISOString())).toEqual(['5.2', '50.2', '2000']);
});
