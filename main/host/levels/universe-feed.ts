import { CHANNELS, createUniverse, type Merge, type Universe } from '../../../core/control/dmx/universe.ts';
import { shareOf, valueOf } from '../../../core/control/dmx/ride.ts';
import type { DmxPatchRecord } from '../../../core/station/levels.schema.ts';
import type { DmxFrame } from '../../ports/dmx/port.types.ts';
import type { TriggerDoor } from '../trigger-door.ts';
import type { ChangeLog } from './change-log.ts';
import { addressOf, type NamedChannels } from './named-channels.ts';
import type { Rides, Seat } from './rides.ts';

/**
 * One universe of one port: from packets to triggers, rides and the log. What comes first after nobody spoke is how the
 * desk stands and no press, and so is what changes because a desk has gone: it primes the triggers' edges and fires
 * nothing.
 */
export interface UniverseFeed {
  hear(frame: DmxFrame, now: number): ReturnType<Universe['hear']>;
  leave(source: string): boolean;
  /** @returns sources that fell silent */
  expire(now: number): string[];
  sources(): string[];
}
export type FeedOptions = {
  universe: number;
  merge: Merge;
  onLoss: 'hold' | 'zero';
  seat: Seat;
  door: TriggerDoor;
  rides: Rides;
  log: ChangeLog;
  isNamed: NamedChannels;
  /** Patches that say in which form triggers hear a channel. */
  forms(): readonly DmxPatchRecord[];
};

export const createUniverseFeed = (options: FeedOptions): UniverseFeed => {
  const { universe, seat, rides, log } = options;
  const state = createUniverse(options.merge);
  const last = new Uint8Array(CHANNELS);
  let from = '';
  const pass = (isNoPress: boolean) => {
    const levels = state.levels();
    const changes = new Map<number, number>();
    for (let at = 0; at < CHANNELS; at += 1)
      if (levels[at] !== last[at]) changes.set(at + 1, levels[at] ?? 0);
    last.set(levels);
    const did = rides.look(seat, universe, levels);
    const said = sayChanges(options, levels, isNoPress ? allChannels : [...changes.keys()], isNoPress);
    for (const channel of said) changes.delete(channel);
    if (changes.size > 0 || did.length > 0) log.note(universe, from, changes, did);
  };
  const left = (isAnybodyGone: boolean) => {
    if (!isAnybodyGone) return;
    if (state.sources().length === 0 && options.onLoss === 'zero') state.clear();
    pass(true);
  };
  return {
    hear(frame, now) {
      const heard = state.hear(frame, now);
      if (heard === 'first' || heard === 'taken') {
        from = frame.from;
        pass(heard === 'first');
      }
      return heard;
    },
    leave(source) {
      const isKnown = state.leave(source);
      left(isKnown);
      return isKnown;
    },
    expire(now) {
      const gone = state.expire(now);
      left(gone.length > 0);
      return gone;
    },
    sources: state.sources,
  };
};

const allChannels = Array.from({ length: CHANNELS }, (_, at) => at + 1);

/** @returns the channels that the door logs itself */
const sayChanges = (
  { universe, seat, door, isNamed, forms }: FeedOptions,
  levels: Uint8Array,
  changed: readonly number[],
  isNoPress: boolean,
): number[] => {
  const own = forms().filter(
    (form) => form.universe === universe && (form.from === '' || form.from === seat.name),
  );
  const channels = new Set(changed);
  // The fine channel of 16 bits moves the coarse one's value.
  for (const { wide, channel } of own) if (wide === 16 && channels.has(channel + 1)) channels.add(channel);
  const named = [...channels].filter((channel) => isNamed(universe, channel));
  for (const channel of named) {
    const form = own.find((each) => each.channel === channel);
    const value = form === undefined ? shareOf({ channel, wide: 8 }, levels) : valueOf(form, levels);
    const address = addressOf(universe, channel);
    door.say({
      input: seat.input,
      kind: 'dmx',
      message: { kind: 'message', address, args: [{ type: 'f', value }] },
      from: `universe ${universe}`,
      text: `${address} ${Math.round(value * 1000) / 1000}`,
      isPrimer: isNoPress,
    });
  }
  return isNoPress ? [] : named;
};
