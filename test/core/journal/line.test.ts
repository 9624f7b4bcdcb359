import { expect, it } from 'vitest';
import type { JournalLine } from '../../../core/control/safety.verbs.ts';
import { fits, journalCsv, NO_LINES, withLine } from '../../../core/journal/line.ts';
import { sentence } from '../../../core/journal/sentence.ts';

const line = (overrides: Partial<JournalLine> = {}): JournalLine => ({
  seq: 1,
  at: '2018-11-22T21:00:03.000Z',
  clock: 12.3456,
  kind: 'cue',
  text: 'cue 1 by go',
  ...overrides,
});

it.each([
  ['cues', 'verb:go', true],
  ['cues', 'verb:lock/show', false],
  ['refused', 'refused:guard', true],
  ['refused', 'verb:go', false],
  ['inputs', 'verb:input/arm', true],
  ['outputs', 'output', true],
  ['edits', 'verb:document/edit', true],
  ['problems', 'problem-gone', true],
  ['all', 'whatever', true],
] as const)('%s holds %s: %s', (kind, of, expected) =>
  expect(fits(line({ kind: of }), kind, '')).toBe(expected),
);
it('finds words in any order and case, in data too', () => {
  const found = line({ text: 'go from osc:10.0.0.5', data: { args: { cue: '12.5' } } });
  expect(fits(found, 'all', 'OSC 12.5 go')).toBe(true);
  expect(fits(found, 'all', 'osc midi')).toBe(false);
});
it('sums a show up', () => {
  const lines = [
    line({ kind: 'show', text: 'show "Usine" opened', data: { title: 'Usine' } }),
    line({ data: { lateMs: 0.4 } }),
    line({ kind: 'action', data: { lateMs: 4 } }),
    line({ kind: 'refused:guard', at: '2018-11-22T21:40:03.000Z' }),
  ];
  expect(lines.reduce(withLine, NO_LINES)).toEqual({
    title: 'Usine',
    startedAt: '2018-11-22T21:00:03.000Z',
    endedAt: '2018-11-22T21:40:03.000Z',
    length: 2400,
    lines: 4,
    cues: 1,
    refused: 1,
    worstMs: 4,
  });
});
it('is a table with the lateness in a column of its own', () =>
  expect(journalCsv([line({ text: '=HYPERLINK("x")', data: { lateMs: 4 } })])).toBe(
    'seq,at,clock,kind,text,lateMs,data\r\n1,2018-11-22T21:00:03.000Z,12.346,cue,"\'=HYPERLINK(""x"")",4,"{""lateMs"":4}"\r\n',
  ));
it.each([
  ['cue 12.5 by go', 'effet 12.5 par GO'],
  ['go from osc:10.0.0.5: cue 12.5', 'GO par osc:10.0.0.5 : effet 12.5'],
  ['freeze from console:booth: on', 'figer par console:booth : oui'],
  ['holds before cue 3', 'arrêt avant l’effet 3'],
  ['input osc: ready, ignored', 'entrée osc : entendue, ignorée'],
  ['output left is lost', 'sortie left perdue'],
  ['a device’s own words', 'a device’s own words'],
])('%s: %s', (text, french) => {
  expect(sentence('fr', { kind: 'x', text })).toBe(french);
  expect(sentence('en', { kind: 'x', text })).toBe(text);
});
it('tells what was refused by its code', () =>
  expect(
    sentence('fr', { kind: 'refused:guard', text: 'go from osc:10.0.0.5: Ignored: 76 ms after the last GO' }),
  ).toBe('GO par osc:10.0.0.5 : Trop tôt après le dernier GO : appui écarté par la garde anti double GO.'));
