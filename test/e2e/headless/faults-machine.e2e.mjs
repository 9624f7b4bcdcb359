// What the machine takes away while the show plays: a port, and a film on the disk. Real host, real output page.
import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { launchChromium } from '../../support/chromium.mjs';
import { tellFault } from '../../support/faults.mjs';
import { eventually, run, start } from '../../support/processes.mjs';
import { root, startHeadless, temporaryFolder } from '../support/app.mjs';
import { logOf } from '../support/frames.mjs';
import { brightness, parsePicture } from '../support/picture.mjs';

const tiny = join(root, 'test/fixtures/shows/tiny');

test('a port that another program has: the host says which and what to do, and leaves the station as it was', async () => {
  const station = temporaryFolder('port');
  const http = createServer().listen(0, '127.0.0.1');
  const osc = createSocket('udp4').bind(0, '127.0.0.1');
  await Promise.all([once(http, 'listening'), once(osc, 'listening')]);
  const taken = { '--http': http.address().port, '--osc': osc.address().port };
  try {
    for (const [flag, port] of Object.entries(taken)) {
      const other = flag === '--http' ? '--osc' : '--http';
      const flags = [
        '--show',
        tiny,
        '--station',
        station.path,
        flag,
        `127.0.0.1:${port}`,
        other,
        '127.0.0.1:0',
      ];
      const from = performance.now();
      const host = start(process.execPath, ['dist/main/host.cjs', ...flags], { cwd: root });
      const { code } = await host.ended;
      assert.equal(code, 2);
      assert.match(host.said.stderr, new RegExp(String(port)));
      assert.match(host.said.stderr, new RegExp(flag));
      const backMs = Math.round(performance.now() - from);
      tellFault('port-taken', { saw: 'Nothing: it ends with 2 and names the port', gapMs: null, backMs });
    }
    const free = await startHeadless({ show: tiny, station: station.path });
    await free.stop();
  } finally {
    http.close();
    osc.close();
    station.remove();
  }
});

test('a surrounding that is set up badly: no folder for temporary files, a time zone without a name', async () => {
  const work = temporaryFolder('surrounding');
  const station = join(work.path, 'station');
  const env = { TMPDIR: join(work.path, 'no/such/folder'), TZ: '' };
  try {
    let host = await startHeadless({ show: tiny, station, env });
    const put = { 'schedule:start': { time: '21:30', days: ['mon'], verb: 'go' } };
    const owner = { authorization: `Bearer ${host.ready.owner}` };
    const edit = { document: 'station', label: 'start', put };
    const { body } = await host.verb('document/edit', edit, owner);
    assert.equal(body.ok, true, JSON.stringify(body));
    await host.stop();
    host = await startHeadless({ show: tiny, station, env });
    const listed = await host.verb('schedule/list', { count: 1 });
    assert.equal(listed.body.value.schedules[0].zone, 'UTC', JSON.stringify(listed.body));
    await host.stop();
  } finally {
    work.remove();
  }
});

test('the station’s disk turns read-only, then the host dies: it comes back, and saves once it can', async () => {
  const station = temporaryFolder('read-only');
  const { records } = JSON.parse(readFileSync(join(tiny, 'show.json'), 'utf8'));
  const edit = async (note) => {
    const edited = { 'cue:one': { ...records['cue:one'], note } };
    return (await host.verb('document/edit', { document: 'show', label: note, put: edited })).body;
  };
  let host = await startHeadless({ show: tiny, station: station.path });
  try {
    assert.equal((await edit('before')).ok, true);
    await host.verb('go');
    const { playbacks } = await host.statusWhere((now) => now.playbacks[0]?.position > 0.3);
    host.shell.signal('SIGKILL');
    await host.shell.ended;
    await run('mount', ['--bind', station.path, station.path]);
    await run('mount', ['-o', 'remount,bind,ro', station.path]);
    const from = performance.now();
    host = await startHeadless({ show: tiny, station: station.path });
    const now = await host.status();
    const backMs = Math.round(performance.now() - from);
    assert.equal(now.playbacks[0].id, playbacks[0].id, 'it plays on');
    assert.equal(now.show.revision, 2, 'with what was saved');
    assert.ok(now.health.problems.some(({ code }) => code === 'session-unsaved'));
    assert.equal((await edit('refused')).code, 'store-write');
    assert.equal((await host.verb('go')).body.ok, true, 'a GO comes through');
    await run('umount', [station.path]);
    await host.statusWhere(({ health }) => health.problems.length === 0);
    assert.equal((await edit('after')).ok, true);
    tellFault('station-read-only', {
      saw: 'The picture, all the time; the host came back playing',
      gapMs: null,
      backMs,
    });
  } finally {
    await host.stop();
    await run('umount', [station.path], { check: false });
    station.remove();
  }
});

test('the show’s folder is unplugged, then the host dies: it comes back with what was opened, and GO goes on', async () => {
  const work = temporaryFolder('unplugged');
  const [show, station] = ['show', 'station'].map((name) => join(work.path, name));
  cpSync(tiny, show, { recursive: true });
  let host = await startHeadless({ show, station });
  try {
    await host.verb('go');
    const { playbacks } = await host.statusWhere((now) => now.playbacks[0]?.position > 0.3);
    renameSync(show, `${show}-away`);
    host.shell.signal('SIGKILL');
    await host.shell.ended;
    const from = performance.now();
    host = await startHeadless({ show, station });
    const now = await host.status();
    const backMs = Math.round(performance.now() - from);
    assert.equal(now.playbacks[0].id, playbacks[0].id, 'it plays on');
    const gone = now.health.problems.filter(({ code }) => code === 'show-folder-gone');
    assert.deepEqual(
      gone.map(({ path }) => path),
      ['show.json', 'facade.json'].map((name) => join(show, name)),
    );
    assert.equal((await host.verb('go')).body.ok, true);
    tellFault('show-unplugged', {
      saw: 'The picture, all the time; the host came back playing',
      gapMs: null,
      backMs,
    });
    await host.stop();
    await assert.rejects(
      startHeadless({ show, station }),
      /There is no .*show\.json/,
      'a fresh start is told',
    );
  } finally {
    await host.stop();
    work.remove();
  }
});

test('media that never answer: each is named, and all other files are served and saved', async () => {
  const work = temporaryFolder('pipes');
  const show = join(work.path, 'show');
  cpSync(tiny, show, { recursive: true });
  mkdirSync(join(show, 'media/folder.webm'), { recursive: true });
  const pipes = Array.from({ length: 6 }, (_, index) => `pipe-${index}`);
  await run(
    'mkfifo',
    pipes.map((name) => join(show, `media/${name}.wav`)),
  );
  const file = join(show, 'show.json');
  const document = JSON.parse(readFileSync(file, 'utf8'));
  const hash = '0'.repeat(64);
  for (const name of pipes)
    document.records[`media:${name}`] = { path: `media/${name}.wav`, kind: 'sound', title: name, hash };
  document.records['media:folder'] = { path: 'media/folder.webm', kind: 'video', title: 'folder' };
  writeFileSync(file, JSON.stringify(document));
  const host = await startHeadless({ show });
  const within = (path) => fetch(`${host.http}${path}`, { signal: AbortSignal.timeout(5000) });
  try {
    await host.verb('go');
    const answers = await Promise.all([...pipes, 'folder'].map((name) => within(`/media/${name}`)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([404]));
    const { problems } = (await host.status()).health;
    const named = problems.flatMap(({ code, path }) => (code === 'media-unreadable' ? [path] : []));
    assert.deepEqual(
      named.toSorted(),
      ['folder', ...pipes].map((name) => `media:${name}.path`),
    );
    const put = { 'cue:one': { ...document.records['cue:one'], note: 'saved' } };
    const saved = host.verb('document/edit', { document: 'show', label: 'note', put });
    assert.equal((await saved).body.ok, true, JSON.stringify((await saved).body));
    tellFault('media-silent', { saw: 'The rest plays on, each is named on the console', gapMs: null });
  } finally {
    assert.equal((await host.stop()).code, 0);
    work.remove();
  }
});

test('the host is killed while a film is converted: the next one ends what was left, and no file stays', async () => {
  const work = temporaryFolder('converted');
  const station = join(work.path, 'station');
  const [second, film] = ['second.avi', 'film.avi'].map((name) => join(work.path, name));
  const ffmpeg = (...args) => run('ffmpeg', ['-loglevel', 'error', ...args]);
  await ffmpeg('-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25:duration=1', '-c:v', 'mpeg4', second);
  await ffmpeg('-stream_loop', '999', '-i', second, '-c', 'copy', film);
  const atWork = async () =>
    (await run('pgrep', ['-f', '--', `-i ${station}`], { check: false })).stdout.split('\n').filter(Boolean);
  let host = await startHeadless({ show: tiny, station });
  try {
    const data = readFileSync(film);
    const begun = await host.verb('media/begin', { name: 'film.avi', bytes: data.length, convert: 'h264' });
    const { upload, piece } = begun.body.value;
    for (let at = 0; at < data.length; at += piece) {
      const body = data.subarray(at, at + piece);
      const headers = { 'content-type': 'application/octet-stream' };
      const sent = await fetch(`${host.http}/api/media/${upload}?at=${at}`, { method: 'PUT', headers, body });
      assert.equal(sent.status, 200);
    }
    await host.verb('media/convert', { upload });
    await eventually(async () => (await atWork()).length === 1, { what: 'ffmpeg at work' });
    host.shell.signal('SIGKILL');
    await host.shell.ended;
    host = await startHeadless({ show: tiny, station });
    await eventually(async () => (await atWork()).length === 0, { what: 'ffmpeg ended' });
    const left = () => readdirSync(station, { recursive: true }).filter((name) => name.includes(upload));
    await eventually(() => left().length === 0, { what: 'no file left' });
    tellFault('converting-killed', { saw: 'The picture, all the time', gapMs: 0 });
  } finally {
    for (const pid of await atWork()) process.kill(Number(pid), 'SIGKILL');
    await host.stop();
    work.remove();
  }
});

/** A film of two minutes, one second again and again, too large to be read at once; it fills the canvas over all of main. */
async function showWithFilm(folder) {
  cpSync(tiny, folder, { recursive: true });
  mkdirSync(join(folder, 'media'), { recursive: true });
  const film = join(folder, 'media/noise.webm');
  const second = join(folder, 'second.webm');
  const source = 'testsrc2=size=480x270:rate=12:duration=1,noise=alls=60:allf=t';
  const codec = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '8M', '-g', '12'];
  const ffmpeg = (...args) => run('ffmpeg', ['-loglevel', 'error', ...args]);
  await ffmpeg('-f', 'lavfi', '-i', source, ...codec, second);
  await ffmpeg('-stream_loop', '119', '-i', second, '-c', 'copy', film);
  const file = join(folder, 'show.json');
  const show = JSON.parse(readFileSync(file, 'utf8'));
  show.records['timeline:main'].duration = 120;
  delete show.records['cue:two'];
  delete show.records['cue:three'];
  show.records['media:noise'] = { path: 'media/noise.webm', kind: 'video', title: 'Noise' };
  const parameters = { media: 'media:noise' };
  show.records['clip:red'] = { name: 'Film', layer: 'video', start: 0, duration: 120, parameters };
  show.order['track:ground'] = ['clip:red'];
  delete show.records['clip:green'];
  delete show.records['clip:blue'];
  writeFileSync(file, JSON.stringify(show));
  return film;
}

test('a film is cut short while it plays: its last picture stays, it is named, and frames go on', async () => {
  const work = temporaryFolder('film');
  const show = join(work.path, 'show');
  const film = await showWithFilm(show);
  const host = await startHeadless({ show });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 320, height: 180 } });
    await page.goto(`${host.http}/output/left`);
    await host.verb('go');
    const seen = async () => brightness(parsePicture(await page.screenshot()));
    await eventually(async () => (await seen()) > 20, { seconds: 30, what: 'the film on the page' });
    const before = (await logOf(page)).at(-1).drawnAt;
    truncateSync(film, Math.floor(statSync(film).size / 20));
    // What has been read ahead would play on for a while.
    await host.verb('seek', { position: 60 });
    await host.verb('resume');
    const now = await host.statusWhere((each) => each.outputs[0].error !== null, { seconds: 30 });
    assert.match(now.outputs[0].error.code, /^(?:film-unreadable|layer-prepare-failed)$/);
    assert.match(now.outputs[0].error.path, /noise|clip:red/);
    assert.ok((await seen()) > 20, 'the last picture stays');
    const frames = (await logOf(page)).filter(({ drawnAt }) => drawnAt >= before);
    const gaps = frames.slice(1).map(({ drawnAt }, index) => drawnAt - frames[index].drawnAt);
    tellFault('media-truncated', {
      saw: `The film’s last picture stands, all else goes on (longest frame ${Math.round(Math.max(...gaps) * 1000)} ms)`,
      gapMs: 0,
    });
    assert.equal(now.playbacks[0].state, 'playing');
  } finally {
    await browser.close();
    await host.stop();
    work.remove();
  }
});
