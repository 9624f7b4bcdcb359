import type * as fs from 'node:fs/promises';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { createStore } from '../../../main/host/store/store.ts';
import { tellFault } from '../../support/faults.mjs';
import { afterCut, apply, emptyDisk, type Change, type Luck } from './disk-trace.ts';
import { makeBench, seedEdit, seedOf } from './support.ts';

/**
 * The power is cut after every single write, sync and rename of a run of edits and snapshots, each time with several
 * ideas of what had reached the disk. The show opens, with every edit that was acknowledged by then. More ideas:
 * `FRISE_CUTS=20` (npm run faults).
 */
const LUCKS = Number(process.env['FRISE_CUTS'] ?? 1);

const trace = vi.hoisted(() => ({
  root: '',
  changes: [] as { change: Change; acknowledged: number }[],
  acknowledged: 1,
}));
const tell = (change: Change, file: string): void => {
  if (trace.root !== '' && file.startsWith(trace.root))
    trace.changes.push({ change, acknowledged: trace.acknowledged });
};

const recorded = (handle: fs.FileHandle, file: string): fs.FileHandle => {
  let end = 0;
  const acts: Record<string, (...args: never[]) => Promise<unknown>> = {
    async write(bytes: Buffer, offset: number, length: number, position: number) {
      const done = await handle.write(bytes, offset, length, position);
      tell(
        { kind: 'write', file, at: position, bytes: Buffer.from(bytes.subarray(offset, offset + length)) },
        file,
      );
      return done;
    },
    async writeFile(text: string) {
      await handle.writeFile(text);
      const bytes = Buffer.from(text);
      tell({ kind: 'write', file, at: end, bytes }, file);
      end += bytes.length;
    },
    async truncate(length: number) {
      await handle.truncate(length);
      tell({ kind: 'truncate', file, length }, file);
    },
    async sync() {
      await handle.sync();
      const isFolder = (await stat(file)).isDirectory();
      tell(isFolder ? { kind: 'sync-folder', folder: file } : { kind: 'sync', file }, file);
    },
    async datasync() {
      await handle.datasync();
      tell({ kind: 'sync', file }, file);
    },
  };
  return new Proxy(handle, {
    get(target, name: string) {
      const value: unknown = Reflect.get(target, name);
      return acts[name] ?? (typeof value === 'function' ? value.bind(target) : value);
    },
  });
};

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  return {
    ...real,
    async open(file: string, flags: string, mode?: number) {
      const handle = await real.open(file, flags, mode);
      if (flags === 'w') tell({ kind: 'create', file }, file);
      return recorded(handle, file);
    },
    async rename(from: string, to: string) {
      await real.rename(from, to);
      tell({ kind: 'rename', from, to }, to);
    },
    async rm(file: string, options?: Parameters<typeof real.rm>[1]) {
      await real.rm(file, options);
      tell({ kind: 'remove', file }, file);
    },
  };
});

/** Nothing that was not synced, everything, then by dice. */
const lucks: Luck[] = [
  () => false,
  () => true,
  ...Array.from({ length: LUCKS }, (_, n): Luck => {
    let dice = 20_181_122 + n;
    return () => (dice = (dice * 1_103_515_245 + 12_345) % 2 ** 31) > 2 ** 30;
  }),
];

it(
  'a power cut at any write loses no acknowledged edit',
  { timeout: 120_000 + LUCKS * 120_000 },
  async () => {
    const { open, stationDir, options, clock } = await makeBench();
    trace.root = stationDir;
    for (const [run, seeds] of [[2, 3, 4], [5], [6, 7]].entries()) {
      const store = await open();
      for (const seed of seeds) {
        const done = await store.edit('show', seedEdit(store, seed), 'ada');
        expect(done, `run ${run}`).toMatchObject({ ok: true });
        trace.acknowledged = seed;
        // A snapshot in the middle of the first run, at the end of the others.
        if (seed === 3) clock.elapse();
      }
      await store.dispose();
    }
    trace.root = '';
    const disk = emptyDisk();
    let opened = 0;
    for (const [step, { change, acknowledged }] of trace.changes.entries()) {
      apply(disk, change);
      for (const [nth, luck] of lucks.entries()) {
        const station = await afterCut(disk, stationDir, luck);
        const store = await createStore({ ...options, stationDir: station });
        const where = `cut after ${step}: ${change.kind} ${JSON.stringify(Object.values(change)[1])}, luck ${nth}`;
        expect(store.ok, `${where}: ${store.ok ? '' : store.message}`).toBe(true);
        if (!store.ok) continue;
        // One more than acknowledged may be there: on the disk, cut before it could say so.
        expect([acknowledged, acknowledged + 1], `${where}`).toContain(seedOf(store.value));
        await store.value.dispose();
        await rm(path.resolve(station), { recursive: true });
        opened += 1;
      }
    }
    expect(trace.changes.length).toBeGreaterThan(50);
    expect(opened).toBe(trace.changes.length * lucks.length);
    tellFault('power-cut', {
      saw: `No acknowledged edit lost in ${opened} cuts: after each of ${trace.changes.length} writes, syncs and renames, ${lucks.length} ways`,
      gapMs: null,
    });
  },
);
