// Runs beside another.
// `frise render` as a person calls it: stills and films are the same from run to run, and nothing half is left behind.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run, start } from '../../support/processes.mjs';
import { bundledShow, root, temporaryFolder } from '../support/app.mjs';
import { brightness, distance, readPicture } from '../support/picture.mjs';

const folder = temporaryFolder('render');
after(() => folder.remove());
const at = (name) => join(folder.path, name);
const tiny = join(root, 'test/fixtures/shows/tiny');
// The sandbox stays on in the product; build machines run as root, where Chromium has none.
const env = { FRISE_CHROMIUM_FLAGS: '--no-sandbox' };
const size = ['--size', '320x180'];
const command = (show, flags) => ['main/launch/frise.mjs', 'render', show, ...size, ...flags];
const render = (show, flags, options = {}) =>
  run(process.execPath, command(show, flags), { cwd: root, env, ...options });

/** Hashes of a film's decoded frames, a line each. */
const frameHashes = async (file) => {
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', file, '-f', 'framemd5', '-']);
  return stdout.split('\n').filter((line) => /^\d/.test(line));
};
const film = ['--canvas', '--from', '50', '--to', '50.6', '--fps', '10'];

test('a still is the same bytes twice, of the canvas and of an output', async () => {
  for (const target of [['--canvas'], ['--output', 'left']]) {
    const files = [at(`${target.at(-1)}-1.png`), at(`${target.at(-1)}-2.png`)];
    const calls = files.map((out) => render(bundledShow, [...target, '--at', '50', '--out', out]));
    const [one] = await Promise.all(calls);
    assert.equal(one.stdout, `${files[0]}: 320x180\n`);
    assert.equal(one.stderr, '');
    assert.ok(readFileSync(files[0]).equals(readFileSync(files[1])), target.join(' '));
    assert.ok(brightness(readPicture(files[0])) > 3, `${target.join(' ')} isn't black`);
  }
});

test('a film decodes to the same frames twice, with its sound; its first frame is the still', async () => {
  const files = [at('one.webm'), at('two.webm')];
  const calls = files.map((out) => render(bundledShow, [...film, '--out', out]));
  const [one] = await Promise.all(calls);
  assert.equal(one.stdout, `${files[0]}: 320x180, 6 frames\n`);
  const [first, second] = await Promise.all(files.map(frameHashes));
  assert.deepEqual(first, second);
  const pictures = first.filter((line) => line.startsWith('0,'));
  assert.equal(pictures.length, 6);
  assert.equal(new Set(pictures.map((line) => line.split(',').at(-1))).size, 6, 'the picture moves');
  assert.ok(
    first.some((line) => line.startsWith('1,')),
    'it has sound',
  );
  await run('ffmpeg', ['-v', 'error', '-i', files[0], '-frames:v', '1', '-y', at('frame.png')]);
  const { mean } = distance(readPicture(at('frame.png')), readPicture(at('--canvas-1.png')));
  assert.ok(mean < 4, `mean ${mean.toFixed(2)}`);
});

test('an MP4 without sound has none', async () => {
  const short = ['--canvas', '--from', '1', '--to', '1.2', '--fps', '10', '--mute'];
  await render(tiny, [...short, '--out', at('mute.mp4')]);
  const hashes = await frameHashes(at('mute.mp4'));
  assert.equal(hashes.length, 2);
  assert.ok(hashes.every((line) => line.startsWith('0,')));
});

test('a file that is missing is named, and the rest is drawn', async () => {
  const show = at('show');
  cpSync(tiny, show, { recursive: true });
  const document = JSON.parse(readFileSync(join(show, 'show.json'), 'utf8'));
  document.records['media:dot'].path = 'media/gone.svg';
  Object.assign(document.records['clip:green'], { layer: 'image', parameters: { media: 'media:dot' } });
  writeFileSync(join(show, 'show.json'), JSON.stringify(document));
  const flags = ['--canvas', '--at', '5', '--out', at('gone.png')];
  const { code, stdout, stderr } = await render(show, flags, { check: false });
  assert.equal(code, 1);
  assert.match(stderr, /^frise: media:dot: .*media\/gone\.svg.*\(media-missing\)\n$/);
  assert.equal(stdout, `${at('gone.png')}: 320x180\n`);
});

test('Ctrl+C ends it within seconds and leaves no half film and no browser’s folder', async () => {
  const out = at('long.webm');
  const flags = ['--canvas', '--from', '40', '--to', '400', '--out', out];
  mkdirSync(at('tmp'));
  const own = { ...env, TMPDIR: at('tmp') };
  const shell = start(process.execPath, command(bundledShow, flags), { cwd: root, env: own });
  await shell.until(({ stderr }) => /\d+ of 9000 frames, \d+:\d\d left/.exec(stderr), { seconds: 40 });
  const { code } = await shell.stop({ signal: 'SIGINT', seconds: 8 });
  assert.equal(code, 130);
  assert.match(shell.said.stderr, /frise: Cancelled; nothing was written\. \(render-cancelled\)\n/);
  const left = readdirSync(folder.path, { recursive: true }).filter((name) => /long|frise-render/.test(name));
  assert.deepEqual(left, []);
});

/** Draws a pattern; `share` is the part of the picture that is within two codes of a colour. */
const patternOf = async (name, target) => {
  const out = at(`${name}.png`);
  await render(bundledShow, [...target, '--pattern', name, '--out', out]);
  const { width, height, data } = readPicture(out);
  const share = (...colour) => {
    let count = 0;
    for (let index = 0; index < data.length; index += 4)
      if (colour.every((level, channel) => Math.abs(level - data[index + channel]) <= 2)) count += 1;
    return count / (width * height);
  };
  return { picture: { width, height, data }, share };
};

test('the pattern focus has full contrast down to one pixel', async () => {
  const { picture, share } = await patternOf('focus', ['--canvas']);
  assert.ok(share(0, 0, 0) > 0.3 && share(255, 255, 255) > 0.05, 'black and white');
  const level = (x, y) => picture.data[(y * picture.width + x) * 4];
  let pairs = 0;
  for (let y = 0; y < picture.height; y += 1)
    for (let x = 2; x < picture.width; x += 1)
      if (level(x - 2, y) === 255 && level(x - 1, y) === 0 && level(x, y) === 255) pairs += 1;
  assert.ok(pairs > 100, `${pairs} single black pixels between white ones`);
});

test('the pattern overlap has each output’s colour, and their mixture where both light', async () => {
  const { share } = await patternOf('overlap', ['--canvas']);
  assert.ok(share(128, 0, 0) > 0.1 && share(0, 128, 128) > 0.1, 'red and cyan');
  assert.ok(share(128, 128, 128) > 0.01, 'grey between them');
});

test('the pattern outline has white lines on black, on an output too', async () => {
  const { share } = await patternOf('outline', ['--output', 'left']);
  assert.ok(share(0, 0, 0) > 0.7, 'black ground');
  assert.ok(share(255, 255, 255) > 0.005, 'white lines');
});

test('a show that flashes too often is found out, and one that does not is safe', async () => {
  const flashes = (show, ...more) =>
    run(process.execPath, ['main/launch/frise.mjs', 'flashes', show, '--to', '2', '--no-stings', ...more], {
      cwd: root,
      env,
      check: false,
    });
  const calm = await flashes(tiny);
  assert.deepEqual([calm.code, /^safe: at most 3 flashes in any second$/m.test(calm.stdout)], [0, true]);
  const strobe = at('strobe');
  cpSync(tiny, strobe, { recursive: true });
  const file = join(strobe, 'show.json');
  const show = JSON.parse(readFileSync(file, 'utf8'));
  const opacity = Array.from({ length: 20 }, (_, index) => ({
    at: index / 10,
    value: index % 2,
    ease: 'hold',
  }));
  Object.assign(show.records['clip:red'], { parameters: { colour: '#ffffff' }, keyframes: { opacity } });
  writeFileSync(file, JSON.stringify(show));
  const { code, stdout } = await flashes(strobe);
  assert.equal(code, 1);
  assert.match(stdout, /^main: flashes a second [45](\.5)? OVER/m);
  assert.match(stdout, /^NOT SAFE/m);
  const soft = await flashes(strobe, '--variant', 'no-flash');
  assert.match(soft.stdout, /^main: flashes a second (none|0\.5|1) /m);
  assert.equal(soft.code, 0);
});

test('what could not be drawn is no safe picture, however calm it is', async () => {
  const gone = at('gone');
  cpSync(tiny, gone, { recursive: true });
  const file = join(gone, 'show.json');
  const show = JSON.parse(readFileSync(file, 'utf8'));
  Object.assign(show.records['clip:red'], { layer: 'image', parameters: { media: 'media:gone' } });
  show.records['media:gone'] = { path: 'media/gone.png', kind: 'image' };
  writeFileSync(file, JSON.stringify(show));
  const args = ['main/launch/frise.mjs', 'flashes', gone, '--to', '0.4', '--no-stings'];
  const { code, stdout, stderr } = await run(process.execPath, args, { cwd: root, env, check: false });
  assert.equal(code, 1);
  assert.match(stderr, /^frise: media:gone: .*media-missing/m);
  assert.match(stdout, /^NOT KNOWN/m);
  assert.doesNotMatch(stdout, /^safe/m);
});
