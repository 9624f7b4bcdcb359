import { strToU8 } from 'fflate';
import { fail, ok } from '../../result.ts';
import type { Result } from '../../result.ts';

/**
 * Portable float map of three channels: `PF`, width height, scale (its sign tells the byte order: negative is little
 * endian), then width × height × 3 floats. MPCDI writes rows in raster order, top row first.
 */
export type FloatMap = {
  width: number;
  height: number;
  /** 3 a texel, row by row from the top. */
  values: Float32Array;
};
const MOST_SIDE = 16_384;
const MOST_HEADER = 200;

export const encodePfm = ({ width, height, values }: FloatMap): Uint8Array => {
  const head = strToU8(`PF\n${width} ${height}\n-1.0\n`);
  const bytes = new Uint8Array(head.length + values.length * 4);
  bytes.set(head);
  const view = new DataView(bytes.buffer, head.length);
  values.forEach((value, i) => view.setFloat32(i * 4, value, true));
  return bytes;
};

/** Code: `mpcdi-warp`; `path`: the file's name in the archive. */
export const parsePfm = (bytes: Uint8Array, path: string): Result<FloatMap> => {
  const head = headOf(bytes);
  if (head === null)
    return fail('mpcdi-warp', 'The warp is no PFM of three channels. Export it again as PF.', path);
  const { width, height, isLittle, start } = head;
  if (width < 2 || height < 2 || width > MOST_SIDE || height > MOST_SIDE)
    return fail('mpcdi-warp', `A warp of ${width} × ${height} is not read: 2 to ${MOST_SIDE} a side.`, path);
  const count = width * height * 3;
  const found = Math.floor((bytes.length - start) / 4);
  if (found < count)
    return fail(
      'mpcdi-warp',
      `The warp ends early: ${found} of ${count} numbers. Copy the file again.`,
      path,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset + start);
  const values = Float32Array.from({ length: count }, (_, i) => view.getFloat32(i * 4, isLittle));
  return ok({ width, height, values });
};

const headOf = (
  bytes: Uint8Array,
): { width: number; height: number; isLittle: boolean; start: number } | null => {
  const text = Array.from(bytes.subarray(0, MOST_HEADER), (byte) => String.fromCharCode(byte)).join('');
  const match = /^PF\s+(\d{1,6})\s+(\d{1,6})\s+(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)\r?\n/.exec(text);
  const [whole, width, height, scale] = match ?? [];
  if (whole === undefined || Number(scale) === 0) return null;
  return {
    width: Number(width),
    height: Number(height),
    isLittle: Number(scale) < 0,
    start: whole.length,
  };
};
