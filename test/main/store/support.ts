import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { layerTypes } from '../../../core/layers/registry.ts';
import type { DocumentEdit } from '../../../core/show/document.ts';
import { createStore } from '../../../main/host/store/store.ts';
import type { Store, StoreOptions } from '../../../main/host/store/store.ts';
import { folder } from '../../core/show/folder.ts';

/** A clock that stands still: timers run when the test says so. */
export const makeClock = () => {
  const timers = new Set<() => void>();
  return {
    iso: () => '2018-11-22T18:00:00.000Z',
    after: (_ms: number, fn: () => void) => {
      timers.add(fn);
      return () => timers.delete(fn);
    },
    /** Runs every timer that waits. */
    elapse: () => {
      const due = [...timers];
      timers.clear();
      for (const fn of due) fn();
    },
    waiting: () => timers.size,
  };
};
export type Bench = {
  root: string;
  showDir: string;
  stationDir: string;
  clock: ReturnType<typeof makeClock>;
  options: StoreOptions;
  open: (overrides?: Partial<StoreOptions>) => Promise<Store>;
};

/** A copy of the small show and an empty station in a temporary folder, taken away after the test. */
export const makeBench = async (): Promise<Bench> => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'frise-store-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const showDir = path.join(root, 'small');
  const stationDir = path.join(root, 'station');
  await cp(folder, showDir, { recursive: true });
  const clock = makeClock();
  const options = { showDir, rigFile: null, stationDir, layerTypes, clock };
  const open = async (overrides: Partial<StoreOptions> = {}): Promise<Store> => {
    const store = await createStore({ ...options, ...overrides });
    if (!store.ok) throw new Error(`${store.code}: ${store.message} ${store.path}`);
    onTestFinished(() => store.value.dispose());
    return store.value;
  };
  return { root, showDir, stationDir, clock, options, open };
};

export const edit = (overrides: Partial<DocumentEdit>): DocumentEdit => ({
  label: 'edit',
  put: {},
  remove: [],
  order: {},
  ...overrides,
});

/** Puts the show's record with another seed: the smallest edit that can be told apart. */
export const seedEdit = (store: Store, seed: number): DocumentEdit =>
  edit({
    label: `seed ${seed}`,
    put: { 'show:small': { ...(store.show.document.records['show:small'] as object), seed } },
  });

export const seedOf = (store: Store): unknown =>
  (store.show.document.records['show:small'] as { seed: unknown }).seed;
