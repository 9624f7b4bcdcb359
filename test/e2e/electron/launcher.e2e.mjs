/** `npm start` where a window can open: the launcher finds Electron and the display, and hands the ready line through. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startDisplays } from '../../support/displays.mjs';
import { electronArguments, readyLine } from '../../support/electron.mjs';
import { start } from '../../support/processes.mjs';
import { ensureElectron } from '../../support/setup/electron-runtime.mjs';
import { root, temporaryFolder } from '../support/app.mjs';

let displays;
let station;
before(async () => {
  displays = await startDisplays({ count: 2 });
  station = temporaryFolder();
});
after(async () => {
  await displays?.stop();
  station?.remove();
});

test('the show opens in Electron, from an editor’s terminal, too, and SIGTERM ends it with code 0', async () => {
  const { folder } = await ensureElectron();
  const flags = [
    '--station',
    station.path,
    '--http',
    '127.0.0.1:0',
    '--osc',
    '127.0.0.1:0',
    ...electronArguments,
  ];
  const shell = start(process.execPath, ['main/launch/frise.mjs', 'start', ...flags], {
    cwd: root,
    env: { ...displays.env, ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_RUN_AS_NODE: '1' },
  });
  try {
    const ready = await shell.until((said) => readyLine(said.stdout), {
      seconds: 90,
      what: 'the ready line',
    });
    assert.match(shell.said.stderr, /frise:first-window/);
    assert.doesNotMatch(shell.said.stderr, /Running without windows/);
    assert.equal((await fetch(`${ready.http}/api/status`)).status, 200);
    const end = await shell.stop({ seconds: 20 });
    assert.equal(end.code, 0, shell.said.stderr);
    assert.equal(
      shell.said.stdout.split('\n').filter((line) => line !== '').length,
      1,
      'stdout carries the ready line alone',
    );
  } finally {
    await shell.stop();
  }
});
