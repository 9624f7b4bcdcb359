/**
 * Two programs that lighting people use, as desks: QLC+ (a workspace with Art-Net to 127.0.0.2 and sACN to 127.0.0.3)
 * and OLA (Art-Net to 127.0.0.1, with timecode). To be started in a network namespace.
 */
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { eventually, run, start } from '../processes.mjs';

/** QLC+ has no flag for the port of its web interface. */
const qlcUrl = 'ws://127.0.0.1:9999/qlcplusWS';
const workspace = join(import.meta.dirname, 'desk.qxw');

/** `home`: a folder of its own for settings. `fader(universe, channel, level)` moves one, 0–255, both from 1. */
export async function startQlc(home) {
  const env = { QT_QPA_PLATFORM: 'offscreen', HOME: home, XDG_RUNTIME_DIR: home };
  const program = start('qlcplus', ['-d', '0', '-m', '-n', '-o', workspace, '-p', '-w'], {
    env,
    group: true,
  });
  const socket = await eventually(() => connect(), { seconds: 20, everyMs: 200, what: 'QLC+ to answer' });
  return {
    fader: (universe, channel, level) => socket.send(`CH|${(universe - 1) * 512 + channel}|${level}`),
    async stop() {
      socket.terminate();
      await program.stop();
    },
  };
}

const connect = () =>
  new Promise((done, failed) => {
    const socket = new WebSocket(qlcUrl);
    socket.once('open', () => done(socket));
    socket.once('error', failed);
  });

const nobody = 65_534;
const settings = {
  enabled: true,
  ip: '127.0.0.1',
  always_broadcast: true,
  use_loopback: true,
  use_limited_broadcast: false,
  net: 0,
  subnet: 0,
  output_ports: 1,
};
const otherPlugins =
  'dummy e131 espnet kinet nanoleaf opendmx openpixelcontrol osc pathport sandnet shownet spi stageprofi usbserial uartdmx usbpro renard milinst gpio ftdidmx karate usbdmx';

/** Its universe 1 is Art-Net's port address 1. It refuses to run as root: its settings lie where the user "nobody" can read them. */
export async function startOla() {
  const folder = mkdtempSync(join(tmpdir(), 'frise-ola-'));
  chownSync(folder, nobody, nobody);
  for (const plugin of otherPlugins.split(' '))
    writeFileSync(join(folder, `ola-${plugin}.conf`), 'enabled = false\n');
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}\n`);
  writeFileSync(join(folder, 'ola-artnet.conf'), lines.join(''));
  const as = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  const daemon = start('setpriv', [...as, 'olad', '-l', '3', '-c', folder, '--no-http'], { group: true });
  const ask = (command, ...args) => run(command, args, { seconds: 10 });
  await eventually(async () => (await ask('ola_patch', '-d', '1', '-p', '0', '-u', '1')).code === 0, {
    seconds: 15,
    everyMs: 200,
    what: 'OLA to patch Art-Net',
  });
  return {
    levels: (...levels) => ask('ola_streaming_client', '-u', '1', '-d', levels.join(',')),
    timecode: (text) => ask('ola_timecode', '-f', 'SMPTE', text),
    async stop() {
      await daemon.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
