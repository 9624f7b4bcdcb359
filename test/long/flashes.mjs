// Every frame of the bundled show at 25 frames a second, as it stands and without flashes, with each sting on top as fast
// as it can be fired: never more than three flashes in a second, general or red; and no frame draws or holds more than the
// show's README says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { statedCosts } from '../support/stated-costs.mjs';
import { run } from '../support/processes.mjs';
import { bundledShow, root } from '../e2e/support/app.mjs';

const stated = statedCosts(readFileSync(join(bundledShow, 'README.md'), 'utf8'));
/** What the command tells of a frame, by the names of the README's rows. */
const measuredCosts = (text) => {
  const told =
    /at most (\d+) draw calls, (\d+) passes, (\d+) layers, (\d+) textures of ([\d.]+) MB, geometry of ([\d.]+) MB/.exec(
      text,
    );
  assert.ok(told, text);
  const names = ['draw calls', 'passes', 'layers', 'textures', 'textures, MB', 'geometry, MB'];
  return Object.fromEntries(names.map((name, i) => [name, Number(told[i + 1])]));
};
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
    for (const [name, value] of Object.entries(measuredCosts(stdout)))
      assert.ok(value <= stated[name], `${name}: ${value} measured, ${stated[name]} in the show's README`);
  });
