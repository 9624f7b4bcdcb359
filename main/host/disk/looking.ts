import { layerTypes } from '../../../core/layers/registry.ts';
import { openDocument } from '../../../core/show/open.ts';
import { readIfThere } from '../store/files.ts';
import type { DiskSide } from '../store/disk-side.ts';
import type { DiskGate } from './gate.ts';
import type { createMerging } from './merging.ts';
import type { DiskNews } from './news.ts';
import { toldOf } from './question.ts';
import type { Stillness } from './stillness.ts';

/** So many looks may find text that is no JSON before it counts as an error: somebody may be writing. */
const PATIENCE = 8;

type Parts = {
  gate: DiskGate;
  news: DiskNews;
  merging: ReturnType<typeof createMerging>;
  still: Stillness;
  iso(): string;
};

/** One look at one file. */
export const createLooking = ({ gate, news, merging, still, iso }: Parts) => {
  const torn = new Map<string, number>();
  const read = async (side: DiskSide): Promise<void> => {
    const text = await readIfThere(side.file).catch(() => null);
    if (text === null || side.knows(text)) return news.forget(side.id);
    const opened = openDocument(text, side.format, { layerTypes, facade: null });
    const looks = (torn.get(side.id) ?? 0) + 1;
    if (!opened.ok && opened.code === 'json-syntax' && looks < PATIENCE) {
      torn.set(side.id, looks);
      return still.again(side.file);
    }
    torn.delete(side.id);
    const told = toldOf(side, text, iso());
    if (opened.ok) await merging.consider({ side, text, theirs: opened.value.document, told });
    else merging.refuse({ side, text, theirs: null, told }, opened);
  };
  return async (side: DiskSide): Promise<void> => {
    const look = await still.look(side.file);
    if (look === 'gone') return news.forget(side.id);
    if (look === 'first' || look === 'new') return read(side);
    const waiting = news.question(side.id);
    if (waiting?.told.state === 'waits' && gate.whyWait(side.which) !== waiting.told.why)
      await merging.consider(waiting);
  };
};
