import type { DiskFile } from '../../../core/control/disk.topics.ts';
import { messages } from '../../../core/messages.ts';
import type { Problem } from '../../../core/result.ts';
import type { FriseDocument } from '../../../core/show/document.ts';
import type { RoomParts } from '../rooms.ts';
import type { DiskSide } from '../store/disk-side.ts';

/** What is asked and what was taken, as everyone is told: topic, health and journal. */
export type Question = {
  side: DiskSide;
  text: string;
  /** The document in it; null: it can't be read. */
  theirs: FriseDocument | null;
  told: DiskFile;
};
export interface DiskNews {
  question(id: string): Question | undefined;
  taken(id: string): DiskFile | undefined;
  ask(question: Question): void;
  /** It is dealt with, or the file is gone. */
  forget(id: string): void;
  take(side: DiskSide, told: DiskFile): void;
  undone(id: string): void;
  dispose(): void;
}
const TOLD_FOR_MS = 600_000;

export const createDiskNews = ({
  clock,
  health,
  hub,
  journal,
}: Pick<RoomParts, 'clock' | 'health' | 'hub' | 'journal'>): DiskNews => {
  const questions = new Map<string, Question>();
  const taken = new Map<string, DiskFile>();
  const ends = new Set<() => void>();
  const tell = (): void => {
    const asked = [...questions.values()].map(({ told }) => told);
    const files = [...asked, ...taken.values()];
    if (JSON.stringify(files) !== JSON.stringify(hub.get('disk'))) hub.set('disk', files);
    health.set('disk', asked.flatMap(healthOf));
  };
  return {
    question: (id) => questions.get(id),
    taken: (id) => taken.get(id),
    ask(question) {
      const { side, told } = question;
      const before = questions.get(side.id)?.told;
      questions.set(side.id, question);
      const { version, state, why, problem } = told;
      if (before?.version !== version || before.state !== state)
        journal.add('disk', `${side.file} was changed on the disk: ${why ?? problem?.message}`);
      tell();
    },
    forget(id) {
      if (questions.delete(id)) tell();
    },
    take(side, told) {
      taken.set(side.id, told);
      journal.add('disk', `${side.file}: ${told.count} changes taken into the ${told.into}`);
      tell();
      const end = clock.after(TOLD_FOR_MS, () => {
        ends.delete(end);
        if (taken.get(side.id) !== told) return;
        taken.delete(side.id);
        tell();
      });
      ends.add(end);
    },
    undone(id) {
      taken.delete(id);
      tell();
    },
    dispose() {
      for (const end of ends) end();
    },
  };
};

/** That a copy's source has changed while nothing ran is said by the store already. */
const healthOf = ({ state, why, problem, file }: DiskFile): Problem[] => {
  if (state === 'taken' || why === 'off') return [];
  if (problem !== null)
    return [
      {
        code: 'disk-refused',
        message: `${problem.message} ${messages['disk-refused'].en}`,
        path: problem.path,
      },
    ];
  const code = why === 'conflict' ? 'disk-conflict' : 'disk-waits';
  return [{ code, message: messages[code].en, path: file }];
};
