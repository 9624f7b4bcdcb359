import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestHost, tinyShow, type TestHost } from './support/host.ts';

/** Files come into a show in pieces, and nothing that is wrong with one leaves anything behind. */
const folder = mkdtempSync(join(tmpdir(), 'frise-upload-'));
let host: TestHost;
beforeEach(async () => {
  host = await startTestHost();
});
afterEach(async () => {
  await host.stop();
});

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
/** A file of so many bytes that begins as a PNG does. */
const picture = (bytes = 3000, seed = 1): Buffer =>
  Buffer.concat([PNG, Buffer.from(Array.from({ length: bytes - PNG.length }, (_, at) => (at * seed) % 251))]);
const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
const octets = { 'content-type': 'application/octet-stream' };
type Value = {
  upload: string;
  piece: number;
  path: string;
  medium: string | null;
  relinked: boolean;
  hash: string;
};
type Reply = { ok: boolean; code?: string; path?: string; value?: Value & { received: number } };

const verb = async (name: string, args: unknown): Promise<Reply> =>
  (await host.verb(name, args)).body as Reply;
const begin = async (name: string, bytes: number): Promise<string> => {
  const reply = await verb('media/begin', { name, bytes });
  if (!reply.value) throw new Error(reply.code);
  return reply.value.upload;
};
const put = (upload: string, at: number | string, data: Buffer, headers: Record<string, string> = octets) =>
  host.send('PUT', `/api/media/${upload}?at=${at}`, headers, data);
const codeOf = async (reply: ReturnType<typeof put>) => ((await reply).body as Reply).code ?? 'ok';
const send = async (name: string, data: Buffer): Promise<Reply> => {
  const upload = await begin(name, data.length);
  for (let at = 0; at < data.length; at += 1000) {
    const reply = (await put(upload, at, data.subarray(at, at + 1000))).body as Reply;
    if (!reply.ok) return reply;
  }
  return verb('media/finish', { upload, sha256: sha256(data) });
};
/** As the page does: the file is in, then its record. */
const record = (value: Value, more: Record<string, unknown> = {}) =>
  host.verb('document/edit', {
    document: 'show',
    label: 'import',
    put: { 'media:lamp': { path: value.path, kind: 'image', hash: value.hash, title: 'Lamp', ...more } },
  });
const work = (): string => {
  const [name = ''] = readdirSync(join(host.station, 'shows'));
  return join(host.station, 'shows', name);
};
const left = (): string[] => {
  const parts = join(work(), '.frise/uploads');
  return existsSync(parts) ? readdirSync(parts) : [];
};

describe('a file comes in', () => {
  it('in pieces, into the station’s copy of the show, and is served once a record names it', async () => {
    const data = picture();
    const { value } = await send('Été 1900.PNG', data);
    expect(value).toEqual({ path: 'media/ete-1900.png', hash: sha256(data), medium: null, relinked: false });
    expect(readFileSync(join(work(), 'media/ete-1900.png'))).toEqual(data);
    expect(left()).toEqual([]);
    expect(existsSync(join(tinyShow, 'media/ete-1900.png'))).toBe(false);
    if (value) await record(value);
    const served = await host.send('GET', '/media/lamp');
    expect([served.status, served.headers['content-type']]).toEqual([200, 'image/png']);
    await vi.waitUntil(() => host.host.hub.get('media')['media:lamp']?.state === 'here');
    expect(host.host.hub.get('media')['media:lamp']).toEqual({ state: 'here', bytes: data.length });
  });
  it('a second of its name keeps both; the same file again is not kept twice', async () => {
    const first = await send('lamp.png', picture());
    if (first.value) await record(first.value);
    const other = await send('lamp.png', picture(3000, 7));
    expect(other.value?.path).toBe('media/lamp-2.png');
    const again = await send('another name.png', picture());
    expect(again.value).toMatchObject({ medium: 'media:lamp', relinked: false, path: 'media/lamp.png' });
    expect(readdirSync(join(work(), 'media')).sort()).toEqual(['lamp-2.png', 'lamp.png']);
    // One of the show that tells no hash is known by what lies there.
    const dot = await send('dot.svg', readFileSync(join(tinyShow, 'media/dot.svg')));
    expect(dot.value).toMatchObject({ medium: 'media:dot', path: 'media/dot.svg' });
  });
  it('one that a record misses goes back to that record’s place', async () => {
    const data = picture();
    const { value } = await send('lamp.png', data);
    if (value) await record(value);
    await vi.waitUntil(() => host.host.hub.get('media')['media:lamp']?.state === 'here');
    rmSync(join(work(), 'media/lamp.png'));
    const back = await send('renamed.png', data);
    expect(back.value).toMatchObject({ medium: 'media:lamp', relinked: true, path: 'media/lamp.png' });
    expect(readFileSync(join(work(), 'media/lamp.png'))).toEqual(data);
  });
  it('a piece whose answer was lost may be sent again, and a broken one is taken up where it was', async () => {
    const data = picture();
    const upload = await begin('lamp.png', data.length);
    await put(upload, 0, data.subarray(0, 1000));
    expect((await put(upload, 0, data.subarray(0, 1000))).body).toEqual({
      ok: true,
      value: { received: 1000 },
    });
    await broken(upload, 1000, data.subarray(1000, 1400), 2000);
    expect((await put(upload, 1000, data.subarray(1000))).body).toMatchObject({ ok: true });
    expect(await verb('media/finish', { upload, sha256: sha256(data) })).toMatchObject({ ok: true });
  });
});

/** Promises more than it sends, then breaks the line. */
const broken = (upload: string, at: number, data: Buffer, promised: number): Promise<void> =>
  new Promise((done) => {
    const { hostname, port } = new URL(host.ready.http);
    const headers = { ...octets, 'content-length': String(promised) };
    const outgoing = request({
      host: hostname,
      port,
      method: 'PUT',
      path: `/api/media/${upload}?at=${at}`,
      headers,
    });
    outgoing.on('error', () => done());
    outgoing.on('close', () => done());
    outgoing.write(data, () => outgoing.destroy());
  });

describe('what is wrong is refused, and leaves nothing behind', () => {
  it('a name with a folder, or of a file that Frise has no use for', async () => {
    for (const [name, code] of [
      ['../../etc/passwd.png', 'media-name'],
      ['media/lamp.png', 'media-name'],
      ['..\\lamp.png', 'media-name'],
      ['lamp\0.png', 'media-name'],
      ['lamp.exe', 'media-type'],
      ['lamp', 'media-type'],
      ['index.html', 'media-type'],
      ['x'.repeat(400) + '.png', 'media-name'],
    ])
      expect({ name, ...(await verb('media/begin', { name, bytes: 10 })) }).toMatchObject({
        name,
        ok: false,
        code,
      });
  });
  it('too large, and more than the disk has', async () => {
    expect(await verb('media/begin', { name: 'a.mp4', bytes: 2 ** 50 })).toMatchObject({
      code: 'media-too-large',
    });
    expect(await verb('media/begin', { name: 'a.mp4', bytes: 0 })).toMatchObject({ code: 'invalid-input' });
    expect(await verb('media/begin', { name: 'a.mp4', bytes: 2.5 })).toMatchObject({ code: 'invalid-input' });
  });
  it('a truncated file, a wrong length, a wrong place, a wrong hash', async () => {
    const data = picture();
    const upload = await begin('lamp.png', data.length);
    expect(await codeOf(put(upload, 5, data.subarray(5, 10)))).toBe('upload-place');
    expect(await codeOf(put(upload, 'x', data))).toBe('upload-place');
    expect(await codeOf(put(upload, 0, Buffer.concat([data, data])))).toBe('upload-length');
    expect(await codeOf(put(upload, 0, Buffer.alloc(0)))).toBe('upload-length');
    await put(upload, 0, data.subarray(0, 1000));
    expect(await verb('media/finish', { upload })).toMatchObject({ code: 'upload-unfinished' });
    await put(upload, 1000, data.subarray(1000));
    expect(await verb('media/finish', { upload, sha256: '0'.repeat(64) })).toMatchObject({
      code: 'upload-hash',
    });
    expect(await verb('media/finish', { upload })).toMatchObject({ code: 'upload-unknown' });
    expect(left()).toEqual([]);
    expect(existsSync(join(work(), 'media/lamp.png'))).toBe(false);
  });
  it('a file that is not what its name says, at its first piece', async () => {
    const upload = await begin('lamp.png', 3000);
    expect(await codeOf(put(upload, 0, Buffer.from('MZ is a program, and no picture')))).toBe('media-unlike');
    expect(await codeOf(put(upload, 0, picture()))).toBe('upload-unknown');
    expect(left()).toEqual([]);
  });
  it('a drawing that runs script or loads something', async () => {
    for (const [text = '', code] of [
      ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'media-svg'],
      ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'media-svg'],
      [
        '<svg xmlns="http://www.w3.org/2000/svg"><a href="java&#115;cript:alert(1)"><path/></a></svg>',
        'media-svg',
      ],
      [
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/a.png"/></svg>',
        'media-svg',
      ],
      ['<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', 'media-svg'],
      ['<html><body>no drawing</body></html>', 'media-unlike'],
    ])
      expect({ text, ...(await send('drawing.svg', Buffer.from(text))) }).toMatchObject({
        text,
        ok: false,
        code,
      });
    expect(left()).toEqual([]);
  });
  it('a piece that is too large, of another type, or of nobody’s upload', async () => {
    const upload = await begin('film.mp4', 20 * 2 ** 20);
    expect(await codeOf(put(upload, 0, Buffer.alloc(9 * 2 ** 20)))).toBe('body-too-large');
    expect(await codeOf(put(upload, 0, picture(), { 'content-type': 'text/plain' }))).toBe(
      'content-type-refused',
    );
    expect(await codeOf(put('0'.repeat(32), 0, picture()))).toBe('upload-unknown');
    expect(await codeOf(put(upload, 0, picture(), { ...octets, origin: 'http://evil.example' }))).toBe(
      'origin-refused',
    );
    expect(await verb('media/cancel', { upload })).toMatchObject({ ok: true });
    expect(await verb('media/cancel', { upload })).toMatchObject({ code: 'upload-unknown' });
    expect(left()).toEqual([]);
  });
  it('more at once than a handful', async () => {
    for (let count = 0; count < 8; count += 1) await begin('lamp.png', 10);
    expect(await verb('media/begin', { name: 'lamp.png', bytes: 10 })).toMatchObject({ code: 'upload-many' });
  });
  it('a role that may not edit the show, and a show that is locked', async () => {
    const viewer = await host.socket();
    await viewer.hello({ role: 'viewer' });
    expect(await viewer.verb('media/begin', { name: 'lamp.png', bytes: 10 })).toMatchObject({
      code: 'role-refused',
    });
    const data = picture();
    const upload = await begin('lamp.png', data.length);
    await put(upload, 0, data);
    await host.verb('lock/show', { on: true });
    expect(await verb('media/begin', { name: 'lamp.png', bytes: 10 })).toMatchObject({ code: 'show-locked' });
    expect(await verb('media/finish', { upload })).toMatchObject({ code: 'show-locked' });
    await host.verb('lock/show', { on: false });
    expect(await verb('media/finish', { upload })).toMatchObject({ ok: true });
  });
  it('a folder of the show that is a link to elsewhere', async () => {
    const show = join(folder, 'linked');
    const elsewhere = mkdtempSync(join(folder, 'elsewhere-'));
    cpSync(tinyShow, show, { recursive: true });
    await begin('lamp.png', 10);
    symlinkSync(elsewhere, join(work(), 'media'));
    expect(await send('lamp.png', picture())).toMatchObject({ ok: false, code: 'path-outside' });
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});

it('a drawing of the show opened by itself has no script, no origin and loads nothing', async () => {
  const { headers } = await host.send('GET', '/media/dot');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*sandbox$/);
  expect(headers['content-security-policy']).not.toContain('script-src');
});
it('a locked track’s clips are not edited through the door either', async () => {
  const edit = (label: string, put_: Record<string, unknown>) =>
    host.verb('document/edit', { document: 'show', label, put: put_ });
  const red = { name: 'Red', layer: 'solid', start: 0, duration: 3, parameters: { colour: '#ff0000' } };
  expect(
    (await edit('lock', { 'track:ground': { name: 'Ground', muted: false, locked: true } })).status,
  ).toBe(200);
  expect((await edit('trim', { 'clip:red': red })).body).toMatchObject({
    code: 'track-locked',
    path: 'track:ground',
  });
  await edit('unlock', { 'track:ground': { name: 'Ground', muted: false } });
  expect((await edit('trim', { 'clip:red': red })).status).toBe(200);
});
