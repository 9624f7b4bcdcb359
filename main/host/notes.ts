import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Handlers } from '../../core/control/dispatcher.ts';
import { notesCsv } from '../../core/control/notes-text.ts';
import type { Note } from '../../core/control/remote.topics.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok } from '../../core/result.ts';
import { isDevice } from './door.ts';
import { createBucket, type Bucket } from './bucket.ts';
import { createNotesWriter, readNotes } from './notes/notes-file.ts';
import type { Room, RoomParts } from './rooms.ts';

/** Notes of a run: who saw what, and where the show stood. On the disk before they are answered. */
type NoteHandlers = Pick<Handlers, 'note/add' | 'note/remove' | 'note/list'>;
export interface Notes extends Required<Pick<Room, 'dispose'>> {
  handlers: NoteHandlers;
  /** Those of the host that this one follows. */
  adopt(notes: Note[]): void;
}

const mostNotes = 2000;
/** Of all texts together: each page gets all of them with each change. */
const mostCharacters = 400_000;
/** Notes that a device may write, take back or ask for, a second and at once: more than a person does. */
const perSecond = 1;
const burst = 20;

export const createNotes = ({ station, clock, hub, health, playback, documents }: RoomParts): Notes => {
  const file = join(station, 'notes.json');
  const writer = createNotesWriter(file);
  let notes = readNotes(file);
  hub.set('notes', notes);
  const set = async (next: Note[]): Promise<void> => {
    notes = next;
    hub.set('notes', notes);
    const reason = await writer.save(notes);
    const message = `${messages['notes-unsaved'].en} (${reason})`;
    health.set('notes', reason === null ? [] : [{ code: 'notes-unsaved', message, path: file }]);
  };
  const buckets = new Map<string, Bucket>();
  /** This machine's own pages are not counted. */
  const mayPass = (sender: string): boolean => {
    if (!isDevice(sender)) return true;
    const bucket = buckets.get(sender) ?? createBucket(perSecond, burst, clock.host);
    buckets.set(sender, bucket);
    return bucket.take();
  };
  const isFull = (text: string): boolean =>
    notes.length >= mostNotes ||
    notes.reduce((sum, note) => sum + note.text.length, text.length) > mostCharacters;
  const where = (): Pick<Note, 'cue' | 'position'> => {
    const { playbacks, cues } = playback.status(clock.now());
    const { main } = documents.compiled().show;
    const running = playbacks.find(
      ({ timeline, state }) => `timeline:${timeline}` === main && state !== 'ghost',
    );
    return { cue: cues.current, position: running?.position ?? null };
  };
  return {
    handlers: {
      async 'note/add'({ text }, { sender }) {
        if (!mayPass(sender)) return tooOften;
        if (isFull(text)) return fail('notes-full', messages['notes-full'].en);
        const id = randomUUID().slice(0, 13);
        const note: Note = { id, at: clock.iso(), author: authorOf(sender), text, ...where() };
        await set([...notes, note]);
        return ok({ note });
      },
      async 'note/remove'({ id }, { sender, roles = [] }) {
        if (!mayPass(sender)) return tooOften;
        const note = notes.find((each) => each.id === id);
        if (note === undefined) return fail('unknown-note', messages['unknown-note'].en, 'id');
        const isViewer = roles.every((role) => role === 'viewer');
        if (isViewer && note.author !== authorOf(sender))
          return fail('note-not-yours', messages['note-not-yours'].en, 'id');
        await set(notes.filter((each) => each !== note));
        return ok({});
      },
      'note/list': (_input, { sender }) => (mayPass(sender) ? ok({ notes, csv: notesCsv(notes) }) : tooOften),
    },
    adopt(next) {
      if (JSON.stringify(next) !== JSON.stringify(notes)) void set(next);
    },
    dispose: async () => {
      await writer.idle();
    },
  };
};

const tooOften = fail('rate-limited', messages['rate-limited'].en);

/** A device by its name, which no other has; whoever is at this machine is its console. */
const authorOf = (sender: string): string => (isDevice(sender) ? sender.slice('device:'.length) : 'console');
