/**
 * sACN (ANSI E1.31-2018), the part that a receiver of levels needs. Offsets are those of the standard's table 4-1.
 * Nothing is trusted: lengths are checked against the bytes that came.
 */
export const SACN_PORT = 5568;

type SacnData = {
  kind: 'dmx';
  universe: number;
  /** The source's id, 32 hex digits: the same after a change of address. */
  cid: string;
  /** As the desk calls itself. */
  name: string;
  /** 0–200; the highest wins. */
  priority: number;
  sequence: number;
  /** For a visualiser only, never for a stage. */
  isPreview: boolean;
  /** The source says goodbye; its levels mean nothing. */
  isTerminated: boolean;
  /** A view into the packet. */
  levels: Uint8Array;
};
export type SacnPacket =
  | SacnData
  /** Synchronisation, discovery, other start codes: no levels. */
  | { kind: 'other' }
  | { kind: 'malformed'; message: string };

/** "ASC-E1.17" and three zeros. */
const IDENTIFIER = [0x41, 0x53, 0x43, 0x2d, 0x45, 0x31, 0x2e, 0x31, 0x37, 0, 0, 0];
const ROOT_DATA = 0x00000004;
const ROOT_EXTENDED = 0x00000008;
const FRAME_DATA = 0x00000002;
const DMP_SET = 0x02;
const DMP_TYPE = 0xa1;
const FIRST_LEVEL = 126;
const PREVIEW = 0x80;
const TERMINATED = 0x40;

const malformed = (message: string): SacnPacket => ({ kind: 'malformed', message });

/** 239.255.<high>.<low>: where a universe is sent to all. */
export const multicastGroup = (universe: number): string => `239.255.${universe >> 8}.${universe & 255}`;

export const parseSacn = (bytes: Uint8Array): SacnPacket => {
  if (bytes.length < 38 || !IDENTIFIER.every((byte, at) => bytes[4 + at] === byte))
    return malformed('no sACN: the name at its start is missing');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== 0x10 || view.getUint16(2) !== 0) return malformed('sACN with a foreign preamble');
  const root = view.getUint32(18);
  if (root === ROOT_EXTENDED) return { kind: 'other' };
  if (root !== ROOT_DATA) return malformed(`sACN of kind ${root}`);
  if (bytes.length < FIRST_LEVEL) return malformed('sACN data cut off in the header');
  return parseData(bytes, view);
};

const parseData = (bytes: Uint8Array, view: DataView): SacnPacket => {
  if (view.getUint32(40) !== FRAME_DATA) return malformed('sACN data of a foreign kind');
  if (view.getUint8(117) !== DMP_SET || view.getUint8(118) !== DMP_TYPE)
    return malformed('sACN data that do not set levels');
  const count = view.getUint16(123);
  if (count < 1 || count > 513) return malformed(`sACN says ${count} values; 1 to 513 are possible`);
  if (bytes.length < FIRST_LEVEL - 1 + count)
    return malformed(`sACN says ${count} values and carries ${bytes.length - FIRST_LEVEL + 1}`);
  const universe = view.getUint16(113);
  const priority = view.getUint8(108);
  if (universe < 1 || universe > 63_999) return malformed(`sACN names universe ${universe}`);
  if (priority > 200) return malformed(`sACN has priority ${priority}; 0 to 200 are possible`);
  const options = view.getUint8(112);
  const isTerminated = (options & TERMINATED) !== 0;
  // Start code 0 is levels; others are text, RDM, priorities a channel.
  if (view.getUint8(125) !== 0 && !isTerminated) return { kind: 'other' };
  return {
    kind: 'dmx',
    universe,
    cid: [...bytes.subarray(22, 38)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    name: nameIn(bytes.subarray(44, 108)),
    priority,
    sequence: view.getUint8(111),
    isPreview: (options & PREVIEW) !== 0,
    isTerminated,
    levels: bytes.subarray(FIRST_LEVEL, FIRST_LEVEL - 1 + count),
  };
};

/** UTF-8 up to its first zero; control characters are left out, since people read it. */
const nameIn = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0);
  return decodeUtf8(end < 0 ? bytes : bytes.subarray(0, end)).replace(/\p{C}/gu, '');
};

/** core has no TextDecoder; a name that is no UTF-8 is read byte by byte. */
const decodeUtf8 = (bytes: Uint8Array): string => {
  const latin = String.fromCharCode(...bytes);
  try {
    return decodeURIComponent([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return latin; // an old desk's own character set
  }
};
