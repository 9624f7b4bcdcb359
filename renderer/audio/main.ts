import { after } from '../link/clock.ts';
import { createLink } from '../link/link.ts';
import { openDevice } from './device.ts';
import { createEngine } from './engine.ts';
import { startReporting } from './reporting.ts';
import { showPanel } from './panel.ts';
import { startTimecode } from './timecode/start.ts';

/** The sound page: one window of the station opens it, hidden under Electron, in a browser by hand. */
const link = createLink({ page: { kind: 'audio', id: 'audio' }, role: 'operator', token: null });
const device = openDevice();
const engine = createEngine(link, device);
const timecode = startTimecode(link, device);
startReporting(link, device, engine, 'audio', timecode.problems);

const resume = async (): Promise<void> => {
  await device.context.resume();
};
// Electron and kiosks allow sound at once; a browser does after the first click, and this promise waits for it.
void resume();
const panel = showPanel(document.body, { resume, choose: (id) => device.choose(id) });
const refresh = (): void => {
  panel.update({
    state: device.context.state,
    loading: engine.library.loading(),
    problems: [...engine.library.problems(), ...device.problems(), ...timecode.problems()],
    peak: device.peak(),
    isConnected: link.isConnected(),
  });
  after(250, refresh);
};
refresh();
