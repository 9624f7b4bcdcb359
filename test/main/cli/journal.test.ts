import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { journalCommand, type JournalOptions } from '../../../main/cli/journal.ts';

/** `frise journal`, without a host. */
let station: string;
const line = (seq: number, kind: string, text: string, data: object = {}) =>
  `${JSON.stringify({ seq, at: `2018-11-22T21:00:0${seq}.000Z`, clock: seq, kind, text, data })}\n`;
beforeEach(() => {
  station = mkdtempSync(join(tmpdir(), 'frise-cli-journal-'));
  mkdirSync(join(station, 'journal'));
  const past =
    line(1, 'show', 'show "Usine" opened', { title: 'Usine' }) +
    line(2, 'cue', 'cue 1 by go', { lateMs: 4 }) +
    line(3, 'refused:guard', '=too, soon');
  writeFileSync(join(station, 'journal/show-20181122-210001.jsonl'), past);
});
afterEach(() => rmSync(station, { recursive: true, force: true }));
const run = async (options: JournalOptions) => {
  const said: string[] = [];
  const code = await journalCommand({ station, ...options }, {}, (text) => void said.push(text));
  return { code, said };
};

it('lists the shows', async () => {
  const { code, said } = await run({ list: true });
  expect([code, said.length]).toEqual([0, 1]);
  expect(said[0]).toMatch(/^20181122-210001 .*1 cues.*1 refused.*worst 4 ms {2}Usine$/);
});
it('prints the last show, with what was late', async () =>
  expect((await run({})).said[1]).toBe(
    '2018-11-22 21:00:02.000  cue                cue 1 by go (4 ms late)',
  ));
it('one kind as a table, without formulas', async () =>
  expect((await run({ csv: true, kind: 'refused' })).said).toEqual([
    'seq,at,clock,kind,text,lateMs,data',
    `3,2018-11-22T21:00:03.000Z,3,refused:guard,"'=too, soon",,{}`,
  ]));
it.each([
  [{ show: 'none' }, 1],
  [{ kind: 'nonsense' }, 2],
  [{ station: '/nowhere' }, 1],
])('%j ends with %i', async (options, code) => expect((await run(options)).code).toBe(code));
