import { messages } from '../../../core/messages.ts';
import type { StationDocument } from '../../../core/station/station.schema.ts';
import { midiOf, timecodeOf } from '../../../core/station/timecode.schema.ts';
import type { LtcFrame } from '../../../core/time/ltc/decoder.ts';
import type { Link } from '../../link/link.ts';
import type { ContextTime } from './context-time.ts';
import { measureLoop, type Loop } from './loop.ts';
import { openLtcIn, type LtcIn } from './ltc-in.ts';
import { openMidiIn, type MidiIn } from './midi-in.ts';
import type { MidiPort } from './midi-port.ts';
import { createSlot } from './slot.ts';

/** Opens what the station listens to, anew when its settings change, and measures the loop when the host asks. */
type Options = {
  link: Link;
  context: AudioContext;
  time: ContextTime;
  openMidi(): Promise<MidiPort>;
};

export const startInputs = ({ link, context, time, openMidi }: Options): void => {
  const ltc = createSlot<LtcIn>();
  const midi = createSlot<MidiIn>();
  const showAt = (pageMs: number) => link.showNow(pageMs);
  let loop: Loop | null = null;
  let measured = 0;

  const setLtc = (document: StationDocument) => {
    const { source, device, channel } = timecodeOf(document);
    const onFrame = (frame: LtcFrame) => loop?.hear(frame);
    const isWanted = source === 'ltc' || loop !== null;
    ltc.set(isWanted ? [device, channel] : null, () =>
      openLtcIn({
        context,
        time,
        device,
        channel,
        showAt,
        report: link.report,
        onFrame,
        isMuted: () => loop !== null,
      }),
    );
  };
  const setMidi = (document: StationDocument) => {
    const { on, device } = midiOf(document);
    const isWanted = on || timecodeOf(document).source === 'mtc';
    midi.set(isWanted ? [device] : null, () => openMidiLater(openMidi, device, link));
  };
  const setAll = () => {
    const settings = link.get('settings');
    if (!settings) return;
    setLtc(settings.document);
    setMidi(settings.document);
  };
  const measure = (id: number) => {
    measured = id;
    loop = measureLoop({
      context,
      id,
      latency: time.latency,
      done(report) {
        loop = null;
        link.report(report);
        setAll();
      },
    });
    setAll();
  };
  link.subscribe('settings', setAll);
  link.subscribe('timecode', ({ measuring }) => {
    if (measuring !== null && measuring !== measured && !loop) measure(measuring);
  });
  // A host that has come back does not know which inputs are there; its settings come just before this.
  link.onConnection(() => {
    midi.clear();
    measured = 0;
    if (link.isConnected()) setAll();
  });
};

const openMidiLater = (openMidi: () => Promise<MidiPort>, device: string, link: Link): MidiIn => {
  const showAt = (pageMs: number) => link.showNow(pageMs);
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
