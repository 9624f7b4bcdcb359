/**
 * Renders the score to ../media: `node shows/usine-extraordinaire/score/render.mjs [section …]`.
 * Needs a Chromium (FRISE_CHROMIUM, default /usr/bin/chromium) and ffmpeg with libopus. Named sections are rendered
 * again, the others are taken from the work folder.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { encode, level, lay } from './master.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const media = join(here, '..', 'media');
const work = join(tmpdir(), 'frise-score');
/** Seconds, and what each is raised by in dB to stand where the dramatic curve wants it. */
const chapters = {
  prologue: [0, 0],
  steam: [35, 0],
  electricity: [85, 0],
  motion: [140, 0],
  assembly: [195, 0],
  thirty: [251, 0],
  computing: [305, 0],
  robots: [353, 0],
  network: [401, 0],
  factory: [446, 0],
  finale: [491, 0],
  building: [536, 0],
};
const LENGTH = 540;
const wanted = new Set(process.argv.slice(2));

mkdirSync(work, { recursive: true });
mkdirSync(media, { recursive: true });
const server = await createServer({ root: here, logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
await server.listen();
const browser = await chromium.launch({
  executablePath: process.env.FRISE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(server.resolvedUrls.local[0]);
  await page.waitForFunction(() => 'score' in window, null, { timeout: 60_000 });
  const names = await page.evaluate(() => window.score.names);
  for (const name of names) {
    const file = join(work, `${name}.wav`);
    if (wanted.size > 0 && !wanted.has(name) && existsSync(file)) continue;
    const started = Date.now();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 600_000 }),
      page.evaluate((section) => window.score.save(section), name),
    ]);
    await download.saveAs(file);
    console.error(`${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  const track = join(work, 'soundtrack.wav');
  lay(
    Object.entries(chapters).map(([name, [at, lift]]) => ({ file: join(work, `${name}.wav`), at, lift })),
    LENGTH,
    track,
  );
  encode(track, join(media, 'soundtrack.ogg'), { ...level(track, -16), seconds: LENGTH, bitrate: '160k' });
  for (const name of names.filter((each) => each.startsWith('sting-'))) {
    const file = join(work, `${name}.wav`);
    encode(file, join(media, `${name}.ogg`), { ...level(file, -15), seconds: null, bitrate: '128k' });
  }
} finally {
  await browser.close();
  await server.close();
}
