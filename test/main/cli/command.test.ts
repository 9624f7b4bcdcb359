import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The `frise` command from a clone, as a person types it. */
const root = path.resolve(import.meta.dirname, '../../..');
const frise = (args: string[], cwd = root) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'main/launch/frise.mjs'), ...args],
    { cwd, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};
const folder = mkdtempSync(path.join(tmpdir(), 'frise-command-'));
beforeAll(() => {
  spawnSync(process.execPath, ['main/launch/build.mjs'], { cwd: root });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the frise command', () => {
  it.each([[['serve']], [[]], [['constructor']]])('%j is no command: one line, code 1', (args) => {
    const { status, stdout, stderr } = frise(args);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(
      /^frise: .*start, check, render, analyse, flashes, journal, schema, new, cue-sheet, pack, unpack and bench/,
    );
  });
  it.each([
    [['check', '.', '--quick'], /^frise: unknown option '--quick'/],
    [['check'], /^frise: missing required argument 'dir'/],
    [['check', 'a', 'b'], /^frise: too many arguments/],
    [['schema', '--all'], /^frise: unknown option '--all'/],
    [['render', '.', '--canvas'], /^frise: required option '--out <file>'/],
    [['bench', '--fast'], /^frise: unknown option "--fast"/],
    [['bench', '--only', 'nothing'], /^frise: --only takes/],
    [['bench', '--slack', '1'], /^frise: --slack takes/],
  ])('%j is refused with a line and code 1', (args, words) => {
    const { status, stdout, stderr } = frise(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(words);
  });
  it('new makes a folder that check has nothing against, and leaves one that holds something alone', () => {
    const empty = path.join(folder, 'a show');
    expect(frise(['new', empty, '--size', '30x10'])).toMatchObject({ status: 0, stderr: '' });
    expect(frise(['check', empty])).toMatchObject({ status: 0, stdout: '' });
    expect(frise(['new', empty])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/holds something/),
    });
    const tiny = path.join(root, 'test/fixtures/shows/tiny');
    for (const template of ['facade', 'show']) {
      const made = path.join(folder, template);
      expect(frise(['new', made, '--template', template, '--from', tiny])).toMatchObject({ status: 0 });
      expect(frise(['check', made])).toMatchObject({ status: 0, stdout: '' });
    }
    expect(frise(['new', path.join(folder, 'x'), '--template', 'grand'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/empty, facade, show/),
    });
    expect(frise(['new', path.join(folder, 'x'), '--size', '0x3']).stderr).toMatch(/metres/);
  });
  it('schema writes to shows/schema below where it is called', () => {
    const { status, stdout } = frise(['schema'], folder);
    expect(status).toBe(0);
    const written = path.join(folder, 'shows/schema');
    expect(stdout.trim().split('\n').toSorted()).toEqual(
      readdirSync(written).map((name) => path.join('shows/schema', name)),
    );
    for (const name of readdirSync(written))
      expect(readFileSync(path.join(written, name), 'utf8')).toBe(
        readFileSync(path.join(root, 'shows/schema', name), 'utf8'),
      );
  });
  it('check says nothing of a sound folder and names what is wrong with another', () => {
    expect(frise(['check', 'test/fixtures/shows/tiny'])).toMatchObject({ status: 0, stdout: '' });
    const { status, stdout } = frise(['check', folder]);
    expect([status, stdout]).toEqual([1, expect.stringMatching(/^show\.json: /)]);
  });
});
