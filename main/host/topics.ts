import { hostname } from 'node:os';
import type { Status, Topics } from '../../core/control/link.ts';
import { noExports } from '../../core/control/export.topics.ts';
import { notCameBack } from '../../core/control/came-back.topics.ts';
import { noDisk } from '../../core/control/disk.topics.ts';
import { noCameras } from '../../core/control/camera.topics.ts';
import { noDraft } from '../../core/control/draft.topics.ts';
import { noHistory } from '../../core/control/history.topics.ts';
import { noMedia } from '../../core/control/media.topics.ts';
import { noPeople } from '../../core/control/people.topics.ts';
import { noReleases } from '../../core/control/releases.topics.ts';
import { noRemote } from '../../core/control/remote.topics.ts';
import { noSafety } from '../../core/control/safety.topics.ts';
import { noSoundInput } from '../../core/control/sound.topics.ts';
import { noTimecode } from '../../core/control/timecode.topics.ts';
import { nameOf } from '../../core/ids.ts';
import type { ShowClock } from './clock.ts';
import type { Documents } from './documents.ts';
import type { Health } from './health.ts';
import type { Inputs } from './inputs.ts';
import type { LineUpHost } from './line-up.ts';
import type { Live } from './live.ts';
import type { LocksHost } from './locks.ts';
import type { Outputs } from './outputs.ts';
import type { PairingHost } from './pairing.ts';
import type { Playback } from './playback.ts';
import type { Projectors } from './projectors.ts';
import type { Sound } from './sound.ts';

/** Values of the topics, made from the parts that own them. */
export type StatusParts = {
  version: string;
  documents: Documents;
  playback: Playback;
  live: Live;
  clock: ShowClock;
  outputs: Outputs;
  inputs: Inputs;
  sound: Sound;
  health: Health;
  lineUp: LineUpHost;
  locks: LocksHost;
  projectors: Projectors;
  pairing: PairingHost;
};

export const statusOfHost = (parts: StatusParts): Status => {
  const { documents, playback, clock, sound } = parts;
  const { id, revision, show } = documents.compiled();
  return {
    version: parts.version,
    show: { title: show.title[show.language], id: nameOf(id), revision },
    ...playback.status(clock.now()),
    clock: { source: clock.map().source, locked: clock.map().locked, offsetMs: sound.offsetMs() },
    outputs: parts.outputs.status(),
    inputs: parts.inputs.status(),
    health: parts.health.status(),
  };
};

export const showTopic = ({ store }: Documents): Topics['show'] => ({
  document: store.show.document,
  revision: store.show.revision,
});
export const rigTopic = ({ store }: Documents): Topics['rig'] => ({
  document: store.rig.document,
  revision: store.rig.revision,
});

export const settingsTopic = ({ store }: Documents): Topics['settings'] => ({
  document: store.station.document,
  revision: store.station.revision,
});

export const openingTopics = (parts: StatusParts, windowed: boolean): Topics => ({
  show: showTopic(parts.documents),
  facade: { document: parts.documents.store.facade.document },
  rig: rigTopic(parts.documents),
  settings: settingsTopic(parts.documents),
  plans: parts.playback.plans(),
  live: parts.live.samples(),
  clock: parts.clock.map(),
  status: statusOfHost(parts),
  thumbnails: {},
  journal: [],
  inputs: [],
  sound: parts.sound.topic(),
  station: {
    name: hostname(),
    language: parts.documents.compiled().show.language,
    displays: [],
    places: [],
    windowed,
  },
  lineUp: parts.lineUp.state(),
  previews: parts.lineUp.previews(),
  projectors: parts.projectors.status(),
  pairing: parts.pairing.topic(),
  ...noMedia,
  ...noTimecode,
  ...noSafety,
  lock: parts.locks.topic(),
  ...noRemote,
  ...noReleases,
  ...noSoundInput,
  ...noExports,
  ...noDraft,
  ...noDisk,
  ...notCameBack,
  ...noPeople,
  ...noHistory,
  ...noCameras,
});
