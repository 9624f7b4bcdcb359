/**
 * Raw Snappy (google/snappy, format_description.txt) into a place of the caller's: a frame is unpacked where it will be
 * uploaded from, and one that is cut short or lies is told and never half shown.
 */
type Length = { length: number; at: number };
/** Bytes beyond which a block copy is quicker than a loop. */
const SHORT = 24;
const broken = (why: string): never => {
  throw new Error(`a packed piece is broken: ${why}`);
};

/** The length that a stream says it unpacks to, bytes, and where its first element stands. */
export const unpackedLength = (source: Uint8Array, from: number, to: number): Length => {
  let length = 0;
  for (let at = from, scale = 1; at < to && at < from + 5; at += 1, scale *= 128) {
    const byte = source[at]!;
    length += (byte & 0x7f) * scale;
    if (byte < 128) return { length, at: at + 1 };
  }
  return broken('it has no length');
};

/** Unpacks `source` from `from` up to `to` into `target` at `start`. @returns where it ends there. */
export const unpack = (
  source: Uint8Array,
  from: number,
  to: number,
  target: Uint8Array,
  start: number,
): number => {
  const { length, at } = unpackedLength(source, from, to);
  const end = start + length;
  if (end > target.length) return broken('it unpacks to more than a picture');
  let read = at;
  let put = start;
  while (read < to) {
    const tag = source[read]!;
    read += 1;
    const kind = tag & 3;
    if (kind === 0) {
      const extra = Math.max(0, (tag >> 2) - 59);
      const size = extra === 0 ? (tag >> 2) + 1 : little(source, read, extra) + 1;
      read += extra;
      if (read + size > to || put + size > end) return broken('it ends too early');
      literal(source, read, target, put, size);
      read += size;
      put += size;
    } else {
      const bytes = kind === 3 ? 4 : kind;
      const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
      const back = little(source, read, bytes) + (kind === 1 ? (tag >> 5) * 256 : 0);
      read += bytes;
      if (read > to || put + size > end) return broken('it ends too early');
      if (back === 0 || back > put - start) return broken('it repeats what was never there');
      repeat(target, put, back, size);
      put += size;
    }
  }
  return put === end ? end : broken('it unpacks to less than it says');
};

/** Little-endian, up to four bytes; beyond the end it is refused by the caller, who counts. */
const little = (source: Uint8Array, at: number, bytes: number): number => {
  let value = 0;
  for (let i = bytes - 1; i >= 0; i -= 1) value = value * 256 + (source[at + i] ?? 0);
  return value;
};
const literal = (source: Uint8Array, from: number, target: Uint8Array, at: number, size: number): void => {
  if (size > SHORT) target.set(source.subarray(from, from + size), at);
  else for (let i = 0; i < size; i += 1) target[at + i] = source[from + i]!;
};
/** What it repeats may reach into what it writes: then it goes on as a pattern. */
const repeat = (target: Uint8Array, at: number, back: number, size: number): void => {
  if (size > SHORT && back >= size) target.copyWithin(at, at - back, at - back + size);
  else for (let i = 0; i < size; i += 1) target[at + i] = target[at + i - back]!;
};
