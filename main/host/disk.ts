import type { diskVerbs } from '../../core/control/disk.verbs.ts';
import type { HandlerContext, Handlers } from '../../core/control/dispatcher.ts';
import { mayEdit } from '../../core/control/roles.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { createDiskGate } from './disk/gate.ts';
import { createLooking } from './disk/looking.ts';
import { lookAtMedia } from './disk/media.ts';
import { createMerging, DISK } from './disk/merging.ts';
import { createDiskNews, type Question } from './disk/news.ts';
import { createStillness } from './disk/stillness.ts';
import { createQueue } from './queue.ts';
import type { Room, RoomParts } from './rooms.ts';
import type { DiskDocument } from './store/disk-side.ts';

/**
 * Files of the show that somebody else writes while the host runs (docs/hot-reload.md): merged three ways and taken as
 * one edit, or asked about. Looks and answers go through one queue.
 */
export interface DiskRoom extends Room {
  handlers: Pick<Handlers, keyof typeof diskVerbs>;
}
const LOOK_MS = 250;
/** One look in so many is for the media, too. */
const MEDIA_EVERY = 8;

const refused = (code: 'disk-unknown' | 'disk-moved' | 'disk-refused' | 'role-refused', id: string) =>
  fail(code, messages[code].en, id);
const mayAnswer = ({ roles = [] }: HandlerContext, which: DiskDocument): boolean =>
  mayEdit(roles, which === 'rig' ? 'rig' : 'show');

export const createDisk = (parts: RoomParts): DiskRoom => {
  const { clock, documents, journal, mute } = parts;
  const { store } = documents;
  const gate = createDiskGate(parts);
  const news = createDiskNews(parts);
  const still = createStillness();
  const merging = createMerging(gate, news);
  const lookAt = createLooking({ gate, news, merging, still, iso: clock.iso });
  const inTurn = createQueue();
  let isDisposed = false;
  let cancelLook: (() => void) | null = null;
  const lookAll = async (round: number): Promise<void> => {
    // The files of a spare are written by the mirror.
    if (mute.isOn()) return;
    for (const side of store.disk) if (!isDisposed) await lookAt(side);
    if (round % MEDIA_EVERY === 0 && !isDisposed)
      await lookAtMedia({ documents, journal, gate, still, by: DISK });
  };
  const lookOn = (round: number): void => {
    cancelLook = clock.after(LOOK_MS, () => {
      const looked = inTurn(() => lookAll(round));
      const told = looked.catch((error: unknown) => journal.add('disk', String(error)));
      void told.then(() => (isDisposed ? undefined : lookOn(round + 1)));
    });
  };
  lookOn(1);

  const answered = (asked: { id: string; version: string }, context: HandlerContext): Result<Question> => {
    const question = news.question(asked.id);
    if (question === undefined) return refused('disk-unknown', asked.id);
    if (!mayAnswer(context, question.side.which)) return refused('role-refused', asked.id);
    return question.told.version === asked.version ? ok(question) : refused('disk-moved', asked.id);
  };
  return {
    handlers: {
      'disk/take': (asked, context) =>
        inTurn(async () => {
          const question = answered(asked, context);
          if (!question.ok) return question;
          const theirs = new Set(asked.theirs.map(({ id, field }) => `${id} ${field}`));
          const wanted = merging.wanted(question.value, ({ id, field }) => theirs.has(`${id} ${field}`));
          if (wanted === null) return refused('disk-refused', asked.id);
          if (!wanted.ok) return wanted;
          const { sender, roles = [] } = context;
          const done = await merging.take(question.value, wanted.value, { sender, roles });
          return done.ok ? ok({}) : done;
        }),
      'disk/leave': (asked, context) =>
        inTurn(async () => {
          const question = answered(asked, context);
          if (!question.ok) return question;
          const { side, text } = question.value;
          const kept = await side.keepBeside(text, clock.iso());
          journal.add('disk', `${side.file}: ours stays (${context.sender}); what stood there is ${kept}`);
          await merging.settle(question.value);
          return ok({});
        }),
      'disk/undo': ({ id }, context) =>
        inTurn(async () => {
          const side = store.disk.find((each) => each.id === id);
          if (side === undefined || news.taken(id)?.isOwn !== true) return refused('disk-unknown', id);
          if (!mayAnswer(context, side.which)) return refused('role-refused', id);
          const done = await gate.undo(side.which, DISK);
          if (!done.ok) return done;
          news.undone(id);
          return ok({});
        }),
    },
    async dispose() {
      isDisposed = true;
      cancelLook?.();
      news.dispose();
      await inTurn(() => Promise.resolve());
    },
  };
};
