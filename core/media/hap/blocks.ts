import { paddedSize, type HapTexture, type Size } from './codec.ts';

/**
 * Block textures as plain pixels, where a graphics card takes none, and for small pictures. S3TC, RGTC1: Khronos Data
 * Format 1.3, §18–19; scaled YCoCg: van Waveren and Castaño, "Real-Time YCoCg-DXT Compression", 2007. Nothing is
 * allocated within a frame: a film is a hundred thousand blocks.
 */
type Texture = { texture: HapTexture; data: Uint8Array };
/** Straight RGBA of `size`, top row first, out of the textures of one frame. */
export const toPlain = (textures: readonly Texture[], size: Size): Uint8Array<ArrayBuffer> => {
  const plain = new Uint8Array(size.width * size.height * 4);
  for (const each of textures) addTexture(plain, each, size);
  return plain;
};

/** The block under work: sixteen pixels of RGBA. */
const block = new Uint8Array(64);
const addTexture = (plain: Uint8Array, { texture, data }: Texture, size: Size): void => {
  const across = paddedSize(size).width / 4;
  const bytes = texture === 'rgb' || texture === 'alpha' ? 8 : 16;
  for (let i = 0; i * bytes < data.length; i += 1) {
    decode(texture, data, i * bytes);
    place(plain, size, (i % across) * 4, Math.floor(i / across) * 4, texture === 'alpha');
  }
};

/** `isAlpha`: colours are there already. */
const place = (
  plain: Uint8Array,
  { width, height }: Size,
  left: number,
  top: number,
  isAlpha: boolean,
): void => {
  const rows = Math.min(4, height - top);
  const columns = Math.min(4, width - left);
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < columns; x += 1) {
      const to = ((top + y) * width + left + x) * 4;
      const from = (y * 4 + x) * 4;
      if (!isAlpha)
        for (let channel = 0; channel < 3; channel += 1) plain[to + channel] = block[from + channel]!;
      plain[to + 3] = block[from + 3]!;
    }
};

const decode = (texture: HapTexture, data: Uint8Array, at: number): void => {
  switch (texture) {
    case 'rgb':
      return colours(data, at, false);
    case 'alpha':
      return ramp(data, at);
    case 'rgba':
      colours(data, at + 8, true);
      return ramp(data, at);
    case 'ycocg':
      colours(data, at + 8, true);
      ramp(data, at);
      return fromYCoCg();
  }
};

const palette = new Uint8Array(16);
/** `isFour`: always two colours between, as in DXT5; else a block may have one between, and black. */
const colours = (data: Uint8Array, at: number, isFour: boolean): void => {
  const a = data[at]! + data[at + 1]! * 256;
  const b = data[at + 2]! + data[at + 3]! * 256;
  fromR5G6B5(a, 0);
  fromR5G6B5(b, 4);
  const isTwo = isFour || a > b;
  for (let channel = 0; channel < 3; channel += 1) {
    const first = palette[channel]!;
    const last = palette[4 + channel]!;
    palette[8 + channel] = isTwo ? (2 * first + last) / 3 + 0.5 : (first + last) / 2 + 0.5;
    palette[12 + channel] = isTwo ? (first + 2 * last) / 3 + 0.5 : 0;
  }
  for (let i = 0; i < 16; i += 1) {
    const from = ((data[at + 4 + (i >> 2)]! >> ((i & 3) * 2)) & 3) * 4;
    block[i * 4] = palette[from]!;
    block[i * 4 + 1] = palette[from + 1]!;
    block[i * 4 + 2] = palette[from + 2]!;
    block[i * 4 + 3] = 255;
  }
};
const fromR5G6B5 = (value: number, at: number): void => {
  palette[at] = ((value >> 11) * 255) / 31 + 0.5;
  palette[at + 1] = (((value >> 5) & 63) * 255) / 63 + 0.5;
  palette[at + 2] = ((value & 31) * 255) / 31 + 0.5;
};

const steps = new Uint8Array(8);
/** One channel, into alpha: two ends and what lies between, three bits a pixel. */
const ramp = (data: Uint8Array, at: number): void => {
  const a = data[at]!;
  const b = data[at + 1]!;
  const count = a > b ? 7 : 5;
  for (let i = 1; i < count; i += 1) steps[i + 1] = (a * (count - i) + b * i) / count + 0.5;
  steps[0] = a;
  steps[1] = b;
  if (a <= b) {
    steps[6] = 0;
    steps[7] = 255;
  }
  for (let i = 0; i < 16; i += 1) {
    const bit = i * 3;
    const byte = at + 2 + (bit >> 3);
    // The last pixel's bits end with the block: what follows it is masked away.
    const pair = data[byte]! + (byte + 1 < data.length ? data[byte + 1]! * 256 : 0);
    block[i * 4 + 3] = steps[(pair >> (bit & 7)) & 7]!;
  }
};

const fromYCoCg = (): void => {
  for (let i = 0; i < 64; i += 4) {
    const scale = block[i + 2]! / 8 + 1;
    const co = (block[i]! - 128) / scale;
    const cg = (block[i + 1]! - 128) / scale;
    const y = block[i + 3]!;
    block[i] = byteOf(y + co - cg);
    block[i + 1] = byteOf(y + cg);
    block[i + 2] = byteOf(y - co - cg);
    block[i + 3] = 255;
  }
};
const byteOf = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : value + 0.5);
