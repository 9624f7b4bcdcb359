import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser } from 'playwright';
import { percentile, type Measurement } from './measure.ts';

/** What only a page can measure: the correction pass, and how long it takes until there is a picture. */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--force-color-profile=srgb',
  '--disable-background-networking',
];

const correction = async (browser: Browser, root: string): Promise<Measurement> => {
  const files: Record<string, { type: string }> = JSON.parse(
    readFileSync(join(root, 'dist/renderer/files.json'), 'utf8'),
  );
  const server = createServer((request, reply) => {
    const key = request.url === '/bench' ? 'bench/index.html' : String(request.url).slice(1);
    const entry = files[key];
    if (entry)
      reply
        .writeHead(200, { 'content-type': entry.type })
        .end(readFileSync(join(root, 'dist/renderer', key)));
    else reply.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/bench`);
  await page.waitForFunction('window.friseBench !== undefined');
  const result: {
    ratio: number;
    correctionMs: number;
    copyMs: number;
    width: number;
    height: number;
    counts: Record<string, number>;
  } = await page.evaluate('window.friseBench(() => performance.now())');
  await page.close();
  server.close();
  return {
    name: 'correction',
    what: `correction pass at ${result.width}×${result.height}: warp, half-float light map, response, dither`,
    value: result.correctionMs,
    unit: 'ms',
    goal: null,
    reference: { what: 'plain full-screen copy', value: result.copyMs },
    ratio: result.ratio,
    counts: result.counts,
  };
};

/** From the start of the host to the first frame of the façade on an output page; cue 1 has been fired on the way. */
const firstPicture = async (browser: Browser, root: string): Promise<{ picture: number; blank: number }> => {
  const station = await mkdtemp(join(tmpdir(), 'frise-bench-'));
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [join(root, 'dist/main/host.cjs'), '--http', '127.0.0.1:0', '--osc', '127.0.0.1:0', '--station', station],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let http = '';
  for await (const line of createInterface({ input: child.stdout })) {
    http = JSON.parse(line).http;
    break;
  }
  await fetch(`${http}/api/verb/go`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const page = await browser.newPage({ viewport: { width: 480, height: 270 } });
  await page.goto(`${http}/output/left`);
  await page.waitForFunction(
    'window.frise !== undefined && window.frise.log.some((one) => one.position !== null)',
    undefined,
    { polling: 'raf', timeout: 60_000 },
  );
  const picture = performance.now() - from;
  await page.close();
  child.kill();
  await once(child, 'exit');
  await rm(station, { recursive: true, force: true });
  const again = performance.now();
  const bare = spawn(process.execPath, ['-e', '0']);
  await once(bare, 'exit');
  const empty = await browser.newPage({ viewport: { width: 480, height: 270 } });
  await empty.goto('data:text/html,<canvas></canvas>');
  await empty.evaluate(
    'new Promise((done) => { document.querySelector("canvas").getContext("webgl2").clear(16384); requestAnimationFrame(done); })',
  );
  await empty.close();
  return { picture, blank: performance.now() - again };
};

export const measurePages = async (root: string): Promise<Measurement[]> => {
  const browser = await chromium.launch({
    executablePath: process.env['FRISE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const pass = await correction(browser, root);
  const rounds = [
    await firstPicture(browser, root),
    await firstPicture(browser, root),
    await firstPicture(browser, root),
  ];
  await browser.close();
  const picture = percentile(
    rounds.map((one) => one.picture),
    0.5,
  );
  const blank = percentile(
    rounds.map((one) => one.blank),
    0.5,
  );
  return [
    pass,
    {
      name: 'first-picture',
      what: 'start of the host to the first frame of the façade in a page',
      value: picture,
      unit: 'ms',
      goal: null,
      reference: { what: 'start of a bare Node and a page with a bare WebGL clear', value: blank },
      ratio: picture / blank,
    },
  ];
};
