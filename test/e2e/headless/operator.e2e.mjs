// The operator's show, step by step: the console as it is read and pressed, the desk over OSC, and what goes wrong.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { root, startHeadless } from '../support/app.mjs';
import { eventually } from '../../support/processes.mjs';
import { brightness, pictureOf } from '../support/picture.mjs';

const artefacts = join(root, 'artefacts/operator');
let host, browser, desk, left, complaints;
/** What a lighting desk sends when its cue runs. */
const fire = (cue) => host.osc(`/eos/out/event/cue/1/${cue}/fire`);
const main = (status) => status.playbacks.find(({ id }) => id.startsWith('main'));
const journal = async () => {
  const { body } = await host.verb('journal/read', { limit: 1000 });
  return body.value.lines;
};

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless();
  browser = await launchChromium();
  complaints = [];
  const open = async (path, viewport) => {
    const page = await browser.newPage({ viewport, locale: 'en-GB' });
    complaints.push(watchPage(page));
    await page.goto(`${host.http}${path}`);
    return page;
  };
  left = await open('/output/left', { width: 320, height: 180 });
  desk = await open('/console', { width: 1440, height: 900 });
  await host.statusWhere((now) => now.outputs[0].connected, { seconds: 60 });
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

test('19:30: the pre-flight says what is missing; a test message from the desk mends its line; show lock', async () => {
  const lineOf = async (id) => {
    const { value } = (await host.verb('preflight/export', { format: 'json' })).body;
    return JSON.parse(value.text).lines.find((line) => line.id === id);
  };
  const run = async () => {
    assert.equal((await host.verb('preflight/run', { only: ['desk'] })).status, 200);
    return eventually(
      async () => {
        const line = await lineOf('desk');
        if (line === undefined || line.state === 'running') throw new Error(JSON.stringify(line));
        return line;
      },
      { seconds: 20, what: 'the desk’s line' },
    );
  };
  const silent = await run();
  assert.equal(silent.state, 'fail');
  assert.notEqual(silent.problem.message, '');
  await host.osc('/frise/ping');
  assert.equal((await run()).state, 'pass');
  await host.verb('lock/show', { on: true });
  const edit = await host.verb('document/edit', { document: 'show', label: 'x', put: {} });
  assert.deepEqual([edit.status, edit.body.code], [409, 'show-locked']);
});

test('20:45: cue 1 stands by in amber; at 21:00:03 the desk fires it, and digits count to the next loop', async () => {
  await desk.getByText(/● Standby 1/).first().waitFor(); // prettier-ignore
  await fire(1);
  await desk.getByText(/▶ Running 1/).first().waitFor(); // prettier-ignore
  const digits = desk.getByTestId('left');
  const first = await digits.textContent();
  await desk.waitForTimeout(1200);
  const second = await digits.textContent();
  assert.match(first, /^0:3\d/);
  assert.ok(second < first, `${first} → ${second}`);
  const { height } = await digits.boundingBox();
  assert.ok(height >= 64, `${height} px`);
  await desk.screenshot({ path: join(artefacts, 'running.png') });
});

test('the speaker improvises: the vamp turns without a seam until GO', async () => {
  await host.verb('seek', { position: 34 });
  const looping = await host.statusWhere((now) => main(now).position < 33 && main(now).position > 30, {
    seconds: 20,
  });
  assert.equal(looping.cues.standby, '4');
  const { id } = main(looping);
  await desk.waitForTimeout(5500);
  const later = await host.status();
  assert.equal(main(later).id, id, 'one playback, lap after lap');
  await desk.keyboard.press('Space');
  await host.statusWhere((now) => now.cues.current === '4');
});

test('the desk’s operator presses twice: n, then n + 1; the second is ignored, and the log says so', async () => {
  await desk.waitForTimeout(600);
  await fire(6);
  await fire(8);
  const now = await host.statusWhere((status) => status.cues.current === '6');
  assert.equal(now.cues.standby, '8');
  await eventually(
    async () => {
      const refused = (await journal()).find(({ kind }) => kind === 'refused:guard');
      if (refused === undefined) throw new Error('not in the journal yet');
      return refused;
    },
    { seconds: 5, what: 'the refusal' },
  );
  await desk.getByText(/guard|after the last GO|Too soon/i).first().waitFor({ timeout: 2500 }); // prettier-ignore
});

test('five stings in ten seconds: the timeline does not notice', async () => {
  const before = main(await host.status());
  const began = performance.now();
  for (const cue of ['2', '2.1', '2.2', '3', '5']) {
    await fire(cue);
    await desk.waitForTimeout(400);
  }
  const now = main(await host.status());
  const seconds = (performance.now() - began) / 1000;
  assert.equal(now.id, before.id);
  assert.ok(
    Math.abs(now.position - before.position - seconds) < 0.5,
    `${now.position - before.position} s in ${seconds}`,
  );
});

test('output 1 is gone for a moment: it is missed by name, and comes back in step', async () => {
  await left.goto('about:blank');
  const lost = await host.statusWhere((now) => !now.outputs[0].connected, { seconds: 10 });
  assert.ok(lost.health.problems.some(({ code, path }) => code === 'output-lost' && path === 'output:left'));
  await desk.getByText(/✕ lost/).first().waitFor(); // prettier-ignore
  await left.goto(`${host.http}/output/left`);
  await host.statusWhere((now) => now.outputs[0].connected && now.outputs[0].frame > 0, { seconds: 30 });
});

test('a demonstrator enters the stage: Esc fades, Esc cuts; later a cue brings it back over 3 s', async () => {
  await desk.keyboard.press('Escape');
  await host.statusWhere((now) => now.master.panic === 'fading');
  await desk.keyboard.press('Escape');
  await host.statusWhere((now) => now.master.panic === 'cut');
  await left.waitForTimeout(700);
  assert.ok(brightness(await pictureOf(left)) < 1.5, 'the wall is dark');
  await desk.screenshot({ path: join(artefacts, 'panic.png') });
  await host.verb('cue/go', { cue: '6', fade: 3 });
  const back = await host.statusWhere((now) => now.master.panic === 'off');
  assert.equal(back.cues.current, '6');
  await eventually(
    async () => {
      const light = brightness(await pictureOf(left));
      if (light < 1.5) throw new Error(`still dark: ${light}`);
      return light;
    },
    { seconds: 10, what: 'the picture' },
  );
});

test('21:40: the journal is exported: every GO, who sent it, how late it was', async () => {
  const reply = await fetch(`${host.http}/api/journal.csv`);
  assert.equal(reply.status, 200);
  const csv = await reply.text();
  assert.match(csv, /osc:127\.0\.0\.1/);
  assert.match(csv, /console/);
  const lines = await journal();
  const late = lines.filter(({ kind }) => kind === 'cue').map(({ data }) => data.lateMs);
  assert.ok(late.length >= 8, `${late.length} cues`);
  process.stdout.write(`# cues: ${late.length}, worst ${Math.max(...late).toFixed(1)} ms\n`);
  for (const one of complaints) one.check();
});
