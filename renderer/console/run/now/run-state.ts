import type { Status, Topics } from '../../../../core/control/link.ts';
import { mainOf } from '../../../../core/playback/fire.ts';
import type { Word, WordValues } from '../../words.ts';
import type { Frame } from '../ticker.ts';
import { lapOf } from './countdown.ts';

/**
 * What the page says of the show's state. Each has a mark and a word: the tone only helps the eye, and is one and the
 * same in red light.
 */
type Tone = 'green' | 'amber' | 'red' | 'blue' | 'plain';
export type Chip = { mark: string; word: Word; values?: WordValues; tone: Tone };

/** What main does. */
export const mainState = (frame: Frame | null): Chip => {
  const plan = frame?.resolved.plan;
  const main = plan && mainOf(plan);
  if (!frame || !main) return { mark: '■', word: 'nothingPlays', tone: 'plain' };
  if (main.paused !== null) return { mark: '❚❚', word: 'paused', tone: 'amber' };
  if (main.holding)
    return { mark: '■', word: main.holding.max === null ? 'holding' : 'holdingMax', tone: 'amber' };
  if (main.loop) {
    const values = { lap: lapOf(main, frame.resolved.now), laps: main.loop.times ?? '∞' };
    return { mark: '↻', word: main.loop.times === null ? 'looping' : 'loopingTimes', values, tone: 'amber' };
  }
  if (main.ended) return { mark: '▮', word: 'ended', tone: 'amber' };
  return { mark: '▶', word: 'playing', tone: 'green' };
};

/** What lies over it in the plan: a fade, a panic, a GO that waits. */
const planChips = ({ resolved: { plan } }: Frame): Chip[] => {
  const chips: Chip[] = [];
  if (plan.panic.state === 'fading') chips.push({ mark: '▼', word: 'panicShort', tone: 'red' });
  if (plan.panic.state === 'cut') chips.push({ mark: '✖', word: 'panicCutShort', tone: 'red' });
  if (plan.blackout.to > 0.5) chips.push({ mark: '◼', word: 'blackoutShort', tone: 'red' });
  if (plan.stopping) chips.push({ mark: '▽', word: 'fadingOut', tone: 'red' });
  if (plan.waiting.length > 0) chips.push({ mark: '◷', word: 'waits', tone: 'amber' });
  if (mainOf(plan)?.section) chips.push({ mark: '⇄', word: 'rehearsing', tone: 'blue' });
  if (plan.armed) chips.push({ mark: '◔', word: 'goArmed', tone: 'amber' });
  if (plan.playbacks.some((one) => one.role === 'ghost'))
    chips.push({ mark: '◐', word: 'crossFading', tone: 'green' });
  return chips;
};

export const frameChips = (frame: Frame | null): Chip[] => (frame ? planChips(frame) : []);

type Wider = {
  master: Status['master'];
  inputs: Status['inputs'];
  timecode: Topics['timecode'] | undefined;
  lock: Topics['lock'] | undefined;
  isFrozen: boolean;
  isSoft: boolean;
};

/** What the station does: a picture that stands, the version, a fader that is down, timecode, locks, deaf inputs. */
export const stationChips = ({ master, inputs, timecode, lock, isFrozen, isSoft }: Wider): Chip[] => {
  const chips: Chip[] = [];
  const percent = Math.round(master.level * 100);
  const deaf = inputs.filter((input) => !input.armed);
  if (isFrozen) chips.push({ mark: '❄', word: 'frozenShow', tone: 'red' });
  if (isSoft) chips.push({ mark: '◌', word: 'noFlashOn', tone: 'blue' });
  if (percent < 100) chips.push({ mark: '◢', word: 'masterAt', values: { percent }, tone: 'amber' });
  if (timecode?.isChasing)
    chips.push(
      timecode.state === 'locked'
        ? { mark: '⛓', word: 'chasing', tone: 'green' }
        : { mark: '≈', word: timecode.state === 'freewheel' ? 'freewheeling' : 'chaseLost', tone: 'amber' },
    );
  if (deaf.length > 0)
    chips.push({
      mark: '⊘',
      word: deaf.length === inputs.length ? 'deafAll' : 'deafSome',
      values: { names: deaf.map(({ id }) => id).join(', ') },
      tone: 'amber',
    });
  if (lock?.on) chips.push({ mark: '▣', word: 'locked', tone: 'blue' });
  return chips;
};
