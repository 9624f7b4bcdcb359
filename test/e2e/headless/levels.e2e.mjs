// Runs beside another.
// Lighting desks that people use send Art-Net and sACN, and the show follows: QLC+ and OLA, each as it is installed.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { startInNamespace } from '../../support/lighting-desk/namespace.mjs';
import { root } from '../support/app.mjs';

test('QLC+ and OLA ride the master, fire cues and send timecode over Art-Net and sACN', async () => {
  const inside = join(root, 'test/e2e/support/levels-inside.mjs');
  const walk = startInNamespace(process.execPath, [inside], { cwd: root });
  try {
    const { code } = await walk.ended;
    assert.equal(code, 0, `${walk.said.stdout}${walk.said.stderr}`);
  } finally {
    await walk.stop();
  }
});
