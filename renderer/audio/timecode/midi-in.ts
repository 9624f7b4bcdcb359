import type { MidiReport } from '../../../core/control/timecode.report.ts';
import { messages } from '../../../core/messages.ts';
import { after } from '../../link/clock.ts';
import type { MidiInput, MidiPort } from './midi-port.ts';

/** MIDI inputs to the host: messages at once, those of one moment together; devices may come and go. */
export interface MidiIn {
  close(): void;
}
type Options = {
  port: MidiPort;
  /** Name of the input, or a part of it; '' takes all. */
  device: string;
  /** Show clock at a page time, ms; null before it is known. */
  showAt(pageMs: number): number | null;
  report(report: MidiReport): void;
};
/** Messages of so many ms travel together. */
const TOGETHER_MS = 2;
const MOST = 500;
const LONGEST = 256;

export const openMidiIn = ({ port, device, showAt, report }: Options): MidiIn => {
  const heard = new Map<string, { input: MidiInput; stop: () => void }>();
  let waiting: MidiReport['messages'] = [];
  let cancel: (() => void) | null = null;

  const tell = () => {
    cancel?.();
    cancel = null;
    const taken = waiting;
    waiting = [];
    const devices = [...heard.values()].map(({ input }) => input.name.slice(0, 200)).slice(0, 32);
    const problem = devices.length > 0 ? null : { code: 'midi-missing', message: messages['midi-missing'].en, path: device }; // prettier-ignore
    report({ kind: 'midi', state: problem ? 'fault' : 'listening', devices, problem, messages: taken });
  };
  const take =
    ({ name }: MidiInput) =>
    (bytes: number[], pageMs: number) => {
      const at = showAt(pageMs);
      // Clocks and active sensing come up to a hundred times a second and mean nothing here.
      const isNoise = bytes[0] === 0xf8 || bytes[0] === 0xfe;
      if (at === null || isNoise || bytes.length === 0 || bytes.length > LONGEST || waiting.length >= MOST)
        return;
      waiting.push({ from: name.slice(0, 200), bytes, at });
      cancel ??= after(TOGETHER_MS, tell);
    };
  const look = () => {
    const wanted = port.inputs().filter(({ name }) => name.toLowerCase().includes(device.toLowerCase()));
    for (const [id, { stop }] of heard)
      if (!wanted.some((input) => input.id === id)) {
        stop();
        heard.delete(id);
      }
    for (const input of wanted)
      if (!heard.has(input.id)) heard.set(input.id, { input, stop: input.listen(take(input)) });
    tell();
  };
  const stopLooking = port.onChange(look);
  look();
  return {
    close() {
      stopLooking();
      cancel?.();
      for (const { stop } of heard.values()) stop();
      heard.clear();
    },
  };
};
