import { strFromU8 } from 'fflate';
import { fail, ok, type Result } from '../result.ts';
import { isPlainObject } from '../show/plain.ts';
import { sceneFault } from './glb-size.ts';

/**
 * Whether a .glb may be drawn: it is one, whole, names nothing outside itself, and needs nothing that is not read here.
 * Layout: Khronos, glTF 2.0 specification, §4.4. Codes: `model-file`, `model-external`, `model-extension`,
 * `model-too-large`.
 */
const GLB = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
export const MOST_MODEL_BYTES = 256 * 2 ** 20;
/** Packings that need a decoder of their own. */
const UNREAD: readonly string[] = [
  'KHR_draco_mesh_compression',
  'EXT_meshopt_compression',
  'KHR_texture_basisu',
];

const broken = () =>
  fail('model-file', 'This is no glTF 2.0 file that can be read. Export it again as .glb.');

export const checkGlb = (bytes: ArrayBuffer): Result<null> => {
  const json = jsonIn(bytes);
  if (json === null) return broken();
  const required = listOf(json['extensionsRequired']);
  const unread = UNREAD.find((name) => required.includes(name));
  if (unread !== undefined)
    return fail(
      'model-extension',
      `The file needs ${unread}, which is not read. Export it without compression.`,
    );
  const outside = [...listOf(json['buffers']), ...listOf(json['images'])].find(
    (each) => isPlainObject(each) && each['uri'] !== undefined && !isInside(each['uri']),
  );
  if (outside !== undefined)
    return fail(
      'model-external',
      'The file needs another one beside it. Export it as one .glb, with everything in it.',
    );
  const fault = sceneFault(json);
  if (fault === 'broken') return broken();
  return fault === null
    ? ok(null)
    : fail('model-too-large', 'The scene has more nodes or triangles than can be drawn. Simplify it.');
};
const isInside = (uri: unknown): boolean => typeof uri === 'string' && uri.startsWith('data:image/');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const jsonIn = (bytes: ArrayBuffer): Record<string, unknown> | null => {
  const view = new DataView(bytes);
  if (bytes.byteLength < 20 || view.getUint32(0, true) !== GLB || view.getUint32(4, true) !== 2) return null;
  const length = view.getUint32(12, true);
  const isWhole = view.getUint32(8, true) <= bytes.byteLength && 20 + length <= bytes.byteLength;
  if (!isWhole || view.getUint32(16, true) !== JSON_CHUNK) return null;
  try {
    const json: unknown = JSON.parse(strFromU8(new Uint8Array(bytes, 20, length)));
    return isPlainObject(json) ? json : null;
  } catch {
    return null; // the words of JSON.parse help nobody
  }
};
