// The same round of the show again and again: what host and pages hold at its end is the same each time. Hours of it:
// test/long/soak.mjs.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { startSoakedHost } from '../../support/soak/host.mjs';
import { placesApart, watchHeld } from '../../support/soak/page.mjs';
import { root, temporaryFolder } from '../support/app.mjs';

const warm = 3;
const rounds = 12;
/** Most that may be added over nine rounds. A leak of one thing a round is nine. */
const limits = {
  heapMb: 3,
  timers: 5,
  sockets: 1,
  handles: 3,
  /** The console has a list of what happened, which fills. */
  nodes: 800,
  listeners: 20,
  textures: 4,
  geometries: 8,
  programs: 4,
};

test(`${rounds} rounds of the show leave nothing behind, and two outputs stay in step`, async (t) => {
  const station = temporaryFolder('soak');
  const host = await startSoakedHost({ show: join(root, 'test/fixtures/shows/tiny'), station: station.path });
  const browser = await launchChromium();
  t.after(async () => {
    await browser.close();
    await host.stop();
    station.remove();
  });
  const pages = {};
  for (const [name, path] of Object.entries({
    left: '/output/left',
    right: '/output/right',
    console: '/console',
  })) {
    pages[name] = await browser.newPage({ viewport: { width: 200, height: 112 } });
    pages[name].complaints = watchPage(pages[name]);
    await pages[name].goto(`${host.http}${path}`);
  }
  const watches = {};
  for (const [name, page] of Object.entries(pages)) watches[name] = await watchHeld(page);
  const held = async () => {
    const all = { host: await host.held() };
    for (const [name, watch] of Object.entries(watches)) all[name] = await watch();
    return all;
  };
  await host.statusWhere((now) => now.outputs.every(({ connected, fps }) => connected && fps > 0), {
    seconds: 60,
  });
  let before;
  for (let round = 1; round <= rounds; round += 1) {
    await host.verb('cue/go', { cue: '1' });
    await host.verb('timeline/start', { id: 'flash' });
    await host.verb('seek', { position: 8.1 });
    await host.statusWhere((now) => now.playbacks.some(({ position }) => position > 8.3), { seconds: 20 });
    await host.verb('master', { level: 1 - round / 100 });
    if (round === rounds) {
      const apart = await eventually(() => placesApart(pages.left, pages.right), {
        what: 'frames of one instant',
      });
      t.diagnostic(`outputs ${apart.ms} ms apart in ${apart.frames} frames`);
      assert.ok(apart.ms < 0.001, `outputs are ${apart.ms} ms apart`);
    }
    await host.verb('reset');
    await host.statusWhere((now) => now.playbacks.length === 0);
    if (round === warm) before = await held();
  }
  // Layers of a playback that has ended are kept for some hundred frames, in case it comes back.
  const grown = async () => {
    const after = await held();
    const lines = Object.entries(after).flatMap(([page, figures]) =>
      Object.entries(limits).flatMap(([name, most]) => {
        const [from, to] = [before[page][name], figures[name]];
        return to !== undefined && to - from > most ? [`${page}: ${name} grew from ${from} to ${to}`] : [];
      }),
    );
    if (lines.length > 0) throw new Error(lines.join(', '));
    return after;
  };
  const after = await eventually(grown, { seconds: 40, everyMs: 500, what: 'what was held before' });
  t.diagnostic(JSON.stringify({ before, after }));
  for (const { complaints } of Object.values(pages)) complaints.check();
});
