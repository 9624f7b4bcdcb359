import type { Preflight, PreflightLine, Told } from '../control/safety.topics.ts';
import { csvOf } from '../csv.ts';
import { countsOf, verdictOf } from './verdict.ts';

/** A pre-flight as a file: a sheet to sign, a table, or data. */
export type ExportFormat = 'text' | 'csv' | 'json';
export type Exported = { name: string; type: string; text: string };
type Lang = keyof Told;

const STATES: Record<PreflightLine['state'], Told> = {
  pass: { en: 'pass', fr: 'bon' },
  warn: { en: 'look', fr: 'à voir' },
  fail: { en: 'FAIL', fr: 'ÉCHEC' },
  unset: { en: 'not set up', fr: 'non configuré' },
  running: { en: 'not looked at', fr: 'non vérifié' },
};
const stateWord = (state: PreflightLine['state'], lang: Lang): string => STATES[state][lang];
const rank = { fail: 0, warn: 1, running: 2, pass: 3, unset: 4 } as const;
/** What fails first, then in the order of the walk. */
const worstFirst = (lines: readonly PreflightLine[]): PreflightLine[] =>
  lines.toSorted((a, b) => rank[a.state] - rank[b.state]);

const said = ({ told, detail }: PreflightLine, lang: Lang): string => told?.[lang] ?? detail[lang];

const textOf = (preflight: Preflight, lang: Lang): string => {
  const { pass, warn, fail, unset } = countsOf(preflight.lines);
  const verdict = verdictOf(preflight);
  const word = verdict === null ? '—' : stateWord(verdict, lang);
  const head =
    lang === 'fr'
      ? `Contrôle avant spectacle, ${preflight.startedAt}, par ${preflight.by} : ${word} — ${pass} bons, ${warn} à voir, ${fail} échecs, ${unset} non configurés`
      : `Pre-flight, ${preflight.startedAt}, by ${preflight.by}: ${word} — ${pass} pass, ${warn} to look at, ${fail} fail, ${unset} not set up`;
  const rows = worstFirst(preflight.lines).map(
    (line) => `${stateWord(line.state, lang).padEnd(14)} ${line.title[lang]} — ${said(line, lang)}`,
  );
  return `${[head, '', ...rows].join('\n')}\n`;
};

const csv = (preflight: Preflight, lang: Lang): string =>
  csvOf([
    ['id', 'group', 'title', 'state', 'code', 'message', 'detail', 'path'],
    ...worstFirst(preflight.lines).map((line) => [
      line.id,
      line.group,
      line.title[lang],
      line.state,
      line.problem?.code ?? '',
      line.told?.[lang] ?? '',
      line.detail[lang],
      line.problem?.path ?? '',
    ]),
  ]);

export const exported = (preflight: Preflight, format: ExportFormat, lang: Lang): Exported => {
  const name = `preflight-${preflight.startedAt.slice(0, 19).replaceAll(/[:T]/g, '-')}`;
  switch (format) {
    case 'text':
      return { name: `${name}.txt`, type: 'text/plain; charset=utf-8', text: textOf(preflight, lang) };
    case 'csv':
      return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', text: csv(preflight, lang) };
    case 'json':
      return {
        name: `${name}.json`,
        type: 'application/json',
        text: `${JSON.stringify({ verdict: verdictOf(preflight), ...preflight }, null, 2)}\n`,
      };
    default:
      return format satisfies never;
  }
};
