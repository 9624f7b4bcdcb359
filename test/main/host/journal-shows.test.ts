import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createShowClock } from '../../../main/host/clock.ts';
import { createJournal } from '../../../main/host/journal.ts';
import { createJournalReader } from '../../../main/host/journal/reader.ts';
import { createFakeMachine } from './fake-machine.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frise-shows-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const setUp = () => {
  const fake = createFakeMachine();
  const clock = createShowClock(0, fake.machine);
  const make = (overrides = {}) =>
    createJournal({
      folder,
      clock,
      onChange: () => undefined,
      onFault: () => undefined,
      perSecond: 1000,
      ...overrides,
    });
  return { ...fake, make, reader: createJournalReader(folder) };
};
const shows = async (reader: ReturnType<typeof createJournalReader>) => {
  const reply = await reader.shows();
  if (!reply.ok) throw new Error(reply.message);
  return reply.value.shows;
};
const read = async (reader: ReturnType<typeof createJournalReader>, overrides = {}) => {
  const query = { show: null, kind: 'all' as const, text: '', from: null, limit: 100, ...overrides };
  const reply = await reader.read(query);
  if (!reply.ok) throw new Error(reply.code);
  return reply.value;
};
const usine = { title: 'Usine', id: 'show:usine' };

it('a show has a file of its own, from its opening to the reset after something was fired', async () => {
  const { make, advance, reader } = setUp();
  const journal = make();
  journal.begin(usine, 'opened');
  journal.add('cue', 'cue 1 by go', { lateMs: 0.3 });
  journal.add('refused:guard', 'go from x');
  advance(60);
  journal.begin(usine, 'reset');
  journal.add('host', 'quiet');
  // Nothing was fired since: a second reset is no other show.
  journal.begin(usine, 'reset');
  await journal.close();
  const found = await shows(reader);
  expect(found).toMatchObject([
    { id: 'now', isOpen: true, title: 'Usine', lines: 2, cues: 0, worstMs: null },
    { isOpen: false, title: 'Usine', lines: 3, cues: 1, refused: 1, worstMs: 0.3 },
  ]);
  expect(found[1]?.id).toMatch(/^\d{8}-\d{6}$/);
  const { lines } = await read(reader, { show: found[1]?.id });
  expect(lines.map(({ kind }) => kind)).toEqual(['show', 'cue', 'refused:guard']);
});
it('reads by pages, the last one first, and finds', async () => {
  const { make, reader } = setUp();
  const journal = make();
  for (let n = 0; n < 250; n += 1) journal.add(n % 2 === 0 ? 'cue' : 'refused:guard', `line ${n}`);
  await journal.close();
  expect(await read(reader)).toMatchObject({ from: 150, total: 250 });
  const page = await read(reader, { from: 10, limit: 2 });
  expect(page.lines.map(({ text }) => text)).toEqual(['line 10', 'line 11']);
  expect(await read(reader, { kind: 'refused' })).toMatchObject({ total: 125 });
  expect((await read(reader, { text: 'LINE 24' })).lines.map(({ text }) => text)).toHaveLength(13);
});
it('a journal of before shows were told apart is read, and becomes a show', async () => {
  const old = (seq: number) =>
    `${JSON.stringify({ seq, at: `2018-11-22T21:00:0${seq}.000Z`, clock: seq, kind: 'cue', text: `old ${seq}` })}\n`;
  writeFileSync(join(folder, 'journal.1.jsonl'), old(1));
  writeFileSync(join(folder, 'journal.jsonl'), `${old(2)}{"torn`);
  const { make, reader } = setUp();
  expect((await read(reader)).lines.map(({ text }) => text)).toEqual(['old 1', 'old 2']);
  const journal = make();
  journal.begin(usine, 'opened');
  await journal.close();
  expect((await shows(reader)).map(({ id, cues }) => [id, cues])).toEqual([
    ['now', 0],
    ['20181122-210001', 2],
  ]);
});
it('keeps thirty shows, and more while they are young', async () => {
  const line = `${JSON.stringify({ seq: 1, at: '2018-11-22T21:00:00.000Z', clock: 0, kind: 'cue', text: 'x' })}\n`;
  const id = (n: number) => `201811${String(n).padStart(2, '0')}-210000`;
  const { make, machine } = setUp();
  for (let n = 1; n <= 40; n += 1) {
    const path = join(folder, `show-${id(n)}.jsonl`);
    writeFileSync(path, line);
    const days = n <= 5 ? 30 : 1;
    const at = machine.wallMs() / 1000 - days * 86_400;
    utimesSync(path, at, at);
  }
  writeFileSync(join(folder, 'journal.jsonl'), line);
  const journal = make();
  journal.begin(usine, 'opened');
  await journal.close();
  const left = readdirSync(folder).filter((name) => name.startsWith('show-'));
  expect(left).toHaveLength(36);
  expect(existsSync(join(folder, `show-${id(5)}.jsonl`))).toBe(false);
  expect(existsSync(join(folder, `show-${id(6)}.jsonl`))).toBe(true);
});
it('a name that is none of its shows is refused', async () => {
  const { reader } = setUp();
  const query = { show: '20001231-000000', kind: 'all' as const, text: '', from: null, limit: 1 };
  expect(await reader.read(query)).toMatchObject({ ok: false, code: 'journal-show-unknown' });
});
