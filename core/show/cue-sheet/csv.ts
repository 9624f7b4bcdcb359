import { csvOf } from '../../csv.ts';
import { sheetWord } from './cue-sheet.words.ts';
import type { CueSheet, SheetRow } from './rows.ts';

/** The sheet as a table that a spreadsheet opens (RFC 4180), with what each desk sends in a column of its own. */
const DESKS: readonly [string, (number: string) => string][] = [
  ['OSC', (number) => `/frise/cue/${number}/go`],
  ['Eos', (number) => `/eos/out/event/cue/1/${number}/fire`],
  ['grandMA3', (number) => `Go+ Sequence 1 Cue ${number}`],
  ['MagicQ', (number) => `/pb/1/${number}`],
  ['Hog 4', (number) => `1.${number}`],
  ['QLab', (number) => `/cue/${number}/start`],
];
const COLUMNS = [
  'number',
  'name',
  'time',
  'timeline',
  'arrival',
  'go',
  'actions',
  'triggers',
  'notes',
] as const satisfies readonly (keyof SheetRow)[];

export const sheetCsv = ({ rows, language }: CueSheet): string => {
  const head = [...COLUMNS.map((key) => sheetWord(language, key)), ...DESKS.map(([desk]) => desk)];
  const lines = rows.map((row) => [
    ...COLUMNS.map((key) => [row[key]].flat().join(' | ')),
    ...DESKS.map(([, said]) => said(row.number)),
  ]);
  return csvOf([head, ...lines]);
};
