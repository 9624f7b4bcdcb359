/** Makes frames and films of HAP piece by piece, as the specification has them: an encoder of the tests' own. */
export const bytes = (...parts: (number | readonly number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part])));
export const u32 = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);

/** A section with a header of four bytes, or of eight, which an empty one always has. */
export const section = (type: number, data: Uint8Array, isLong = false): Uint8Array<ArrayBuffer> =>
  isLong || data.length === 0
    ? bytes(0, 0, 0, type, u32(data.length), data)
    : bytes(u32(data.length).slice(0, 3), type, data);

/** Snappy without looking: literals alone, of at most `most` bytes. */
export const literals = (data: Uint8Array, most = 60): Uint8Array<ArrayBuffer> => {
  const out = [...varint(data.length)];
  for (let at = 0; at < data.length; at += most) {
    const piece = data.subarray(at, at + most);
    const size = piece.length - 1;
    out.push(
      ...(size < 60 ? [size << 2] : size < 256 ? [60 << 2, size] : [61 << 2, size & 255, size >> 8]),
      ...piece,
    );
  }
  return Uint8Array.from(out);
};
export const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];

/** Snappy with copies: the longest of what was there within the last 60,000 bytes, of three bytes of tag or two. */
export const packed = (data: Uint8Array): Uint8Array<ArrayBuffer> => {
  const out = [...varint(data.length)];
  const seen = new Map<string, number>();
  let from = 0;
  const flush = (to: number): void => {
    for (; from < to; from += 60)
      out.push(...literals(data.subarray(from, Math.min(to, from + 60))).subarray(1));
    from = to;
  };
  for (let at = 0; at < data.length;) {
    const key = data.subarray(at, at + 4).join();
    const before = seen.get(key);
    seen.set(key, at);
    if (before === undefined || at + 4 > data.length || at - before > 60_000) {
      at += 1;
      continue;
    }
    let size = 4;
    while (size < 64 && at + size < data.length && data[before + size] === data[at + size]) size += 1;
    flush(at);
    const back = at - before;
    if (size < 12 && back < 2048) out.push(((back >> 8) << 5) | ((size - 4) << 2) | 1, back & 255);
    else out.push(((size - 1) << 2) | 2, back & 255, back >> 8);
    at += size;
    from = at;
  }
  flush(data.length);
  return Uint8Array.from(out);
};

/** A frame in pieces. `table`: with an offset table, the pieces standing in reverse order. */
export const inPieces = (
  type: number,
  pieces: readonly { isPacked: boolean; data: Uint8Array }[],
  table = false,
): Uint8Array<ArrayBuffer> => {
  const stored = pieces.map(({ isPacked, data }) => (isPacked ? packed(data) : data));
  const order = table ? stored.toReversed() : stored;
  const offsets = stored.map((piece) =>
    order.slice(0, order.indexOf(piece)).reduce((sum, { length }) => sum + length, 0),
  );
  const instructions = bytes(
    section(
      0x02,
      Uint8Array.from(pieces, ({ isPacked }) => (isPacked ? 0x0b : 0x0a)),
    ),
    section(0x77, bytes(1, 2, 3)), // of a later version
    section(0x03, Uint8Array.from(stored.flatMap(({ length }) => u32(length)))),
    ...(table ? [section(0x04, Uint8Array.from(offsets.flatMap(u32)))] : []),
  );
  return section(type, bytes(section(0x01, instructions), ...order), true);
};
