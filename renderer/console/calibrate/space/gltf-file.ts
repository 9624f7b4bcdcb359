import { sceneFault } from '../../../../core/media/glb-size.ts';
import { fail, ok } from '../../../../core/result.ts';
import type { Result } from '../../../../core/result.ts';

/**
 * A glTF 2.0 file (.glb, or .gltf with its data inside) → a .glb of nothing but shapes: pictures, materials and
 * animations are left out, since they would be fetched and are not needed. Codes: `model-file`, `model-external`,
 * `model-extension`, `model-too-large`. Layout: Khronos, glTF 2.0 specification, §4.4 (GLB).
 */
const GLB = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BIN_CHUNK = 0x004e4942;

type Json = Record<string, unknown>;
type Parts = { json: Json; bin: Uint8Array | null };
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Left out, or read by the loader. */
const HARMLESS =
  /^(?:KHR_materials_|KHR_texture_|KHR_lights_|EXT_texture_|KHR_animation_|KHR_mesh_quantization$|EXT_mesh_gpu_instancing$)/;
const DROPPED = ['images', 'textures', 'samplers', 'materials', 'animations', 'cameras', 'skins', 'extensionsUsed', 'extensionsRequired', 'extensions']; // prettier-ignore

export const shapesOf = (bytes: ArrayBuffer): Result<ArrayBuffer> => {
  const parts = partsOf(bytes);
  if (!parts)
    return fail('model-file', 'This is no glTF 2.0 file that can be read. Export it again as .glb.');
  const required = Array.isArray(parts.json['extensionsRequired']) ? parts.json['extensionsRequired'] : [];
  const strange = required.find((name) => typeof name !== 'string' || !HARMLESS.test(name));
  if (strange !== undefined)
    return fail(
      'model-extension',
      `The file needs ${String(strange)}, which is not read. Export it without compression.`,
    );
  const buffers = listOf(parts.json['buffers']);
  const outside = buffers.find(({ uri }) => typeof uri === 'string' && !uri.startsWith('data:'));
  if (outside)
    return fail(
      'model-external',
      `The file needs ${String(outside['uri'])} beside it. Export it as one .glb.`,
    );
  const fault = sceneFault(parts.json);
  if (fault === 'broken') return fail('model-file', 'The file is damaged. Export it again as .glb.');
  if (fault === 'large')
    return fail('model-too-large', 'The file has more nodes or triangles than can be read. Simplify it.');
  return ok(packed({ json: stripped(parts.json), bin: parts.bin }));
};

const partsOf = (bytes: ArrayBuffer): Parts | null => {
  try {
    const view = new DataView(bytes);
    const isBinary = bytes.byteLength >= 12 && view.getUint32(0, true) === GLB;
    const parts = isBinary ? binaryParts(bytes, view) : { json: parsed(new Uint8Array(bytes)), bin: null };
    const asset = parts?.json['asset'];
    return parts && isObject(asset) && String(asset['version']).startsWith('2') ? parts : null;
  } catch {
    return null; // the words of JSON.parse or a DataView help nobody
  }
};

const parsed = (bytes: Uint8Array): Json => {
  const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  return isObject(json) ? json : {};
};

const binaryParts = (bytes: ArrayBuffer, view: DataView): Parts | null => {
  let json: Json | null = null;
  let bin: Uint8Array | null = null;
  for (let at = 12; at + 8 <= bytes.byteLength;) {
    const length = view.getUint32(at, true);
    const chunk = new Uint8Array(bytes, at + 8, length);
    if (view.getUint32(at + 4, true) === JSON_CHUNK) json = parsed(chunk);
    if (view.getUint32(at + 4, true) === BIN_CHUNK) bin = chunk;
    at += 8 + length;
  }
  return json && { json, bin };
};

const without = (json: Json, keys: readonly string[]): Json =>
  Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));

const stripped = (json: Json): Json => {
  const kept = without(json, DROPPED);
  const meshes = listOf(json['meshes']).map((mesh) => ({
    ...mesh,
    primitives: listOf(mesh['primitives']).map((each) => without(each, ['material', 'targets'])),
  }));
  const nodes = listOf(json['nodes']).map((node) => without(node, ['camera', 'skin']));
  const using = Array.isArray(json['extensionsUsed']) ? json['extensionsUsed'] : [];
  const extensionsUsed = using.filter(
    (name) => name === 'KHR_mesh_quantization' || name === 'EXT_mesh_gpu_instancing',
  );
  return { ...kept, meshes, nodes, ...(extensionsUsed.length > 0 ? { extensionsUsed } : {}) };
};

const packed = ({ json, bin }: Parts): ArrayBuffer => {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const chunks: [number, Uint8Array, number][] = [[JSON_CHUNK, text, 0x20]];
  if (bin) chunks.push([BIN_CHUNK, bin, 0]);
  const size = chunks.reduce((sum, [, chunk]) => sum + 8 + padded(chunk.length), 12);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  [GLB, 2, size].forEach((value, i) => view.setUint32(i * 4, value, true));
  let at = 12;
  for (const [kind, chunk, filler] of chunks) {
    view.setUint32(at, padded(chunk.length), true);
    view.setUint32(at + 4, kind, true);
    bytes.fill(filler, at + 8, at + 8 + padded(chunk.length));
    bytes.set(chunk, at + 8);
    at += 8 + padded(chunk.length);
  }
  return bytes.buffer;
};
