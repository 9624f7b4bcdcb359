import { isSameInput } from '../../../core/layers/live.ts';
import { compileRig } from '../../../core/rig/rig.document.ts';
import { liveInputsOf } from '../../../core/show/live-inputs.ts';
import { readRecord } from '../../../core/show/records.ts';
import { cameraOf, camerasOf } from '../../../core/station/camera.read.ts';
import { preflightSchema, type PreflightSettings } from '../../../core/station/safety.schema.ts';
import type {
  CameraFact,
  MediaFact,
  OutputFact,
  PreflightFacts,
  SystemFact,
} from '../../../core/preflight/facts.ts';
import type { RoomParts } from '../rooms.ts';
import { nothingSaid } from './ask-system.ts';
import type { Watch } from './watch.ts';

/** What was looked at on purpose, beside what the host knows at any time. */
export type Looked = {
  media: MediaFact[];
  frames: Map<string, NonNullable<OutputFact['frames']>>;
  system: SystemFact;
  followerAnswers: boolean | null;
};
export const NOTHING_LOOKED_AT: Looked = {
  media: [],
  frames: new Map(),
  system: { ...nothingSaid, diskFree: null, memoryFree: 0 },
  followerAnswers: null,
};

export const settingsOf = ({ documents }: Pick<RoomParts, 'documents'>): PreflightSettings => {
  const record = documents.store.station.document.records['preflight:main'];
  const read = record === undefined ? null : readRecord(preflightSchema, record);
  return read?.success ? read.data : preflightSchema.parse({});
};

/** Codes of what could not be written, which is not a fault of a document's contents. */
const WRITES: ReadonlySet<string> = new Set(['store-write', 'session-unsaved', 'journal-unsaved']);

const outputsOf = ({ documents, hub, outputs }: RoomParts, watch: Watch, looked: Looked): OutputFact[] => {
  const { displays, places } = hub.get('station');
  const status = new Map(outputs.status().map((each) => [each.id, each]));
  return compileRig(documents.store.rig.document).outputs.map((output) => {
    const { key, id, name, width, height, refresh } = output;
    const place = places.find((each) => each.output === key) ?? null;
    return {
      key,
      id,
      name,
      size: { width, height },
      refresh,
      status: status.get(key) ?? null,
      place,
      display: displays.find((each) => each.id === place?.display) ?? null,
      page: watch.factsOf(key),
      frames: looked.frames.get(key) ?? null,
    };
  });
};

const camerasIn = ({ documents, hub, health }: RoomParts): CameraFact[] => {
  const { store } = documents;
  const mapped = camerasOf(store.station.document);
  const { devices } = hub.get('cameras');
  const { problems } = health.status();
  return liveInputsOf(store.show.document.records).map((input) => {
    const device = cameraOf(mapped, input)?.device ?? null;
    const problem = problems.find(
      ({ code, path }) => code.startsWith('live-input-') && isSameInput(path.replace('live:', ''), input),
    );
    return { input, device, isThere: devices?.includes(device ?? '') ?? null, problem: problem ?? null };
  });
};

export const factsOf = (parts: RoomParts, watch: Watch, looked: Looked): PreflightFacts => {
  const { documents, hub, clock, inputs, lineUp, locks, projectors, health } = parts;
  const { store } = documents;
  const { show } = documents.compiled();
  const { rig } = compileRig(store.rig.document);
  const status = hub.get('status');
  const station = hub.get('station');
  const sound = hub.get('sound');
  const line = lineUp.state();
  const written = health.status().problems.filter(({ code }) => WRITES.has(code));
  return {
    settings: settingsOf(parts),
    now: clock.iso(),
    documents: store.problems.filter(({ code, path }) => !WRITES.has(code) && !path.startsWith('media:')),
    unsaved: written,
    media: looked.media,
    canvas: { show: show.canvas, rig: rig.facade },
    hasShell: station.displays.length > 0,
    outputs: outputsOf(parts, watch, looked),
    sound: {
      hasSound: Object.values(documents.compiled().media).some(({ kind }) => kind === 'sound'),
      leader: sound.leader,
      state: sound.state,
      device: sound.device,
      isLoading: sound.loading !== null,
      problems: health.status().problems.filter(({ code }) => code.startsWith('sound-')),
      ...watch.sound(),
    },
    cameras: camerasIn(parts),
    clock: { ...status.clock, source: clock.map().source, locked: clock.map().locked },
    inputs: inputs.status(),
    timecode: hub.get('timecode'),
    projectors: projectors.status(),
    system: looked.system,
    machine: watch.machine(),
    lock: locks.topic(),
    isFrozen: line.frozenAt !== null,
    patterned: Object.keys(line.patterns),
    master: status.master,
    pairing: hub.get('pairing'),
    spare: hub.get('spare'),
    followers: hub.get('followers').names,
    followerAnswers: looked.followerAnswers,
  };
};
