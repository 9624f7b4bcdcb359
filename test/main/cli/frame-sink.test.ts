import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFrameSink } from '../../../main/cli/render/frame-sink.ts';

/** Numbered pictures, beside each other or in a zip: all of them, or none. */
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'frise-sink-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const picture = (number: number): Uint8Array =>
  Uint8Array.from({ length: 100_000 }, (_, i) => (i * number) % 251);

describe('a folder of pictures', () => {
  it('counts them from one', async () => {
    const sink = openFrameSink(path.join(folder, 'scene.png'));
    for (const number of [1, 2, 3]) expect((await sink.add(picture(number))).ok).toBe(true);
    expect(await sink.finish()).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toEqual(['scene-00001.png', 'scene-00002.png', 'scene-00003.png']);
    expect(readFileSync(path.join(folder, 'scene-00002.png')).equals(picture(2))).toBe(true);
  });
  it('is none where it is given up or refused', async () => {
    const sink = openFrameSink(path.join(folder, 'scene.png'));
    await sink.add(picture(1));
    await sink.abandon();
    expect(readdirSync(folder)).toEqual([]);
    const nowhere = openFrameSink(path.join(folder, 'none/scene.png'));
    expect(await nowhere.add(picture(1))).toMatchObject({ ok: false, code: 'out-unwritable' });
  });
});

describe('a zip of pictures', () => {
  it('is there once it is whole', async () => {
    const out = path.join(folder, 'scene.zip');
    const sink = openFrameSink(out);
    for (let number = 1; number <= 40; number += 1) expect((await sink.add(picture(number))).ok).toBe(true);
    expect(readdirSync(folder).every((name) => name.endsWith('.part'))).toBe(true);
    expect(await sink.finish()).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toEqual(['scene.zip']);
    const files = unzipSync(readFileSync(out));
    expect(Object.keys(files)).toHaveLength(40);
    expect(Buffer.from(files['frame-00040.png'] ?? []).equals(picture(40))).toBe(true);
  });
  it('is none where it is given up or refused', async () => {
    const sink = openFrameSink(path.join(folder, 'scene.zip'));
    await sink.add(picture(1));
    await sink.abandon();
    expect(readdirSync(folder)).toEqual([]);
    const nowhere = openFrameSink(path.join(folder, 'none/scene.zip'));
    const added = await nowhere.add(picture(1));
    expect(added.ok ? await nowhere.finish() : added).toMatchObject({ ok: false, code: 'out-unwritable' });
  });
  it('says so before it is more than a zip can hold', async () => {
    const sink = openFrameSink(path.join(folder, 'scene.zip'));
    const huge = Object.assign(picture(1), {});
    Object.defineProperty(huge, 'length', { value: 2 ** 32 });
    expect(await sink.add(huge)).toMatchObject({ ok: false, code: 'sequence-too-large' });
    await sink.abandon();
  });
});
