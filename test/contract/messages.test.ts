import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { messages } from '../../core/messages.ts';
import { root } from './support/host.ts';

/** Codes that a person at the console can meet in answer to a verb: from the engine, the door and the host. */
const folders = ['core/playback', 'core/control', 'main/host', 'main/ports/web'];
const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(root, folder, entry.name)),
);
/** Of the start alone: said on stderr, where nobody looks them up. */
const ofTheStart = new Set(['bad-flag', 'lan-off', 'follow-unavailable', 'port-refused']);

it('every code that is given has its words in both languages', () => {
  const used = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bfail\(\s*'([a-z-]+)'/g)].map((match) => match[1] ?? ''),
  );
  expect(used.length).toBeGreaterThan(20);
  expect(
    [...new Set(used)].filter((code) => !Object.hasOwn(messages, code) && !ofTheStart.has(code)),
  ).toEqual([]);
});
it('no words are empty', () => {
  for (const { en, fr } of Object.values(messages))
    expect([en.length > 5, fr.length > 5]).toEqual([true, true]);
});
