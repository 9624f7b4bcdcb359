/**
 * QLC+, a real lighting desk, without a window: a workspace whose one fixture is Frise, eight channels, sent as OSC
 * levels. Started and driven through its own web interface, as an operator at a tablet does.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { eventually, start } from '../processes.mjs';

/** The web interface's port cannot be chosen in this version: QLC+ runs in a network of its own. */
const web = 'ws://127.0.0.1:9999/qlcplusWS';
const names = ['go', 'back', 'pause', 'resume', 'stop', 'panic', 'blackout', 'master'];

const scene = (name, channel, fadeIn = 0) =>
  `<Function ID="${channel}" Type="Scene" Name="${name}"><Speed FadeIn="${fadeIn}" FadeOut="0" Duration="0"/>` +
  `<FixtureVal ID="0">${channel},255</FixtureVal></Function>`;

const workspace = (port) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE Workspace>
<Workspace xmlns="http://www.qlcplus.org/Workspace" CurrentWindow="VirtualConsole">
 <Creator><Name>Q Light Controller Plus</Name><Version>4.12.6</Version><Author>frise</Author></Creator>
 <Engine>
  <InputOutputMap>
   <Universe Name="Frise" ID="0">
    <Output Plugin="OSC" Line="0"><PluginParameters outputIP="127.0.0.1" outputPort="${port}"/></Output>
   </Universe>
  </InputOutputMap>
  <Fixture><Manufacturer>Generic</Manufacturer><Model>Generic</Model><Mode>Generic</Mode><ID>0</ID><Name>Frise</Name><Universe>0</Universe><Address>0</Address><Channels>8</Channels></Fixture>
  ${names.map((name, channel) => scene(name, channel, name === 'master' ? 1000 : 0)).join('\n  ')}
 </Engine>
 <VirtualConsole><Frame Caption=""/><Properties><Size Width="640" Height="480"/></Properties></VirtualConsole>
 <SimpleDesk><Engine/></SimpleDesk>
</Workspace>
`;

const connected = () =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(web);
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });

/** `port`: where Frise hears. Its home is a folder of its own. */
export async function startQlcplus(port) {
  const home = mkdtempSync(join(tmpdir(), 'frise-qlcplus-'));
  const file = join(home, 'frise.qxw');
  writeFileSync(file, workspace(port));
  const desk = start('qlcplus', ['-d', '0', '-m', '-n', '-o', file, '-p', '-w'], {
    env: { HOME: home, QT_QPA_PLATFORM: 'offscreen', XDG_RUNTIME_DIR: home },
    group: true,
  });
  const socket = await eventually(connected, { seconds: 30, everyMs: 250, what: 'QLC+’s web interface' });
  const set = (name, isOn) => socket.send(`QLC+API|setFunctionStatus|${names.indexOf(name)}|${isOn ? 1 : 0}`);
  return {
    set,
    /** Up and down again, as a finger does it. */
    async press(name) {
      set(name, true);
      await delay(400);
      set(name, false);
      await delay(400);
    },
    async stop() {
      socket.terminate();
      await desk.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
