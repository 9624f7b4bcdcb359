import { BAND_NAMES, type SoundInputReport } from '../../../core/control/sound-input.report.ts';
import type { SoundInput } from '../../../core/control/sound.topics.ts';
import { messages } from '../../../core/messages.ts';
import type { Problem } from '../../../core/result.ts';
import type { Cancel, ShowClock } from '../clock.ts';
import type { Health } from '../health.ts';
import type { Input, Inputs } from '../inputs.ts';
import type { TriggerDoor } from '../trigger-door.ts';
import { thinned } from './thinned.ts';

/**
 * Live sound as a way in: what the sound page hears becomes `/onset 1`, `/level 0.4`, `/band/low 0.3` for triggers of
 * the kind `sound`. When nothing comes in any more, or the page is gone, the last levels fade over 2 s and someone is
 * told: a look that follows the sound goes dark slowly and not by a jump.
 */
export interface SoundInputHost {
  /** The station's setting. */
  listen(isOn: boolean): void;
  report(report: SoundInputReport): void;
  /** The page that reported is gone. */
  left(): void;
  dispose(): void;
}
type Parts = {
  clock: ShowClock;
  inputs: Inputs;
  door: TriggerDoor;
  health: Health;
  tell(topic: SoundInput): void;
};

/** Seconds over which the last levels fade; ms between its steps; ms without a report after which the page is lost. */
const fadeSeconds = 2;
const stepMs = 33;
const lostMs = 1500;
const nothing: SoundInput = { state: 'off', device: null, level: 0, bands: [], onsetAt: null };

export const createSoundInput = ({ clock, inputs, door, health, tell }: Parts): SoundInputHost => {
  let input: Input | null = null;
  let now: SoundInput = nothing;
  let fading: Cancel | null = null;
  let patience: Cancel | null = null;

  const say = (address: string, value: number, from: string, text: string): void => {
    if (!input) return;
    const message = { kind: 'message', address, args: [{ type: 'f', value }] } as const;
    door.say({ input, kind: 'sound', message: { ...message, args: [...message.args] }, from, text });
  };
  const show = (next: Partial<SoundInput>): void => {
    now = { ...now, ...next };
    tell(now);
  };
  const levels = (level: number, bands: readonly number[]): void => {
    show({ level, bands: [...bands] });
    if (!input?.isArmed()) return;
    const from = now.device ?? 'sound';
    say('/level', level, from, `/level ${level.toFixed(2)}`);
    BAND_NAMES.forEach((name, index) => {
      const value = bands[index];
      if (value !== undefined) say(`/band/${name}`, value, from, `/band/${name} ${value.toFixed(2)}`);
    });
  };
  const stopFade = (): void => {
    fading?.();
    fading = null;
  };
  /** From where it stands to nothing. */
  const fade = (): void => {
    if (fading || now.level === 0) return;
    const { level, bands } = now;
    const began = clock.host();
    fading = clock.every(stepMs, () => {
      const left = Math.max(0, 1 - (clock.host() - began) / fadeSeconds);
      if (left === 0) stopFade();
      levels(
        level * left,
        bands.map((each) => each * left),
      );
    });
  };
  const warn = (problem: Problem, light: 'waiting' | 'fault'): void => {
    health.set('sound-input', [problem]);
    input?.is(light, problem.message);
    fade();
  };
  const problemOf = (code: 'sound-input-silent' | 'sound-input-lost'): Problem => ({
    code,
    message: messages[code].en,
    path: 'sound-input:main',
  });
  const lost = (): void => {
    patience?.();
    patience = null;
    if (now.state === 'off' || !input) return;
    show({ state: 'fault' });
    warn(problemOf('sound-input-lost'), 'fault');
  };
  const heard = (report: SoundInputReport): void => {
    const { device, state } = report;
    show({ state, device });
    switch (state) {
      case 'listening':
        stopFade();
        health.clear('sound-input');
        input?.is('ready', device ?? '');
        levels(report.level, report.bands);
        return;
      case 'silent':
        return warn(problemOf('sound-input-silent'), 'waiting');
      case 'fault':
        return warn(report.problem ?? problemOf('sound-input-silent'), 'fault');
      case 'off':
        return fade();
      default:
        return state satisfies never;
    }
  };
  return {
    listen(isOn) {
      if (isOn === (input !== null)) return;
      if (isOn) {
        input = thinned(inputs.register({ id: 'sound', kind: 'sound' }), clock);
        return;
      }
      stopFade();
      patience?.();
      patience = null;
      input?.dispose();
      input = null;
      health.clear('sound-input');
      show(nothing);
    },
    report(report) {
      if (!input) return;
      patience?.();
      patience = clock.after(lostMs, lost);
      if (report.onset) {
        show({ onsetAt: report.onset.at });
        say('/onset', 1, report.device ?? 'sound', `/onset 1 (${report.onset.level.toFixed(2)})`);
      } else heard(report);
    },
    left: lost,
    dispose() {
      stopFade();
      patience?.();
      input?.dispose();
    },
  };
};
