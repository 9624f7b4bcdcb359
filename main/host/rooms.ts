import type { Dispatcher, Handlers } from '../../core/control/dispatcher.ts';
import type { Report } from '../../core/control/link.ts';
import type { roomVerbs } from '../../core/control/room.verbs.ts';
import type { ShowClock } from './clock.ts';
import type { Documents } from './documents.ts';
import type { Page } from './door.ts';
import type { Health } from './health.ts';
import type { Hub } from './hub.ts';
import type { Inputs } from './inputs.ts';
import type { Journal } from './journal.ts';
import type { LineUpHost } from './line-up.ts';
import type { Live } from './live.ts';
import type { LocksHost } from './locks.ts';
import type { Outputs } from './outputs.ts';
import type { Places } from './places.ts';
import type { Playback } from './playback.ts';
import type { Projectors } from './projectors.ts';
import { createSafety } from './safety.ts';
import type { Sound } from './sound.ts';
import { createStandbyStep } from './standby-step.ts';
import type { Which } from './store/store.ts';
import { createLevels } from './levels.ts';
import { createSchedule } from './schedule.ts';
import type { TriggerDoor } from './trigger-door.ts';

/**
 * The host's rooms: each owns an area of show control (a way in, timecode, safety …) behind one face, so that the wiring
 * does not grow with them. A room reads the station document for its settings, tells the hub its topics, and never
 * waits for another room.
 */
export type RoomParts = {
  clock: ShowClock;
  health: Health;
  journal: Journal;
  hub: Hub;
  documents: Documents;
  playback: Playback;
  live: Live;
  inputs: Inputs;
  door: TriggerDoor;
  outputs: Outputs;
  places: Places;
  sound: Sound;
  projectors: Projectors;
  lineUp: LineUpHost;
  locks: LocksHost;
  dispatch: Dispatcher['dispatch'];
  /** The station's folder. */
  station: string;
};
export interface Room {
  /** A document has changed; at the start it is called once for `station`. */
  changed?(which: Which): void;
  report?(page: Page, report: Report, client: string): void;
  left?(page: Page, client: string): void;
  dispose(): void | Promise<void>;
}
export interface Rooms extends Required<Room> {
  handlers: Pick<Handlers, keyof typeof roomVerbs>;
}

export const createRooms = (parts: RoomParts): Rooms => {
  const levels = createLevels(parts);
  const schedule = createSchedule(parts);
  const safety = createSafety(parts);
  const standby = createStandbyStep(parts);
  const rooms: Room[] = [levels, schedule, safety, standby];
  return {
    handlers: { ...schedule.handlers, ...safety.handlers, ...standby.handlers },
    changed: (which) => rooms.forEach((room) => room.changed?.(which)),
    report: (page, report, client) => rooms.forEach((room) => room.report?.(page, report, client)),
    left: (page, client) => rooms.forEach((room) => room.left?.(page, client)),
    async dispose() {
      for (const room of rooms.toReversed()) await room.dispose();
    },
  };
};
