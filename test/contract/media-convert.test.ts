import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from './support/host.ts';

/** Films that no page plays, made playable by the machine's own ffmpeg, which reads what a stranger has sent. */
const folder = mkdtempSync(join(tmpdir(), 'frise-convert-'));
let host: TestHost;
beforeEach(async () => {
  host = await startTestHost();
});
afterEach(() => host.stop());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Reply = {
  ok: boolean;
  code?: string;
  message?: string;
  value?: { upload: string; ffmpeg: string; isDone: boolean; share: number };
};
const verb = async (name: string, args: unknown): Promise<Reply> =>
  (await host.verb(name, args)).body as Reply;
const octets = { 'content-type': 'application/octet-stream' };
const send = async (name: string, data: Buffer, convert = 'h264'): Promise<string> => {
  const begun = await verb('media/begin', { name, bytes: data.length, convert });
  const upload = begun.value?.upload ?? '';
  for (let at = 0; at < data.length; at += 2 ** 20)
    await host.send('PUT', `/api/media/${upload}?at=${at}`, octets, data.subarray(at, at + 2 ** 20));
  return upload;
};
const result = async (upload: string): Promise<Reply> => {
  const begun = await verb('media/convert', { upload });
  if (!begun.ok) return begun;
  let told: Reply = begun;
  await expect
    .poll(
      async () => {
        told = await verb('media/converted', { upload });
        return !told.ok || told.value?.isDone;
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  return told;
};
const made = (name: string, ...args: string[]): Buffer => {
  const file = join(folder, name);
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args, file]);
  return readFileSync(file);
};
const pattern = (seconds: number, size = '64x36') => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=s=${size}:r=25:d=${seconds}`,
];
const parts = (): string[] => {
  const shows = join(host.station, 'shows');
  const at = existsSync(shows) ? readdirSync(shows).map((name) => join(shows, name, '.frise/uploads')) : [];
  return at.flatMap((each) => (existsSync(each) ? readdirSync(each) : []));
};

it('says which converter there is', async () => {
  expect((await verb('media/converter', {})).value?.ffmpeg).toMatch(/^\d/);
});

describe('a film', () => {
  it('becomes one that is played; both are gone when it was fetched', async () => {
    const upload = await send('a film.mxf', made('film.mxf', ...pattern(1), '-c:v', 'mpeg2video'));
    expect((await result(upload)).value).toEqual({ isDone: true, share: 1, name: 'a film.mp4' });
    const { status, headers } = await host.send('GET', `/api/media/${upload}/converted`);
    expect([status, headers['content-type']]).toEqual([200, 'video/mp4']);
    expect(await verb('media/finish', { upload })).toMatchObject({ code: 'upload-unknown' });
    expect(await verb('media/cancel', { upload })).toMatchObject({ ok: true });
    expect((await host.send('GET', `/api/media/${upload}/converted`)).status).toBe(404);
    expect(parts()).toEqual([]);
  });
  it('under way is the only one, and is ended with all that it has written', async () => {
    const long = made('long.avi', ...pattern(60, '640x360'), '-c:v', 'mjpeg');
    const [first, second] = [await send('long.avi', long), await send('two.avi', long)];
    expect(await verb('media/convert', { upload: first })).toMatchObject({ ok: true });
    expect(await verb('media/convert', { upload: second })).toMatchObject({ code: 'convert-busy' });
    await expect
      .poll(async () => (await verb('media/converted', { upload: first })).value?.share, {
        timeout: 30_000,
      })
      .toBeGreaterThan(0);
    await verb('media/cancel', { upload: first });
    await verb('media/cancel', { upload: second });
    expect(parts()).toEqual([]);
    expect(await verb('media/converted', { upload: first })).toMatchObject({ code: 'upload-unknown' });
  });
});

describe('what is no film', () => {
  it('is said with the reason, without a path of the machine', async () => {
    const told = await result(await send('torn.mov', Buffer.alloc(5000, 7)));
    expect(told).toMatchObject({ ok: false, code: 'convert-failed' });
    expect(told.message).not.toContain(host.station);
  });
  it('and names other files reads none of them', async () => {
    const secret = join(folder, 'secret.ts');
    made('secret.ts', ...pattern(1));
    const lists = [
      `ffconcat version 1.0\nfile '${secret}'\n`,
      `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://${secret}\n#EXT-X-ENDLIST\n`,
    ];
    for (const list of lists)
      expect(await result(await send('list.mov', Buffer.from(list)))).toMatchObject({
        code: 'convert-failed',
      });
  });
  it('and would take gigabytes for one picture is left alone', async () => {
    const huge = made('huge.avi', '-f', 'lavfi', '-i', 'color=s=8000x5200:d=0.04:r=25', '-c:v', 'mjpeg');
    const told = await result(await send('huge.avi', huge));
    expect(told).toMatchObject({ code: 'convert-failed' });
  });
  it('by its name is not taken at all', async () => {
    for (const [name, convert] of [
      ['notes.txt', 'h264'],
      ['tone.wav', 'h264'],
      ['film.mov', 'wav'],
    ])
      expect(await verb('media/begin', { name, bytes: 9, convert })).toMatchObject({ code: 'media-type' });
  });
  it('waits for all of it', async () => {
    const begun = await verb('media/begin', { name: 'film.mov', bytes: 9, convert: 'h264' });
    const upload = begun.value?.upload;
    expect(await verb('media/convert', { upload })).toMatchObject({ code: 'upload-unfinished' });
    expect(await verb('media/converted', { upload })).toMatchObject({ code: 'upload-unknown' });
  });
});
