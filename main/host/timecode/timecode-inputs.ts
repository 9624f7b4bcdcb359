import type { LtcReport, MidiReport } from '../../../core/control/timecode.report.ts';
import type { MidiRecord, TimecodeRecord } from '../../../core/station/timecode.schema.ts';
import type { Problem } from '../../../core/result.ts';
import type { ShowClock } from '../clock.ts';
import type { Health } from '../health.ts';
import type { Input, Inputs } from '../inputs.ts';

/**
 * The three ways in as people see them: lights, logs and faults. Each is there while the station listens to it. One
 * sound page at a time holds the devices.
 */
export interface TimecodeInputs {
  /** null: MIDI is not listened to. */
  midi(): Input | null;
  set(timecode: TimecodeRecord, midi: MidiRecord): void;
  ltc(report: LtcReport): void;
  midiState(report: MidiReport): void;
  /** A code has come: one line a second in the log. */
  code(source: 'ltc' | 'mtc' | 'artnet', from: string, isUsed: boolean, text: () => string): void;
  /** Level of the LTC input, dB of full scale. */
  level(): number | null;
  isHolder(client: string): boolean;
  hasHolder(): boolean;
  left(client: string): void;
  dispose(): void;
}
type Parts = { clock: ShowClock; inputs: Inputs; health: Health };

export const createTimecodeInputs = ({ clock, inputs, health }: Parts): TimecodeInputs => {
  const ltc = createSeat(inputs, 'ltc', 'timecode');
  const mtc = createSeat(inputs, 'mtc', 'timecode');
  const midi = createSeat(inputs, 'midi', 'midi');
  const loggedAt = new Map<string, number>();
  let holder: string | null = null;
  let level: number | null = null;
  let wants = { ltc: false, mtc: false, midi: false };
  let problems: { ltc: Problem | null; midi: Problem | null } = { ltc: null, midi: null };

  const setHealth = () => {
    const { ltc: a, midi: b } = problems;
    health.set('timecode-inputs', [
      ...(a && wants.ltc ? [a] : []),
      ...(b && (wants.midi || wants.mtc) ? [b] : []),
    ]);
  };
  const restAll = () => {
    level = null;
    problems = { ltc: null, midi: null };
    for (const seat of [ltc, mtc, midi]) seat.get()?.is('waiting');
    setHealth();
  };
  return {
    midi: midi.get,
    set(timecode, settings) {
      const next = { ltc: timecode.source === 'ltc', mtc: timecode.source === 'mtc', midi: settings.on };
      const isSame = JSON.stringify(next) === JSON.stringify(wants);
      wants = next;
      if (isSame) return;
      ltc.set(next.ltc);
      mtc.set(next.mtc);
      midi.set(next.midi);
      restAll();
    },
    ltc(report) {
      level = report.level === null ? null : Math.round(report.level);
      problems.ltc = report.problem;
      const input = ltc.get();
      if (report.problem) input?.is('fault', report.problem.message);
      else if (report.frames.length > 0) input?.is('ready', report.device);
      else if (report.level === null) input?.is('waiting', `${report.device}: silent`);
      setHealth();
    },
    midiState(report) {
      problems.midi = report.problem;
      const devices = report.devices.join(', ');
      const { problem } = report;
      for (const seat of [midi, mtc]) if (problem) seat.get()?.is('fault', problem.message);
      if (!problem) midi.get()?.is(report.devices.length > 0 ? 'ready' : 'waiting', devices);
      setHealth();
    },
    code(source, from, isUsed, text) {
      const input = source === 'artnet' ? null : (source === 'ltc' ? ltc : mtc).get();
      if (!input) return;
      if (source === 'mtc') input.is('ready', from);
      const now = clock.host();
      if (now - (loggedAt.get(source) ?? -Infinity) < 1) return;
      loggedAt.set(source, now);
      const verdict = !isUsed ? 'ignored: not the source' : input.isArmed() ? 'code' : 'disarmed';
      input.heard({ from, text: text(), at: clock.iso(), verdict });
    },
    level: () => level,
    isHolder(client) {
      holder ??= client;
      return holder === client;
    },
    hasHolder: () => holder !== null,
    left(client) {
      if (holder !== client) return;
      holder = null;
      restAll();
    },
    dispose() {
      for (const seat of [ltc, mtc, midi]) seat.set(false);
    },
  };
};

/** An input that is there while it is wanted. */
const createSeat = (inputs: Inputs, id: string, kind: string) => {
  let input: Input | null = null;
  return {
    get: () => input,
    set(isWanted: boolean) {
      if (isWanted) input ??= inputs.register({ id, kind });
      else {
        input?.dispose();
        input = null;
      }
    },
  };
};
