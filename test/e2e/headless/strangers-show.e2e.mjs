// Runs beside another.
// A show that somebody has sent: its pictures are drawn, and nothing in it reads a file, reaches a network or runs.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium } from '../../support/chromium.mjs';
import { eventually, start } from '../../support/processes.mjs';
import { root, startHeadless, temporaryFolder } from '../support/app.mjs';
import { brightness, parsePicture } from '../support/picture.mjs';

const work = temporaryFolder('stranger');
const show = join(work.path, 'show');
const hits = [];
let elsewhere, host, browser;

/** A green picture with everything that an SVG may carry; `html`: a page in it, which makes it no picture. */
const svg = (
  url,
  html = '',
) => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  width="160" height="90" onload="fetch('/api/verb/panic', {method: 'POST'})">
  <style>@import url('${url}/style.css'); .ground { fill: #00ff00 }</style>
  <rect class="ground" style="fill: #00ff00" width="160" height="90"/>
  <script>fetch('/api/verb/go', {method: 'POST'}); fetch('${url}/script')</script>
  <script href="${url}/script.js"/>
  <image href="${url}/leak.png" width="10" height="10"/>
  <image xlink:href="file:///etc/passwd" width="10" height="10"/>
  <use href="${url}/shape.svg#a"/>${html}
</svg>`;

before(async () => {
  elsewhere = createServer((request, reply) => {
    hits.push(request.url);
    reply.end();
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const url = `http://127.0.0.1:${elsewhere.address().port}`;
  cpSync(join(root, 'test/fixtures/shows/tiny'), show, { recursive: true });
  writeFileSync(join(show, 'media/evil.svg'), svg(url));
  const frame = `<iframe xmlns="http://www.w3.org/1999/xhtml" src="${url}/frame"/>`;
  const framed = `<foreignObject width="50" height="50">${frame}</foreignObject>`;
  writeFileSync(join(show, 'media/framed.svg'), svg(url, framed));
  symlinkSync('/etc/passwd', join(show, 'media/link.png'));
  const file = join(show, 'show.json');
  const { records, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  records['media:evil'] = { path: 'media/evil.svg', kind: 'svg' };
  records['media:framed'] = { path: 'media/framed.svg', kind: 'svg' };
  records['media:out'] = { path: '../../../../../../etc/passwd', kind: 'image' };
  records['media:link'] = { path: 'media/link.png', kind: 'image' };
  records['media:far'] = { path: `${url}/far.png`, kind: 'image' };
  records['clip:red'] = { ...records['clip:red'], layer: 'image', parameters: { media: 'media:evil' } };
  const parameters = { media: 'media:framed' };
  records['clip:flash'] = { ...records['clip:flash'], layer: 'image', parameters };
  writeFileSync(file, JSON.stringify({ ...rest, records }));
  host = await startHeadless({ show });
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await host?.stop();
  elsewhere?.close();
  work.remove();
});

test('its SVG is a picture and no more, on the wall and opened by itself', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 180 } });
  const asked = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await page.goto(`${host.http}/output/left`);
  await host.verb('go');
  await host.statusWhere((now) => now.playbacks.length === 1);
  await host.verb('pause');
  await eventually(async () => brightness(parsePicture(await page.screenshot())) > 20, {
    seconds: 60,
    what: 'the picture of the show',
  });
  await host.verb('timeline/start', { id: 'flash' });
  const { outputs } = await host.statusWhere((now) => now.outputs[0].error !== null, { seconds: 30 });
  assert.match(outputs[0].error.message, /foreignObject/);
  const before = await host.status();
  const alone = await browser.newPage();
  alone.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await alone.goto(`${host.http}/media/evil`);
  await alone.waitForLoadState('networkidle');
  assert.deepEqual(hits, [], 'nothing was fetched from elsewhere');
  assert.deepEqual(
    asked.filter((line) => line.startsWith('POST')),
    [],
  );
  const now = await host.status();
  assert.equal(now.master.panic, 'off');
  assert.deepEqual(now.cues, before.cues, 'no script pressed GO');
});

test('paths and links that lead out give nothing, and are named', async () => {
  for (const name of ['out', 'link', 'far', 'evil/../../show.json', '..%2f..%2fshow.json']) {
    const reply = await fetch(`${host.http}/media/${name}`);
    assert.ok([400, 403, 404].includes(reply.status), `${name}: ${reply.status}`);
    assert.doesNotMatch(await reply.text(), /root:|"records"/);
  }
  const { health } = await host.status();
  const named = health.problems.map(({ code, path }) => `${code} ${path}`).join('\n');
  assert.match(named, /path-outside media:out\.path/);
  assert.match(named, /path-outside media:far\.path/);
});

test('a document nested a hundred thousand deep is refused with its place, at once', async () => {
  const deep = join(work.path, 'deep');
  cpSync(join(root, 'test/fixtures/shows/tiny'), deep, { recursive: true });
  writeFileSync(join(deep, 'show.json'), `{"records":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
  const flags = [
    '--show',
    deep,
    '--station',
    join(work.path, 'station'),
    '--http',
    '127.0.0.1:0',
    '--osc',
    '127.0.0.1:0',
  ];
  const refused = start(process.execPath, ['dist/main/host.cjs', ...flags], { cwd: root });
  assert.equal((await refused.ended).code, 2);
  assert.match(refused.said.stderr, /show\.json.*nested deeper/s);
});
