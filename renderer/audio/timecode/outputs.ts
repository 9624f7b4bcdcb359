import type { Problem } from '../../../core/result.ts';
import { messages } from '../../../core/messages.ts';
import { timecodeOutOf } from '../../../core/station/timecode.schema.ts';
import { framesOf, rates, readCode } from '../../../core/time/smpte.ts';
import { pageMs } from '../../link/clock.ts';
import type { Link } from '../../link/link.ts';
import type { ContextTime } from './context-time.ts';
import { openLtcOut, type LtcOut } from './ltc-out.ts';
import { watchMain } from './main-place.ts';
import type { MidiPort } from './midi-port.ts';
import { openMtcOut, type MtcOut } from './mtc-out.ts';
import { createSlot } from './slot.ts';

/** Time code that goes out, as the station has it: a pure function of main's place, silent while main stands. */
export interface TimecodeOutputs {
  problems(): Problem[];
}
type Options = {
  link: Link;
  context: AudioContext;
  time: ContextTime;
  openMidi(): Promise<MidiPort>;
  onTick(fn: () => void): void;
};

export const startOutputs = ({ link, context, time, openMidi, onTick }: Options): TimecodeOutputs => {
  const main = watchMain(link);
  const ltc = createSlot<LtcOut>();
  const mtc = createSlot<MtcOut & { close(): void; problem(): Problem | null }>();

  link.subscribe('settings', ({ document }) => {
    const set = timecodeOutOf(document);
    const { rate } = set;
    const start = readCode(set.startCode, rate) ?? { hours: 0, minutes: 0, seconds: 0, frames: 0 };
    const placeAt = (page: number): number | null => {
      const show = link.showNow(page);
      const at = show === null ? null : main.at(show);
      return at?.isRunning ? framesOf(start, rate) + at.position * rates[rate].perSecond : null;
    };
    const { ltcDevice: device, ltcChannel: channel, ltcLevel: level } = set;
    const common = [rate, set.startCode];
    ltc.set(set.ltc ? [device, channel, level, ...common] : null, () =>
      openLtcOut({ own: { context, time }, device, channel, level, rate, placeAt }),
    );
    mtc.set(set.mtc ? [set.mtcDevice, ...common] : null, () =>
      openMtcLater(openMidi, (port) => openMtcOut({ port, device: set.mtcDevice, rate, placeAt })),
    );
  });
  onTick(() => {
    ltc.get()?.tick();
    mtc.get()?.tick(pageMs());
  });
  return {
    problems: () => [ltc.get(), mtc.get()].flatMap((each) => each?.problem() ?? []),
  };
};

const openMtcLater = (openMidi: () => Promise<MidiPort>, make: (port: MidiPort) => MtcOut) => {
  let inner: MtcOut | null = null;
  let problem: Problem | null = null;
  const open = async (): Promise<void> => {
    try {
      inner = make(await openMidi());
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problem = {
        code: 'timecode-output',
        message: `${messages['timecode-output'].en} (${why})`,
        path: 'MTC',
      };
    }
  };
  void open();
  return {
    tick: (page: number) => inner?.tick(page),
    problem: () => problem,
    close: () => (inner = null),
  };
};
