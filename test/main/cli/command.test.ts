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
    expect(stderr).toMatch(/^frise: .*start, check, render, analyse, flashes, journal, schema and bench/);
  });
  it.each([
    [['check', '.', '--quick'], /^frise: unknown option '--quick'/],
    [['check'], /^frise: missing required argument 'dir'/],
    [['check', 'a', 'b'], /^frise: too many arguments/],
    [['schema', '--all'], /^frise: unknown option '--all'/],
    [['render', '.', '--canvas'], /^frise: required option '--out <file>'/],
    [['bench', '--fast'], /^frise: unknown option "--fast"/],
    [['bench', '--only', 'nothing'], /^frise: --only takes/],
  ])('%j is refused with a line and code 1', (args, words) => {
    const { status, stdout, stderr } = frise(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(words);
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
