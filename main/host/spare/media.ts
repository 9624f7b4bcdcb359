import path from 'node:path';
import { stat } from 'node:fs/promises';
import type { SpareMedia } from '../../../core/control/remote.topics.ts';
import { fail, type Problem } from '../../../core/result.ts';
import { isInsidePath } from '../../../core/show/check-media.ts';
import type { DocumentOf } from '../../../core/show/parse.ts';
import { recordsOfKind } from '../../../core/show/records.ts';
import { mediaSchema } from '../../../core/show/show.schema.ts';
import { reasonOf } from '../store/files.ts';
import type { Timer } from './line.ts';
import { fetchMedia, hashOf, type Wanted } from './media-fetch.ts';
import type { Access } from './target.ts';

/** The media of the mirror: what is missing is fetched one after another, and what failed is tried again. */
export interface SpareMediaFiles {
  want(show: DocumentOf<'frise-show'>): void;
  state(): SpareMedia;
  stop(): void;
}
type Options = {
  access: () => Access;
  folder: string;
  after: Timer;
  /** false: the other host is away; nothing is asked. */
  mayAsk(): boolean;
  onChange(): void;
};
const againMs = 5000;
const toldEveryBytes = 4_000_000;

const mediaOf = (show: DocumentOf<'frise-show'>): Wanted[] =>
  recordsOfKind(show.records, 'media', mediaSchema)
    .filter((each) => isInsidePath(each.path))
    .map(({ id, path: where, hash }) => ({ id, path: where, hash }));

export const createSpareMedia = ({ access, folder, after, mayAsk, onChange }: Options): SpareMediaFiles => {
  let wanted: Wanted[] = [];
  const right = new Set<string>();
  const missing = new Map<string, Problem>();
  let loading: SpareMedia['loading'] = null;
  let isRunning = false;
  let isStopped = false;
  let cancel: () => void = () => undefined;
  const keyOf = ({ path: where, hash }: Wanted) => `${where}\n${hash ?? ''}`;

  const isHere = async (each: Wanted): Promise<boolean> => {
    const file = path.join(folder, each.path);
    try {
      await stat(file);
      return each.hash === null || (await hashOf(file)) === each.hash;
    } catch {
      return false; // not here: it is fetched
    }
  };
  const fetchOne = async (each: Wanted): Promise<void> => {
    let told = 0;
    const progress = (got: number, size: number) => {
      loading = { name: each.path, got, size };
      if (got - told < toldEveryBytes && got < size) return;
      told = got;
      onChange();
    };
    const fetched = await fetchMedia({ access: access(), folder, wanted: each, progress }).catch(
      (error: unknown) => fail('spare-media', `"${each.path}": ${reasonOf(error)}`, each.id),
    );
    loading = null;
    if (fetched.ok) {
      right.add(keyOf(each));
      missing.delete(each.id);
    } else missing.set(each.id, { code: fetched.code, message: fetched.message, path: each.id });
    onChange();
  };
  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    cancel();
    const list = wanted;
    for (const each of list) {
      if (isStopped || list !== wanted) break;
      if (right.has(keyOf(each))) continue;
      if (await isHere(each)) {
        right.add(keyOf(each));
        missing.delete(each.id);
      } else if (mayAsk()) await fetchOne(each);
    }
    isRunning = false;
    onChange();
    if (!isStopped && wanted.some((each) => !right.has(keyOf(each))))
      cancel = after(list === wanted ? againMs : 0, () => void run());
  };
  return {
    want(show) {
      wanted = mediaOf(show);
      for (const id of missing.keys()) if (!wanted.some((each) => each.id === id)) missing.delete(id);
      void run();
    },
    state: () => ({
      done: wanted.filter((each) => right.has(keyOf(each))).length,
      total: wanted.length,
      loading,
      missing: [...missing.values()],
    }),
    stop() {
      isStopped = true;
      cancel();
    },
  };
};
