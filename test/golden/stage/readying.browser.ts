import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Frame } from '../../../core/playback/frame.ts';
import type { Stage } from '../../../renderer/stage/stage.ts';
import { frameOf, scenes } from '../layers/scene.ts';
import { makeFrame, makeGroup, makeLayer, makeStudio, type Studio } from '../support/scene.ts';

/**
 * What is made ready ahead: the frame in which it comes on builds nothing, and its picture is the one that it always is.
 */
const empty = makeFrame([makeGroup([])]);
const isTime = (): boolean => true;
const page = (): Promise<unknown> => new Promise((done) => setTimeout(done));

/** A page's idle time until all is there. */
const ready = async (stage: Stage, frame: Frame, isStanding = false): Promise<void> => {
  for (let round = 0; !stage.expect(frame, isStanding); round += 1) {
    if (round > 500) throw new Error('it never is ready');
    stage.work(isTime);
    await page();
  }
  // What effects draw with is built beside, and first drawings are the last pieces.
  for (let left = 4; left > 0; left -= 1) {
    await page();
    if (stage.work(isTime)) left = 4;
  }
};
const held = ({ renderer }: Studio) => ({
  geometries: renderer.info.memory.geometries,
  programs: renderer.info.programs?.length,
});
/** One of each type but films, which go on by themselves, and shaders of a clip's own, which software builds for long. */
const still = scenes.filter(
  ({ type, facade }, i) =>
    type !== 'video' &&
    type !== 'shader' &&
    facade === undefined &&
    scenes.findIndex((one) => one.type === type) === i,
);

describe('a layer that is made ready', () => {
  let [live, exact]: [Studio | null, Studio | null] = [null, null];
  beforeAll(async () => {
    [live, exact] = [makeStudio({ mode: 'live' }), makeStudio()];
    // The first picture builds what every picture is laid down with.
    const opening = makeLayer('solid', { key: 'main-1/clip:opening', clip: 'clip:opening', opacity: 0.5 });
    await live.shoot(makeFrame([makeGroup([opening])]));
  });
  afterAll(() => {
    live?.dispose();
    exact?.dispose();
  });
  test.each(still)('$type', async (scene) => {
    if (!live || !exact) throw new Error('no studio');
    const frame = frameOf(scene);
    await ready(live.stage, frame);
    const before = held(live);
    const picture = await live.shoot(frame, undefined, undefined, false);
    expect(held(live)).toEqual(before);
    expect(picture).toEqual(await exact.shoot(frame));
  });
});

describe('what stands by', () => {
  const sting = (playback: string): Frame =>
    makeFrame([
      makeGroup([
        makeLayer('shape', { key: `${playback}/clip:a`, parameters: { path: 'M0 0H9V9Z', fillOpacity: 1 } }),
      ]),
    ]);
  test('outlives what is only kept, and each playback of the clip takes it over', async () => {
    const studio = makeStudio({ mode: 'live', keep: 2 });
    await studio.shoot(empty, undefined, undefined, false);
    await ready(studio.stage, sting('overlay-1'), true);
    for (let i = 0; i < 9; i += 1) await studio.shoot(empty, undefined, undefined, false);
    expect(studio.stage.info.layers).toBe(1);
    const before = held(studio);
    await studio.shoot(sting('overlay-7'), undefined, undefined, false);
    expect(held(studio)).toEqual(before);
    expect(studio.stage.info.layers).toBe(1);
    // Drawn, it is a layer like any other.
    for (let i = 0; i < 9; i += 1) await studio.shoot(empty, undefined, undefined, false);
    expect(studio.stage.info.layers).toBe(0);
    studio.dispose();
  });
  test('one that is drawn is not taken from its playback', async () => {
    const studio = makeStudio({ mode: 'live' });
    const both = makeFrame([...sting('overlay-1').groups, ...sting('overlay-2').groups]);
    await studio.shoot(sting('overlay-1'));
    await studio.shoot(both);
    expect(studio.stage.info.layers).toBe(2);
    studio.dispose();
  });
  test('a piece at a time, where there is no time for more', async () => {
    const studio = makeStudio({ mode: 'live' });
    studio.stage.expect(sting('overlay-1'), false);
    expect(studio.stage.info.layers).toBe(0);
    expect(studio.stage.work(() => false)).toBe(true);
    expect(studio.stage.work(() => false)).toBe(false);
    studio.dispose();
  });
  test('what stands by is a piece a look, and comes sooner where its moment is known', async () => {
    const studio = makeStudio({ mode: 'live' });
    const [all, first] = [() => true, sting('overlay-1')];
    studio.stage.expect(first, true);
    expect(studio.stage.work(all)).toBe(false);
    studio.stage.expect(first, true);
    expect(studio.stage.work(all), 'the layer is made, the rest waits').toBe(false);
    studio.stage.expect(first, false);
    // Its moment is known now: nothing of it waits.
    const isReady = (): boolean => {
      studio.stage.work(all);
      return studio.stage.expect(first, false);
    };
    await expect.poll(isReady).toBe(true);
    studio.dispose();
  });
});
