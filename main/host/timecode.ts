import type { LtcReport, MidiReport } from '../../core/control/timecode.report.ts';
import { midiOf, timecodeOf, type TimecodeRecord } from '../../core/station/timecode.schema.ts';
import type { Code, TimecodeRate } from '../../core/time/smpte.ts';
import type { Documents } from './documents.ts';
import { lead } from './playback.ts';
import type { Room, RoomParts } from './rooms.ts';
import { createChaser } from './timecode/chaser.ts';
import { createMeasure } from './timecode/measure.ts';
import { createMidiIn } from './timecode/midi-in.ts';
import { createPlacing, type HeardCode } from './timecode/placing.ts';
import { createTelling } from './timecode/telling.ts';
import { createTimecodeInputs } from './timecode/timecode-inputs.ts';
import { createTimecodeVerbs, editTimecode, type TimecodeHandlers } from './timecode/timecode-verbs.ts';
import { createWatch } from './timecode/watch.ts';

/** Time code and MIDI: what sound pages and other rooms hear of it, brought to main, to verbs and to triggers. */
export interface TimecodeRoom extends Room {
  handlers: TimecodeHandlers;
  /** A code from another room's port. `at`: machine seconds at which it came. */
  heard(source: 'artnet', code: Code, rate: TimecodeRate, at: number): void;
}
type Source = Exclude<TimecodeRecord['source'], 'off'>;

const TICK_MS = 50;
/** Seconds for which a code counts as heard. */
const HEARD = 0.5;
/** Seconds from now beyond which a code's instant is none. */
const FAR = 2;

export const createTimecode = (parts: RoomParts): TimecodeRoom => {
  const { clock, documents, playback, health, hub, journal } = parts;
  let settings = timecodeOf(documents.store.station.document);
  let midi = midiOf(documents.store.station.document);
  let isOn = settings.chase;
  let heardAt = -Infinity;
  let refused: string | null = null;
  const inputs = createTimecodeInputs(parts);
  const placing = createPlacing();
  const measure = createMeasure(clock, () => telling.now());
  const chaser = createChaser({
    clock,
    playback,
    lead,
    settings: () => ({
      freewheel: settings.freewheelSeconds,
      ending: settings.ending,
      fade: settings.fadeSeconds,
      go: settings.go,
      source: settings.source === 'ltc' ? 'ltc' : 'mtc',
      duration: durationOf(documents),
    }),
    onRefused(code, message) {
      if (refused !== code) journal.add('timecode', `main does not follow: ${message}`, { code });
      refused = code;
    },
    onLeft() {
      journal.add('timecode', 'main has left the chase');
      void leave();
    },
  });
  const telling = createTelling({
    clock,
    hub,
    documents,
    playback,
    chaser,
    told: () => ({
      settings,
      isChasing: isChasing(),
      isHeard: clock.host() - heardAt < HEARD,
      heardRate: placing.rate(),
      code: placing.text(),
      freewheelSince: watch.freewheelSince(),
      level: settings.source === 'ltc' ? inputs.level() : null,
      measuring: measure.running(),
    }),
  });
  const watch = createWatch({
    clock,
    journal,
    health,
    chaser,
    placing,
    settings: () => settings,
    isChasing: () => isChasing(),
  });
  const isChasing = () =>
    isOn && settings.source !== 'off' && parts.inputs.isArmed(settings.source) && !parts.mute.isOn();

  /** Machine seconds of a show-clock time. */
  const hostOf = (show: number) => {
    const map = clock.map();
    return map.host + (show - map.show) / map.rate;
  };
  const take = (source: Source, from: string, heard: HeardCode) => {
    inputs.code(source, from, settings.source === source, () => placing.text() ?? '');
    // A page whose clock is not set yet must not block those that come after.
    if (source !== settings.source || Math.abs(clock.host() - heard.at) > FAR) return;
    const sample = placing.place(heard, settings, settings.latencyMs[source]);
    heardAt = clock.host();
    if (sample && isChasing()) chaser.sample(sample);
    else if (sample) chaser.observe(sample);
    watch.look();
    telling.soon();
  };

  const midiIn = createMidiIn({
    clock,
    input: inputs.midi,
    door: parts.door,
    dispatch: parts.dispatch,
    settings: () => midi,
    onTimecode({ code, past, rate, isReverse, isStanding }, from, at) {
      const heard = { code, past, at: hostOf(at), named: rate, isDrop: rate === '29.97df' };
      take('mtc', from, { ...heard, isReverse, isStanding, lasted: null });
    },
  });
  const takeLtc = (report: LtcReport) => {
    inputs.ltc(report);
    for (const { code, isDrop, isReverse, at, lasted } of report.frames) {
      const past = isReverse ? 0 : 1;
      const heard = { code, past, at: hostOf(at), named: null, isDrop, isReverse };
      take('ltc', report.device, { ...heard, lasted: lasted / clock.map().rate, isStanding: false });
    }
    telling.soon();
  };
  const takeMidi = (report: MidiReport) => {
    inputs.midiState(report);
    for (const message of report.messages) midiIn.take(message);
  };

  const stopTicking = clock.every(TICK_MS, () => {
    // A spare draws what the main host's plan says, its chase too.
    if (parts.mute.isOn()) return;
    if (isChasing()) chaser.tick();
    else if (chaser.isIn()) chaser.stop();
    if (settings.source === 'off') return;
    watch.look();
    telling.soon();
  });
  const setChase = (on: boolean) => {
    if (isOn === on) return;
    isOn = on;
    if (!on) chaser.stop();
    refused = null;
    telling.now();
  };
  /** It stays so over a restart, too, until someone asks for it again. */
  const leave = async (): Promise<void> => {
    setChase(false);
    const kept = await editTimecode(documents)({ chase: false }, 'chase off', 'timecode');
    if (!kept.ok) journal.add('timecode', kept.message, { code: kept.code });
  };
  telling.now();
  return {
    handlers: createTimecodeVerbs({
      documents,
      measure,
      setChase,
      isChasing,
      canMeasure: inputs.hasHolder,
    }),
    heard(source, code, rate, at) {
      const heard = { code, past: 0, at, named: rate, isDrop: rate === '29.97df' };
      take(source, 'Art-Net', { ...heard, isReverse: false, lasted: null, isStanding: false });
    },
    changed(which) {
      if (which !== 'station') return;
      const before = settings;
      settings = timecodeOf(documents.store.station.document);
      midi = midiOf(documents.store.station.document);
      inputs.set(settings, midi);
      if (before.source !== settings.source || before.rate !== settings.rate) {
        chaser.stop();
        placing.reset();
      }
      setChase(settings.chase);
      watch.look();
      telling.now();
    },
    report(page, report, client) {
      if (page.kind !== 'audio' || !inputs.isHolder(client)) return;
      if (report.kind === 'ltc') takeLtc(report);
      else if (report.kind === 'midi') takeMidi(report);
      else if (report.kind === 'timecode-loop') measure.answer(report);
    },
    left: (page, client) => page.kind === 'audio' && inputs.left(client),
    dispose() {
      stopTicking();
      inputs.dispose();
    },
  };
};

const durationOf = ({ compiled }: Documents): number => {
  const { show, timelines } = compiled();
  return timelines[show.main]?.duration ?? 0;
};
