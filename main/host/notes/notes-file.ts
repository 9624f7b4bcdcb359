import { readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import type { Note } from '../../../core/control/remote.topics.ts';
import { noteSchema } from '../../../core/control/remote.verbs.ts';
import { hasCode, reasonOf, writeDurably } from '../store/files.ts';

/** The notes on the station's disk: one small file, whole at each change. */
const fileSchema = z.object({
  format: z.literal('frise-notes'),
  schema: z.literal(1),
  notes: z.array(noteSchema),
});

/** A file that can't be understood is set aside, never overwritten. */
export const readNotes = (file: string): Note[] => {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).notes;
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) setAside(file);
    return [];
  }
};

const setAside = (file: string): void => {
  try {
    renameSync(file, `${file}.broken`);
  } catch {
    // Its folder can't be written either; the next note says so.
  }
};

/** Writes one state after another; resolves with the reason when it failed, else null. */
export const createNotesWriter = (file: string) => {
  let tail: Promise<string | null> = Promise.resolve(null);
  const write = async (notes: readonly Note[]): Promise<string | null> => {
    try {
      const text = JSON.stringify({ format: 'frise-notes', schema: 1, notes }, null, 2);
      await writeDurably(file, `${text}\n`);
      return null;
    } catch (error) {
      return reasonOf(error);
    }
  };
  return {
    save: (notes: readonly Note[]): Promise<string | null> => (tail = tail.then(() => write(notes))),
    idle: () => tail,
  };
};
