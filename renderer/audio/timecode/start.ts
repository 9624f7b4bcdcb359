import type { StationDocument } from '../../../core/station/station.schema.ts';
import { midiOf, timecodeOf } from '../../../core/station/timecode.schema.ts';
import { messages } from '../../../core/messages.ts';
import type { Link } from '../../link/link.ts';
import { createDeviceClock } from '../device-clock.ts';
import type { Device } from '../device.ts';
import { createContextTime } from './context-time.ts';
import { openLtcIn, type LtcIn } from './ltc-in.ts';
import { openMidiIn, type MidiIn } from './midi-in.ts';
import { openWebMidi, type MidiPort } from './midi-port.ts';

/** Opens the devices that the station's time code and MIDI settings name, anew when they change. */
export const startTimecode = (
  link: Link,
  device: Device,
  openMidi: () => Promise<MidiPort> = openWebMidi,
): void => {
  const clock = createDeviceClock();
  const time = createContextTime(device.context, clock);
  const showAt = (pageMs: number) => link.showNow(pageMs);
  device.onTick(time.observe);
  device.context.addEventListener('statechange', () => clock.reset());

  const ltc = createSlot<LtcIn>();
  const midi = createSlot<MidiIn>();
  const setLtc = (document: StationDocument) => {
    const { source, device: name, channel } = timecodeOf(document);
    ltc.set(source === 'ltc' ? [name, channel] : null, () =>
      openLtcIn({
        context: device.context,
        time,
        device: name,
        channel,
        showAt,
        report: link.report,
        onFrame: () => undefined,
      }),
    );
  };
  const setMidi = (document: StationDocument) => {
    const { on, device: name } = midiOf(document);
    const isWanted = on || timecodeOf(document).source === 'mtc';
    midi.set(isWanted ? [name] : null, () => openMidiLater(openMidi, name, link, showAt));
  };
  link.subscribe('settings', ({ document }) => {
    setLtc(document);
    setMidi(document);
  });
  // A host that has come back does not know which inputs are there; its settings come just before this.
  link.onConnection(() => {
    const settings = link.get('settings');
    midi.clear();
    if (settings && link.isConnected()) setMidi(settings.document);
  });
};

/** One open thing by what it was opened for. */
const createSlot = <T extends { close(): void }>() => {
  let open: { key: string; value: T } | null = null;
  return {
    set(wanted: readonly unknown[] | null, make: () => T) {
      const key = JSON.stringify(wanted);
      if (open?.key === key) return;
      open?.value.close();
      open = wanted === null ? null : { key, value: make() };
    },
    clear() {
      open?.value.close();
      open = null;
    },
  };
};

const openMidiLater = (
  openMidi: () => Promise<MidiPort>,
  device: string,
  link: Link,
  showAt: (pageMs: number) => number | null,
): MidiIn => {
  let inner: MidiIn | null = null;
  let isClosed = false;
  const open = async (): Promise<void> => {
    try {
      const port = await openMidi();
      if (!isClosed) inner = openMidiIn({ port, device, showAt, report: link.report });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const problem = {
        code: 'midi-missing',
        message: `${messages['midi-missing'].en} (${why})`,
        path: device,
      };
      link.report({ kind: 'midi', state: 'fault', devices: [], problem, messages: [] });
    }
  };
  void open();
  return {
    close() {
      isClosed = true;
      inner?.close();
    },
  };
};
