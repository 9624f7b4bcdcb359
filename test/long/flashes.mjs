// Every frame of the bundled show at 25 frames a second, as it stands and without flashes, with each sting on top as fast
// as it can be fired: never more than three flashes in a second, general or red.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../support/processes.mjs';
import { bundledShow, root } from '../e2e/support/app.mjs';

const env = { FRISE_CHROMIUM_FLAGS: '--no-sandbox' };
for (const variant of ['full', 'no-flash', 'short', 'preset'])
  test(`nothing flashes too often: ${variant}`, async (t) => {
    const flags = ['--variant', variant, '--density', '1'];
    const command = ['main/launch/frise.mjs', 'flashes', bundledShow, ...flags];
    const { code, stdout, stderr } = await run(process.execPath, command, {
      cwd: root,
      env,
      seconds: 7000,
      check: false,
    });
    t.diagnostic(stdout);
    assert.equal(code, 0, `${stdout}${stderr.slice(-2000)}`);
  });
