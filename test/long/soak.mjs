/**
 * A show that goes on and on: does anything grow, do picture and sound or two outputs drift apart?
 *
 *   node test/long/soak.mjs [--minutes N] [--show DIR] [--write]    in real time, with sound (120)
 *   node test/long/soak.mjs --manual [--hours N] [--write]          the host's clock runs 60 times as fast, the pages
 *                                                                   are shown one instant after another (6)
 *
 * `npm run soak`: two hours in real time. Eight: `node test/long/soak.mjs --minutes 480 --write`. `--write` keeps the
 * figures in docs/soak.md, a section a kind. Ends with 1 when something grew or drifted beyond its limit.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import { build } from '../../main/launch/build.mjs';
import { bundledShow, root, temporaryFolder } from '../e2e/support/app.mjs';
import { bundledTrack, compareSound } from '../e2e/support/heard.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { driver } from '../support/soak/drive.mjs';
import { startSoakedHost } from '../support/soak/host.mjs';
import { apart, placesApart, watchHeld } from '../support/soak/page.mjs';
import { limitsOf, sectionOf, verdictOf, withSection } from '../support/soak/report.mjs';
import { startSoundCard } from '../support/soundcard.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '120' },
    hours: { type: 'string', default: '6' },
    show: { type: 'string', default: bundledShow },
    manual: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const stings = ['2', '3', '5', '7', '9', '11', '14', '15', '18', '22'];
const speed = 60;
const say = (text) => process.stderr.write(`soak: ${text}\n`);

/** The house: a host, two outputs, the console and, in real time, the sound page with a card to listen to. */
async function openHouse() {
  const station = temporaryFolder('soak');
  const card = values.manual ? null : await startSoundCard();
  const host = await startSoakedHost({
    show: values.show,
    station: station.path,
    speed: values.manual ? speed : 1,
  });
  const browser = await launchChromium({ env: card?.env, withSound: card !== null });
  const open = async (path) => {
    const page = await browser.newPage({ viewport: { width: 240, height: 135 } });
    await page.goto(`${host.http}${path}`);
    return page;
  };
  const pages = { left: await open('/output/left'), right: await open('/output/right') };
  pages.console = await open('/console');
  if (card) pages.audio = await open('/audio');
  for (const name of ['left', 'right'])
    await pages[name].waitForFunction(() => window.frise?.log.length > 0, null, { timeout: 120_000 });
  const watches = {};
  for (const [name, page] of Object.entries(pages)) watches[name] = await watchHeld(page);
  const held = async () => {
    const all = { host: await host.held() };
    for (const [name, watch] of Object.entries(watches)) all[name] = await watch();
    return all;
  };
  const close = async () => {
    await browser.close();
    await host.stop();
    await card?.stop();
    station.remove();
  };
  return { host, pages, card, held, close };
}

/** Sound against the show's place, ms: some seconds are recorded and looked for in the track. null: not to be told. */
async function soundApart({ host, card }, track) {
  const zeroOf = async () => {
    let best = { trip: Infinity, zero: null, state: '' };
    for (let round = 0; round < 20; round += 1) {
      const asked = performance.now();
      const now = await host.status();
      const trip = performance.now() - asked;
      const [main] = now.playbacks;
      if (main && trip < best.trip)
        best = { trip, state: main.state, zero: asked + trip / 2 - main.position * 1000 };
    }
    return best;
  };
  const take = card.recording();
  const first = await zeroOf();
  await delay(6000);
  const last = await zeroOf();
  const samples = await take.stop();
  // A loop or a GO in between: another piece of the track was heard than the one that is looked for.
  const unsure = 40 + first.trip + last.trip;
  if (first.zero === null || last.zero === null || Math.abs(first.zero - last.zero) > unsure) return null;
  const place = (performance.now() - first.zero) / 1000;
  const heard = { samples, channels: card.channels, beganAt: take.beganAt() };
  const found = compareSound(heard, {
    track,
    rate: card.rate,
    zero: first.zero,
    from: place - 5.5,
    to: place - 0.8,
  });
  return found.clear >= 3 ? found.offsetMs : null;
}

async function realTime(house) {
  const seconds = Number(values.minutes) * 60;
  const everySeconds = Math.max(5, Math.min(60, seconds / 20));
  const track = await bundledTrack(temporaryFolder('track').path, house.card.rate, 545);
  const drive = driver(house.host, { stings, goAfter: 25 });
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const rows = [];
  let due = 0;
  while (elapsed() < seconds) {
    const { clock } = await drive.step(elapsed());
    if (elapsed() >= due) {
      due += everySeconds;
      const device = clock.source === 'sound' ? clock.offsetMs : null;
      const sound = await soundApart(house, track);
      const outputs = await placesApart(house.pages.left, house.pages.right);
      const clocks = await apart(house.pages.left, house.pages.right);
      rows.push({
        at: elapsed(),
        held: await house.held(),
        sound,
        device,
        outputs,
        clocks,
        load: loadavg()[0],
      });
      say(
        `${(elapsed() / 60).toFixed(1)} min, sound ${sound?.toFixed(1)} ms, clocks ${clocks.ms.toFixed(1)} ms, host ${rows.at(-1).held.host.heapMb.toFixed(1)} MB`,
      );
    }
    await delay(2000);
  }
  return { rows, count: drive.count, seconds };
}

/** Each step: where does the show stand by the host's own clock; both outputs are shown that instant. */
async function manualClock(house) {
  const seconds = Number(values.hours) * 3600;
  const drive = driver(house.host, { stings, goAfter: 30 });
  const clockOf = async () =>
    (await house.pages.left.evaluate(() => window.frise.plans().at(-1)))?.effectiveAt ?? 0;
  const began = performance.now();
  const elapsed = () => ((performance.now() - began) / 1000) * speed;
  const rows = [];
  const everySeconds = seconds / 40;
  let due = 0;
  let last = 0;
  while (elapsed() < seconds) {
    await drive.step(elapsed());
    // The instant after the newest plan has begun, for both.
    last = Math.max(last, await clockOf()) + 0.05;
    const shown = await Promise.all(['left', 'right'].map((name) => drawnAt(house.pages[name], last)));
    if (elapsed() >= due) {
      due += everySeconds;
      const [a, b] = shown;
      const isSame =
        a !== null && b !== null && a.plan === b.plan && a.position !== null && b.position !== null;
      const outputs = isSame ? { ms: Math.abs(a.position - b.position) * 1000, frames: 1 } : null;
      rows.push({
        at: elapsed(),
        held: await house.held(),
        sound: null,
        outputs,
        clocks: null,
        load: loadavg()[0],
      });
      say(`${(elapsed() / 3600).toFixed(2)} h of show, host ${rows.at(-1).held.host.heapMb.toFixed(1)} MB`);
    }
    await delay(100);
  }
  return { rows, count: drive.count, seconds };
}

async function drawnAt(page, clock) {
  await page.evaluate((at) => window.frise.hold(at), clock);
  const shown = await page
    .waitForFunction(
      (at) => {
        const drawn = window.frise.log.at(-1);
        return Math.abs(drawn.drawnAt - at) < 1e-6 && { plan: drawn.plan, position: drawn.position };
      },
      clock,
      { timeout: 20_000 },
    )
    .catch(() => null);
  return shown ? shown.jsonValue() : null;
}

await build();
const house = await openHouse();
const began = new Date();
let result;
try {
  result = await (values.manual ? manualClock : realTime)(house);
} finally {
  await house.close();
}
const kind = values.manual ? 'manual' : 'real';
const limits = limitsOf(kind);
const command = `node test/long/soak.mjs ${values.manual ? `--manual --hours ${values.hours}` : `--minutes ${values.minutes}`}`;
const machine = `${cpus().length} processors (${cpus()[0].model.trim()}), software GL`;
const section = sectionOf(result, { kind, command, machine, began, limits });
const wrong = verdictOf(result, limits);
const file = join(root, 'docs/soak.md');
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const options = { ...(await prettier.resolveConfig(file)), parser: 'markdown' };
const text = await prettier.format(withSection(before, kind, section), options);
process.stdout.write(`${section}\n`);
if (values.write) writeFileSync(file, text);
for (const line of wrong) process.stdout.write(`${line}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
