import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { z } from 'zod';
import { findEngine } from '../../main/cli/render/engine.ts';
import { startBenchHost } from './host.ts';
import { median, type Measurement } from './measure.ts';
import { masterMessage, spread } from './osc.ts';

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
const PICTURE_ROUNDS = 5;
const VIEW = { viewport: { width: 480, height: 270 } };

const listSchema = z.record(z.string(), z.object({ type: z.string() }));
const correctionSchema = z.object({
  ratio: z.number(),
  correctionMs: z.number(),
  copyMs: z.number(),
  perPixelMs: z.number(),
  width: z.number(),
  height: z.number(),
  counts: z.record(z.string(), z.number()),
});

/** The bench page alone: the host serves it to nobody. */
const servePages = async (folder: string) => {
  const files = listSchema.parse(JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')));
  const server = createServer((request, reply) => {
    const key = request.url === '/bench' ? 'bench/index.html' : String(request.url).slice(1);
    const entry = files[key];
    if (!entry) return reply.writeHead(404).end();
    return reply.writeHead(200, { 'content-type': entry.type }).end(readFileSync(join(folder, key)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { url: `http://127.0.0.1:${port}/bench`, close: () => server.close() };
};

const correction = async (browser: Browser, root: string): Promise<Measurement[]> => {
  const served = await servePages(join(root, 'dist/renderer'));
  const page = await browser.newPage();
  await page.goto(served.url);
  await page.waitForFunction('window.friseBench !== undefined');
  const found = await page.evaluate('window.friseBench(() => performance.now())');
  const { width, height, correctionMs, copyMs, perPixelMs, ratio, counts } = correctionSchema.parse(found);
  await page.close();
  served.close();
  const what = `correction pass at ${width}×${height}: warp, half-float light map, response, dither`;
  return [
    {
      name: 'correction',
      what,
      value: correctionMs,
      unit: 'ms',
      goal: { of: 'ratio', most: 4, why: 'half-float map, response and dither in one pass' },
      reference: { what: 'plain full-screen copy', value: copyMs },
      ratio,
      counts,
    },
    {
      name: 'correction-peer',
      what,
      value: correctionMs,
      unit: 'ms',
      goal: { of: 'ratio', most: 1.5, why: 'black level, channels and dither may cost half as much again' },
      reference: {
        what: 'the usual shader: place and soft edge of each pixel read, a power law',
        value: perPixelMs,
      },
      ratio: correctionMs / perPixelMs,
    },
  ];
};

/** Looked for inside the page at every frame: its policy lets nobody evaluate a text later. */
const PICTURE = `new Promise((done) => {
  const look = () =>
    window.frise?.log.some((drawn) => drawn.position !== null) ? done() : requestAnimationFrame(look);
  look();
})`;
const CLEARED = `new Promise((done) => {
  document.querySelector('canvas').getContext('webgl2').clear(16384);
  requestAnimationFrame(done);
})`;

const secondsAtMost = async <T>(seconds: number, what: string, work: Promise<T>): Promise<T> => {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), seconds * 1000);
  const aborted = once(late.signal, 'abort').then(() => {
    throw new Error(`no ${what} within ${seconds} s`);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    clearTimeout(timer);
  }
};

/** Milliseconds from the start of the host to the first frame of the façade; cue 1 is fired on the way. */
const firstPicture = async (browser: Browser, root: string): Promise<number> => {
  const from = performance.now();
  const host = await startBenchHost(root);
  const json = { 'content-type': 'application/json' };
  await fetch(`${host.http}/api/verb/go`, { method: 'POST', headers: json, body: '{}' });
  const page = await browser.newPage(VIEW);
  await page.goto(`${host.http}/output/left`);
  await secondsAtMost(60, 'picture', page.evaluate(PICTURE));
  const took = performance.now() - from;
  await page.close();
  await host.stop();
  return took;
};

const barePicture = async (browser: Browser): Promise<number> => {
  const from = performance.now();
  await once(spawn(process.execPath, ['-e', '0']), 'exit');
  const page = await browser.newPage(VIEW);
  await page.goto('data:text/html,<canvas></canvas>');
  await page.evaluate(CLEARED);
  const took = performance.now() - from;
  await page.close();
  return took;
};

const startToPicture = async (browser: Browser, root: string): Promise<Measurement> => {
  const rounds: { picture: number; bare: number }[] = [];
  for (let round = 0; round < PICTURE_ROUNDS; round += 1)
    rounds.push({ picture: await firstPicture(browser, root), bare: await barePicture(browser) });
  // The least: what else the machine does only ever adds, and adds differently to the two.
  const picture = Math.min(...rounds.map((one) => one.picture));
  const bare = Math.min(...rounds.map((one) => one.bare));
  return {
    name: 'first-picture',
    what: `start of the host to the first frame of the façade in a page, software GL, least of ${PICTURE_ROUNDS}`,
    value: picture,
    unit: 'ms',
    goal: { of: 'value', most: 5000, why: 'back on the wall before the audience wonders' },
    reference: { what: 'start of a bare Node and a page with a bare WebGL clear', value: bare },
    ratio: picture / bare,
  };
};

const LATENCY_ROUNDS = 60;
/** Asked at every frame inside the page, whose policy evaluates no text later. */
const until = (page: Page, condition: string): Promise<unknown> =>
  page.evaluate(`new Promise((done) => {
    const look = () => ((${condition}) ? done() : requestAnimationFrame(look));
    look();
  })`);
/** The page's show clock beside this process's, from the quickest of some questions. */
const clockOf = async (page: Page): Promise<(ms: number) => number> => {
  let best = { width: Infinity, offset: 0 };
  for (let round = 0; round < 15; round += 1) {
    const asked = performance.now();
    const show = z.number().parse(await page.evaluate('window.frise.now()'));
    const width = performance.now() - asked;
    if (width < best.width) best = { width, offset: show - (asked + width / 2) / 1000 };
  }
  return (ms) => ms / 1000 + best.offset;
};
const drawnSchema = z.array(z.object({ plan: z.number(), drawnAt: z.number() }));
/** Show clock at which the page first drew a plan after this one, s; and how long its frames take, ms. */
const drawnAfter = async (page: Page, plan: number): Promise<{ at: number; frameMs: number }> => {
  await until(page, `window.frise.log.some(({ plan }) => plan > ${plan})`);
  const log = drawnSchema.parse(await page.evaluate('window.frise.log'));
  const frames = log
    .slice(1)
    .map(({ drawnAt }, index) => (drawnAt - (log[index]?.drawnAt ?? drawnAt)) * 1000);
  return { at: log.find((one) => one.plan > plan)?.drawnAt ?? Number.NaN, frameMs: median(frames) };
};

/** From a message leaving a socket to the first frame that shows it, on a show that costs little to draw. */
const oscToPicture = async (browser: Browser, root: string): Promise<Measurement> => {
  const host = await startBenchHost(root, join(root, 'test/fixtures/shows/tiny'));
  const socket = createSocket('udp4');
  const page = await browser.newPage({ viewport: { width: 320, height: 180 } });
  try {
    await page.goto(`${host.http}/output/left`);
    await until(page, 'window.frise?.log.length > 30');
    const showAt = await clockOf(page);
    const times: number[] = [];
    const frames: number[] = [];
    for (let round = 0; round < LATENCY_ROUNDS; round += 1) {
      const plan = z.number().parse(await page.evaluate('window.frise.plans().at(-1).id'));
      const sent = showAt(performance.now());
      socket.send(masterMessage(round % 2), host.oscPort, '127.0.0.1');
      const { at, frameMs } = await drawnAfter(page, plan);
      times.push((at - sent) * 1000);
      frames.push(frameMs);
    }
    const frameMs = median(frames);
    return {
      name: 'osc-to-picture',
      what: 'OSC message to the first frame that shows it, 320×180, software GL, median',
      value: median(times),
      unit: 'ms',
      goal: { of: 'ratio', most: 2, why: 'the lead of 30 ms and two frames are what it has to cost' },
      reference: { what: 'the lead of 30 ms and two frames of the same page', value: LEAD_MS + 2 * frameMs },
      ratio: median(times) / (LEAD_MS + 2 * frameMs),
      counts: { ...spread(times), 'frame ms': Number(frameMs.toFixed(2)) },
    };
  } finally {
    socket.close();
    await page.close();
    await host.stop();
  }
};
/** Every change takes effect so much ahead, so that all windows switch together (main/host/playback.ts). */
const LEAD_MS = 30;

export const withBrowser = async (
  measure: (browser: Browser) => Promise<Measurement | Measurement[]>,
): Promise<Measurement[]> => {
  const engine = findEngine(process.env);
  if (!engine.ok) throw new Error(engine.message);
  const browser = await chromium.launch({ executablePath: engine.value, args: FLAGS });
  try {
    return [await measure(browser)].flat();
  } finally {
    await browser.close();
  }
};

export const measureCorrection = (root: string): Promise<Measurement[]> =>
  withBrowser((browser) => correction(browser, root));
export const measureFirstPicture = (root: string): Promise<Measurement[]> =>
  withBrowser((browser) => startToPicture(browser, root));
export const measureOscToPicture = (root: string): Promise<Measurement[]> =>
  withBrowser((browser) => oscToPicture(browser, root));
