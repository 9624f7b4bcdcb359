import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { noteLine, notesCsv } from '../../../core/control/notes-text.ts';
import type { Note } from '../../../core/control/remote.topics.ts';

const note = (over: Partial<Note> = {}): Note => ({
  id: 'a',
  at: '2026-11-25T21:40:12.000Z',
  author: 'Ada',
  text: 'the window is late',
  cue: '12.5',
  position: 63.24,
  ...over,
});

it('is a line each, with the place in the show', () => {
  expect(noteLine(note())).toBe('21:40:12  12.5  63.2 s  Ada: the window is late');
  expect(noteLine(note({ cue: null, position: null }))).toBe('21:40:12  —  —  Ada: the window is late');
});

it('is a table with its head, quoted where it must be', () => {
  expect(notesCsv([note({ text: 'late, "again"' })])).toBe(
    'time,author,cue,position,text\r\n2026-11-25T21:40:12.000Z,Ada,12.5,63.24,"late, ""again"""\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('leaves %j no formula', (text) => {
  const [, line = ''] = notesCsv([note({ text })]).split('\r\n');
  expect(line.endsWith(`'${text}`) || line.endsWith(`"'${text}"`)).toBe(true);
});

/** A reader of RFC 4180, written for this test alone. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted && sign === '"' && text[at + 1] === '"') cell += text[(at += 1)];
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === ',') [, cell] = [rows.at(-1)?.push(cell), ''];
    else if (!isQuoted && sign === '\r') {
      rows.at(-1)?.push(cell);
      [cell, at] = ['', at + 1];
      rows.push([]);
    } else cell += sign;
  }
  return rows.slice(0, -1);
};

test.prop([fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 5 })])(
  'reads back as it was written, whatever people type',
  (written) => {
    const rows = readCsv(notesCsv(written.map(([author, text]) => note({ author, text }))));
    expect(rows.length).toBe(written.length + 1);
    const plain = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
    expect(rows.slice(1).map((row) => [row[1], row[4]])).toEqual(
      written.map(([author, text]) => [plain(author), plain(text)]),
    );
  },
);
