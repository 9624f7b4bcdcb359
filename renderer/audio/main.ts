import { isMuted } from '../../core/control/remote.topics.ts';
import { soundOf } from '../../core/station/sound.read.ts';
import { tellBegan } from '../link/began.ts';
import { after } from '../link/clock.ts';
import { createLink } from '../link/link.ts';
import { silentWhile } from '../link/other-topics.ts';
import { measureWhenAsked } from './analysis/answer.ts';
import { openDevice } from './device.ts';
import { createEngine } from './engine.ts';
import { startInput } from './input/input.ts';
import { readLateMedia } from './late-media.ts';
import { showPanel } from './panel.ts';
import { startReporting } from './reporting.ts';
import { startTimecode } from './timecode/start.ts';
import { trySoundWhenAsked } from './try-sound.ts';

/** The sound page: one window of the station opens it, hidden under Electron, in a browser by hand. */
const link = createLink({ page: { kind: 'audio', id: 'audio' }, role: 'operator', token: null });
const device = openDevice();
// The spare's sound, and the code that it would send, are off until it is the main host.
const heard = silentWhile(link, () => isMuted(link.get('spare')));
const engine = createEngine(heard, device);
const timecode = startTimecode(heard, device);
readLateMedia(link, engine);
startReporting(link, device, engine, 'audio', timecode.problems);
trySoundWhenAsked(link, device.context);
measureWhenAsked(link);
startInput(link, device.context);

const resume = async (): Promise<void> => {
  await device.context.resume();
};
// Electron and kiosks allow sound at once; a browser does after the first click, and this promise waits for it.
void resume();
const panel = showPanel(document.body, {
  resume,
  choose: async (label) => {
    await link.verb('sound/device', { device: label });
  },
  allow: device.allow,
});
const refresh = (): void => {
  const settings = link.get('settings');
  const state = {
    state: device.context.state,
    loading: engine.library.loading(),
    problems: [...engine.library.problems(), ...device.problems(), ...timecode.problems()],
    peak: device.peak(),
    chosen: settings ? soundOf(settings.document).device : '',
    devices: device.is().devices,
    isConnected: link.isConnected(),
  };
  panel.update(state, link.get('station')?.language ?? 'en');
  after(250, refresh);
};
refresh();
tellBegan();
