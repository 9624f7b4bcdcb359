// Runs beside another.
// The stage manager's phone: over HTTPS with the station's own certificate, paired as a viewer, it opens the monitor, writes
// a note, and shows the clean feed; nothing that it can press touches the show.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless } from '../support/app.mjs';

const artefacts = join(root, 'artefacts/viewer');
const tiny = join(root, 'test/fixtures/shows/tiny');
let host, browser, phone, complaints, url;

const asOwner = async (name, input) => {
  const { status, body } = await host.verb(name, input, { authorization: `Bearer ${host.ready.owner}` });
  assert.equal(status, 200, JSON.stringify(body));
  return body.value;
};

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless({ show: tiny });
  await asOwner('document/edit', {
    document: 'station',
    label: 'HTTPS',
    put: { 'lan:main': { https: true, names: [] } },
  });
  const { addresses } = await asOwner('lan/set', { on: true });
  [url] = addresses;
  assert.match(url ?? '', /^https:/, 'this machine has no network address');
  browser = await launchChromium();
  // What a person does who has compared the fingerprint.
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-GB',
  });
  phone = await context.newPage();
  complaints = watchPage(phone);
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

test('a viewer’s phone opens the monitor, in a secure context', async () => {
  await phone.goto(`${url}/pair`);
  const { pin } = await asOwner('pair/open', { role: 'viewer' });
  await phone.getByLabel('Name of this device').fill('Stage manager');
  for (const digit of pin) await phone.getByRole('button', { name: digit, exact: true }).tap();
  await phone.getByRole('button', { name: 'Enter' }).tap();
  await phone.getByText(/NEXT 1/).waitFor();
  assert.equal(await phone.evaluate(() => isSecureContext), true);
  await host.verb('go');
  await phone.getByText(/NOW 1 · playing/).waitFor();
  assert.match(await phone.getByTestId('monitor-left').textContent(), /^0:0\d\.\d$/);
  // A bookmark without a page finds back to it.
  await phone.goto(`${url}/console`);
  await phone
    .getByText(/MONITOR|NOW 1/)
    .first()
    .waitFor();
  assert.match(phone.url(), /#monitor$/);
});

test('it writes a note that everybody sees', async () => {
  await phone.getByLabel('New note').fill('The third window is late');
  await phone.getByRole('button', { name: 'Note it' }).tap();
  await phone.getByText('The third window is late').waitFor();
  await phone.screenshot({ path: join(artefacts, 'phone.png') });
  const { body } = await host.verb('note/list');
  assert.deepEqual(
    body.value.notes.map(({ author, cue }) => [author, cue]),
    [['Stage manager', '1']],
  );
});

test('it shows the clean feed, which draws; an output stays closed', async () => {
  await phone.goto(`${url}/programme?size=160x90&sound=0`);
  await phone.evaluate(() => window.frise.ready);
  await eventually(async () => {
    const drawn = await phone.evaluate(() => window.frise.log.at(-1)?.position ?? null);
    return drawn !== null && drawn > 0;
  });
  const refused = await phone.request.get(`${url}/output/left`);
  assert.equal(refused.status(), 403);
  complaints.check();
});
