import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { textureBytes } from '../../../core/media/hap/codec.ts';
import { openHap } from '../../../renderer/stage/film/hap-reader.ts';
import { rangeSource } from '../../../renderer/stage/film/ranges.ts';
import { meanGap } from '../support/areas.ts';
import type { Picture } from '../support/picture.ts';
import { makeFrame, makeGroup, makeLayer, makeStudio, type Studio } from '../support/scene.ts';
import { bytesOf, cropped, FILMS, FRAMES, middleOf, numberIn, RATE, spread, urlOf } from './hap-files.ts';

/** HAP on the stage: each frame tells its number, so a picture says which one is shown. */
const made: Studio[] = [];
const studioOf = (url: string, over: Parameters<typeof makeStudio>[0] = {}): Studio => {
  const studio = makeStudio({ mediaUrl: () => url, ...over });
  made.push(studio);
  return studio;
};
afterEach(() => vi.restoreAllMocks());
afterAll(() => made.forEach((studio) => studio.dispose()));

type Shot = Record<string, unknown>;
const film = (parameters: Shot, over: Parameters<typeof makeLayer>[1] = {}) =>
  makeLayer('video', { position: 0, free: 0, parameters: { media: 'media:film', ...parameters }, ...over });
const whole = { x: 0, y: 1, width: 32, height: 16, fit: 'stretch' };
/** Of a film over the whole canvas: 320 × 160 pixels, from the tenth row. */
const numberOf = (picture: Picture, left = 0, width = 320): number | null =>
  numberIn((column) => {
    const x = Math.round(left + ((column + 0.5) * width) / 8);
    return picture.pixels[(50 * picture.width + x) * 4 + 1]!;
  });
const shoot = (studio: Studio, parameters: Shot, position = 0): Promise<Picture> =>
  studio.shoot(makeFrame([makeGroup([film({ ...whole, ...parameters }, { position })])]));

describe.each(Object.entries(FILMS))('%s', (name, url) => {
  test('shows the frame of any time, in any order', async () => {
    const studio = studioOf(url);
    for (const frame of [0, 19, 7, 8, 3, 18, 1])
      expect(numberOf(await shoot(studio, {}, middleOf(frame))), `${frame}`).toBe(frame);
    // At its very instant a frame is there; beyond both ends the film stands.
    for (const [at, frame] of [
      [5 / RATE, 5],
      [0.27999, 6],
      [-3, 0],
      [99, 19],
    ] as const)
      expect(numberOf(await shoot(studio, {}, at)), `${at}`).toBe(frame);
    expect(studio.problems).toEqual([]);
  });
  test('runs backwards, faster, slower and in a loop', async () => {
    const studio = studioOf(url);
    const length = FRAMES / RATE;
    const shown = async (parameters: Shot, times: readonly number[]) => {
      const numbers: (number | null)[] = [];
      for (const t of times) numbers.push(numberOf(await shoot(studio, parameters, t)));
      return numbers;
    };
    expect(
      await shown(
        { rate: -1, offset: middleOf(10) },
        [0, 1, 2, 3].map((i) => i / RATE),
      ),
    ).toEqual([10, 9, 8, 7]);
    expect(
      await shown(
        { rate: 3, offset: 0.001 },
        [0, 1, 2, 3].map((i) => i / RATE),
      ),
    ).toEqual([0, 3, 6, 9]);
    expect(
      await shown(
        { rate: 0.5, offset: 0.001 },
        [0, 1, 2, 3].map((i) => i / RATE),
      ),
    ).toEqual([0, 0, 1, 1]);
    expect(
      await shown({ loop: true, offset: 0.001 }, [length, length + 2 / RATE, 2 * length - 1 / RATE]),
    ).toEqual([0, 2, 19]);
    expect(await shown({ loop: true, rate: -1, offset: length - 0.001 }, [0, 1 / RATE, length])).toEqual([
      19, 18, 19,
    ]);
  });
  test('is uploaded as it is: one texture of the film’s own bytes a frame, none for the same', async () => {
    const studio = studioOf(url);
    const gl = studio.renderer.getContext();
    if (!(gl instanceof WebGL2RenderingContext)) throw new Error('no WebGL 2');
    const blocks = vi.spyOn(gl, 'compressedTexSubImage2D');
    const pixels = vi.spyOn(gl, 'texSubImage2D');
    await shoot(studio, {}, middleOf(2));
    pixels.mockClear();
    blocks.mockClear();
    await shoot(studio, {}, middleOf(3));
    await shoot(studio, {}, middleOf(3) + 0.001);
    await shoot(studio, {}, middleOf(4));
    const sizes = blocks.mock.calls
      .map((call) => (call as unknown[])[7])
      .map((data) => (data instanceof Uint8Array ? data.length : 0));
    const own = textureBytes(name === 'Hap' ? 'rgb' : 'rgba', { width: 128, height: 64 });
    expect(sizes).toEqual([own, own]);
    expect(pixels).not.toHaveBeenCalled();
  });
  test('looks the same where the graphics card takes no blocks, and says so', async () => {
    const studio = studioOf(url);
    const plain = studioOf(url);
    const { has } = plain.renderer.extensions;
    plain.renderer.extensions.has = (extension) => !extension.includes('s3tc') && has(extension);
    const [first, second] = [await shoot(studio, {}, middleOf(6)), await shoot(plain, {}, middleOf(6))];
    // Between two pixels the card mixes what is packed: chroma in the one case, colours in the other.
    expect(meanGap(first, second)).toBeLessThan(name === 'Hap Q' ? 2 : 1);
    expect(numberOf(second)).toBe(6);
    expect(plain.problems.map(({ code }) => code)).toEqual(['film-in-software']);
  });
});

test('two of one file stand at two times at once', async () => {
  const studio = studioOf(FILMS.Hap);
  const half = (x: number, key: string, frame: number) =>
    film({ ...whole, x, width: 16, offset: middleOf(frame) }, { key, clip: `clip:${key}` });
  const picture = await studio.shoot(makeFrame([makeGroup([half(0, 'a', 4), half(16, 'b', 13)])]));
  expect([numberOf(picture, 0, 160), numberOf(picture, 160, 160)]).toEqual([4, 13]);
});

test('what only fills the last blocks is not shown', async () => {
  const data = await bytesOf(FILMS.Hap);
  const studio = studioOf(urlOf(cropped(data, 'Hap1', 126, 62)));
  const picture = await shoot(studio, {}, middleOf(0));
  // The white column is eight of 126 pixels narrower by two: its last seen pixel is white to the edge.
  const edge = (10 + 159) * picture.width + 319;
  expect([...picture.pixels.subarray(edge * 4, edge * 4 + 3)]).toEqual([255, 255, 255]);
  expect(studio.problems).toEqual([]);
});

/** As a page draws: with what is there. */
const live = (studio: Studio, position: number, parameters: Shot) => {
  const frame = makeFrame([makeGroup([film({ ...whole, ...parameters }, { position })])]);
  return studio.shoot(frame, undefined, undefined, false);
};

describe('live', () => {
  /** Draws until the picture shows the number, as a page does. */
  const until = async (
    studio: Studio,
    position: number,
    frame: number,
    parameters: Shot = {},
  ): Promise<void> => {
    await expect
      .poll(async () => numberOf(await live(studio, position, parameters)), { timeout: 20_000, interval: 5 })
      .toBe(frame);
  };
  const asks = () => {
    const post = vi.spyOn(Worker.prototype, 'postMessage');
    return () =>
      post.mock.calls.flatMap(([ask]) =>
        't' in Object(ask) ? [Math.floor(Object(ask).t * RATE + 1e-6)] : [],
      );
  };
  test('the next frame is ready before its time, forwards, backwards and over the loop', async () => {
    const studio = studioOf(FILMS['Hap Q'], { mode: 'live' });
    const loop = { loop: true };
    await until(studio, middleOf(17), 17, loop);
    const asked = asks();
    for (const frame of [18, 19, 20, 21]) await until(studio, middleOf(frame), frame % FRAMES, loop);
    expect(asked()).toEqual([18, 19, 0, 1, 2]);
    const back = studioOf(FILMS['Hap Q'], { mode: 'live' });
    const reverse = { rate: -1, offset: 0.5 };
    await until(back, middleOf(0), 12, reverse);
    const askedBack = asks();
    for (const step of [1, 2, 3]) await until(back, middleOf(step), 12 - step, reverse);
    expect(new Set(askedBack().slice(-4))).toEqual(new Set([11, 10, 9, 8]));
  });
  test('a scrub ends on the frame under it, and a film that stands asks for nothing', async () => {
    const studio = studioOf(FILMS.Hap, { mode: 'live' });
    for (const frame of [2, 15, 9, 4, 19, 0]) await live(studio, middleOf(frame), {});
    await until(studio, middleOf(11), 11);
    await expect.poll(async () => numberOf(await live(studio, middleOf(11), {}))).toBe(11);
    const asked = asks();
    for (let i = 0; i < 5; i += 1) await live(studio, middleOf(11), {});
    expect(asked()).toEqual([]);
    expect(studio.problems).toEqual([]);
  });
});

describe('what is read', () => {
  test('is the tables and the frames that are shown, of however long a file', async () => {
    const url = urlOf(spread(await bytesOf(FILMS['Hap Alpha']), 3_000_000));
    const ask = vi.spyOn(globalThis, 'fetch');
    const reader = await openHap(rangeSource(url), false);
    const before = ask.mock.calls.length;
    const frame = await reader.frame(middleOf(9));
    expect(frame.from).toBeCloseTo(9 / RATE, 9);
    const ranges = ask.mock.calls.map(
      ([, options]) => /^bytes=(\d+)-(\d+)$/.exec(Object(options).headers.Range)?.slice(1).map(Number) ?? [],
    );
    const sizes = ranges.map(([from = 0, to = 0]) => to - from + 1);
    expect(sizes.slice(before).reduce((sum, size) => sum + size, 0)).toBeLessThan(8192 + 2048);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(90_000);
    reader.dispose();
  });
  test('of a film that is cut short or broken is told, and the picture stays', async () => {
    const data = await bytesOf(FILMS['Hap Q']);
    const studio = studioOf(urlOf(data.slice(0, data.length / 2)));
    await shoot(studio, {}, 0);
    expect(studio.problems.map(({ code }) => code)).toContain('film-unreadable');
    const broken = await bytesOf(FILMS['Hap Q']);
    // Within the frames.
    broken.fill(0xee, 2000, 2400);
    const other = studioOf(urlOf(broken), { mode: 'live' });
    const reports = async () => {
      for (let i = 0; i < FRAMES; i += 1) await live(other, middleOf(i), {});
      return other.problems.map(({ message }) => message).join();
    };
    await expect
      .poll(reports, { timeout: 20_000 })
      .toMatch(/at \d\.\d\d s .*is broken.*export the film again/);
  });
});
