import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { csvCell, csvOf } from '../../core/csv.ts';

it.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+33', '+33'.replace('+', "'+")],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-cmd|calc', "'-cmd|calc"],
  ['  =x', "'  =x"],
  ['\t=x', "'\t=x"],
  ['＝1+1', "'＝1+1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['-12.5', '-12.5'],
  [-3, '-3'],
  [null, ''],
])('%j → %j', (value, cell) => expect(csvCell(value)).toBe(cell));

it('ends its lines as RFC 4180 says', () =>
  expect(
    csvOf([
      ['a', 1],
      ['b', null],
    ]),
  ).toBe('a,1\r\nb,\r\n'));

/** A reader of RFC 4180, as plain as can be. */
const read = (text: string): string[] => {
  const cells: string[] = [];
  let [cell, isQuoted] = ['', false];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (isQuoted && char === '"' && text[at + 1] === '"') cell += text[(at += 1)];
    else if (char === '"') isQuoted = !isQuoted;
    else if (char === ',' && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else if (text.startsWith('\r\n', at) && !isQuoted) at += 1;
    else cell += char;
  }
  return [...cells, cell];
};
test.prop([fc.array(fc.string(), { minLength: 1, maxLength: 5 })])(
  'what is written is read again',
  (cells) => {
    const bare = read(csvOf([cells])).map((cell) => cell.replace(/^'(?=[\s]*[=+\-@\t\r|%])/, ''));
    expect(bare).toEqual(cells.map((cell) => cell.replace(/^'(?=[\s]*[=+\-@\t\r|%])/, '')));
  },
);
test.prop([fc.string()])('no cell begins a formula', (text) => {
  const [cell = ''] = read(csvOf([[text]]));
  expect(/^[=+@\t\r]/.test(cell) && !/^-?\d/.test(cell)).toBe(false);
});
