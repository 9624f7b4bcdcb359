import type { Request } from '../../../core/control/dispatcher.ts';
import {
  pickUp,
  shareOf,
  switchOf,
  toleranceOf,
  valueOf,
  type Pickup,
} from '../../../core/control/dmx/ride.ts';
import type { DmxPatchRecord } from '../../../core/station/levels.schema.ts';
import type { Pacer } from './pacer.ts';

/** One fader's state, and what it asks for. */
export type Ride = {
  readonly patch: DmxPatchRecord;
  readonly pacer: Pacer;
  /** As the fader stood last; null: not seen since it was armed. */
  share: number | null;
  pickup: Pickup;
  /** What its target has from it; when it is another, somebody else has moved it. */
  given: number | null;
  /** What was wanted last, given or still waiting. */
  last: number | null;
  isRefused: boolean;
};

/** Seconds: a little longer than the gap, so that a late timer leaves no pause in the movement. */
const masterFade = 0.06;

export const valueWanted = ({ patch, share, last }: Ride, levels: Uint8Array): number => {
  if (patch.to !== 'blackout') {
    const value = valueOf(patch, levels);
    return patch.to === 'master' ? Math.min(1, Math.max(0, value)) : value;
  }
  // A switch has no range, only a direction.
  const [bottom, top] = patch.range;
  const own = share ?? shareOf(patch, levels);
  return switchOf(top < bottom ? 1 - own : own, last === null ? null : last === 1) ? 1 : 0;
};

/**
 * Whether the fader has its target in hand. `present` null: it can't be told, then a fader takes over when it moves.
 * `hasMoved`: it was seen elsewhere before.
 */
export const mayTake = (ride: Ride, value: number, present: number | null, hasMoved: boolean): boolean => {
  const { patch, pickup, given } = ride;
  if (!patch.pickup) return true;
  if (present === null) return hasMoved;
  const isLost = pickup.hasMet && given !== null && Math.abs(given - present) > 1e-9;
  const before: Pickup = isLost ? { hasMet: false, side: given > present ? 'above' : 'below' } : pickup;
  ride.pickup = pickUp(before, value, present, patch.to === 'blackout' ? 0 : toleranceOf(patch));
  if (isLost) ride.last = null;
  if (ride.pickup.hasMet && !before.hasMet) ride.given = present;
  return ride.pickup.hasMet;
};

/** `:ride` is the mark by which the journal leaves the way out: its room tells it when the fader rests. */
export const requestOf = (patch: DmxPatchRecord, input: string, value: number): Request => {
  const request = (verb: string, args: Record<string, unknown>, who: string): Request => ({
    verb,
    args,
    source: { sender: `${input}:${who}`, roles: ['operator'], input },
    requestId: null,
    at: null,
  });
  const universe = `universe ${patch.universe}`;
  if (patch.to === 'blackout') return request('blackout', { on: value === 1 }, universe);
  if (patch.to === 'master') return request('master', { level: value, fade: masterFade }, 'ride');
  return request('clip/set', { id: patch.clip, param: patch.param, value }, universe);
};

export const roundValue = (value: number): string => String(Math.round(value * 1000) / 1000);
