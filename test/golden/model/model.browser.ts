import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { makeFrame, makeGroup, makeLayer, makeStudio, SIZE, WHOLE, type Studio } from '../support/scene.ts';

/** A 3-D scene on the stage: what it asks for, what it costs, what it leaves behind. */
const studio = makeStudio();
afterEach(() => vi.restoreAllMocks());
afterAll(() => studio.renderer.dispose());
const shoot = (on: Studio, parameters: Record<string, unknown> = {}, position = 1, region = WHOLE) => {
  const own = { position, parameters: { media: 'media:model', ...parameters } };
  return on.shoot(makeFrame([makeGroup([makeLayer('model', own)])]), region);
};
const glbOf = (json: object): string => {
  const text = new TextEncoder().encode(JSON.stringify({ asset: { version: '2.0' }, ...json }));
  const head = Uint32Array.from([0x46546c67, 2, 20 + text.length, text.length, 0x4e4f534a]);
  return URL.createObjectURL(new Blob([head, text]));
};

describe.sequential('a 3-D scene', () => {
  test('is drawn once for one instant and view, however many outputs show it', async () => {
    const gl = studio.renderer.getContext();
    await shoot(studio);
    const meshes = vi.spyOn(gl, 'drawElements');
    await shoot(studio);
    await shoot(studio, { x: 1, level: 0.5 });
    const again = meshes.mock.calls.filter(([, count]) => count === 36).length;
    expect(again).toBe(0);
    await shoot(studio, {}, 2);
    expect(meshes.mock.calls.filter(([, count]) => count === 36)).toHaveLength(2);
    expect(studio.problems).toEqual([]);
  });
  test('lets what is behind it be seen', async () => {
    const ground = makeLayer('solid', { key: 'main-1/clip:ground', parameters: { colour: '#0000ff' } });
    const own = makeLayer('model', { parameters: { media: 'media:model' } });
    const { pixels } = await studio.shoot(makeFrame([makeGroup([ground, own])]));
    expect([...pixels.subarray(0, 3)]).toEqual([0, 0, 255]);
    const middle = ((SIZE.height / 2) * SIZE.width + SIZE.width / 2) * 4;
    expect([...pixels.subarray(middle, middle + 3)]).not.toEqual([0, 0, 255]);
  });
  test('asks for nothing but its own file, and says what it needed', async () => {
    const bad = glbOf({
      images: [{ uri: `${location.origin}/leak.png` }],
      buffers: [{ byteLength: 4, uri: `${location.origin}/leak.bin` }],
    });
    const other = makeStudio({ mediaUrl: () => bad });
    const asked = vi.spyOn(globalThis, 'fetch');
    await shoot(other);
    expect(asked.mock.calls.map(([url]) => url)).toEqual([bad]);
    expect(performance.getEntriesByType('resource').some(({ name }) => name.includes('leak'))).toBe(false);
    expect(other.problems.map(({ code }) => code)).toContain('model-unreadable');
    expect(other.problems.map(({ message }) => message).join()).toContain('one .glb');
    other.dispose();
  });
  test('leaves nothing on the card', async () => {
    const { memory } = studio.renderer.info;
    const before = memory.geometries;
    expect(before).toBeGreaterThan(2);
    studio.stage.dispose();
    expect(memory.geometries).toBeLessThan(before - 1);
    // Three's own table for all physical materials stays with the renderer.
    expect(memory.textures).toBeLessThanOrEqual(1);
  });
});
