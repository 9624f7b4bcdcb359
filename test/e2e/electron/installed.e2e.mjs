// What electron-builder packs, started as a user's machine starts it: no repository around it, the shows beside the
// archive, and the show that plays.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startDisplays } from '../../support/displays.mjs';
import { electronArguments, readyLine } from '../../support/electron.mjs';
import { run, start } from '../../support/processes.mjs';
import { ensureElectron } from '../../support/setup/electron-runtime.mjs';
import { clientOf, root, temporaryFolder } from '../support/app.mjs';

let displays, work, program;

/** The runtime as it is downloaded: without the folder by which tests start an unpacked application. */
function bareRuntime(folder) {
  const copy = join(work.path, 'runtime');
  cpSync(folder, copy, { recursive: true });
  rmSync(join(copy, 'resources/app'), { recursive: true, force: true });
  return copy;
}

before(async () => {
  displays = await startDisplays({ count: 2, size: '320x180' });
  work = temporaryFolder('installed');
  const electron = await ensureElectron();
  const asNode = { env: { ELECTRON_RUN_AS_NODE: '1' } };
  const version = (await run(electron.executable, ['-p', 'process.versions.electron'], asNode)).stdout;
  await run(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--dir',
      '--linux',
      `-c.electronVersion=${version.trim()}`,
      `-c.electronDist=${bareRuntime(electron.folder)}`,
      `-c.directories.output=${join(work.path, 'release')}`,
    ],
    { cwd: root, seconds: 120 },
  );
  program = join(work.path, 'release/linux-unpacked/frise');
});
after(async () => {
  await displays?.stop();
  work?.remove();
});

test('the package holds the built pages and the shows, and nothing of the repository', () => {
  const resources = join(work.path, 'release/linux-unpacked/resources');
  assert.ok(existsSync(join(resources, 'app.asar')));
  assert.ok(existsSync(join(resources, 'app.asar.unpacked/dist/renderer')));
  assert.ok(existsSync(join(resources, 'shows/usine-extraordinaire/show.json')));
  for (const name of ['node_modules', 'test', 'core', 'docs'])
    assert.ok(!readdirSync(join(resources, 'app.asar.unpacked')).includes(name));
});

test('it opens the bundled show on two displays, plays on GO, and ends with 0', async () => {
  const flags = [
    '--http',
    '127.0.0.1:0',
    '--osc',
    '127.0.0.1:0',
    '--no-open',
    '--station',
    join(work.path, 'station'),
  ];
  const installed = start(program, [...electronArguments, ...flags], { cwd: '/', env: displays.env });
  try {
    const ready = await installed.until((said) => readyLine(said.stdout), {
      seconds: 60,
      what: 'the ready line',
    });
    const client = clientOf(ready);
    const opened = await client.statusWhere(
      (now) => now.outputs.length === 2 && now.outputs.every(({ connected }) => connected),
      { seconds: 60 },
    );
    assert.equal(opened.show.id, 'usine-extraordinaire');
    assert.deepEqual(opened.health.problems, []);
    assert.equal((await client.verb('go')).status, 200);
    await client.statusWhere(
      (now) => now.playbacks[0]?.position > 1 && now.outputs.every(({ fps }) => fps > 0),
      {
        seconds: 60,
      },
    );
  } finally {
    await installed.stop();
  }
  assert.equal((await installed.ended).code, 0);
});
