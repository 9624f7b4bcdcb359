import { randomUUID } from 'node:crypto';
import { createDispatcher, type Dispatcher, type Outcome } from '../../core/control/dispatcher.ts';
import type { Status } from '../../core/control/link.ts';
import { createAudience } from './audience.ts';
import type { ShowClock } from './clock.ts';
import type { Documents } from './documents.ts';
import { createEffects } from './effects.ts';
import type { Draw } from './exports/drawing.ts';
import type { Foundation } from './foundation.ts';
import type { GatewayEvents } from './gateway.ts';
import { createHandlers } from './handlers.ts';
import type { Health } from './health.ts';
import { createHub, type Hub } from './hub.ts';
import { createInputs, type Inputs } from './inputs.ts';
import type { Journal } from './journal.ts';
import { createKeeper } from './keeper.ts';
import { createLineUp } from './line-up.ts';
import { createLive } from './live.ts';
import { createLocks } from './locks.ts';
import { journalOutcome } from './outcome.ts';
import { createOutputs } from './outputs.ts';
import { createPlaces } from './places.ts';
import { createPairing, type PairingHost } from './pairing.ts';
import { createPlayback, lead, type Playback } from './playback.ts';
import { createProjectors } from './projectors.ts';
import { playableFrom } from './resumable.ts';
import { createRigVersions } from './rig-versions.ts';
import { createRooms, type Rooms } from './rooms.ts';
import { createSound } from './sound.ts';
import { soon } from './soon.ts';
import { gated } from './spare/gate.ts';
import { createMute } from './spare/mute.ts';
import type { Follow } from './spare/prepare.ts';
import { openingTopics, statusOfHost } from './topics.ts';
import { createTriggerDoor } from './trigger-door.ts';
import { watchDocuments } from './watch-documents.ts';

/** The host without its ways in: the parts, wired. */
export type Host = {
  dispatcher: Dispatcher;
  hub: Hub;
  clock: ShowClock;
  inputs: Inputs;
  health: Health;
  journal: Journal;
  playback: Playback;
  pairing: PairingHost;
  subscriptions: Rooms['subscriptions'];
  analysisFile: Rooms['analysisFile'];
  exportFile: Rooms['exportFile'];
  uploads: Rooms['uploads'];
  session: string;
  status(): Status;
  events: GatewayEvents;
  /** Pages that leave from now on do so because the host ends. */
  ending(): void;
  /** false: this start failed; what an earlier host left stays to be resumed. */
  close(isOnPurpose: boolean): Promise<void>;
};
export type HostOptions = {
  foundation: Foundation;
  documents: Documents;
  show: string;
  /** The station's folder. */
  station: string;
  version: string;
  windowed: boolean;
  /** The host that this one was started to follow. */
  follow: Follow | null;
  draw: Draw;
};

const statusEveryMs = 250;
/** Several changes of one moment are told once. */
const statusSoonMs = 5;
/** What a person reads of a desk must not delay what the desk asked for. */
const inputsSoonMs = 200;

export const assemble = (options: HostOptions): Host => {
  const { foundation, documents, version } = options;
  const { clock, health, journal, left } = foundation;
  const mute = createMute(options.follow !== null && !options.follow.state.taken);
  const inputs = createInputs(
    left?.state.disarmed ?? [],
    () => {
      keep(playback.state(), true);
      refreshSoon();
    },
    soon(clock, inputsSoonMs, () => hub.set('inputs', inputs.recent())),
  );
  const keep = createKeeper(foundation, documents, options.show, {
    inputs: () => inputs,
    live: () => live,
    lineUp: () => lineUp,
    locks: () => locks,
  });
  const outputs = createOutputs(
    () => documents.store.rig.document,
    health,
    () => hub.set('thumbnails', outputs.thumbnails()),
  );
  const places = createPlaces({
    rig: () => documents.store.rig.document,
    health,
    journal,
    onChange: ({ displays, places }) => hub.set('station', { ...hub.get('station'), displays, places }),
    onWaiting: outputs.waiting,
  });
  const sound = createSound(clock, health, () => hub.set('sound', sound.topic()));
  const effects = createEffects({
    show: documents.compiled,
    clock,
    journal,
    dispatch: (request) => dispatcher.dispatch(request),
  });
  const resumed = left !== null && left.state.show.id === documents.compiled().id ? left.state : null;
  const playable = resumed && playableFrom(resumed, documents.compiled(), foundation);
  const live = createLive({
    show: documents.compiled,
    clock,
    resumed: resumed?.live ?? [],
    keep: () => keep(playback.state(), true),
    onChange: (samples) => hub.set('live', samples),
  });
  const playback = createPlayback({
    show: documents.compiled(),
    clock,
    resumed: playable,
    onPlans(state) {
      keep(state, true);
      hub.set('plans', state.plans);
      refreshSoon();
    },
    onHorizon: (state) => keep(state, true),
    // The host that is followed acts; what this one sees coming is drawn and no more.
    onEffects: (list) => (mute.isOn() ? undefined : effects.run(list)),
  });
  const lineUp = createLineUp({
    clock,
    store: documents.store,
    journal,
    resumed: resumed?.lineUp ?? null,
    moment: () => ({ at: clock.now() + lead, plans: playback.plans(), live: live.samples() }),
    keep: () => keep(playback.state(), true),
    onLineUp: (state) => hub.set('lineUp', state),
    onPreviews: (previews) => hub.set('previews', previews),
  });
  const locks = createLocks({
    clock,
    resumed: resumed?.locks ?? null,
    isRigInHand: () => Object.keys(lineUp.previews()).length > 0,
    onChange(topic) {
      keep(playback.state(), true);
      hub.set('lock', topic);
    },
  });
  const rigVersions = createRigVersions({
    store: documents.store,
    edit: (edit, sender) => lineUp.guarded(edit, sender, () => documents.store.edit('rig', edit, sender)),
    clock,
    health,
  });
  const projectors = createProjectors({
    rig: () => documents.store.rig.document,
    isOurs: () => !mute.isOn(),
    folder: options.station,
    clock,
    health,
    journal,
    onChange: (status) => hub.set('projectors', status),
  });
  mute.onChange(projectors.rigChanged);
  const pairing = createPairing({
    station: options.station,
    clock,
    health,
    journal,
    onChange: () => hub.set('pairing', pairing.topic()),
  });
  const technician = { lineUp, projectors, pairing, locks };
  const played = { documents, playback, live, clock, outputs, inputs, sound };
  const statusParts = { version, health, ...played, ...technician };
  const status = () => statusOfHost(statusParts);
  const hub = createHub(openingTopics(statusParts, options.windowed));
  const dispatch: Dispatcher['dispatch'] = (request) => dispatcher.dispatch(request);
  const rooms = createRooms({
    clock,
    health,
    journal,
    hub,
    documents,
    playback,
    live,
    inputs,
    door: createTriggerDoor({ compiled: documents.compiled, clock, dispatch }),
    outputs,
    places,
    sound,
    projectors,
    lineUp,
    locks,
    dispatch,
    station: options.station,
    version,
    follow: options.follow,
    mute,
    draw: options.draw,
    ownLineUp() {
      hub.set('lineUp', lineUp.state());
      hub.set('previews', lineUp.previews());
    },
  });
  const said = (outcome: Outcome) => {
    journalOutcome(journal, outcome);
    if (isReset(outcome)) journal.begin(titleOf(documents), 'reset');
  };
  const oneDoor = createDispatcher({
    handlers: createHandlers({ playback, live, documents, inputs, sound, rigVersions, rooms, ...technician }),
    isArmed: inputs.isArmed,
    locked: locks.locked,
    journal: said,
  });
  const dispatcher = gated(oneDoor, mute, said);
  const refresh = createRefresher(clock, () => {
    // A file that can't be found or written is noticed between two edits, too.
    health.set('documents', documents.store.problems);
    hub.set('status', status());
  });
  const refreshSoon = refresh.soon;

  foundation.onJournal((tail) => hub.set('journal', tail));
  clock.onChange((map) => {
    hub.set('clock', map);
    keep(playback.state(), true);
  });
  health.onChange((owner, problems) => {
    for (const problem of problems) journal.add('problem', `${owner}: ${problem.message}`, problem);
    refreshSoon();
  });
  watchDocuments({
    documents,
    hub,
    playback,
    outputs,
    places,
    lineUp,
    projectors,
    rooms,
    health,
    refreshSoon,
  });
  if (foundation.wasCut) hub.set('cameBack', { since: clock.iso() });
  if (resumed === null) journal.begin(titleOf(documents), 'opened');
  rooms.changed('station');
  keep(playback.state(), true);
  journal.add(
    'host',
    left === null
      ? 'opened black'
      : `came back after ${left.clock.gap.toFixed(3)} s (${left.clock.by} clock)`,
  );

  return {
    dispatcher,
    hub,
    clock,
    inputs,
    health,
    journal,
    playback,
    pairing,
    subscriptions: rooms.subscriptions,
    analysisFile: rooms.analysisFile,
    exportFile: rooms.exportFile,
    uploads: rooms.uploads,
    session: randomUUID(),
    status,
    events: createAudience({ journal, outputs, places, sound, lineUp, rooms, onChange: refreshSoon }),
    ending: outputs.ending,
    async close(isOnPurpose) {
      refresh.stop();
      await rooms.dispose();
      projectors.dispose();
      playback.dispose();
      live.dispose();
      keep(playback.state(), !isOnPurpose);
      await lineUp.dispose();
      await pairing.close();
      journal.add('host', isOnPurpose ? 'ended' : 'could not start');
      await rigVersions.dispose();
      await documents.store.dispose();
    },
  };
};

const titleOf = (documents: Documents) => {
  const { id, show } = documents.compiled();
  return { id, title: show.title[show.language] };
};
const isReset = ({ request, reply, repeated }: Outcome): boolean =>
  request.verb === 'reset' && reply.ok && !repeated;

const createRefresher = (clock: ShowClock, refresh: () => void) => ({
  stop: clock.every(statusEveryMs, refresh),
  soon: soon(clock, statusSoonMs, refresh),
});
