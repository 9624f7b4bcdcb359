import type { Dispatcher, Handlers } from '../../core/control/dispatcher.ts';
import type { Report } from '../../core/control/link.ts';
import type { roomVerbs } from '../../core/control/room.verbs.ts';
import type { ShowClock } from './clock.ts';
import { createCameras } from './cameras.ts';
import { createDisk } from './disk.ts';
import { createDesk } from './desk.ts';
import { createExports, type Exports } from './exports.ts';
import type { Draw } from './exports/drawing.ts';
import type { Subscribing } from './desk/feedback.ts';
import type { Documents } from './documents.ts';
import type { Page } from './door.ts';
import type { Health } from './health.ts';
import type { Hub } from './hub.ts';
import type { Inputs } from './inputs.ts';
import type { Journal } from './journal.ts';
import { createMediaRoom, type MediaRoom } from './media/room.ts';
import type { LineUpHost } from './line-up.ts';
import type { Live } from './live.ts';
import type { LocksHost } from './locks.ts';
import { createDraft, type DraftRoom } from './draft.ts';
import { createReleases } from './releases.ts';
import { createNotes } from './notes.ts';
import type { Outputs } from './outputs.ts';
import { createHistory } from './history.ts';
import { createPeople } from './people.ts';
import type { Places } from './places.ts';
import type { Playback } from './playback.ts';
import type { Projectors } from './projectors.ts';
import { createSafety } from './safety.ts';
import type { Sound } from './sound.ts';
import { createAnalyses } from './sound/analyses.ts';
import { createSoundRoom } from './sound/room.ts';
import { createSpare } from './spare.ts';
import type { Mute } from './spare/mute.ts';
import type { Follow } from './spare/prepare.ts';
import { createStandbyStep } from './standby-step.ts';
import type { Which } from './store/store.ts';
import { createLevels } from './levels.ts';
import { createSchedule } from './schedule.ts';
import { createVersion } from './version.ts';
import { createTimecode } from './timecode.ts';
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
  /** Frise's own. */
  version: string;
  /** The host that this one was started to follow. */
  follow: Follow | null;
  /** On while it follows: a port that sends by itself is silent then. What is received may be shown; verbs are refused. */
  mute: Mute;
  /** Draws a film or a still beside everything else. */
  draw: Draw;
  /** Pages see this host's own patterns, marks and freeze again. */
  ownLineUp(): void;
};
export interface Room {
  /** A document has changed; at the start it is called once for `station`. */
  changed?(which: Which): void;
  /** `sender`: as whom its verbs come. */
  joined?(page: Page, client: string, sender: string): void;
  report?(page: Page, report: Report, client: string): void;
  left?(page: Page, client: string, sender: string): void;
  dispose(): void | Promise<void>;
}
export interface Rooms extends Required<Room> {
  handlers: Pick<Handlers, keyof typeof roomVerbs>;
  /** Whoever speaks OSC to a port may ask to be told what the show does. */
  subscriptions: Subscribing;
  /** Absolute path of the analysis of `media:name`; null: none (yet). */
  analysisFile(id: string): string | null;
  /** What `/export/<id>` sends. */
  exportFile: Exports['file'];
  /** Where a designer's edit goes. */
  draft: Pick<DraftRoom, 'edit' | 'step' | 'switched'>;
  /** Files on their way into the show. */
  uploads: MediaRoom['uploads'];
}

/** ArtTimeCode names its rate by the trade it comes from. */
const artnetRates = { film: '24', ebu: '25', drop: '29.97df', smpte: '30' } as const;

export const createRooms = (parts: RoomParts): Rooms => {
  const desk = createDesk(parts);
  const timecode = createTimecode(parts);
  const levels = createLevels(parts, {
    onTimecode: ({ at, type, ...code }) => timecode.heard('artnet', code, artnetRates[type], at),
  });
  const schedule = createSchedule(parts);
  const sound = createSoundRoom(parts);
  const analyses = createAnalyses(parts);
  const exported = createExports({ ...parts, analysisFile: analyses.file });
  const media = createMediaRoom(parts);
  const safety = createSafety(parts);
  const standby = createStandbyStep(parts);
  const notes = createNotes(parts);
  const draft = createDraft(parts);
  const version = createVersion(parts);
  const disk = createDisk(parts);
  const people = createPeople(parts);
  const history = createHistory(parts);
  const cameras = createCameras(parts);
  const releases = createReleases({
    ...parts,
    records: () => parts.documents.store.station.document.records,
    isShowOn: () =>
      parts.locks.topic().on ||
      parts.playback.status(parts.clock.now()).playbacks.some(({ state }) => state === 'playing'),
  });
  const spare = createSpare({ ...parts, onNotes: notes.adopt });
  const rooms: Room[] = [
    desk,
    timecode,
    levels,
    schedule,
    sound,
    analyses,
    media,
    exported,
    safety,
    standby,
    notes,
    draft,
    disk,
    people,
    history,
    cameras,
    releases,
    spare,
    version,
  ];
  return {
    handlers: {
      ...desk.handlers,
      ...timecode.handlers,
      ...schedule.handlers,
      ...sound.handlers,
      ...exported.handlers,
      ...media.handlers,
      ...safety.handlers,
      ...standby.handlers,
      ...notes.handlers,
      ...draft.handlers,
      ...spare.handlers,
      ...version.handlers,
      ...disk.handlers,
      ...people.handlers,
      ...history.handlers,
      ...releases.handlers,
    },
    subscriptions: desk.subscriptions,
    analysisFile: analyses.file,
    exportFile: exported.file,
    draft,
    uploads: media.uploads,
    changed: (which) => rooms.forEach((room) => room.changed?.(which)),
    joined: (page, client, sender) => rooms.forEach((room) => room.joined?.(page, client, sender)),
    report: (page, report, client) => rooms.forEach((room) => room.report?.(page, report, client)),
    left: (page, client, sender) => rooms.forEach((room) => room.left?.(page, client, sender)),
    async dispose() {
      for (const room of rooms.toReversed()) await room.dispose();
    },
  };
};
