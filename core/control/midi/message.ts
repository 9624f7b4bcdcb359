import type { OscMessage } from '../osc/packet.ts';

/**
 * MIDI channel messages in the form that triggers are written in: `/note/<channel>/<n> <velocity>` (0 when it is let
 * go), `/control/<channel>/<n> <value>`, `/program/<channel> <n>`. Channels count from 1 as on the devices, velocities
 * and values go from 0 to 1, numbers are as they are sent (0–127). Anything else is null.
 */
const message = (address: string, type: 'f' | 'i', value: number): OscMessage => ({
  kind: 'message',
  address,
  args: [{ type, value }],
});

export const oscOfMidi = (bytes: ArrayLike<number>): OscMessage | null => {
  const [status = 0, first = 255, second = 255] = Array.from(bytes);
  const channel = (status & 15) + 1;
  const kind = status >> 4;
  const length = kind === 12 ? 2 : 3;
  if (bytes.length !== length || first > 127 || (length === 3 && second > 127)) return null;
  switch (kind) {
    case 8:
      return message(`/note/${channel}/${first}`, 'f', 0);
    case 9:
      return message(`/note/${channel}/${first}`, 'f', second / 127);
    case 11:
      return message(`/control/${channel}/${first}`, 'f', second / 127);
    case 12:
      return message(`/program/${channel}`, 'i', first);
    default:
      return null;
  }
};

/** As a person reads it, in hex; long ones are cut. */
export const midiText = (bytes: ArrayLike<number>): string => {
  const shown = Array.from(bytes).slice(0, 48);
  const hex = shown.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
  return bytes.length > shown.length ? `${hex} …` : hex;
};
