import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkCommand } from '../../../main/cli/check.ts';
import { folder } from '../../core/show/folder.ts';

/** What `frise check` says of a show whose cue tells projectors; the rig that knows them stays at the venue. */
const checked = async (verb: string, args: object) => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'frise-check-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await cp(folder, dir, { recursive: true });
  const file = path.join(dir, 'show.json');
  const before = await readFile(file, 'utf8');
  const action = '{ "verb": "timeline/start", "args": { "id": "sting" } }';
  const after = before.replace(action, JSON.stringify({ verb, args }));
  if (after === before) throw new Error('the fixture has no such action');
  await writeFile(file, after);
  const printed: string[] = [];
  await checkCommand(dir, (line) => printed.push(line));
  return printed;
};

it.each([
  ['projector/shutter', { id: 'all', closed: true }],
  ['projector/power', { id: 'tower-2', on: false }],
  ['projector/input', { id: 'left', input: '3A' }],
])('a cue may use %s', async (verb, args) => {
  expect(await checked(verb, args)).toEqual([]);
});
it.each([
  ['projector/shutter', { id: 'all' }, /args\.closed/],
  ['projector/input', { id: 'all', input: 'HDMI' }, /args\.input/],
  ['projector/power', { id: 'Left Tower', on: true }, /args\.id/],
  ['projector/password', { id: 'all', password: 'x' }, /not for cues and triggers/],
])('but not %s with %j', async (verb, args, because) => {
  expect((await checked(verb, args)).join('\n')).toMatch(because);
});
