import { describe, expect, test } from 'vitest';
import { AS_EXPORTED, readModel } from '../../../../renderer/console/calibrate/space/gltf-model.ts';

/** A right-angled roof of two triangles at (1, 2, 3), 4 wide and 5 high; files are made here byte by byte. */
const POINTS = [0, 0, 0, 4, 0, 0, 4, 5, 0, 0, 5, -1];
const INDICES = [0, 1, 2, 0, 2, 3];
const CANVAS = { width: 20, height: 10 };

const binOf = (points: number[], indices: number[]): Uint8Array => {
  const bytes = new Uint8Array(points.length * 4 + indices.length * 2);
  bytes.set(new Uint8Array(Float32Array.from(points).buffer), 0);
  bytes.set(new Uint8Array(Uint16Array.from(indices).buffer), points.length * 4);
  return bytes;
};
const jsonOf = (points: number[], indices: number[], changes: Record<string, unknown> = {}) => ({
  asset: { version: '2.0' },
  scene: 0,
  scenes: [{ nodes: [0] }],
  nodes: [{ mesh: 0, translation: [1, 2, 3] }],
  meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1, material: 0 }] }],
  materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
  textures: [{ source: 0 }],
  images: [{ uri: 'stone.png' }],
  buffers: [{ byteLength: points.length * 4 + indices.length * 2 }],
  bufferViews: [
    { buffer: 0, byteOffset: 0, byteLength: points.length * 4 },
    { buffer: 0, byteOffset: points.length * 4, byteLength: indices.length * 2 },
  ],
  accessors: [
    {
      bufferView: 0,
      componentType: 5126,
      count: points.length / 3,
      type: 'VEC3',
      min: [0, 0, -9],
      max: [9, 9, 9],
    },
    { bufferView: 1, componentType: 5123, count: indices.length, type: 'SCALAR' },
  ],
  ...changes,
});
const glb = (json: unknown, bin: Uint8Array): ArrayBuffer => {
  const text = new TextEncoder().encode(
    JSON.stringify(json).padEnd(Math.ceil(JSON.stringify(json).length / 4) * 4),
  );
  const padded = Math.ceil(bin.length / 4) * 4;
  const bytes = new Uint8Array(12 + 8 + text.length + 8 + padded);
  const view = new DataView(bytes.buffer);
  [0x46546c67, 2, bytes.length, text.length, 0x4e4f534a].forEach((value, i) =>
    view.setUint32(i * 4, value, true),
  );
  bytes.set(text, 20);
  view.setUint32(20 + text.length, padded, true);
  view.setUint32(24 + text.length, 0x004e4942, true);
  bytes.set(bin, 28 + text.length);
  return bytes.buffer;
};
const fileOf = (changes: Record<string, unknown> = {}, points = POINTS, indices = INDICES) =>
  glb(jsonOf(points, indices, changes), binOf(points, indices));
const read = (bytes: ArrayBuffer, placement = AS_EXPORTED) => readModel('roof', bytes, CANVAS, placement);
const textFile = (json: unknown): ArrayBuffer => {
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  return bytes.buffer.slice(0, bytes.length);
};

describe('a glTF file', () => {
  test('becomes triangles in metres, y up, through its nodes; pictures beside it do not matter', async () => {
    expect(await read(fileOf())).toEqual({
      ok: true,
      value: { name: 'roof', vertices: [[1, 2, 3], [5, 2, 3], [5, 7, 3], [1, 7, 2]], triangles: [[0, 1, 2], [0, 2, 3]] }, // prettier-ignore
    });
  });
  test('as .gltf with its data inside', async () => {
    const base64 = btoa(String.fromCodePoint(...binOf(POINTS, INDICES)));
    const buffers = [{ byteLength: 60, uri: `data:application/octet-stream;base64,${base64}` }];
    const result = await read(textFile(jsonOf(POINTS, INDICES, { buffers })));
    expect(result).toMatchObject({ ok: true, value: { triangles: [[0, 1, 2], [0, 2, 3]] } }); // prettier-ignore
  });
  test('is turned upright, about, scaled and moved', async () => {
    const upright = await read(fileOf(), { up: 'z', turn: 0, scale: 1, origin: [0, 0, 10] });
    expect(upright).toMatchObject({ ok: true, value: { vertices: [[1, 3, 8], [5, 3, 8], [5, 3, 3], [1, 2, 3]] } }); // prettier-ignore
    const about = await read(fileOf(), { up: 'y', turn: 180, scale: 0.5, origin: [8, 0, 0] });
    expect(about).toMatchObject({ ok: true, value: { vertices: [[7.5, 1, -1.5], [5.5, 1, -1.5], [5.5, 3.5, -1.5], [7.5, 3.5, -1]] } }); // prettier-ignore
  });
  test('points that are one are one, and triangles of no area go', async () => {
    const points = [...POINTS, 0, 0, 0.0001];
    const result = await read(fileOf({}, points, [0, 1, 2, 4, 2, 3, 0, 4, 1]));
    expect(result).toMatchObject({ ok: true, value: { triangles: [[0, 1, 2], [0, 2, 3]] } }); // prettier-ignore
  });
});

describe('refusals', () => {
  const big = Array.from({ length: 61_000 * 9 }, (_, i) => ((i * 7919) % 9000) / 1000);
  const cases: [string, () => ArrayBuffer, string, RegExp][] = [
    ['another file', () => textFile({ hello: 1 }), 'model-file', /\.glb/],
    ['no JSON', () => new Uint8Array([1, 2, 3]).buffer, 'model-file', /\.glb/],
    ['an empty file', () => new ArrayBuffer(0), 'model-file', /\.glb/],
    ['glTF 1', () => fileOf({ asset: { version: '1.0' } }), 'model-file', /2\.0/],
    ['a file cut short', () => fileOf().slice(0, 700), 'model-file', /again/],
    ['Draco', () => fileOf({ extensionsRequired: ['KHR_draco_mesh_compression'] }), 'model-extension', /KHR_draco/],
    ['Meshopt', () => fileOf({ extensionsRequired: ['KHR_materials_unlit', 'EXT_meshopt_compression'] }), 'model-extension', /EXT_meshopt/],
    ['a buffer beside it', () => fileOf({ buffers: [{ byteLength: 60, uri: 'roof.bin' }] }), 'model-external', /roof\.bin/],
    ['no mesh', () => fileOf({ nodes: [{}], meshes: [] }), 'model-empty', /mesh/],
    ['lines alone', () => fileOf({ meshes: [{ primitives: [{ attributes: { POSITION: 0 }, mode: 1 }] }] }), 'model-empty', /mesh/],
    ['millimetres', () => fileOf({ nodes: [{ mesh: 0, translation: [1000, 2000, 0], scale: [1000, 1000, 1000] }] }), 'model-beside', /1000\.0 to 5000\.0 m/],
    ['too many triangles', () => fileOf({ meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }] }, big, []), 'model-too-large', /Simplify/],
    ['an index beyond its points', () => fileOf({}, POINTS, [0, 1, 9]), 'model-file', /again/],
  ]; // prettier-ignore
  test.each(cases)('%s', async (_what, bytes, code, words) => {
    expect(await read(bytes())).toMatchObject({ ok: false, code, message: expect.stringMatching(words) });
  });
});
