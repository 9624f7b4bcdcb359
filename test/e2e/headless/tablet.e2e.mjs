// Runs beside another.
// The technician's tablet: the real pages in a current Chromium, over the machine's own network address, where a page
// has no secure context. From the keypad to the Calibrate page, a reload, and out again.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless } from '../support/app.mjs';

const artefacts = join(root, 'artefacts/tablet');
const owner = () => ({ authorization: `Bearer ${host.ready.owner}` });
const asOwner = async (name, input) => {
  const { status, body } = await host.verb(name, input, owner());
  assert.equal(status, 200, JSON.stringify(body));
  return body.value;
};
let host, browser, console_, tablet, complaints, urls;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  assert.ok(
    Object.values(networkInterfaces())
      .flat()
      .some(({ internal, family }) => !internal && family === 'IPv4'),
    'this machine has no network address: add one, `ip link add frise0 type dummy && ip addr add 192.0.2.9/24 dev frise0`',
  );
  host = await startHeadless();
  browser = await launchChromium();
  const context = await browser.newContext({
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
    locale: 'fr-FR',
  });
  tablet = await context.newPage();
  complaints = watchPage(tablet, { allow: [/401|403/] });
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

const pairOn = async (page, name, role = 'technician') => {
  const { pin } = await asOwner('pair/open', { role });
  await page.getByLabel('Nom de cet appareil').fill(name);
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).tap();
  await page.getByRole('button', { name: 'Valider' }).tap();
};
const inside = (page) => page.getByRole('navigation', { name: 'Pages' }).waitFor();
const hasLine = (page) => page.locator('.lost').waitFor({ state: 'detached' });

test('the owner types the token of the ready line, and opens the network', async () => {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  console_ = await context.newPage();
  await console_.goto(`${host.http}/console#settings`);
  const token = console_.getByLabel('Jeton du propriétaire');
  await token.fill('not the token');
  await token.press('Enter');
  await console_.getByText(/Jeton du propriétaire refusé/).waitFor();
  await token.fill(host.ready.owner);
  await token.press('Enter');
  await console_.getByRole('switch').click();
  await console_.getByRole('button', { name: 'Appairer une tablette' }).waitFor();
  ({ urls } = (await pairingTopic()).lan);
  assert.ok(urls.length > 0);
  assert.ok(!console_.url().includes(host.ready.owner));
});

test('pairing holds up a code of the address, and a PIN in huge digits', async () => {
  await console_.getByRole('button', { name: 'Appairer une tablette' }).click();
  const pin = console_.locator('.pin');
  await pin.waitFor();
  const { height } = await pin.boundingBox();
  assert.ok(height >= 64, `digits ${height} px high`);
  await console_.screenshot({ path: join(artefacts, 'panel.png'), fullPage: true });
  await console_.getByRole('button', { name: 'Annuler' }).click();
  await pin.waitFor({ state: 'detached' });
});

test('a tablet that types the address gets the keypad and nothing else', async () => {
  await tablet.goto(`${urls[0]}/`);
  await tablet.getByRole('heading', { name: 'Appairer cet appareil' }).waitFor();
  assert.equal(await tablet.evaluate(() => isSecureContext), false);
  assert.equal(await tablet.evaluate(() => fetch('/api/status').then(({ status }) => status)), 401);
  const small = await tablet.evaluate(
    () =>
      [...document.querySelectorAll('button, input')].filter(
        (each) => each.getBoundingClientRect().height < 44,
      ).length,
  );
  assert.equal(small, 0, 'targets of a thumb');
  await tablet.screenshot({ path: join(artefacts, 'keypad.png') });
});

test('a wrong PIN is said, the right one opens the Calibrate page', async () => {
  const { pin } = await asOwner('pair/open', { role: 'technician' });
  const wrong = String((Number(pin) + 1) % 1_000_000).padStart(6, '0');
  for (const digit of wrong) await tablet.getByRole('button', { name: digit, exact: true }).tap();
  await tablet.getByRole('button', { name: 'Valider' }).tap();
  await tablet.getByText(/Ce n’est pas le code/).waitFor();
  await pairOn(tablet, 'Tablette du parvis');
  await inside(tablet);
  await hasLine(tablet);
  assert.equal(new URL(tablet.url()).pathname + new URL(tablet.url()).hash, '/console#calibrate');
  await tablet.screenshot({ path: join(artefacts, 'calibrate.png') });
});

test('it comes back after a reload', async () => {
  await tablet.reload();
  await inside(tablet);
  await hasLine(tablet);
});

test('at an IPv6 address, too', async () => {
  const sixth = urls.find((url) => url.includes('['));
  if (sixth === undefined) return;
  const context = await browser.newContext({ locale: 'fr-FR', hasTouch: true });
  const page = await context.newPage();
  const watched = watchPage(page);
  await page.goto(`${sixth}/pair`);
  await pairOn(page, 'Six', 'operator');
  await inside(page);
  await hasLine(page);
  watched.check();
  await context.close();
});

test('outputs and sound are refused there in words', async () => {
  const page = await tablet.context().newPage();
  for (const path of ['/output/left', '/audio', '/render']) {
    const reply = await page.goto(`${urls[0]}${path}`);
    assert.equal(reply.status(), 403);
    assert.match(await page.locator('body').innerText(), /pas encore offerts par le réseau/);
  }
  await page.close();
});

test('thrown out, it stands at the keypad at once and hears why', async () => {
  const devices = await tablet.evaluate(() => JSON.parse(localStorage.getItem('frise-device')));
  assert.equal(devices.name, 'Tablette du parvis');
  const { devices: list } = await pairingTopic();
  await asOwner('pair/revoke', { device: list.find(({ name }) => name === devices.name).id });
  await tablet.getByText(/Le propriétaire a exclu cet appareil/).waitFor();
  assert.equal(await tablet.evaluate(() => localStorage.getItem('frise-device')), null);
  await tablet.screenshot({ path: join(artefacts, 'thrown-out.png') });
  complaints.check();
});

/** As a console of this machine hears it. */
const pairingTopic = () =>
  eventually(
    () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${host.http.replace('http', 'ws')}/link`);
        socket.onopen = () =>
          socket.send(
            JSON.stringify({
              t: 'hello',
              protocol: 1,
              role: 'viewer',
              page: { kind: 'tool', id: 'test' },
              token: null,
            }),
          );
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          if (message.t !== 'welcome') return;
          socket.close();
          resolve(message.snapshot.pairing);
        };
        socket.onerror = () => reject(new Error('no link'));
      }),
  );
