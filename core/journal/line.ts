import type { JournalLine, JournalShow } from '../control/safety.verbs.ts';
import { csvOf } from '../csv.ts';

/** Reading the journal: kinds of lines for people, what a show comes to, a table. Times of day are ISO UTC. */
export const JOURNAL_KINDS = ['all', 'cues', 'refused', 'inputs', 'outputs', 'edits', 'problems'] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** `go` and what else steers the show; the verb's line says who, the cue's line says what came of it. */
const PLAYS =
  /^(?:cue|hold|end|missed|action|verb:(?:go|back|standby|cue\/go|pause|resume|stop|seek|panic|master|blackout|freeze|timeline\/(?:start|stop)|release|reset))$/;
const KINDS: Record<Exclude<JournalKind, 'all'>, RegExp> = {
  cues: PLAYS,
  refused: /^(?:refused:.*|rejected)$/,
  inputs: /^(?:input|osc|midi|timecode|verb:input\/.*)$/,
  outputs: /^(?:output|display|link|projector.*)$/,
  edits: /^(?:edit|line-up|verb:(?:document|rig|line-up|lock)\/.*)$/,
  problems: /^(?:problem|problem-gone|fault|missed|preflight|web)$/,
};
const isOfKind = (kind: string, wanted: JournalKind): boolean => wanted === 'all' || KINDS[wanted].test(kind);

export const fits = ({ kind, text, data }: JournalLine, wanted: JournalKind, words: string): boolean => {
  if (!isOfKind(kind, wanted)) return false;
  if (words === '') return true;
  const whole = `${kind} ${text} ${data === undefined ? '' : JSON.stringify(data)}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((each) => whole.includes(each));
};

const fieldOf = (line: JournalLine, name: string): unknown => {
  const { data } = line;
  return typeof data === 'object' && data !== null
    ? Object.entries(data).find(([key]) => key === name)?.[1]
    : undefined;
};
/** ms that a cue or an action came late; null: this line is about neither. */
export const lateOf = (line: JournalLine): number | null => {
  const late = fieldOf(line, 'lateMs');
  return typeof late === 'number' ? late : null;
};
/** First line of a show. */
const titleOf = (line: JournalLine): string | null => {
  const title = line.kind === 'show' ? fieldOf(line, 'title') : null;
  return typeof title === 'string' ? title : null;
};

export type Summary = Omit<JournalShow, 'id' | 'isOpen'>;
export const NO_LINES: Summary = {
  title: '',
  startedAt: '',
  endedAt: '',
  length: 0,
  lines: 0,
  cues: 0,
  refused: 0,
  worstMs: null,
};
/** One more line. Length is by the wall's clock: the show clock starts anew with each host. */
export const withLine = (before: Summary, line: JournalLine): Summary => {
  const startedAt = before.startedAt || line.at;
  const late = lateOf(line);
  return {
    title: titleOf(line) ?? before.title,
    startedAt,
    endedAt: line.at,
    length: Math.max(0, (Date.parse(line.at) - Date.parse(startedAt)) / 1000),
    lines: before.lines + 1,
    cues: before.cues + (line.kind === 'cue' ? 1 : 0),
    refused: before.refused + (line.kind.startsWith('refused:') ? 1 : 0),
    worstMs: late === null ? before.worstMs : Math.max(before.worstMs ?? 0, late),
  };
};

/** One row a line, with a head; data that has no column of its own as JSON. */
export const journalCsv = (lines: readonly JournalLine[]): string =>
  csvOf([['seq', 'at', 'clock', 'kind', 'text', 'lateMs', 'data'], ...lines.map(rowOf)]);
export const journalCsvRows = (lines: readonly JournalLine[]): string => csvOf(lines.map(rowOf));
const rowOf = (line: JournalLine) => [
  line.seq,
  line.at,
  Math.round(line.clock * 1000) / 1000,
  line.kind,
  line.text,
  lateOf(line),
  line.data === undefined ? '' : JSON.stringify(line.data),
];
