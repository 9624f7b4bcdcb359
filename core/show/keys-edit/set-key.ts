import { countUpTo, eased, mixValues } from '../../playback/ease.ts';
import type { Ease, Keyframe, Value } from '../show.schema.ts';
import { tidy } from '../timeline-edit/board.ts';
import { dividedEase } from '../timeline-edit/divide-ease.ts';
import { fittedTo, type Keyable } from './keyable.ts';
import { keyNear, timesOf, type Keys } from './lanes.ts';

/**
 * A key put at a time (seconds from the clip's start). On a key, within half a frame, it changes that one; between two it
 * cuts the curve there without bending it, as a split of the clip does.
 */
export const keySet = (keyable: Keyable, keys: Keys, at: number, value: Value): Keys => {
  const near = keyNear(keys, at);
  if (near >= 0) return keys.map((key, place) => (place === near ? { ...key, value } : key));
  return keyInserted(keyable, keys, tidy(at), value);
};

const startEase = ({ kind }: Keyable): Ease =>
  kind === 'number' || kind === 'row' || kind === 'colour' ? 'linear' : 'hold';

const keyInserted = (keyable: Keyable, keys: Keys, at: number, value: Value): Keys => {
  const next = countUpTo(timesOf(keys), at);
  const [from, to] = [keys[next - 1], keys[next]];
  if (!from || !to) return keys.toSpliced(next, 0, { at, value, ease: from?.ease ?? startEase(keyable) });
  const { before, ease, middle } = cut(keyable, from, to, at);
  return [...keys.slice(0, next - 1), ...before, { at, value, ease }, ...middle, ...keys.slice(next)];
};

/** `from` with the first part of its ease, and what the new key travels by; a halved `in-out` needs a key in its middle. */
type Cut = { before: Keyframe[]; ease: Ease; middle: Keyframe[] };
const cut = (keyable: Keyable, from: Keyframe, to: Keyframe, at: number): Cut => {
  const share = (at - from.at) / (to.at - from.at);
  if (from.ease !== 'in-out') {
    const [first, second] = dividedEase(from.ease, share);
    return { before: [{ ...from, ease: first }], ease: second, middle: [] };
  }
  const half = tidy((from.at + to.at) / 2);
  const value = fittedTo(keyable, mixValues(from.value, to.value, eased('in-out', 0.5)));
  const [first, second] = dividedEase(share < 0.5 ? 'in' : 'out', share < 0.5 ? 2 * share : 2 * share - 1);
  if (Math.abs(at - half) < 1e-6) return { before: [{ ...from, ease: 'in' }], ease: 'out', middle: [] };
  if (at < half)
    return { before: [{ ...from, ease: first }], ease: second, middle: [{ at: half, value, ease: 'out' }] };
  return {
    before: [
      { ...from, ease: 'in' },
      { at: half, value, ease: first },
    ],
    ease: second,
    middle: [],
  };
};
