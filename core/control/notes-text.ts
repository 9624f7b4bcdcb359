import type { Note } from './remote.topics.ts';

/** Notes as a table that a spreadsheet opens (RFC 4180): CRLF, quotes doubled; a cell that would be a formula is text. */
const columns = ['time', 'author', 'cue', 'position', 'text'] as const;

export const notesCsv = (notes: readonly Note[]): string =>
  [
    columns.join(','),
    ...notes.map(({ at, author, cue, position, text }) =>
      [at, author, cue ?? '', position === null ? '' : position.toFixed(2), text].map(cell).join(','),
    ),
  ]
    .map((line) => `${line}\r\n`)
    .join('');

const cell = (value: string): string => {
  // A sheet runs what begins so; whoever writes a note must not write a formula into someone's machine.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line each, as it is read aloud: `21:40:12  12.5  1:03.2  Ada: the window is late`. */
export const noteLine = ({ at, author, cue, position, text }: Note): string =>
  [
    at.slice(11, 19),
    cue ?? '—',
    position === null ? '—' : `${position.toFixed(1)} s`,
    `${author}: ${text}`,
  ].join('  ');
