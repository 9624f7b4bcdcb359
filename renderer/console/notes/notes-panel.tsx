import { useState, type SyntheticEvent } from 'react';
import { noteLine, notesCsv } from '../../../core/control/notes-text.ts';
import type { Note } from '../../../core/control/remote.topics.ts';
import { clockText, wallText } from '../run/format.ts';
import { useTopic, useWords } from '../use-link.ts';
import type { VerbSender } from '../use-verb.ts';
import { saveFile } from '../save-file.ts';
import './notes.css';

/** What people saw during the run, newest first, each with the place in the show at which it was written. */
export const NotesPanel = ({ send }: { send: VerbSender }) => {
  const t = useWords();
  const notes = useTopic('notes') ?? [];
  return (
    <section className="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{t('notes')}</h2>
      <NoteForm onNote={(text) => send('note/add', { text })} />
      {notes.length === 0 && <p className="hint">{t('noNotes')}</p>}
      <ol>
        {notes.toReversed().map((note) => (
          <NoteRow key={note.id} note={note} onRemove={() => send('note/remove', { id: note.id })} />
        ))}
      </ol>
      {notes.length > 0 && <Export notes={notes} />}
    </section>
  );
};

const NoteForm = ({ onNote }: { onNote: (text: string) => void }) => {
  const t = useWords();
  const [text, setText] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    onNote(text.trim());
    setText('');
  };
  return (
    <form onSubmit={submit}>
      <input
        aria-label={t('noteText')}
        placeholder={t('noteText')}
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" disabled={text.trim() === ''}>
        {t('noteAdd')}
      </button>
    </form>
  );
};

const NoteRow = ({ note, onRemove }: { note: Note; onRemove: () => void }) => {
  const t = useWords();
  return (
    <li>
      <p className="where mono">
        {wallText(note.at)}
        {note.cue !== null && ` · ${note.cue}`}
        {note.position !== null && ` · ${clockText(note.position)}`}
        {` · ${note.author}`}
      </p>
      <p>{note.text}</p>
      <button
        type="button"
        className="quiet"
        aria-label={`${t('noteRemove')} ${note.text}`}
        onClick={onRemove}
      >
        ×
      </button>
    </li>
  );
};

/** Tells a spreadsheet that a text is UTF-8. */
const BOM = '\u{FEFF}';

const Export = ({ notes }: { notes: readonly Note[] }) => {
  const t = useWords();
  const lines = () => notes.map((note) => `${noteLine(note)}\n`).join('');
  return (
    <p className="choices">
      <button
        type="button"
        onClick={() => saveFile('notes.csv', 'text/csv;charset=utf-8', `${BOM}${notesCsv(notes)}`)}
      >
        {t('notesCsv')}
      </button>
      <button
        type="button"
        onClick={() => saveFile('notes.txt', 'text/plain;charset=utf-8', `${BOM}${lines()}`)}
      >
        {t('notesText')}
      </button>
    </p>
  );
};
