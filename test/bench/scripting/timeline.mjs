/** The Design page with 200 tracks × 50 clips under a real wheel and a real drag; style and layout are not script. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root, startHeadless, temporaryFolder } from '../../e2e/support/app.mjs';
import { say, traced } from './trace.mjs';

const TRACKS = 200;
const CLIPS = 50;
/** A copy of the small show with a large timeline. */
const largeShow = () => {
  const folder = temporaryFolder('large');
  cpSync(join(root, 'test/fixtures/shows/tiny'), folder.path, { recursive: true });
  const file = join(folder.path, 'show.json');
  const document = JSON.parse(readFileSync(file, 'utf8'));
  const own = Object.entries(document.records).filter(([id]) => id.startsWith('show:'));
  const lane = (from) =>
    Array.from({ length: 5 }, (_, i) => ({ at: i * 2, value: from + i, ease: 'in-out' }));
  const keyframes = { x: lane(0), y: lane(5), scale: lane(1), rotation: lane(9) };
  const records = { ...Object.fromEntries(own), 'timeline:main': { name: 'Main', duration: CLIPS * 10 } };
  const order = { 'timeline:main': [] };
  for (let track = 0; track < TRACKS; track += 1) {
    order['timeline:main'].push(`track:t${track}`);
    records[`track:t${track}`] = { name: `Track ${track}` };
    order[`track:t${track}`] = Array.from({ length: CLIPS }, (_, clip) => {
      const parameters = { path: 'M0 0H2V2Z', fillOpacity: 1 };
      const duration = 8 + ((track + clip) % 3);
      records[`clip:t${track}-c${clip}`] = {
        layer: 'shape',
        start: clip * 10,
        duration,
        parameters,
        keyframes,
      };
      return `clip:t${track}-c${clip}`;
    });
  }
  writeFileSync(file, JSON.stringify({ ...document, records, order }));
  return folder;
};
const SCRIPT = new Set([
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'EventDispatch',
  'HandlePostMessage',
  'MinorGC',
  'MajorGC',
]);
const isIn = (inner, outer) => inner.ts >= outer.ts && inner.ts + inner.dur <= outer.ts + outer.dur;
const sum = (events, of) => events.reduce((all, event) => all + (event[of] ?? event.dur), 0) / 1000;
/** Of each frame of the page's main thread in which there was any: outermost script, less style and layout in it. */
const scriptOf = (events) => {
  const whole = events.filter(({ ph }) => ph === 'X');
  const calls = new Map();
  for (const { name, tid } of whole) if (name === 'FunctionCall') calls.set(tid, (calls.get(tid) ?? 0) + 1);
  const [thread] = [...calls].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const own = events.filter(({ tid }) => tid === thread);
  const outer = own
    .filter(({ ph, name }) => ph === 'X' && SCRIPT.has(name))
    .filter((event, i, all) => !all.slice(Math.max(0, i - 60), i).some((before) => isIn(event, before)));
  const layouts = own.filter(
    ({ ph, name }) => ph === 'X' && (name === 'Layout' || name === 'UpdateLayoutTree'),
  );
  const starts = own.filter(({ ph, name }) => ph === 'b' && name === 'AnimationFrame').map(({ ts }) => ts);
  return starts.flatMap((from, i) => {
    const script = outer.filter(({ ts }) => ts >= from && ts < (starts[i + 1] ?? Infinity));
    const inside = layouts.filter((layout) => script.some((one) => isIn(layout, one)));
    const cpu = sum(script, 'tdur') - sum(inside, 'tdur');
    return cpu > 0.05 ? [{ cpu, wall: sum(script, 'dur') - sum(inside, 'dur') }] : [];
  });
};
const CATEGORIES = ['devtools.timeline', 'v8'];
const STEPS = 60;
const wheeled = async (page, by) => {
  for (let step = 0; step < STEPS; step += 1) {
    await page.mouse.wheel(...by(step));
    await delay(16);
  }
  await delay(400);
};
/** The middle of a clip that lies under the playhead. */
const clipPlace = () => {
  for (const clip of document.querySelectorAll('.clip')) {
    const { left, top, width, height } = clip.getBoundingClientRect();
    const middle = { x: left + width / 2, y: top + height / 2 };
    const isFree = document.elementFromPoint(middle.x, middle.y)?.closest('.clip') === clip;
    if (left > 240 && left < 400 && isFree) return middle;
  }
  throw new Error('no clip lies under the playhead');
};
export const timeline = async (browser) => {
  const large = largeShow();
  const host = await startHeadless({ show: large.path });
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await context.addInitScript(() => localStorage.setItem('frise-picture-share', '0'));
  const page = await context.newPage();
  await page.goto(`${host.http}/console#design`);
  await page.locator('.clip').first().waitFor({ timeout: 60_000 });
  await delay(3000);
  await page.mouse.move(700, 650);
  const measure = async (name, act) => {
    const load = loadavg()[0];
    const frames = scriptOf((await traced(browser, CATEGORIES, act)).events);
    say(name, load, frames.map(({ cpu }) => cpu), frames.map(({ wall }) => wall)); // prettier-ignore
  };
  await measure('scroll down', () => wheeled(page, (step) => [0, step < 40 ? 60 : -70]));
  await measure('scroll along', () => wheeled(page, (step) => [step < 40 ? 60 : -70, 0]));
  await page.keyboard.down('Control');
  await measure('zoom', () => wheeled(page, (step) => [0, Math.sin(step / 8) * 40]));
  await page.keyboard.up('Control');
  await page.keyboard.press('Home');
  await page.evaluate(() => document.querySelector('.time-board').scrollTo(0, 1e6));
  await delay(500);
  const { x, y } = await page.evaluate(clipPlace);
  await delay(500);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await measure('drag of a clip', async () => {
    for (let step = 0; step < STEPS; step += 1) {
      await page.mouse.move(x + 40 * Math.sin(step / 10), y);
      await delay(16);
    }
  });
  await page.mouse.up();
  await host.stop();
  large.remove();
};
