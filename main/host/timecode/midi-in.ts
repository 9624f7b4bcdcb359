import type { Dispatcher } from '../../../core/control/dispatcher.ts';
import type { MidiReport } from '../../../core/control/timecode.report.ts';
import { midiText, oscOfMidi } from '../../../core/control/midi/message.ts';
import { isForUs, readMsc, verbOfMsc, type MscMessage } from '../../../core/control/midi/msc.ts';
import type { MidiRecord } from '../../../core/station/timecode.schema.ts';
import { createMtcReader, type MtcReading } from '../../../core/time/mtc/quarter.ts';
import type { ShowClock } from '../clock.ts';
import type { Input } from '../inputs.ts';
import type { TriggerDoor } from '../trigger-door.ts';

/**
 * MIDI that a sound page has heard: show control straight to verbs, notes and controllers to the show's triggers, time
 * code to whoever chases. Clocks and sensing are dropped unseen.
 */
export interface MidiIn {
  take(message: MidiReport['messages'][number]): void;
}
type Options = {
  clock: Pick<ShowClock, 'iso'>;
  /** null: MIDI is not listened to, but for time code. */
  input(): Input | null;
  door: TriggerDoor;
  dispatch: Dispatcher['dispatch'];
  settings(): MidiRecord;
  /** `at`: show clock, seconds. */
  onTimecode(reading: MtcReading, from: string, at: number): void;
};

/** Seconds. */
const SILENT = 1;

export const createMidiIn = ({ clock, input, door, dispatch, settings, onTimecode }: Options): MidiIn => {
  /** Quarter frames of two devices must not be put together. */
  const readers = new Map<string, ReturnType<typeof createMtcReader>>();
  /** Of two that send time code at once, the first is heard until it has been silent for a while. */
  let speaker = { from: '', at: -Infinity };
  const isSpeaker = (from: string, at: number): boolean => {
    if (from !== speaker.from && at - speaker.at < SILENT) return false;
    speaker = { from, at };
    return true;
  };
  const readerOf = (from: string) => {
    const reader = readers.get(from) ?? createMtcReader();
    if (readers.size < 32) readers.set(from, reader);
    return reader;
  };
  const logged = (from: string, text: string, verdict: string) =>
    input()?.heard({ from, text, at: clock.iso(), verdict });

  const showControl = async (message: MscMessage, from: string, text: string): Promise<void> => {
    const { mscDevice, mscFormat } = settings();
    if (!isForUs(message, { device: mscDevice, format: mscFormat }))
      return logged(from, text, `ignored: for device ${message.device}, format ${message.format}`);
    const asked = verbOfMsc(message.command);
    if (!asked) return logged(from, text, 'ignored: a command that a show has no use for');
    const reply = await dispatch({
      ...asked,
      source: { sender: `midi:${from}`, roles: ['operator'], input: 'midi' },
      requestId: null,
      at: null,
    });
    const cue = 'cue' in message.command && message.command.cue !== null ? ` ${message.command.cue}` : '';
    return logged(from, text, reply.ok ? `verb → ${asked.verb}${cue}` : `refused: ${reply.code}`);
  };
  return {
    take({ from, bytes, at }) {
      const [status = 0] = bytes;
      if (status === 0xf8 || status === 0xfe) return;
      const reading = readerOf(from).push(bytes);
      if (reading && isSpeaker(from, at)) onTimecode(reading, from, at);
      const heardAt = input();
      if (status === 0xf1 || reading || !heardAt) return;
      const text = midiText(bytes);
      const control = readMsc(bytes);
      const message = oscOfMidi(bytes);
      if (control) void showControl(control, from, text);
      else if (message)
        door.say({ input: heardAt, kind: 'midi', message, from, text: `${text}  ${message.address}` });
      else logged(from, text, 'foreign');
    },
  };
};
