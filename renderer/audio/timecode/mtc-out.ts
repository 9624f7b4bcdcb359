import { createMtcWriter } from '../../../core/time/mtc/writer.ts';
import type { TimecodeRate } from '../../../core/time/smpte.ts';
import type { MidiPort } from './midi-port.ts';

/** MTC to a MIDI output, in step with the timeline: sent a little ahead, with the instant at which the device sends it. */
export interface MtcOut {
  /** To be called some twenty times a second. */
  tick(pageMs: number): void;
}
type Options = {
  port: MidiPort;
  /** Name of the output, or a part of it; '' is the first one. */
  device: string;
  rate: TimecodeRate;
  placeAt(pageMs: number): number | null;
};
const AHEAD_MS = 120;
/** After a longer stall it starts anew instead of catching up. */
const STALL_MS = 500;

export const openMtcOut = ({ port, device, rate, placeAt }: Options): MtcOut => {
  const writer = createMtcWriter(rate);
  let until: number | null = null;
  return {
    tick(pageMs) {
      const output = port.outputs().find(({ name }) => name.toLowerCase().includes(device.toLowerCase()));
      const to = pageMs + AHEAD_MS;
      const from = until === null || to - until > STALL_MS ? to - AHEAD_MS / 2 : until;
      until = to;
      const [a, b] = [placeAt(from), placeAt(to)];
      const places = a === null || b === null ? null : { from: a, to: b };
      for (const { bytes, at } of writer.write({ from, to, places })) output?.send(bytes, at);
    },
  };
};
