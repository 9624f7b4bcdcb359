import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createShowClock } from '../../../main/host/clock.ts';
import { createJournal } from '../../../main/host/journal.ts';
import { createFakeMachine } from './fake-machine.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frise-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const setUp = (overrides: Partial<Parameters<typeof createJournal>[0]> = {}) => {
  const fake = createFakeMachine();
  const faults: (string | null)[] = [];
  const journal = createJournal({
    folder,
    clock: createShowClock(7, fake.machine),
    onChange: () => undefined,
    onFault: (message) => faults.push(message),
    ...overrides,
  });
  return { ...fake, journal, faults };
};
const lines = (name = 'journal.jsonl') =>
  readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { seq: number; kind: string; text: string; clock: number });

it('keeps one line an entry, in order, with the show clock', async () => {
  const { journal } = setUp();
  journal.add('cue', 'first');
  journal.add('cue', 'second', { n: 1 });
  await journal.close();
  expect(lines()).toMatchObject([
    { seq: 1, kind: 'cue', text: 'first', clock: 7 },
    { seq: 2, text: 'second', data: { n: 1 } },
  ]);
});
it('thins a kind that floods, says by how much, and leaves others alone', async () => {
  const { journal, advance } = setUp({ perSecond: 5 });
  for (let n = 0; n < 1000; n += 1) journal.add('fader', `${n}`);
  journal.add('cue', 'seen');
  advance(1.1);
  journal.add('fader', 'after');
  await journal.close();
  const texts = lines().map(({ text }) => text);
  expect(texts).toEqual([
    '0',
    '1',
    '2',
    '3',
    '4',
    'seen',
    '995 more lines of this kind were left out',
    'after',
  ]);
});
it('turns to a new file and keeps only so many', async () => {
  const { journal, advance } = setUp({ maxBytes: 100, keep: 2 });
  for (let n = 0; n < 6; n += 1) {
    journal.add('cue', `${n} ${'x'.repeat(80)}`);
    await journal.flush();
    advance(1);
  }
  expect(existsSync(join(folder, 'journal.2.jsonl'))).toBe(true);
  expect(existsSync(join(folder, 'journal.3.jsonl'))).toBe(false);
  expect(lines()[0]?.text).toMatch(/^5/);
});
it('a disk that refuses is said, and the lines stay for the consoles', async () => {
  writeFileSync(join(folder, 'file'), '');
  const { journal, faults } = setUp({ folder: join(folder, 'file') });
  journal.add('cue', 'kept');
  await journal.close();
  expect(faults[0]).toMatch(/EEXIST|ENOTDIR/);
  expect(journal.tail().at(-1)?.text).toBe('kept');
});
it('a folder that has gone is made again, and no line is lost by it', async () => {
  const { journal, faults } = setUp();
  journal.add('cue', 'first');
  await journal.flush();
  rmSync(folder, { recursive: true });
  journal.add('cue', 'next');
  await journal.flush();
  journal.add('cue', 'last');
  await journal.close();
  expect(faults).toEqual([null, null, null]);
  expect(lines().map(({ text }) => text)).toEqual(['next', 'last']);
});
