import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkCommand, runCheck } from '../../../main/cli/check.ts';
import { sha256 } from '../../../main/host/store/files.ts';
import { folder } from '../../core/show/folder.ts';

const makeFolder = async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'frise-check-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await cp(folder, dir, { recursive: true });
  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(path.join(dir, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    await writeFile(path.join(dir, file), text.replace(from, to));
  };
  const lines = async () => {
    const printed: string[] = [];
    const status = await checkCommand(dir, (line) => printed.push(line));
    return { status, printed };
  };
  return { dir, change, lines };
};

describe('frise check', () => {
  it('says nothing of a sound folder and ends with 0', async () => {
    const { lines } = await makeFolder();
    expect(await lines()).toEqual({ status: 0, printed: [] });
  });

  it('prints every problem of every file as file: path: message, and ends with 1', async () => {
    const { dir, change, lines } = await makeFolder();
    await change('show.json', '"verb": "timeline/start"', '"verb": "explode"');
    await change('show.json', '"elements": ["column"]', '"elements": ["dome"]');
    await change('show.json', 'media/tone.txt', 'media/gone.wav');
    await change('facade.json', '"plane": "plane:back"', '"plane": "plane:no"');
    await change('rigs/one.json', '"name": "Right"', '"name": "Left"');
    await writeFile(path.join(dir, 'rigs/two.json'), '{\n  "format": "frise-rig"\n  "schema": 1\n}');
    expect(await lines()).toEqual({
      status: 1,
      printed: [
        'facade.json: element:wall.plane: No plane "plane:no".',
        'rigs/one.json: output:right.name: "Left" is the name of output:left already.',
        'rigs/two.json: Line 3, column 3: "," or "}" expected, found "\\"". Correct the file there.',
        'show.json: clip:day.region.elements.0: The façade has no element, kind or group "dome".',
        'show.json: cue:sting.actions.0.verb: No verb "explode".',
        'show.json: media:tone.path: "media/gone.wav" is not in the show folder. Copy it there.',
      ],
    });
  });

  it('checks hashes of media and façade where they are given', async () => {
    const { dir, change, lines } = await makeFolder();
    const tone = sha256(await readFile(path.join(dir, 'media/tone.txt')));
    const facade = sha256(await readFile(path.join(dir, 'facade.json')));
    await change('show.json', '"hash": null', `"hash": "${tone}"`);
    await change(
      'show.json',
      '"facade": { "path": "facade.json"',
      `"facade": { "path": "facade.json", "hash": "${facade}"`,
    );
    expect((await lines()).printed).toEqual([]);
    await writeFile(path.join(dir, 'media/tone.txt'), 'other');
    await change('facade.json', '"depth": 2.5', '"depth": 3');
    const { problems } = await runCheck(dir);
    expect(problems.map(({ file, code, path: at }) => `${file} ${code} ${at}`)).toEqual([
      'show.json facade-hash show:small.facade.hash',
      'show.json media-hash media:tone.hash',
    ]);
  });

  it.each([
    ['show.json', 'file-missing show.json'],
    ['facade.json', 'file-missing facade.json'],
    ['rigs', 'file-missing rigs/one.json'],
    ['media', 'media-missing show.json'],
  ])('without %s: %s', async (gone, expected) => {
    const { dir } = await makeFolder();
    await rm(path.join(dir, gone), { recursive: true });
    const { problems } = await runCheck(dir);
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([expected]);
  });

  it('what is no folder is said too', async () => {
    const { dir } = await makeFolder();
    expect((await runCheck(path.join(dir, 'nowhere'))).problems).toMatchObject([
      { code: 'folder-unreadable' },
    ]);
    expect((await runCheck(path.join(dir, 'show.json'))).problems).toMatchObject([
      { code: 'folder-missing' },
    ]);
  });
});
