import { cp, mkdtemp, readFile, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { zipSync, strToU8 } from 'fflate';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { limits } from '../../../main/host/archive/limits.ts';
import { openedShow } from '../../../main/host/archive/opened.ts';
import { filesOf, packShow } from '../../../main/host/archive/pack.ts';
import { parseOptions } from '../../../main/host/options.ts';
import { unpackShow } from '../../../main/host/archive/unpack.ts';

const tiny = path.resolve(import.meta.dirname, '../../fixtures/shows/tiny');
let folder = '';
const at = (...parts: string[]) => path.join(folder, ...parts);
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'frise-archive-'));
  const made = folder;
  onTestFinished(() => rm(made, { recursive: true, force: true }));
});
/** An archive that another program has made. */
const foreign = async (files: Record<string, Uint8Array>): Promise<string> => {
  await writeFile(at('foreign.frise'), zipSync(files));
  return at('foreign.frise');
};
const show = { 'show.json': strToU8('{}') };
/** What is said of it, and whether something of it was left behind. */
const refusal = async (archive: string, within = limits) => {
  const result = await unpackShow(archive, at('out'), within);
  const left = (await readdir(folder)).filter((name) => name.startsWith('out'));
  return { said: result.ok ? 'unpacked' : `${result.code}: ${result.message}`, left };
};
const refusedFor = (words: RegExp) => ({ said: expect.stringMatching(words) as unknown, left: [] });

describe('a show as an archive', () => {
  it('comes out as it went in, and the same folder gives the same bytes', async () => {
    await cp(tiny, at('show'), { recursive: true });
    // Larger than a chunk, and nothing that shrinks.
    const media = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7919 + (n >> 3)) % 256));
    await writeFile(at('show/media/noise.bin'), media);
    await writeFile(at('show/.hidden'), 'stays');
    await symlink('/etc/hostname', at('show/media/link.png'));
    expect(await packShow(at('show'), at('a.frise'))).toMatchObject({ ok: true });
    expect(await packShow(at('show'), at('b.frise'))).toMatchObject({ ok: true });
    expect((await readFile(at('a.frise'))).equals(await readFile(at('b.frise')))).toBe(true);
    expect(await unpackShow(at('a.frise'), at('out'))).toMatchObject({ ok: true });
    const names = await filesOf(at('out'));
    expect(names).toEqual(await filesOf(at('show')));
    expect(names).not.toContain('media/link.png');
    for (const name of names)
      expect((await readFile(at('out', name))).equals(await readFile(at('show', name))), `${name}`).toBe(
        true,
      );
  });

  it('is never written over, and is made of a show alone', async () => {
    await writeFile(at('a.frise'), 'mine');
    expect(await packShow(tiny, at('a.frise'))).toMatchObject({ ok: false, code: 'archive-failed' });
    expect(await readFile(at('a.frise'), 'utf8')).toBe('mine');
    expect(await packShow(folder, at('b.frise'))).toMatchObject({ ok: false, code: 'archive-source' });
  });

  it('says which file it can’t take along, rather than leave it behind', async () => {
    await cp(tiny, at('show'), { recursive: true });
    await writeFile(at('show/media/quoi ?.png'), 'x');
    expect(await packShow(at('show'), at('a.frise'))).toMatchObject({
      ok: false,
      code: 'archive-source',
      path: 'media/quoi ?.png',
    });
  });

  it('is unpacked into no folder that holds something', async () => {
    await packShow(tiny, at('a.frise'));
    await cp(tiny, at('full'), { recursive: true });
    expect(await unpackShow(at('a.frise'), at('full'))).toMatchObject({ ok: false, code: 'archive-target' });
  });

  it('is opened by --show, once, and left alone then', async () => {
    await packShow(tiny, at('Tiny Show.frise'));
    const first = await openedShow(at('Tiny Show.frise'), at('station'));
    expect(first).toMatchObject({
      ok: true,
      value: expect.stringMatching(/opened.tiny-show-[0-9a-f]{8}$/) as unknown,
    });
    expect(await openedShow(at('Tiny Show.frise'), at('station'))).toEqual(first);
    expect(await openedShow(tiny, at('station'))).toEqual({ ok: true, value: tiny });
  });
});

describe('a double click on an archive', () => {
  const shown = (...args: string[]) => {
    const options = parseOptions(args, '/shows', {});
    return options.ok ? options.value.show : options.message;
  };
  it('is its show, whatever flags stand around it', () => {
    expect(shown('--no-sandbox', '/media/usb/Show.frise', '--windowed')).toBe(
      path.resolve('/media/usb/Show.frise'),
    );
    expect(shown('/usr/lib/app')).toBe(path.resolve('/shows/usine-extraordinaire'));
    expect(shown('--show', '/a', '/b.frise')).toBe(path.resolve('/a'));
  });
});

describe('an archive from a stranger', () => {
  it.each([
    '../evil.json',
    'media/../../evil',
    '/etc/evil',
    'C:\\evil',
    'a\\..\\..\\evil',
    '.frise/show.json.log-1',
  ])('with %s writes nothing', async (name) => {
    expect(await refusal(await foreign({ ...show, [name]: strToU8('x') }))).toEqual(
      refusedFor(/^archive-refused: .*(?:outside the folder|hidden)/),
    );
    expect(await readdir(path.dirname(folder))).not.toContain('evil.json');
  });
  it.each([
    'media/a.png:evil',
    'con',
    'media/NUL.txt',
    'COM1.json',
    'a./b.png',
    'media/a ',
    'a\nb.png',
    'a?.png',
  ])('with %j, which Windows would put elsewhere, writes nothing', async (name) => {
    const archive = await foreign({ ...show, [name]: strToU8('x') });
    expect(await refusal(archive)).toEqual(refusedFor(/a name that not every system can keep/));
  });
  it('may call a file console.png, or été 1900 – « x ».png', async () => {
    const names = { 'media/console.png': strToU8('x'), 'media/été 1900 – « x ».png': strToU8('x') };
    expect(await unpackShow(await foreign({ ...show, ...names }), at('out'))).toMatchObject({ ok: true });
  });
  it('with two names that one disk may take for one is refused', async () => {
    const archive = await foreign({ ...show, 'Media/a.png': strToU8('x'), 'media/A.png': strToU8('y') });
    expect(await refusal(archive)).toEqual(refusedFor(/twice/));
  });
  it('that grows beyond measure is a bomb', async () => {
    const archive = await foreign({ ...show, 'media/zeros.bin': new Uint8Array(1_000_000) });
    const small = { ...limits, free: 10_000 };
    expect(await refusal(archive, small)).toEqual(refusedFor(/beyond all measure/));
  });
  it('with too many files, or a document too large, is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`media/${n}.png`, strToU8('x')]));
    const few = { ...limits, entries: 20, text: 10 };
    expect(await unpackShow(await foreign({ ...show, ...many }), at('out'), few)).toMatchObject({
      message: expect.stringMatching(/too many/) as unknown,
    });
    const long = { 'show.json': strToU8('{"a": "long enough"}') };
    expect(await unpackShow(await foreign(long), at('out'), few)).toMatchObject({
      message: expect.stringMatching(/too large/) as unknown,
    });
  });
  it('without a show, torn, or no archive at all leaves nothing', async () => {
    expect(await refusal(await foreign({ 'readme.md': strToU8('x') }))).toEqual(refusedFor(/no show\.json/));
    await writeFile(at('foreign.frise'), 'this is no zip file');
    expect(await refusal(at('foreign.frise'))).toEqual(refusedFor(/no show\.json|invalid|Cannot/));
    await packShow(tiny, at('torn.frise'));
    await truncate(at('torn.frise'), 600);
    expect(await refusal(at('torn.frise'))).toEqual(refusedFor(/^archive-/));
    expect(await refusal(at('gone.frise'))).toEqual(refusedFor(/^archive-unreadable: .*ENOENT/));
  });
});
