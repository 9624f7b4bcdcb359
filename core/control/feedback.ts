import { nameOf } from '../ids.ts';
import { mainOf } from '../playback/fire.ts';
import { nextStop } from '../playback/next-stop.ts';
import type { Plan } from '../playback/plan.ts';
import { statusOf } from '../playback/status.ts';
import type { CompiledShow } from '../show/compiled.ts';
import type { OutArg } from './osc/out.ts';

/**
 * What a desk or a surface is told of the show, one message a value, so that a label or a lamp can take each as it is.
 * Addresses stand behind the subscriber's prefix (`/frise/out`). Stable: the table is in docs/operator.md.
 */
export type FeedbackValue = { address: string; arg: OutArg };

const text = (address: string, value: string): FeedbackValue => ({
  address,
  // Eos takes packets of 512 bytes.
  arg: { type: 's', value: value.slice(0, 120) },
});
const whole = (address: string, value: number): FeedbackValue => ({ address, arg: { type: 'i', value } });
/** Two decimals: a hundredth of a second, a hundredth of full. */
const decimal = (address: string, value: number): FeedbackValue => ({
  address,
  arg: { type: 'f', value: Math.round(value * 100) / 100 },
});

const panics = { off: 0, fading: 1, cut: 2 } as const;

/** `problems`: of the host's health. `left` is −1 where nothing stops by itself. */
export const feedbackOf = (
  show: CompiledShow,
  plan: Plan,
  now: number,
  problems: number,
): FeedbackValue[] => {
  const { playbacks, cues, master } = statusOf(show, plan, now);
  const main = mainOf(plan);
  const playing = playbacks.find(({ id }) => id === main?.id) ?? null;
  const stop = nextStop(show, plan, now);
  const named = (number: string | null): string =>
    (number === null ? null : show.cueByNumber[number])?.name[show.show.language] ?? '';
  return [
    text('/current/number', cues.current ?? ''),
    text('/current/name', named(cues.current)),
    text('/standby/number', cues.standby ?? ''),
    text('/standby/name', named(cues.standby)),
    text('/state', playing?.state ?? 'stopped'),
    text('/timeline', playing === null ? '' : nameOf(playing.timeline)),
    decimal('/position', playing?.position ?? 0),
    decimal('/left', stop?.seconds ?? -1),
    text('/stop', stop?.kind ?? 'none'),
    decimal('/master', master.level),
    whole('/blackout', Number(master.blackout)),
    whole('/panic', panics[master.panic]),
    whole('/health', Number(problems === 0)),
    whole('/problems', problems),
  ];
};

/** What has changed since a subscriber was last told; `told` is brought up to date. */
export const newsOf = (
  values: readonly FeedbackValue[],
  told: Map<string, OutArg['value']>,
): FeedbackValue[] =>
  values.filter(({ address, arg }) => {
    if (told.get(address) === arg.value) return false;
    told.set(address, arg.value);
    return true;
  });
