import { notMet, shareOf } from '../../../core/control/dmx/ride.ts';
import type { DmxPatchRecord } from '../../../core/station/levels.schema.ts';
import type { Input } from '../inputs.ts';
import type { RoomParts } from '../rooms.ts';
import { createPacer } from './pacer.ts';
import { presentOf } from './present.ts';
import { createPatchFaults, type PatchFaults } from './patch-faults.ts';
import { mayTake, requestOf, roundValue, valueWanted, type Ride } from './ride.ts';

/**
 * Faders that ride the master, blackout and parameters of clips. Nothing is asked for while nothing moves; a moving
 * master makes a plan every 50 ms, each a ramp as long as the gap, so that the wall sees no steps. Parameters go into
 * the live lane, which gathers by itself. What is refused is named and left alone until show or settings change.
 */
export interface Rides {
  patched(patches: readonly DmxPatchRecord[]): void;
  /** The show is another: what was refused may be there now. */
  showChanged(): void;
  /** @returns what was ridden, for the log: `master 0.5`, `master: pickup` */
  look(seat: Seat, universe: number, levels: Uint8Array): string[];
  dispose(): void;
}
/** One dmx record at work. */
export type Seat = { name: string; input: Input };
type Parts = Pick<RoomParts, 'clock' | 'dispatch' | 'health' | 'journal' | 'playback' | 'live' | 'documents'>;

const gapMs = 50;
/** A fader that has not moved for so long has arrived. */
const restMs = 1000;

export const createRides = (parts: Parts): Rides => {
  let patches: readonly DmxPatchRecord[] = [];
  let rides = new Map<string, { seat: Seat; ride: Ride }>();
  const faults = createPatchFaults(parts.health);
  const rideOf = (seat: Seat, patch: DmxPatchRecord): Ride => {
    const key = `${seat.name} ${patch.id}`;
    const known = rides.get(key);
    if (known?.seat === seat) return known.ride;
    known?.ride.pacer.dispose();
    const ride = createRide(parts, faults, seat, patch);
    rides.set(key, { seat, ride });
    return ride;
  };
  const forget = () => {
    for (const { ride } of rides.values()) ride.pacer.dispose();
    rides = new Map();
    faults.clear();
  };
  return {
    patched(next) {
      if (JSON.stringify(next) === JSON.stringify(patches)) return;
      forget();
      patches = next;
    },
    showChanged() {
      faults.clear();
      for (const { ride } of rides.values()) ride.isRefused = false;
    },
    look: (seat, universe, levels) =>
      patches.flatMap((patch) => {
        if (patch.to === 'trigger' || patch.universe !== universe) return [];
        if (patch.from !== '' && patch.from !== seat.name) return [];
        const did = follow(parts, faults, rideOf(seat, patch), seat, levels);
        return did === null
          ? []
          : [`${patch.to === 'clip' ? `${patch.clip}.${patch.param}` : patch.to}${did}`];
      }),
    dispose: forget,
  };
};

const createRide = (parts: Parts, faults: PatchFaults, { input }: Seat, patch: DmxPatchRecord): Ride => {
  const send = async (value: number) => {
    if (!input.isArmed()) return;
    ride.given = value;
    const reply = await parts.dispatch(requestOf(patch, input.id, value));
    if (reply.ok || reply.code === 'input-disarmed') return;
    ride.isRefused = true;
    faults.add(patch.id, reply.message);
  };
  const pacer = createPacer({
    clock: parts.clock,
    gapMs: patch.to === 'clip' ? 0 : gapMs,
    restMs,
    send: (value) => void send(value),
    onRest(from, to) {
      if (patch.to === 'master')
        parts.journal.add('ride', `${input.id}: master ${roundValue(from)} → ${roundValue(to)}`);
    },
  });
  const ride: Ride = { patch, pacer, ...notSeen, isRefused: false };
  return ride;
};

const notSeen = { share: null, pickup: notMet, given: null, last: null } as const;

/** One packet's worth of one fader. null: it has not moved. */
const follow = (
  parts: Parts,
  faults: PatchFaults,
  ride: Ride,
  { input }: Seat,
  levels: Uint8Array,
): string | null => {
  const { patch } = ride;
  if (!input.isArmed()) {
    // Armed again it has to be met again: the desk was moved meanwhile, or the show was.
    Object.assign(ride, notSeen);
    return null;
  }
  const share = shareOf(patch, levels);
  const before = ride.share;
  if (share === before || ride.isRefused) return null;
  ride.share = share;
  const present = presentOf(parts, patch);
  if (present.kind === 'unknown') {
    ride.isRefused = true;
    faults.add(patch.id, present.what);
    return `: ${present.what}`;
  }
  const now = present.kind === 'at' ? present.value : null;
  const value = valueWanted(ride, levels);
  if (!mayTake(ride, value, now, before !== null)) return ': pickup';
  const from = ride.last ?? now;
  ride.last = value;
  if (value !== from) ride.pacer.want(value, from ?? value);
  return ` ${roundValue(value)}`;
};
