/**
 * Art-Net 4, the part that a receiver needs. Source: "Art-Net 4 Protocol Release", Artistic Licence; names of fields are
 * its own. Nothing is trusted: a packet that is too short for what it says is `malformed`, never read past its end.
 */
export const ARTNET_PORT = 6454;

/** Frame rates of ArtTimeCode by their wire number: film 24, EBU 25, drop frame 29.97, SMPTE 30. */
const artTimecodeTypes = ['film', 'ebu', 'drop', 'smpte'] as const;
export type ArtTimecode = {
  hours: number;
  minutes: number;
  seconds: number;
  frames: number;
  type: (typeof artTimecodeTypes)[number];
};
type ArtDmx = {
  kind: 'dmx';
  /** 15-bit port address: net, sub-net and universe in one number, from 0. */
  universe: number;
  /** 1–255; null: the sender does not count. */
  sequence: number | null;
  /** A view into the packet; odd lengths are taken as they come. */
  levels: Uint8Array;
};
export type ArtPacket =
  | ArtDmx
  | { kind: 'poll' }
  | { kind: 'sync' }
  | ({ kind: 'timecode' } & ArtTimecode)
  /** Art-Net that is none of ours: replies of other nodes, RDM … */
  | { kind: 'other'; opcode: number }
  | { kind: 'malformed'; message: string };

const opcodes = { poll: 0x2000, dmx: 0x5000, sync: 0x5200, timecode: 0x9700 } as const;
const ID = [0x41, 0x72, 0x74, 0x2d, 0x4e, 0x65, 0x74, 0];
const DMX_HEADER = 18;
const TIMECODE_LENGTH = 19;

const malformed = (message: string): ArtPacket => ({ kind: 'malformed', message });

export const parseArtnet = (bytes: Uint8Array): ArtPacket => {
  if (bytes.length < 10 || !ID.every((byte, at) => bytes[at] === byte))
    return malformed('no Art-Net: the name at its start is missing');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const opcode = view.getUint16(8, true);
  switch (opcode) {
    case opcodes.dmx:
      return parseDmx(bytes, view);
    case opcodes.poll:
      return { kind: 'poll' };
    case opcodes.sync:
      return { kind: 'sync' };
    case opcodes.timecode:
      return parseTimecode(view);
    default:
      return { kind: 'other', opcode };
  }
};

const parseDmx = (bytes: Uint8Array, view: DataView): ArtPacket => {
  if (bytes.length < DMX_HEADER) return malformed('ArtDmx is cut off in its header');
  const length = view.getUint16(16);
  if (length < 1 || length > 512) return malformed(`ArtDmx says ${length} channels; 1 to 512 are possible`);
  if (bytes.length < DMX_HEADER + length)
    return malformed(`ArtDmx says ${length} channels and carries ${bytes.length - DMX_HEADER}`);
  const sequence = view.getUint8(12);
  return {
    kind: 'dmx',
    universe: ((view.getUint8(15) & 0x7f) << 8) | view.getUint8(14),
    sequence: sequence === 0 ? null : sequence,
    levels: bytes.subarray(DMX_HEADER, DMX_HEADER + length),
  };
};

const frameRates = { film: 24, ebu: 25, drop: 30, smpte: 30 } as const;

const parseTimecode = (view: DataView): ArtPacket => {
  if (view.byteLength < TIMECODE_LENGTH) return malformed('ArtTimeCode is cut off');
  const [frames, seconds, minutes, hours] = [14, 15, 16, 17].map((at) => view.getUint8(at));
  const type = artTimecodeTypes[view.getUint8(18)];
  if (type === undefined) return malformed(`ArtTimeCode of type ${view.getUint8(18)}; 0 to 3 are known`);
  const time = { hours: hours ?? 0, minutes: minutes ?? 0, seconds: seconds ?? 0, frames: frames ?? 0 };
  const isTime = time.hours < 24 && time.minutes < 60 && time.seconds < 60 && time.frames < frameRates[type];
  return isTime ? { kind: 'timecode', ...time, type } : malformed('ArtTimeCode names no time of day');
};
