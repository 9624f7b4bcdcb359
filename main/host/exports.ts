import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '../../core/control/dispatcher.ts';
import type { Export } from '../../core/control/export.topics.ts';
import type { exportVerbs } from '../../core/control/export.verbs.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok } from '../../core/result.ts';
import type { Drawing } from './exports/drawing.ts';
import { designedShow, sourcesOf } from './exports/sources.ts';
import { checkWish, fileNameOf, framesOf, optionsOf } from './exports/wish.ts';
import type { Room, RoomParts } from './rooms.ts';
import { nothingPlays } from './quiet.ts';
import { soon } from './soon.ts';
import { reasonOf } from './store/files.ts';

/**
 * Films and stills for those who are not here: one at a time, by the renderer of `frise render`, in a thread and a
 * browser of their own. The show comes first: while anything plays, nothing is drawn. The files lie in the station's
 * folder until they are taken off the list, at the latest when the host starts again.
 */
export interface Exports extends Room {
  handlers: Pick<Handlers, keyof typeof exportVerbs>;
  /** What is done, by id, with the name to save it as; null: nothing such. */
  file(id: string): { path: string; name: string } | null;
}
type Parts = Pick<RoomParts, 'clock' | 'documents' | 'hub' | 'journal' | 'playback' | 'station' | 'draw'> & {
  analysisFile(id: string): string | null;
};

const most = 20;
const lookMs = 500;
const toldEveryMs = 200;

export const createExports = (parts: Parts): Exports => {
  const { clock, documents, hub, journal, playback, draw } = parts;
  const folder = join(parts.station, 'exports');
  let list: Export[] = [];
  let current: { id: string; drawing: Drawing | null; beganAt: number; heldFor: number } | null = null;
  let isHeld = false;
  let isDisposed = false;

  const tell = soon(clock, toldEveryMs, () => hub.set('exports', { list, isHeld }));
  const change = (id: string, next: Partial<Export>): void => {
    list = list.map((each) => (each.id === id ? { ...each, ...next } : each));
    tell();
  };
  const pathOf = ({ id, wish }: Export): string => join(folder, `${id}.${wish.format}`);
  const forget = (each: Export): Promise<void> => rm(pathOf(each), { force: true });

  const progress = (id: string) => (done: number, total: number) => {
    const took = current === null ? 0 : clock.host() - current.beganAt - current.heldFor;
    change(id, { done, total, secondsLeft: done > 0 ? (took / done) * (total - done) : null });
  };
  const next = (): void => {
    const waiting = list.find(({ state }) => state === 'waiting');
    if (current !== null || isHeld || isDisposed || waiting === undefined) return;
    const { id } = waiting;
    const path = pathOf(waiting);
    current = { id, drawing: null, beganAt: clock.host(), heldFor: 0 };
    change(id, { state: 'drawing' });
    void run(waiting, path).finally(() => {
      current = null;
      next();
    });
  };
  const run = async (one: Export, path: string): Promise<void> => {
    const { id, wish } = one;
    try {
      const sources = await sourcesOf(documents, parts.analysisFile);
      // Taken off the list meanwhile.
      if (current === null || isDisposed || !list.some((each) => each.id === id)) return;
      const drawing = draw({ sources, options: optionsOf(wish, path) }, progress(id));
      current.drawing = drawing;
      drawing.hold(isHeld);
      const result = await drawing.ended;
      if (!list.some((each) => each.id === id)) return await forget(one);
      if (!result.ok) return change(id, { state: 'failed', problems: [result], secondsLeft: null });
      const { size } = await stat(path);
      change(id, { state: 'done', bytes: size, secondsLeft: 0, problems: result.value.problems });
      journal.add('export', `${one.file} is drawn: ${result.value.frames} frames, ${size} bytes`);
    } catch (error) {
      const problem = fail('export-ended', `Drawing broke down: ${reasonOf(error)}`);
      change(id, { state: 'failed', problems: [problem], secondsLeft: null });
    }
  };
  const look = (): void => {
    const isQuiet = nothingPlays(playback, clock);
    if (current !== null && isHeld) current.heldFor += lookMs / 1000;
    if (isHeld === isQuiet) {
      isHeld = !isQuiet;
      current?.drawing?.hold(isHeld);
      tell();
    }
    next();
  };

  void emptied(folder);
  const stopLooking = clock.every(lookMs, look);
  return {
    handlers: {
      'export/start'(wish, { sender }) {
        const { show, timelines } = designedShow(documents).compiled();
        const checked = checkWish(wish, timelines[show.main]?.duration ?? 0);
        if (!checked.ok) return checked;
        if (list.length >= most) return fail('export-many', messages['export-many'].en);
        const id = randomUUID();
        mkdirSync(folder, { recursive: true });
        const made: Export = {
          id,
          wish,
          by: sender,
          state: 'waiting',
          done: 0,
          total: framesOf(wish),
          secondsLeft: null,
          file: fileNameOf(show.title[show.language], wish),
          bytes: null,
          problems: [],
        };
        list = [...list, made];
        tell();
        next();
        return ok({ id });
      },
      async 'export/remove'({ id }) {
        const found = list.find((each) => each.id === id);
        if (found === undefined) return fail('unknown-export', messages['unknown-export'].en, 'id');
        list = list.filter((each) => each.id !== id);
        tell();
        if (current?.id === id) current.drawing?.cancel();
        else await forget(found);
        return ok({});
      },
    },
    file(id) {
      const found = list.find((each) => each.id === id && each.state === 'done');
      return found ? { path: pathOf(found), name: found.file } : null;
    },
    async dispose() {
      isDisposed = true;
      stopLooking();
      const drawing = current?.drawing;
      drawing?.cancel();
      await drawing?.ended;
    },
  };
};

/** What an earlier host has left there nobody can see. */
const emptied = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder).catch(() => []))
    await rm(join(folder, name), { force: true, recursive: true });
};
