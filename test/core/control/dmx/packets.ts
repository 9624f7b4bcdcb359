/** Packets as the standards' tables write them, put together by hand for tests. */
const ascii = (text: string, length: number): number[] =>
  Array.from({ length }, (_, at) => (at < text.length ? text.charCodeAt(at) : 0));
const big = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** (bytes - 1 - at)) & 255);

export const artDmx = (universe: number, levels: readonly number[], sequence = 0): Uint8Array =>
  Uint8Array.from([
    ...ascii('Art-Net', 8),
    0x00,
    0x50,
    ...big(14, 2),
    sequence,
    0,
    universe & 255,
    universe >> 8,
    ...big(levels.length, 2),
    ...levels,
  ]);
export const artPoll = Uint8Array.from([...ascii('Art-Net', 8), 0x00, 0x20, 0, 14, 0, 0]);
export const artSync = Uint8Array.from([...ascii('Art-Net', 8), 0x00, 0x52, 0, 14, 0, 0]);
export const artTimecode = (h: number, m: number, s: number, f: number, type: number): Uint8Array =>
  Uint8Array.from([...ascii('Art-Net', 8), 0x00, 0x97, 0, 14, 0, 0, f, s, m, h, type]);

type Sacn = {
  universe?: number;
  levels?: readonly number[];
  sequence?: number;
  priority?: number;
  options?: number;
  startCode?: number;
  cid?: number;
  name?: string;
};
export const sacnData = ({
  universe = 1,
  levels = [],
  sequence = 0,
  priority = 100,
  options = 0,
  startCode = 0,
  cid = 7,
  name = 'Test desk',
}: Sacn): Uint8Array => {
  const size = 126 + levels.length;
  return Uint8Array.from([
    ...big(0x10, 2),
    ...big(0, 2),
    ...ascii('ASC-E1.17', 12),
    ...big(0x7000 | (size - 16), 2),
    ...big(4, 4),
    ...Array.from({ length: 16 }, () => cid),
    ...big(0x7000 | (size - 38), 2),
    ...big(2, 4),
    ...ascii(name, 64),
    priority,
    ...big(0, 2),
    sequence,
    options,
    ...big(universe, 2),
    ...big(0x7000 | (size - 115), 2),
    0x02,
    0xa1,
    ...big(0, 2),
    ...big(1, 2),
    ...big(levels.length + 1, 2),
    startCode,
    ...levels,
  ]);
};
