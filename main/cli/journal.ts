import { resolve, join } from 'node:path';
import {
  JOURNAL_KINDS,
  fits,
  journalCsv,
  journalCsvRows,
  lateOf,
  type JournalKind,
} from '../../core/journal/line.ts';
import type { JournalLine, JournalShow } from '../../core/control/safety.verbs.ts';
import { createJournalReader, OPEN_ID } from '../host/journal/reader.ts';
import { defaultStation } from '../host/options.ts';

/** `frise journal`: reads a station's journal without a host, so that a night can be looked at when everything is packed. */
export type JournalOptions = {
  station?: string;
  show?: string;
  list?: boolean;
  csv?: boolean;
  text?: string;
  kind?: string;
};

const showLine = ({ id, title, startedAt, length, cues, refused, worstMs }: JournalShow): string =>
  [
    id.padEnd(20),
    startedAt.slice(0, 19).replace('T', ' '),
    `${Math.floor(length / 60)} min`.padStart(8),
    `${cues} cues`.padStart(10),
    `${refused} refused`.padStart(12),
    worstMs === null ? '' : `worst ${worstMs} ms`,
    title,
  ].join('  ');
const textLine = (line: JournalLine): string => {
  const late = lateOf(line);
  return `${line.at.slice(0, 23).replace('T', ' ')}  ${line.kind.padEnd(18)} ${line.text}${late ? ` (${late} ms late)` : ''}`;
};
const kindOf = (text: string | undefined): JournalKind | null =>
  text === undefined ? 'all' : (JOURNAL_KINDS.find((kind) => kind === text) ?? null);

/** 0 printed, 1 nothing there, 2 a wrong option. */
export const journalCommand = async (
  options: JournalOptions,
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<number> => {
  const kind = kindOf(options.kind);
  if (kind === null) return refuse(`--kind is one of ${JOURNAL_KINDS.join(', ')}`, 2);
  const station = resolve(options.station ?? defaultStation(env, process.platform));
  const reader = createJournalReader(join(station, 'journal'));
  const shows = await reader.shows();
  if (!shows.ok) return refuse(shows.message, 1);
  const known = shows.value.shows;
  if (known.length === 0) return refuse(`${station} has no journal. Name another with --station.`, 1);
  if (options.list) {
    for (const show of known) print(showLine(show));
    return 0;
  }
  const id = options.show ?? known[0]?.id ?? OPEN_ID;
  const lines = await reader.lines(id === OPEN_ID ? null : id);
  if (!lines.ok) return refuse(`${lines.message} (${id})`, 1);
  if (options.csv) print(journalCsv([]).trimEnd());
  for await (const line of lines.value) {
    if (fits(line, kind, options.text ?? ''))
      print(options.csv ? journalCsvRows([line]).trimEnd() : textLine(line));
  }
  return 0;
};

const refuse = (message: string, code: number): number => {
  process.stderr.write(`frise: ${message}\n`);
  return code;
};
