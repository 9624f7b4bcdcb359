import type { LtcReport, MidiReport } from '../../../core/control/timecode.report.ts';
import type { MidiRecord, TimecodeRecord } from '../../../core/station/timecode.schema.ts';
import type { Problem } from '../../../core/result.ts';
import type { ShowClock } from '../clock.ts';
import type { Health } from '../health.ts';
import type { Input, Inputs } from '../inputs.ts';

/** The three ways in as people see them: lights, logs and faults. One sound page at a time holds the devices. */
export interface TimecodeInputs {
  midi: Input;
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
  const ltc = inputs.register({ id: 'ltc', kind: 'timecode' });
  const mtc = inputs.register({ id: 'mtc', kind: 'timecode' });
  const midi = inputs.register({ id: 'midi', kind: 'midi' });
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
  const rest = (input: Input, isWanted: boolean) => input.is(isWanted ? 'waiting' : 'off');
  const restAll = () => {
    level = null;
    problems = { ltc: null, midi: null };
    rest(ltc, wants.ltc);
    rest(mtc, wants.mtc);
    rest(midi, wants.midi);
    setHealth();
  };
  restAll();
  return {
    midi,
    set(timecode, settings) {
      const next = { ltc: timecode.source === 'ltc', mtc: timecode.source === 'mtc', midi: settings.on };
      const isSame = JSON.stringify(next) === JSON.stringify(wants);
      wants = next;
      if (!isSame) restAll();
    },
    ltc(report) {
      level = report.level === null ? null : Math.round(report.level);
      problems.ltc = report.problem;
      if (report.problem) ltc.is('fault', report.problem.message);
      else if (report.state === 'off') rest(ltc, wants.ltc);
      else if (report.frames.length > 0) ltc.is('ready', report.device);
      else if (report.level === null) ltc.is('waiting', `${report.device}: silent`);
      setHealth();
    },
    midiState(report) {
      problems.midi = report.problem;
      const devices = report.devices.join(', ');
      for (const [input, isWanted] of [
        [midi, wants.midi],
        [mtc, wants.mtc],
      ] as const)
        // prettier-ignore
        if (isWanted && report.problem) input.is('fault', report.problem.message);
        else if (isWanted && input === midi) input.is(report.devices.length > 0 ? 'ready' : 'waiting', devices);
      setHealth();
    },
    code(source, from, isUsed, text) {
      if (source === 'artnet') return;
      const input = source === 'ltc' ? ltc : mtc;
      if (source === 'mtc') mtc.is('ready', from);
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
      ltc.dispose();
      mtc.dispose();
      midi.dispose();
    },
  };
};
