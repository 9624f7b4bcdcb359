// A thousand messages a second while the show plays: nothing is lost, no cue is late, no memory grows with them.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { flood, showWithMarks } from '../../support/flood.mjs';
import { root, startHeadless, temporaryFolder } from '../support/app.mjs';

const seconds = Number(process.env['FRISE_FLOOD_SECONDS'] ?? 4);

test(`1,000 messages a second for ${seconds} s`, async (t) => {
  const folder = temporaryFolder('flood');
  const show = join(folder.path, 'show');
  const { sting } = showWithMarks(join(root, 'test/fixtures/shows/tiny'), show, seconds + 5);
  const host = await startHeadless({ show });
  t.after(async () => {
    await host.stop();
    folder.remove();
  });
  assert.equal((await host.verb('go')).status, 200);
  const clip = { id: 'blue', param: 'opacity' };
  const result = await flood({
    http: host.http,
    osc: host.ready.osc,
    pid: host.shell.pid,
    seconds,
    sting,
    clip,
  });
  t.diagnostic(
    `${result.sent} sent, ${result.patches} patches, ${result.late.length} marks, worst ${Math.max(...result.late) * 1000} ms, memory ${result.memory.map((mb) => mb.toFixed(0)).join(' → ')} MB`,
  );
  assert.ok(result.sent >= seconds * 900, `only ${result.sent} could be sent`);
  assert.equal(result.fired, result.stings, 'every sting fired');
  assert.ok(Math.abs(result.level - 0.75) < 1e-6, `the last level arrived: ${result.level}`);
  assert.ok(result.late.length >= seconds * 1.8, `${result.late.length} marks`);
  for (const late of result.late) assert.ok(late < 1e-4, `a cue's action was ${late} s late`);
  // Ten kilobytes kept of each message would be 60 MB in the ten seconds.
  assert.ok(result.memory[1] - result.memory[0] < 40 + seconds / 2, `memory grew: ${result.memory} MB`);
  const { health } = await host.status();
  assert.deepEqual(health.problems, []);
});
