import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { animationTime } from '../../../core/layers/model.ts';
import { checkGlb } from '../../../core/media/glb.ts';

const fixture = join(import.meta.dirname, '../../fixtures/media/model.glb');
const whole = (): ArrayBuffer => Uint8Array.from(readFileSync(fixture)).buffer;
/** A .glb of this text alone. */
const glbOf = (text: string, version = 2): ArrayBuffer => {
  const json = Buffer.from(text);
  const bytes = new Uint8Array(20 + json.length);
  const view = new DataView(bytes.buffer);
  [0x46546c67, version, bytes.length, json.length, 0x4e4f534a].forEach((value, i) =>
    view.setUint32(i * 4, value, true),
  );
  bytes.set(json, 20);
  return bytes.buffer;
};
const saying = (json: object): ArrayBuffer => glbOf(JSON.stringify({ asset: { version: '2.0' }, ...json }));

describe('a .glb', () => {
  it('with everything inside may be drawn', () => {
    expect(checkGlb(whole())).toMatchObject({ ok: true });
    expect(checkGlb(saying({ images: [{ uri: 'data:image/png;base64,AAAA' }] }))).toMatchObject({ ok: true });
    expect(checkGlb(saying({ extensionsRequired: ['KHR_materials_unlit'] }))).toMatchObject({ ok: true });
  });
  it.each([
    [{ images: [{ uri: 'https://example.org/x.png' }] }],
    [{ images: [{ uri: '../../secret.png' }] }],
    [{ images: [{ bufferView: 0 }, { uri: 'file:///etc/passwd' }] }],
    [{ buffers: [{ uri: 'scene.bin' }] }],
    [{ buffers: [{ uri: 'data:application/octet-stream;base64,AA==' }] }],
    [{ images: [{ uri: 7 }] }],
  ])('that names anything else is refused: %o', (json) =>
    expect(checkGlb(saying(json))).toMatchObject({ ok: false, code: 'model-external' }),
  );
  it.each(['KHR_draco_mesh_compression', 'EXT_meshopt_compression', 'KHR_texture_basisu'])(
    'that needs %s is refused',
    (name) =>
      expect(checkGlb(saying({ extensionsRequired: [name] }))).toMatchObject({
        ok: false,
        code: 'model-extension',
      }),
  );
  const box = { meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }] };
  const many = (count: number) => ({ ...box, accessors: [{ componentType: 5126, type: 'VEC3', count }] });
  it('may hold a good many triangles, one tree of nodes, and one mesh several times', () => {
    const nodes = [{ mesh: 0, children: [1, 2] }, { mesh: 0 }, { mesh: 0 }];
    expect(checkGlb(saying({ ...many(3_000_000), nodes }))).toMatchObject({ ok: true });
  });
  it.each([
    ['nodes in each other for ever', 'model-file', { nodes: [{ children: [1] }, { children: [0] }] }],
    ['a node in itself', 'model-file', { nodes: [{ children: [0] }] }],
    ['a node in two others', 'model-file', { nodes: [{ children: [2] }, { children: [2] }, {}] }],
    [
      'nodes ten thousand deep',
      'model-file',
      { nodes: Array.from({ length: 10_000 }, (_, i) => (i < 9999 ? { children: [i + 1] } : {})) },
    ],
    ['too many nodes', 'model-too-large', { nodes: Array.from({ length: 20_000 }, () => ({})) }],
    ['places that nothing fills', 'model-too-large', many(2 ** 31)],
    ['less than nothing', 'model-file', many(-1)],
    ['no number of places', 'model-file', many(NaN)],
    [
      'one mesh very often',
      'model-too-large',
      { ...many(1_000_000), nodes: Array.from({ length: 100 }, () => ({ mesh: 0 })) },
    ],
    [
      'one node very often',
      'model-too-large',
      {
        ...many(10_000),
        nodes: [{ mesh: 0, extensions: { EXT_mesh_gpu_instancing: { attributes: { TRANSLATION: 0 } } } }],
      },
    ],
  ])('with %s is refused', (_what, code, json) =>
    expect(checkGlb(saying(json))).toMatchObject({ ok: false, code }),
  );
  it('that is none, of another version or cut short is refused', () => {
    const short = whole().slice(0, 2000);
    for (const bytes of [
      new ArrayBuffer(0),
      new ArrayBuffer(40),
      glbOf('{}', 1),
      glbOf('{'),
      glbOf('[]'),
      short,
    ])
      expect(checkGlb(bytes)).toMatchObject({ ok: false, code: 'model-file' });
  });
});

describe('an animation’s time', () => {
  const p = { offset: 1, rate: 2, loop: true };
  it('goes round, backwards too', () => {
    expect(animationTime(p, 1, 10)).toBe(3);
    expect(animationTime(p, 5, 10)).toBe(1);
    expect(animationTime({ ...p, rate: -1 }, 3, 10)).toBe(8);
  });
  it('stands at its ends where it doesn’t, and its end is not its beginning', () => {
    expect(animationTime({ ...p, loop: false }, 99, 10)).toBeCloseTo(10, 6);
    expect(animationTime({ ...p, loop: false }, 99, 10)).toBeLessThan(10);
    expect(animationTime({ ...p, loop: false, rate: -1 }, 99, 10)).toBe(0);
    expect(animationTime(p, 3, 0)).toBe(0);
  });
});
