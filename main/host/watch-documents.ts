import { rigTopic, settingsTopic, showTopic } from './topics.ts';
import type { Documents } from './documents.ts';
import type { Health } from './health.ts';
import type { Hub } from './hub.ts';
import type { LineUpHost } from './line-up.ts';
import type { Outputs } from './outputs.ts';
import type { Places } from './places.ts';
import type { Playback } from './playback.ts';
import type { Projectors } from './projectors.ts';
import type { Rooms } from './rooms.ts';

/** Whoever stands on a document is told when it has changed. */
type Watched = {
  documents: Documents;
  hub: Hub;
  playback: Playback;
  outputs: Outputs;
  places: Places;
  lineUp: LineUpHost;
  projectors: Projectors;
  rooms: Rooms;
  health: Health;
  refreshSoon(): void;
};
export const watchDocuments = (watched: Watched) => {
  const { documents, hub, playback, outputs, places, lineUp, projectors, rooms, health, refreshSoon } =
    watched;
  const { store } = documents;
  health.set('documents', store.problems);
  store.onChange((change) => {
    const { which } = change;
    if (rooms.draft.switched(change)) {
      // A take tells everyone itself, in its order.
    } else if (which === 'show') {
      hub.edited(showTopic(documents), change.diff.after);
      playback.reload(documents.compiled());
    } else if (which === 'facade') hub.set('facade', { document: store.facade.document });
    else if (which === 'station') hub.set('settings', settingsTopic(documents));
    else {
      hub.set('rig', rigTopic(documents));
      outputs.rigChanged();
      places.rigChanged();
      lineUp.rigChanged();
      projectors.rigChanged();
    }
    rooms.changed(which);
    health.set('documents', store.problems);
    refreshSoon();
  });
};
