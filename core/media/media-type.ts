import type { MediaRecord } from '../show/show.schema.ts';

/**
 * Files that a show may hold, by their ending: which kind of medium each is, its type over HTTP, and the first bytes
 * that prove it. Pages ask their own engine whether it decodes; here stands only what is let in at all.
 */
export type MediaKind = MediaRecord['kind'];
/** A signature's bytes at an offset; null stands for any byte. */
type Sign = { at: number; bytes: readonly (number | null)[] };
type MediaType = { kind: MediaKind; mime: string; signs: readonly Sign[] };

const ascii = (text: string, at = 0): Sign => ({
  at,
  bytes: Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)),
});
const raw = (...bytes: number[]): Sign => ({ at: 0, bytes });
const box = [ascii('ftyp', 4)];
const ogg = [ascii('OggS')];
/** A frame of MPEG audio: eleven bits that are set. */
const mpeg = [ascii('ID3'), ...[0xfb, 0xf3, 0xf2, 0xfa].map((second) => raw(0xff, second))];
const jpeg = [raw(0xff, 0xd8, 0xff)];

export const mediaTypes: Readonly<Record<string, MediaType>> = {
  png: { kind: 'image', mime: 'image/png', signs: [raw(0x89, 0x50, 0x4e, 0x47)] },
  jpg: { kind: 'image', mime: 'image/jpeg', signs: jpeg },
  jpeg: { kind: 'image', mime: 'image/jpeg', signs: jpeg },
  webp: { kind: 'image', mime: 'image/webp', signs: [ascii('WEBP', 8)] },
  avif: { kind: 'image', mime: 'image/avif', signs: box },
  // Text: whether it is SVG, and harmless, is asked of the whole.
  svg: { kind: 'svg', mime: 'image/svg+xml', signs: [] },
  mp4: { kind: 'video', mime: 'video/mp4', signs: box },
  m4v: { kind: 'video', mime: 'video/mp4', signs: box },
  mov: {
    kind: 'video',
    mime: 'video/quicktime',
    signs: [...box, ascii('moov', 4), ascii('mdat', 4), ascii('wide', 4)],
  },
  webm: { kind: 'video', mime: 'video/webm', signs: [raw(0x1a, 0x45, 0xdf, 0xa3)] },
  wav: { kind: 'sound', mime: 'audio/wav', signs: [ascii('WAVE', 8)] },
  mp3: { kind: 'sound', mime: 'audio/mpeg', signs: mpeg },
  ogg: { kind: 'sound', mime: 'audio/ogg', signs: ogg },
  opus: { kind: 'sound', mime: 'audio/ogg', signs: ogg },
  m4a: { kind: 'sound', mime: 'audio/mp4', signs: box },
  flac: { kind: 'sound', mime: 'audio/flac', signs: [ascii('fLaC')] },
  glb: { kind: 'model', mime: 'model/gltf-binary', signs: [ascii('glTF')] },
  ttf: { kind: 'font', mime: 'font/ttf', signs: [raw(0, 1, 0, 0), ascii('true')] },
  otf: { kind: 'font', mime: 'font/otf', signs: [ascii('OTTO')] },
  woff2: { kind: 'font', mime: 'font/woff2', signs: [ascii('wOF2')] },
};

/** `film.final.MOV` → `mov`; '' where there is none. */
export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
export const typeOf = (name: string): MediaType | null => {
  const ending = endingOf(name);
  return Object.hasOwn(mediaTypes, ending) ? (mediaTypes[ending] ?? null) : null;
};

/** How many of a file's first bytes its type is read from. */
export const SIGNED_BYTES = 16;
/** Whether the file begins as its ending says. */
export const isSigned = (name: string, head: Uint8Array): boolean => {
  const type = typeOf(name);
  if (type === null) return false;
  const fits = ({ at, bytes }: Sign): boolean =>
    bytes.every((byte, index) => byte === null || head[at + index] === byte);
  return type.signs.length === 0 || type.signs.some(fits);
};
