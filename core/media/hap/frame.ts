import type { HapTexture } from './codec.ts';
import { unpack } from './snappy.ts';

/**
 * A frame of HAP (Vidvox, HapVideoDRAFT): sections of a length, a type and what they hold. A texture lies in it whole,
 * packed, or in pieces that are packed each for itself. What it names is checked against what there is.
 */
export type HapImage = { texture: HapTexture; parts: readonly Part[] };
/** Bytes of the frame, from – to. */
type Part = { isPacked: boolean; from: number; to: number };
type Section = { type: number; from: number; to: number };

const MULTIPLE = 0x0d;
const INSTRUCTIONS = 0x01;
const TABLES = { compressors: 0x02, sizes: 0x03, offsets: 0x04 } as const;
const textureOf: Readonly<Record<number, HapTexture>> = {
  0xb: 'rgb',
  0xe: 'rgba',
  0xf: 'ycocg',
  0x1: 'alpha',
};
const broken = (why: string): never => {
  throw new Error(`a frame is broken: ${why}`);
};

export const readHapFrame = (data: Uint8Array): HapImage[] => {
  const whole = sectionAt(data, 0, data.length);
  if (whole.type !== MULTIPLE) return [imageOf(data, whole)];
  return sectionsIn(data, whole.from, whole.to).map((section) => imageOf(data, section));
};

const u32 = (data: Uint8Array, at: number): number =>
  data[at]! + data[at + 1]! * 2 ** 8 + data[at + 2]! * 2 ** 16 + data[at + 3]! * 2 ** 24;

/** Three bytes of length and one of type; where the length is 0, four bytes of it follow. */
const sectionAt = (data: Uint8Array, at: number, end: number): Section => {
  if (at + 4 > end) return broken('it ends within a header');
  const type = data[at + 3]!;
  const short = u32(data, at) % 2 ** 24;
  if (short === 0 && at + 8 > end) return broken('it ends within a header');
  const from = at + (short === 0 ? 8 : 4);
  const to = from + (short === 0 ? u32(data, at + 4) : short);
  return to > end ? broken(`it says ${to - from} bytes, and ${end - from} are there`) : { type, from, to };
};
const sectionsIn = (data: Uint8Array, from: number, to: number): Section[] => {
  const found: Section[] = [];
  for (let at = from; at < to;) {
    const section = sectionAt(data, at, to);
    found.push(section);
    at = section.to;
  }
  return found;
};

const imageOf = (data: Uint8Array, { type, from, to }: Section): HapImage => {
  const texture = textureOf[type & 0xf];
  if (texture === undefined) return broken(`it holds a texture of type 0x${type.toString(16)}`);
  switch (type >> 4) {
    case 0xa:
      return { texture, parts: [{ isPacked: false, from, to }] };
    case 0xb:
      return { texture, parts: [{ isPacked: true, from, to }] };
    case 0xc:
      return { texture, parts: pieces(data, from, to) };
    default:
      return broken(`it is packed in a way of its own (0x${type.toString(16)})`);
  }
};

/** In pieces: instructions first, then the pieces, one behind the other unless a table says where they stand. */
const pieces = (data: Uint8Array, from: number, end: number): Part[] => {
  const instructions = sectionAt(data, from, end);
  if (instructions.type !== INSTRUCTIONS) return broken('it does not say how it is packed');
  const tables = new Map(
    sectionsIn(data, instructions.from, instructions.to).map((each) => [each.type, each]),
  );
  const compressors = tables.get(TABLES.compressors);
  const sizes = tables.get(TABLES.sizes);
  const offsets = tables.get(TABLES.offsets);
  if (!compressors || !sizes) return broken('a table of its pieces is missing');
  const count = compressors.to - compressors.from;
  const isWhole = [sizes, ...(offsets ? [offsets] : [])].every(
    (table) => table.to - table.from === count * 4,
  );
  if (!isWhole) return broken('its tables count different pieces');
  let next = 0;
  return Array.from({ length: count }, (_, i) => {
    const compressor = data[compressors.from + i]!;
    const size = u32(data, sizes.from + i * 4);
    const start = instructions.to + (offsets ? u32(data, offsets.from + i * 4) : next);
    next += size;
    if (compressor !== 0x0a && compressor !== 0x0b) return broken('a piece is packed in a way of its own');
    if (start + size > end) return broken('a piece lies beyond its end');
    return { isPacked: compressor === 0x0b, from: start, to: start + size };
  });
};

/** Unpacks an image into a texture's bytes, which it must fill. */
export const unpackImage = (data: Uint8Array, { parts }: HapImage, target: Uint8Array): void => {
  let at = 0;
  for (const { isPacked, from, to } of parts) {
    if (isPacked) at = unpack(data, from, to, target, at);
    else {
      if (at + to - from > target.length) broken('it holds more than a picture');
      target.set(data.subarray(from, to), at);
      at += to - from;
    }
  }
  if (at !== target.length) broken(`it holds ${at} of the ${target.length} bytes of a picture`);
};
