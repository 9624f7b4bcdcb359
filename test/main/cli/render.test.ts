import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { runRender } from '../../../main/cli/render.ts';
import { modelOf } from '../../../core/facade/model-of.ts';
import type { FacadeDocument } from '../../../core/facade/facade.schema.ts';
import { outlineOf, type OutlineWeight } from '../../../core/render/outline.ts';
import { hueOf, overlapPicture } from '../../../core/render/overlap.ts';
import { readSources } from '../../../main/cli/render/documents.ts';
import { adviceOn, findEngine } from '../../../main/cli/render/engine.ts';
import { checkOut, writeOut } from '../../../main/cli/render/out-file.ts';
import { encodePng } from '../../../main/cli/render/png.ts';
import { createProgress } from '../../../main/cli/render/progress.ts';
import { readWish, type RenderOptions } from '../../../main/cli/render/request.ts';

const tiny = path.resolve(import.meta.dirname, '../../fixtures/shows/tiny');
const folder = mkdtempSync(path.join(tmpdir(), 'frise-render-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const makeOptions = (over: Partial<RenderOptions> = {}): RenderOptions => ({
  canvas: true,
  at: '1',
  out: 'a.png',
  ...over,
});
const makeFilm = (over: Partial<RenderOptions> = {}): RenderOptions => ({
  canvas: true,
  from: '1',
  to: '2',
  out: 'a.webm',
  ...over,
});

const seen = { canvas: false, view: 'public' };

describe('what is asked for', () => {
  it('is a still of the canvas', () => {
    expect(readWish(makeOptions({ size: '640x360', lang: 'en' }))).toEqual({
      ok: true,
      value: {
        output: null,
        view: null,
        language: 'en',
        variant: null,
        width: 640,
        height: 360,
        pattern: null,
        still: { at: 1 },
        film: null,
      },
    });
  });
  it('is the building from the public’s place, the façade’s own where nothing else is said', () => {
    const view = { viewpoint: null, eye: null, target: null, lens: null };
    expect(readWish(makeOptions(seen))).toMatchObject({ value: { output: null, view } });
    const told = { viewpoint: 'porch', eye: '10,1.6,60', look: '12, 8, 0', lens: '24' };
    expect(readWish(makeOptions({ ...seen, canvas: true, ...told }))).toMatchObject({
      value: { view: { viewpoint: 'porch', eye: [10, 1.6, 60], target: [12, 8, 0], lens: 24 } },
    });
  });
  it.each([
    ['a.webm', 'webm'],
    ['A.MP4', 'mp4'],
    ['a.png', 'png'],
    ['a.zip', 'png'],
  ])('is a film for %s', (out, container) => {
    expect(readWish(makeFilm({ out, fps: '12.5', mute: true }))).toMatchObject({
      value: { still: null, film: { from: 1, to: 2, fps: 12.5, mute: true, container } },
    });
  });
  it('begins a film at 0 with 25 frames a second, and needs no time for a pattern', () => {
    const film = { canvas: true, to: '2', out: 'a.webm' };
    expect(readWish(film)).toMatchObject({ value: { film: { from: 0, fps: 25, mute: false } } });
    expect(readWish({ output: 'left', pattern: 'grey-50', out: 'a.png' })).toMatchObject({
      value: { output: 'left', pattern: 'grey-50', still: { at: 0 } },
    });
  });
  it.each<[string, RenderOptions, string, RegExp]>([
    ['no target', makeOptions({ canvas: false }), 'flag-missing', /--canvas or --output/],
    ['two targets', makeOptions({ output: 'left' }), 'flag-missing', /--canvas or --output/],
    ['no time', { canvas: true, out: 'a.png' }, 'flag-missing', /--at S .*--from S --to S/],
    ['a time that is none', makeOptions({ at: 'x' }), 'flag-invalid', /^--at x /],
    ['an empty time', makeOptions({ at: ' ' }), 'flag-invalid', /^--at/],
    ['a time below 0', makeOptions({ at: '-1' }), 'flag-invalid', /^--at -1/],
    ['a still and a film', makeFilm({ at: '1' }), 'flag-invalid', /^--at/],
    ['a film without an end', { canvas: true, from: '1', out: 'a.webm' }, 'flag-missing', /--to/],
    ['a film that ends before it begins', makeFilm({ to: '1' }), 'flag-invalid', /^--to 1 .*--from 1/],
    ['no frames', makeFilm({ fps: '0' }), 'flag-invalid', /^--fps 0/],
    ['frames in words', makeFilm({ fps: 'many' }), 'flag-invalid', /^--fps many/],
    ['a film in a picture', makeFilm({ out: 'a.jpg' }), 'flag-invalid', /^--out a\.jpg/],
    ['a still in a film', makeOptions({ out: 'a.mp4' }), 'flag-invalid', /^--out a\.mp4/],
    ['a size in words', makeOptions({ size: 'big' }), 'flag-invalid', /^--size big/],
    ['no pixels', makeOptions({ size: '0x9' }), 'flag-invalid', /^--size 0x9/],
    ['too many pixels', makeOptions({ size: '9000x10' }), 'flag-invalid', /at most 8192/],
    ['another language', makeOptions({ lang: 'de' }), 'flag-invalid', /^--lang de/],
    ['another pattern', makeOptions({ pattern: 'grey-101' }), 'flag-invalid', /^--pattern grey-101/],
    ['another view', makeOptions({ view: 'moon' }), 'flag-invalid', /^--view moon: it is canvas or public/],
    [
      'an output seen by the public',
      makeOptions({ ...seen, output: 'left' }),
      'flag-invalid',
      /^--output left/,
    ],
    [
      'a place that is none',
      makeOptions({ ...seen, eye: '1,2' }),
      'flag-invalid',
      /^--eye 1,2.*117\.5,1\.6,80/,
    ],
    ['a place with a gap', makeOptions({ ...seen, look: '1,,3' }), 'flag-invalid', /^--look 1,,3/],
    [
      'a place inside the wall',
      makeOptions({ ...seen, eye: '1,2,-3' }),
      'flag-invalid',
      /^--eye 1,2,-3.*above 0/,
    ],
    ['a lens like a needle', makeOptions({ ...seen, lens: '2' }), 'flag-invalid', /^--lens 2/],
    ['a place without the view', makeOptions({ eye: '1,2,3' }), 'flag-missing', /^--eye .*--view public/],
  ])('refuses %s', (_what, options, code, words) => {
    expect(readWish(options)).toMatchObject({ ok: false, code, message: expect.stringMatching(words) });
  });
});

describe('what it reads', () => {
  it('is the show’s texts and the files of its media', async () => {
    const read = await readSources(tiny, makeOptions({ output: 'left', canvas: false }));
    expect(read).toMatchObject({ ok: true, value: { texts: { rig: expect.stringContaining('frise-rig') } } });
  });
  it('names the outputs that there are', async () => {
    const read = await readSources(tiny, makeOptions({ output: 'middle', canvas: false }));
    expect(read).toMatchObject({ code: 'output-missing', message: expect.stringMatching(/middle.*left/) });
  });
  it('names the viewpoints that there are', async () => {
    const view = { viewpoint: 'roof', eye: null, target: null, lens: null };
    expect(await readSources(tiny, makeOptions(), view)).toMatchObject({
      code: 'viewpoint-missing',
      message: expect.stringMatching(/roof.*none.*--eye/),
    });
    expect(await readSources(tiny, makeOptions(), { ...view, viewpoint: null })).toMatchObject({ ok: true });
  });
  it.each<[string, string, RenderOptions, string]>([
    ['a folder that isn’t there', '/nowhere', makeOptions(), 'show-missing'],
    ['a file in place of a folder', path.join(tiny, 'show.json'), makeOptions(), 'show-missing'],
    ['a folder without a show', import.meta.dirname, makeOptions(), 'file-missing'],
    ['a rig that isn’t there', tiny, makeOptions({ rig: '/nowhere.json' }), 'file-missing'],
    ['a rig that is none', tiny, makeOptions({ rig: path.join(tiny, 'facade.json') }), 'document-format'],
  ])('refuses %s', async (_what, dir, options, code) => {
    const read = await readSources(dir, options);
    expect(read).toMatchObject({ ok: false, code, path: expect.stringMatching(/./) });
  });
});

describe('the pattern overlap', () => {
  const overlap = makeOptions({ pattern: 'overlap' });
  it('takes the show’s rig, on the canvas too; other patterns need none', async () => {
    expect(await readSources(tiny, overlap)).toMatchObject({
      value: { texts: { rig: expect.stringContaining('frise-rig') } },
    });
    const outline = makeOptions({ pattern: 'outline' });
    expect(await readSources(tiny, outline)).toMatchObject({ value: { texts: { rig: null } } });
  });
  it('says in one line that it needs a rig', async () => {
    const show = path.join(folder, 'no-rig');
    cpSync(tiny, show, { recursive: true });
    rmSync(path.join(show, 'rigs'), { recursive: true });
    expect(await readSources(show, overlap)).toMatchObject({
      code: 'flag-missing',
      message: expect.stringMatching(/^--pattern overlap needs a rig: add --rig FILE, .*rigs\/two\.json.*$/),
    });
  });
  it('refuses a rig without outputs', async () => {
    const rig = path.join(folder, 'bare.json');
    const bare = { 'rig:bare': { title: '', facade: { width: 16, height: 9 }, density: 10 } };
    writeFileSync(
      rig,
      JSON.stringify({ format: 'frise-rig', schema: 1, records: bare, order: { 'rig:bare': [] } }),
    );
    expect(await readSources(tiny, { ...overlap, rig })).toMatchObject({ code: 'output-missing' });
  });
  it('has hues as far apart as they can be', () => {
    expect([hueOf(0, 2), hueOf(1, 2)]).toEqual([
      [1, 0, 0],
      [0, 1, 1],
    ]);
    expect([0, 1, 2].map((index) => hueOf(index, 3))).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });
  it('has the regions that lie on the canvas, the border of what they share and a mark a metre', () => {
    const region = (x: number, width: number) => ({ region: { x, y: 0.5, width, height: 20 } });
    const picture = overlapPicture([region(0, 9), region(7, 20), region(90, 5)], { width: 16, height: 9 });
    expect(picture.regions.map(({ box }) => box)).toEqual([
      { x: 0, y: 0.5, width: 9, height: 8.5 },
      { x: 7, y: 0.5, width: 9, height: 8.5 },
    ]);
    expect(picture.regions[0]?.colour).toEqual([0.5, 0, 0]);
    expect(picture.edges.map(({ from }) => from)).toEqual([
      [7, 0.5],
      [9, 0.5],
      [9, 9],
      [7, 9],
    ]);
    const [seam, ...marks] = picture.scale;
    expect(seam).toEqual({ from: [8, 0.5], to: [8, 9] });
    expect(marks.map(({ from }) => from[1])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(marks[0]).toEqual({ from: [7.5, 1], to: [8.5, 1] });
  });
});

describe('the pattern outline', () => {
  const makeFacade = (outlines: readonly (readonly [plane: string, outline: string])[]): FacadeDocument => {
    const element = (plane: string, outline: string) => ({
      name: { fr: '', en: '' },
      kind: 'wall',
      surface: 'stone',
      plane,
      outline,
    });
    return {
      format: 'frise-facade',
      schema: 1,
      records: {
        'facade:f': { title: { fr: '', en: '' }, width: 10, height: 10 },
        'plane:near': { name: '', depth: 0 },
        'plane:far': { name: '', depth: 5 },
        ...Object.fromEntries(outlines.map((each, index) => [`element:e${index}`, element(...each)])),
      },
      order: { 'facade:f': outlines.map((_, index) => `element:e${index}`) },
    };
  };
  const box = (x: number, y: number, w: number, h: number) =>
    `M ${x} ${y} L ${x + w} ${y} L ${x + w} ${y + h} L ${x} ${y + h} Z`;
  /** Metres of line of each weight. */
  const metres = (...outlines: (readonly [string, string])[]) => {
    const sum: Record<OutlineWeight, number> = { silhouette: 0, surface: 0, element: 0 };
    for (const { line, weight } of outlineOf(modelOf(makeFacade(outlines)))) {
      const points = line.closed ? [...line.points, ...line.points.slice(0, 1)] : line.points;
      points.forEach((to, index) => {
        const from = points[index - 1] ?? to;
        sum[weight] += Math.round(1000 * Math.hypot(to[0] - from[0], to[1] - from[1])) / 1000;
      });
    }
    return sum;
  };
  it('is heavy where nothing lies beyond, and thin inside one plane', () => {
    expect(metres(['plane:far', box(0, 0, 10, 6)], ['plane:far', box(2, 2, 1, 2)])).toEqual({
      silhouette: 32,
      surface: 0,
      element: 6,
    });
  });
  it('leaves out what a nearer element covers, and marks the fall to another plane', () => {
    expect(metres(['plane:far', box(0, 0, 10, 6)], ['plane:near', box(2, -1, 2, 4)])).toEqual({
      silhouette: 32 - 2 + 4,
      surface: 2 + 3 + 3,
      element: 0,
    });
  });
  it('draws an edge that two share once a side, and an outline all of one weight as one closed line', () => {
    expect(metres(['plane:far', box(0, 0, 2, 2)], ['plane:far', box(2, 0, 2, 2)])).toMatchObject({
      silhouette: 12,
      element: 4,
    });
    const [only, ...others] = outlineOf(modelOf(makeFacade([['plane:far', box(0, 0, 2, 2)]])));
    expect(others).toEqual([]);
    expect(only?.line).toMatchObject({ closed: true, points: { length: 4 } });
  });
});

describe('the file', () => {
  it('is refused where it can’t be, before anything is drawn', async () => {
    const [gone, taken] = [path.join(folder, 'gone/a.png'), path.join(folder, 'taken.png')];
    mkdirSync(taken);
    expect(await checkOut(gone)).toMatchObject({ code: 'out-unwritable', path: path.dirname(gone) });
    expect(await checkOut(taken)).toMatchObject({ code: 'out-unwritable', path: taken });
    const watch = { cancelled: new AbortController().signal, progress: () => undefined };
    const place = { pages: '/nowhere', env: {} };
    expect(await runRender(tiny, makeOptions({ out: gone }), place, watch)).toMatchObject({
      code: 'out-unwritable',
    });
  });
  it('is there whole or as it was', async () => {
    const out = path.join(folder, 'whole.png');
    writeFileSync(out, 'old');
    expect(await writeOut(out, Buffer.from('new'))).toEqual({ ok: true, value: null });
    expect(readFileSync(out, 'utf8')).toBe('new');
    const taken = path.join(folder, 'a-folder.png');
    mkdirSync(taken);
    expect(await writeOut(taken, Buffer.from('new'))).toMatchObject({ code: 'out-unwritable' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
  it('is a PNG that others read, the same bytes for the same pixels', () => {
    const rgba = Uint8Array.from({ length: 3 * 2 * 4 }, (_, i) => (i % 4 === 3 ? 255 : i * 9));
    const png = encodePng(rgba, 3, 2);
    expect(encodePng(rgba, 3, 2).equals(png)).toBe(true);
    const { width, height, data } = PNG.sync.read(png);
    expect([width, height, ...data]).toEqual([3, 2, ...rgba]);
    expect(() => encodePng(rgba, 2, 2)).toThrow('png-size');
  });
});

describe('the engine', () => {
  it('is the one that is named, else the first that is found, else how to get one', () => {
    const env = { FRISE_CHROMIUM: '/mine' };
    expect(findEngine(env, () => true)).toEqual({ ok: true, value: '/mine' });
    expect(findEngine(env, () => false)).toMatchObject({ code: 'engine-missing' });
    expect(findEngine({}, (file) => file.endsWith('google-chrome'))).toMatchObject({ ok: true });
    expect(findEngine({}, () => false)).toMatchObject({
      message: expect.stringMatching(/Run: .*FRISE_CHROMIUM/),
    });
  });
  it('that gives up says why, and as root what to do', () => {
    expect(adviceOn('one\ntwo\n')).toBe('two');
    expect(adviceOn('Running as root without --no-sandbox is not supported.')).toContain(
      'FRISE_CHROMIUM_FLAGS=--no-sandbox',
    );
  });
});

describe('progress', () => {
  const film = (isScreen: boolean, frameSeconds: number) => {
    let now = 100;
    const said: string[] = [];
    const progress = createProgress({ seconds: () => now, write: (text) => said.push(text), isScreen });
    for (let done = 1; done <= 30; done += 1) {
      now += frameSeconds;
      progress.told(done, 30);
    }
    progress.end();
    return said;
  };
  it('says nothing of less than a second’s work', () => {
    expect(film(false, 0.03)).toEqual([]);
  });
  it('says how long it will take, every ten seconds in a log', () => {
    expect(film(false, 0.5)).toEqual([
      'frise: 2 of 30 frames, 0:14 left\n',
      'frise: 22 of 30 frames, 0:04 left\n',
    ]);
  });
  it('moves one line on a screen and clears it', () => {
    const said = film(true, 0.25);
    expect(said[0]).toBe('\r\u001b[Kfrise: 4 of 30 frames, 0:07 left');
    expect(said.at(-1)).toBe('\r\u001b[K');
    expect(said.join('')).not.toContain('\n');
  });
});
