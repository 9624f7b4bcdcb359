// Runs beside another.
// The operator's page as it is used: a real host, a current Chromium, every screen that it is made for.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { root, startHeadless } from '../support/app.mjs';

const artefacts = join(root, 'artefacts/run');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let host, browser, desk, complaints;

const open = async (options) => {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  // A host that stands still or ends on purpose refuses the line; the page says so itself.
  complaints.push(watchPage(page, { allow: [/WebSocket/, /ERR_/] }));
  await page.goto(`${host.http}/console`);
  await page.locator('.go').waitFor();
  return page;
};

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless();
  browser = await launchChromium();
  complaints = [];
  desk = await open();
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

const left = (page) => page.getByTestId('left').innerText();
const current = (number) => host.statusWhere((now) => now.cues.current === number);

test('Space is GO; the digits run, and nothing moves with them', async () => {
  await desk.getByText('● Standby 1').waitFor();
  await desk.keyboard.press('Space');
  await current('1');
  await desk.getByText('▶ Running 1').waitFor();
  const at = () => desk.getByTestId('left').evaluate((digits) => digits.getBoundingClientRect().top);
  const [first, top] = [await left(desk), await at()];
  await desk.waitForFunction((text) => document.querySelector('.digits').textContent !== text, first);
  assert.equal(await at(), top);
  assert.match(await left(desk), /^\d:\d\d\.\d$/);
});

test('a page of digits draws no cue list', async () => {
  const changes = await desk.evaluate(
    () =>
      new Promise((done) => {
        let count = 0;
        const observer = new MutationObserver((records) => (count += records.length));
        observer.observe(document.querySelector('.cue-list'), {
          subtree: true,
          childList: true,
          attributes: true,
        });
        setTimeout(() => {
          observer.disconnect();
          done(count);
        }, 500);
      }),
  );
  assert.equal(changes, 0);
});

test('a press on GO is down in the same task, also when the host stands still; it says so, and the answer ends it', async () => {
  process.kill(host.shell.pid, 'SIGSTOP');
  try {
    const isDown = await desk.locator('.go').evaluate(async (go) => {
      go.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
      await Promise.resolve();
      return go.classList.contains('pressed');
    });
    assert.ok(isDown, 'pressed before the next task');
    await desk.getByText(/No answer from the host yet/).waitFor({ timeout: 3000 });
    await desk.screenshot({ path: join(artefacts, 'no-answer.png') });
  } finally {
    process.kill(host.shell.pid, 'SIGCONT');
  }
  await current('4');
  await desk.waitForFunction(() => !document.querySelector('.go').classList.contains('pressed'));
});

test('two presses count as one, and the dropped one stands there', async () => {
  await desk.waitForTimeout(500);
  await desk.locator('.go').evaluate((go) => {
    for (const press of [1, 2])
      go.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, pointerId: press }));
  });
  await desk.getByText(/⊘ PRESS DROPPED/).waitFor();
  await desk.screenshot({ path: join(artefacts, 'dropped.png') });
  await desk.getByText(/⊘ PRESS DROPPED/).waitFor({ state: 'detached', timeout: 5000 });
});

test('a desk that is pressed twice is shown, too', async () => {
  await host.osc('/eos/out/event/cue/1/6/fire');
  await host.osc('/eos/out/event/cue/1/6/fire');
  await desk.getByText(/PRESS DROPPED: cue\/go from osc/).waitFor();
});

test('Tab reaches every control, each with a ring, and gets out again; Space there is GO', async () => {
  await desk.evaluate(() => document.activeElement?.blur());
  const wanted = await desk.evaluate(
    () =>
      [...document.querySelectorAll('.run :is(button, input, select, [tabindex])')]
        .filter((one) => !one.disabled && one.tabIndex >= 0 && one.checkVisibility())
        .map((one, index) => one.setAttribute('data-walk', index)).length,
  );
  assert.ok(wanted >= 20, `${wanted} controls`);
  const met = new Set();
  const ringless = [];
  for (let step = 0; step < wanted + 30; step += 1) {
    await desk.keyboard.press('Tab');
    const at = await desk.evaluate(() => {
      const one = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return {
        walk: one.dataset?.walk,
        ring: outlineStyle !== 'none' && outlineWidth !== '0px',
        html: one.outerHTML,
      };
    });
    if (at.walk === undefined) continue;
    met.add(at.walk);
    if (!at.ring) ringless.push(at.html.slice(0, 120));
  }
  assert.equal(met.size, wanted);
  assert.deepEqual(ringless, []);
  const reset = desk.getByRole('button', { name: 'Reset', exact: true });
  await reset.focus();
  const before = (await host.status()).cues.current;
  await desk.keyboard.press('Space');
  await host.statusWhere((now) => now.cues.current !== before);
  assert.equal((await reset.innerText()).trim(), 'Reset');
});

test('the wheel of keys: a number and Enter, stings, master, blackout, panic and back', async () => {
  await desk.evaluate(() => document.activeElement?.blur());
  await desk.keyboard.type('6');
  await desk.keyboard.press('Enter');
  await host.statusWhere((now) => now.cues.standby === '6');
  await desk.keyboard.press('w');
  await host.statusWhere((now) => now.playbacks.some(({ timeline }) => timeline === 'sting-red'));
  await desk.getByText('✦ On top').waitFor();
  for (let press = 0; press < 4; press += 1) await desk.keyboard.press('-');
  await host.statusWhere((now) => Math.abs(now.master.level - 0.8) < 0.001);
  await desk.getByText('Master 80 %').waitFor();
  await desk.keyboard.press('k');
  await host.statusWhere((now) => now.master.blackout);
  await desk.keyboard.press('x');
  await host.statusWhere((now) => now.inputs.every(({ armed }) => !armed));
  await desk.keyboard.press('Escape');
  await desk.getByText('Panic: fading').waitFor();
  await desk.screenshot({ path: join(artefacts, 'alarms.png') });
  await desk.keyboard.press('Escape');
  await desk.getByText('PANIC: cut').waitFor();
  await desk.keyboard.press('p');
  await host.statusWhere((now) => now.master.panic === 'off');
  await desk.keyboard.press('k');
  await desk.keyboard.press('x');
  await host.verb('master', { level: 1 });
});

test('standby keeps to the middle of the list by itself', async () => {
  await desk.keyboard.press('End');
  await host.statusWhere((now) => now.cues.standby === '21');
  for (const number of ['20', '19', '17', '16', '13', '12']) {
    await desk.keyboard.press('ArrowUp');
    await host.statusWhere((now) => now.cues.standby === number);
  }
  await desk.waitForFunction(
    () => {
      const list = document.querySelector('.cue-list').getBoundingClientRect();
      const row = document.querySelector('.cue.standby');
      const { top, bottom } = row.getBoundingClientRect();
      const off = Math.abs((top + bottom) / 2 - (list.top + list.bottom) / 2) / list.height;
      return row.textContent.startsWith('12') && off < 0.12;
    },
    { timeout: 5000 },
  );
});

test('axe finds nothing serious, in either light and language, with keys and card open', async () => {
  await desk.evaluate(axe);
  for (const keys of [['?'], ['?', 'F9', 'c']]) {
    for (const key of keys) await desk.keyboard.press(key);
    const found = await desk.evaluate(() => window.axe.run(document));
    const bad = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const about = await desk.evaluate(() => document.documentElement.dataset.light);
    assert.deepEqual(
      bad.map(
        ({ id, nodes }) => `${about} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      ),
      [],
    );
    await desk.screenshot({ path: join(artefacts, `axe-${keys.join('')}.png`.replace('?', 'keys')) });
    await desk.locator('.bar .quiet').last().click();
  }
});

const screens = {
  'booth-1920': { viewport: { width: 1920, height: 1080 } },
  'laptop-1280': { viewport: { width: 1280, height: 800 } },
  'tablet-1180': { viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true },
  'tablet-820': { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true },
  'phone-390': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** What a person two metres away and a thumb need, measured in the page. */
const measured = (page) =>
  page.evaluate(() => {
    const box = (selector) => document.querySelector(selector)?.getBoundingClientRect();
    const area = ({ width, height }) => width * height;
    const isSeen = (rect) =>
      rect && rect.top >= 0 && rect.bottom <= innerHeight && rect.left >= 0 && rect.right <= innerWidth;
    const size = (selector) => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize);
    const controls = [...document.querySelectorAll('.run :is(button, input, select)')].filter((one) =>
      one.checkVisibility(),
    );
    return {
      digits: size('.digits'),
      names: [size('.now .what'), size('.next .what')],
      tabular: getComputedStyle(document.querySelector('.digits')).fontVariantNumeric,
      seen: Object.fromEntries(
        ['.now .what', '.digits', '.next .label', '.next .what', '.go', '.panic'].map((one) => [
          one,
          isSeen(box(one)),
        ]),
      ),
      wide: document.documentElement.scrollWidth - innerWidth,
      goIsLargest: controls.every(
        (one) => one.matches('.go') || area(one.getBoundingClientRect()) < area(box('.go')),
      ),
      small: controls
        .filter(
          (one) => one.getBoundingClientRect().height < 43.5 || one.getBoundingClientRect().width < 43.5,
        )
        .map((one) => one.outerHTML.slice(0, 80)),
      overlap: box('.next').bottom > box('.deck').top + 1,
    };
  });

/** The smallest and the largest are met at every size of type. */
const isLong = (name) => /booth|phone/.test(name);
for (const [name, options] of Object.entries(screens))
  test(`${name}: read from two metres, pressed by a thumb`, async () => {
    const page = await open(options);
    for (const key of isLong(name) ? [null, 'F9', 'F8', 'F8'] : [null, 'F9']) {
      if (key) await page.keyboard.press(key);
      if (key === 'F9')
        await page
          .locator('.bar .quiet')
          .last()
          .evaluate((button) => button.click());
      await page.waitForTimeout(100);
      const [light, size] = await page.evaluate(() => {
        const { dataset } = document.documentElement;
        return [dataset.light, dataset.size];
      });
      if (key === null || size === '3')
        await page.screenshot({ path: join(artefacts, `${name}-${light}-${size}.png`) });
      const found = await measured(page);
      const about = `${name} ${light} ${size}: ${JSON.stringify(found)}`;
      assert.ok(found.digits >= 64 && found.names.every((one) => one >= 64), about);
      assert.equal(found.tabular, 'tabular-nums', about);
      assert.ok(Object.values(found.seen).every(Boolean), about);
      assert.ok(found.wide <= 0 && found.goIsLargest && !found.overlap, about);
      assert.deepEqual(found.small, [], about);
    }
    await page.context().close();
  });

test('opened twice it says so; without the host the last state is greyed, with its age', async () => {
  const twin = await desk.context().newPage();
  await twin.goto(`${host.http}/console`);
  await desk.getByText(/open twice/).waitFor();
  await twin.close();
  await desk.getByText(/open twice/).waitFor({ state: 'detached' });
  const end = await host.stop();
  assert.equal(end.code, 0);
  await desk.getByText(/Host lost: last state, [1-9]\d* s ago/).waitFor();
  await desk.screenshot({ path: join(artefacts, 'host-lost.png') });
  for (const one of complaints) one.check();
});
