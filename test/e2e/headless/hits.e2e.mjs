// Runs beside another.
// Picture follows music: at the marked hits the rendered picture changes most within a frame of the mark. That the sound
// strikes there too is measured in test/core/shows/soundtrack.test.ts. All hits in `npm run test:long`.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { HITS } from '../../../shows/usine-extraordinaire/build/show/hits.mjs';
import { run } from '../../support/processes.mjs';
import { bundledShow, root, temporaryFolder } from '../support/app.mjs';

const folder = temporaryFolder('hits');
after(() => folder.remove());
const hits = process.env['FRISE_HITS'] === 'all' ? HITS : HITS.filter((_, index) => index % 4 === 0);
const FPS = 25;
const [width, height] = [470, 124];
/** Frames around a hit, which is the sixth. */
const FRAMES = 10;
const BEFORE = 5;
const LENGTH = FRAMES / FPS;
/** Software drawing on a busy machine. */
const SLOW = 600;
/** Grey levels, of 255, by which a part of the picture changes more than in the frames before. */
const LEAST = 5;

/** A copy of the show with one more timeline: an excerpt around each hit, one after the other. */
const excerpts = () => {
  const dir = join(folder.path, 'show');
  mkdirSync(dir);
  for (const name of ['facade.json', 'fonts', 'media', 'rigs'])
    cpSync(join(bundledShow, name), join(dir, name), { recursive: true });
  const show = JSON.parse(readFileSync(join(bundledShow, 'show.json'), 'utf8'));
  const clips = hits.map(([at], index) => {
    const parameters = { timeline: 'timeline:main', offset: at - BEFORE / FPS };
    const start = Number((index * LENGTH).toFixed(3));
    return [`clip:around-${index}`, { layer: 'excerpt', start, duration: LENGTH, parameters }];
  });
  Object.assign(show.records, Object.fromEntries(clips), {
    'timeline:around': { name: 'Around the hits', duration: hits.length * LENGTH },
    'track:around': { name: 'Around the hits' },
  });
  show.order['timeline:around'] = ['track:around'];
  show.order['track:around'] = clips.map(([id]) => id);
  writeFileSync(join(dir, 'show.json'), JSON.stringify(show));
  return dir;
};

/** Parts of the picture, and how much each changes from frame to frame, in grey levels. */
const [ACROSS, DOWN] = [10, 4];
const [partWidth, partHeight] = [width / ACROSS, height / DOWN];
const changesOf = (pixels, first) =>
  Array.from({ length: ACROSS * DOWN }, (_, part) => {
    const [left, top] = [(part % ACROSS) * partWidth, Math.floor(part / ACROSS) * partHeight];
    return Array.from({ length: FRAMES - 1 }, (__, index) => {
      let sum = 0;
      for (let y = top; y < top + partHeight; y += 1)
        for (let x = left; x < left + partWidth; x += 1) {
          const at = (first + index) * width * height + y * width + x;
          sum += Math.abs(pixels[at + width * height] - pixels[at]);
        }
      return sum / (partWidth * partHeight);
    });
  });
/** The sharpest onset of change in any part: the frame that brings it, from the hit's on. */
const strikeOf = (pixels, first) => {
  let best = { rise: 0, frame: NaN };
  for (const changes of changesOf(pixels, first))
    for (let index = 1; index < changes.length; index += 1) {
      const rise = changes[index] - Math.max(...changes.slice(Math.max(0, index - 3), index));
      if (rise > best.rise) best = { rise, frame: index + 1 - BEFORE };
    }
  return best;
};

// The sandbox stays on in the product; build machines run as root, where Chromium has none.
const env = { FRISE_CHROMIUM_FLAGS: '--no-sandbox' };
test('the picture strikes within a frame of the marked hits', async () => {
  const [film, raw] = [join(folder.path, 'hits.webm'), join(folder.path, 'hits.raw')];
  const flags = ['--variant', 'around', '--to', String(hits.length * LENGTH), '--fps', String(FPS)];
  const size = ['--size', `${width}x${height}`, '--mute', '--out', film];
  const command = ['main/launch/frise.mjs', 'render', excerpts(), '--canvas', ...flags, ...size];
  await run(process.execPath, command, { cwd: root, env, seconds: SLOW });
  await run('ffmpeg', ['-v', 'error', '-i', film, '-f', 'rawvideo', '-pix_fmt', 'gray', '-y', raw]);
  const pixels = readFileSync(raw);
  const found = hits.map(([at, what], index) => ({ at, what, ...strikeOf(pixels, index * FRAMES) }));
  const missed = found.filter(({ rise, frame }) => rise < LEAST || Math.abs(frame) > 1);
  assert.deepEqual(missed, []);
});

/** Where the show flashes most: three wheels turn. The whole of it is counted in `npm run test:long`. */
const MOST = ['--from', '147.6', '--to', '148.8', '--density', '1', '--no-stings'];
test('where it flashes most it is safe, and without flashes it is calmer', async () => {
  const counted = async (...more) => {
    const command = ['main/launch/frise.mjs', 'flashes', bundledShow, ...MOST, ...more];
    const { stdout } = await run(process.execPath, command, { cwd: root, env, seconds: SLOW });
    return Number(/^main: flashes a second (none|[\d.]+)/m.exec(stdout)?.[1].replace('none', '0'));
  };
  const [full, soft] = [await counted(), await counted('--variant', 'no-flash')];
  assert.ok(full > 0 && full <= 3, `${full} flashes a second`);
  assert.ok(soft <= full, `${soft} flashes a second without flashes, ${full} with them`);
});
