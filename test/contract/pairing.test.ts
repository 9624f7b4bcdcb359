import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostMessage } from '../../core/control/link.ts';
import { verbs } from '../../core/control/verbs.ts';
import { bearer, isOpen, otherPin, pairDevice, startOnLan, strangerAt, type OnLan } from './support/lan.ts';

/** Pairing by PIN, and what a paired device may do. */
let lan: OnLan;
beforeEach(async () => {
  lan = await startOnLan();
});
afterEach(() => lan.host.stop());
const open = async (role = 'technician') => (await lan.asOwner('pair/open', { role })).body;
const topic = () => lan.host.host.hub.get('pairing');
const everythingKept = async (): Promise<string> => {
  await lan.host.host.journal.flush();
  const { station } = lan.host;
  const files = readdirSync(station, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  return files.map((each) => readFileSync(join(each.parentPath, each.name), 'latin1')).join('\n');
};

describe('a PIN', () => {
  it('is the owner’s to open', async () => {
    for (const name of ['pair/open', 'pair/close', 'pair/revoke', 'lan/set'])
      expect((await lan.host.verb(name, { role: 'viewer' })).status).toBe(403);
    expect(verbs['pair/open'].roles).toEqual(['owner']);
  });
  it('lets one device in, which gets a token, and the address has no PIN in it', async () => {
    const { value } = await open();
    expect(value.pin).toMatch(/^\d{6}$/);
    expect(value.urls).toEqual([`${lan.url}/pair`]);
    expect(value.until - lan.host.host.clock.now()).toBeGreaterThan(110);
    expect(JSON.stringify(value.urls)).not.toContain(value.pin);
    const reply = await lan.stranger().pair(value.pin, 'iPad de Zoé');
    expect(reply.status).toBe(200);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(Buffer.from(reply.body.value.token, 'base64url')).toHaveLength(32);
    expect(topic()).toMatchObject({
      open: null,
      devices: [{ name: 'iPad de Zoé', role: 'technician', connected: false }],
    });
  });
  it('is good once (replay)', async () => {
    const { value } = await open();
    expect((await lan.stranger().pair(value.pin)).status).toBe(200);
    const again = await lan.stranger().pair(value.pin);
    expect([again.status, again.body.code]).toEqual([409, 'pair-closed']);
  });
  it('that two devices type at one moment lets exactly one in', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { value } = await open();
      const from = ['127.0.0.11', '127.0.0.12', '127.0.0.13'];
      const replies = await Promise.all(from.map((each) => strangerAt(lan.url, each).pair(value.pin)));
      expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    }
    expect(topic().devices).toHaveLength(5);
  });
  it('that is replaced or closed is good no more', async () => {
    const first = (await open()).value;
    const second = (await open('viewer')).value;
    const stale = first.pin === second.pin ? otherPin(first.pin) : first.pin;
    expect((await lan.stranger().pair(stale)).body.code).toBe('pin-wrong');
    await lan.asOwner('pair/close');
    expect((await lan.stranger().pair(second.pin)).body.code).toBe('pair-closed');
  });
  it('needs the network', async () => {
    await lan.asOwner('lan/set', { on: false });
    expect(await open()).toMatchObject({ code: 'lan-is-off' });
  });
  it('five wrong ones close it, lock that address for longer and longer, and nobody else', async () => {
    const { value } = await open();
    const guesser = strangerAt(lan.url, '127.0.0.21');
    const codes = [];
    for (let by = 1; by <= 5; by += 1) codes.push((await guesser.pair(otherPin(value.pin, by))).body.code);
    expect(codes).toEqual(['pin-wrong', 'pin-wrong', 'pin-wrong', 'pin-wrong', 'pair-exhausted']);
    expect((await strangerAt(lan.url, '127.0.0.22').pair(value.pin)).body.code).toBe('pair-closed');
    expect(topic()).toMatchObject({ open: null, notice: { code: 'pair-exhausted', path: '127.0.0.21' } });
    const next = (await open()).value;
    const locked = await guesser.pair(next.pin);
    expect([locked.status, locked.body.code]).toEqual([429, 'pair-locked']);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(20);
    expect((await strangerAt(lan.url, '127.0.0.22').pair(next.pin)).status).toBe(200);
  });
  it('guessed from everywhere is locked for all, and the owner hears why', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { pin } = (await open()).value;
      for (let by = 1; by <= 5; by += 1)
        await strangerAt(lan.url, `127.0.${round + 1}.${by}`).pair(otherPin(pin, by));
    }
    expect(await open()).toMatchObject({ ok: false, code: 'pair-locked' });
  });
  it('tried very often is answered with a wait', async () => {
    const flood = strangerAt(lan.url, '127.0.0.31');
    const replies = await Promise.all(Array.from({ length: 40 }, () => flood.pair('123456')));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([409, 429]));
    expect(replies.filter(({ status }) => status === 409).length).toBeLessThan(15);
  });
  it('stands in no topic, no journal and no file; neither does a token or the owner’s word', async () => {
    const watcher = await lan.host.socket();
    await watcher.hello({ page: { kind: 'console', id: 'watch' } });
    const { pin } = (await open()).value;
    await lan.stranger().pair(otherPin(pin));
    const { body } = await lan.stranger().pair(pin, 'x');
    await lan.host.verb('projector/password', { id: 'left', password: 'hunter2-hunter2' });
    const heard = JSON.stringify(watcher.heard) + JSON.stringify(lan.host.host.hub.snapshot());
    const kept = await everythingKept();
    for (const text of [heard, kept]) {
      expect(text).not.toMatch(new RegExp(`\\b${pin}\\b`));
      expect(text).not.toContain(body.value.token);
    }
    expect(heard).not.toContain(lan.host.ready.owner);
    expect(heard + readFileSync(join(lan.host.station, 'journal/journal.jsonl'), 'utf8')).not.toContain(
      'hunter2',
    );
    expect(kept).toContain('is paired as technician');
  });
  it('is not read by repeating the owner’s request', async () => {
    const key = { 'idempotency-key': 'the-same' };
    const owner = { authorization: `Bearer ${lan.host.ready.owner}` };
    const first = await lan.host.verb('pair/open', { role: 'viewer' }, { ...key, ...owner });
    expect(first.status).toBe(200);
    const spy = await lan.host.verb('pair/open', { role: 'viewer' }, key);
    expect(spy.body).toMatchObject({ code: 'role-refused' });
    const page = { kind: 'console', id: 'booth' };
    const booth = await lan.host.socket();
    await booth.hello({ role: 'owner', token: lan.host.ready.owner, page });
    await booth.verb('pair/open', { role: 'viewer' }, 'booth-1');
    const other = await lan.host.socket();
    await other.hello({ role: 'operator', page });
    expect(await other.verb('pair/open', { role: 'viewer' }, 'booth-1')).toMatchObject({
      code: 'role-refused',
    });
  });
});

describe('a name', () => {
  it('is one line of what is seen, and nobody has another’s', async () => {
    const names = ['Zoé', 'zoé', ' Zoé\u0000\n\u202e ', 'x'.repeat(40)];
    for (const name of names) await pairDevice(lan, 'viewer', name);
    expect(topic().devices.map(({ name }) => name)).toEqual(['Zoé', 'zoé 2', 'Zoé 3', 'x'.repeat(40)]);
  });
  it('that is none costs no PIN', async () => {
    const { value } = await open();
    for (const name of ['', ' \u200b', 'x'.repeat(41)])
      expect((await lan.stranger().pair(value.pin, name)).body).toMatchObject({
        code: 'invalid-input',
        path: 'name',
      });
    expect((await lan.stranger().pair(value.pin, 'x')).status).toBe(200);
  });
});

const linkOf = async (token: string, { role = 'operator', kind = 'console' } = {}) => {
  const link = await lan.stranger().link({ origin: lan.url });
  link.say({ t: 'hello', protocol: 1, role, page: { kind, id: 'p' }, token });
  return link;
};
const welcome = (message: HostMessage) => message.t === 'welcome';
const rename = (document: string) => ({ document, label: 'nothing' });

describe('a paired device', () => {
  it('is told who it is, whatever it asked for', async () => {
    const { token } = await pairDevice(lan, 'technician', 'Ada');
    const link = await linkOf(token);
    const { you } = await link.until(link.kind('welcome'));
    expect(you).toEqual({ sender: 'device:Ada', roles: ['viewer', 'technician'] });
    expect(topic().devices[0]?.connected).toBe(true);
    link.raw.terminate();
    await expect.poll(() => topic().devices[0]?.connected).toBe(false);
    expect(topic().devices[0]?.lastSeenAt).not.toBeNull();
  });
  it.each(['owner', 'shell'])('can’t be %s', async (role) => {
    const { token } = await pairDevice(lan, 'technician');
    const link = await linkOf(token, { role });
    expect(await link.until(link.kind('refused'))).toMatchObject({ code: 'role-refused' });
    expect(link.heard.some(welcome)).toBe(false);
  });
  it.each(['output', 'audio', 'shell'])('can’t pass for a page of the kind %s', async (kind) => {
    const { token } = await pairDevice(lan, 'operator');
    const link = await linkOf(token, { kind });
    expect(await link.until(link.kind('refused'))).toMatchObject({ code: 'lan-page-refused' });
  });
  it('reports for nobody', async () => {
    const { token } = await pairDevice(lan, 'operator');
    const link = await linkOf(token);
    await link.until(link.kind('welcome'));
    link.say({ t: 'report', report: { kind: 'shell', displays: [], places: [] } });
    expect(await link.until(link.kind('refused'))).toMatchObject({ code: 'lan-page-refused' });
  });
  it('leads no clock: that is for the sound of the show’s own machine', async () => {
    const { token } = await pairDevice(lan, 'operator');
    const lease = await lan.stranger().verb('sound/lease', { page: 'tablet' }, bearer(token));
    expect(lease.body).toMatchObject({ ok: false, code: 'lan-page-refused' });
    expect((await lan.host.verb('sound/lease', { page: 'booth' })).body).toMatchObject({
      value: { held: true },
    });
  });
  const rights: [string, string[]][] = [
    ['viewer', []],
    ['operator', ['go', 'projector/power']],
    ['designer', ['document/edit show']],
    ['technician', ['document/edit rig', 'line-up/freeze', 'projector/power', 'rig/versions']],
  ];
  const asked: [string, string, object][] = [
    ['go', 'go', {}],
    ['document/edit show', 'document/edit', rename('show')],
    ['document/edit rig', 'document/edit', rename('rig')],
    ['line-up/freeze', 'line-up/freeze', { on: false }],
    ['projector/power', 'projector/power', { id: 'left', on: false }],
    ['rig/versions', 'rig/versions', {}],
    ['lan/set', 'lan/set', { on: false }],
    ['pair/open', 'pair/open', { role: 'technician' }],
    ['pair/revoke', 'pair/revoke', { device: 'x' }],
  ];
  it.each(rights)('as %s may do %j and no more, over HTTP and the link', async (role, allowed) => {
    const { token } = await pairDevice(lan, role);
    const link = await linkOf(token);
    await link.until(link.kind('welcome'));
    const may = { http: [] as string[], link: [] as string[] };
    for (const [what, name, args] of asked) {
      const byHttp = await lan.stranger().verb(name, args, bearer(token));
      if (byHttp.body.code !== 'role-refused') may.http.push(what);
      const byLink = await link.verb(name, args);
      if (byLink.ok || byLink.code !== 'role-refused') may.link.push(what);
    }
    expect(may).toEqual({ http: allowed, link: allowed });
  });
  it.each([
    ['technician', 'show', 'rig'],
    ['designer', 'rig', 'show'],
  ])('a %s that edits the %s is refused with the place, undo and redo too', async (role, others, own) => {
    const { token } = await pairDevice(lan, role);
    for (const name of ['document/edit', 'document/undo', 'document/redo']) {
      const args = name === 'document/edit' ? rename(others) : { document: others };
      const reply = await lan.stranger().verb(name, args, bearer(token));
      expect(reply.body).toMatchObject({ ok: false, code: 'role-refused', path: 'document' });
    }
    expect((await lan.stranger().verb('document/edit', rename(own), bearer(token))).status).toBe(200);
    expect((await lan.host.verb('document/edit', rename(others))).status).toBe(200);
  });
  it('is named in the journal, and undoes its own steps alone', async () => {
    const [ada, bob] = [
      await pairDevice(lan, 'technician', 'Ada'),
      await pairDevice(lan, 'technician', 'Bob'),
    ];
    const rig = () => lan.host.host.hub.get('rig').document.records['output:left'] as Record<string, unknown>;
    const before = rig()['name'];
    const edit = { document: 'rig', label: 'rename', put: { 'output:left': { ...rig(), name: 'Porch' } } };
    expect((await lan.stranger().verb('document/edit', edit, bearer(ada.token))).status).toBe(200);
    const undo = (token: string) => lan.stranger().verb('document/undo', { document: 'rig' }, bearer(token));
    expect((await undo(bob.token)).body).toMatchObject({ code: 'undo-nothing' });
    expect((await undo(ada.token)).status).toBe(200);
    expect(rig()['name']).toBe(before);
    expect(await everythingKept()).toContain('document/edit from device:Ada');
  });
  it('sees what its role needs: nobody who is paired, and a viewer no journal', async () => {
    await lan.host.verb('master', { level: 1 });
    await lan.host.host.journal.flush();
    const viewer = await linkOf((await pairDevice(lan, 'viewer')).token);
    const tech = await linkOf((await pairDevice(lan, 'technician')).token);
    const [a, b] = [await viewer.until(viewer.kind('welcome')), await tech.until(tech.kind('welcome'))];
    expect(a.snapshot).toMatchObject({
      journal: [],
      inputs: [],
      pairing: { devices: [], lan: { urls: [] } },
    });
    expect(b.snapshot.journal.length).toBeGreaterThan(0);
    expect(b.snapshot.pairing.devices).toEqual([]);
    expect(a.snapshot.status.version).toBe(b.snapshot.status.version);
    await lan.host.verb('master', { level: 0.5 });
    await lan.host.host.journal.flush();
    await open();
    const told = (link: typeof viewer) =>
      new Set(link.heard.flatMap((message) => (message.t === 'patch' ? [message.topic] : [])));
    await expect.poll(() => told(tech).has('journal')).toBe(true);
    for (const link of [viewer, tech]) expect(told(link).has('pairing')).toBe(false);
    expect(told(viewer).has('journal')).toBe(false);
  });
  it('reads media with its token or its cookie, which opens nothing else', async () => {
    const { pin } = (await open('viewer')).value;
    const { headers, body } = await lan.stranger().pair(pin);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    expect(String(headers['set-cookie'])).toMatch(/Path=\/media; .*HttpOnly; SameSite=Strict/);
    expect(cookie).not.toContain(body.value.token);
    const { send, verb } = lan.stranger();
    expect((await send('GET', '/media/dot', { cookie })).status).toBe(200);
    expect((await send('GET', '/media/dot', bearer(body.value.token))).status).toBe(200);
    expect((await send('GET', '/api/status', { cookie })).status).toBe(401);
    expect((await verb('go', {}, { cookie })).status).toBe(401);
    expect((await verb('go', {}, bearer(cookie.split('=')[1] ?? ''))).status).toBe(401);
  });
  it('counts for nothing on loopback', async () => {
    const { token } = await pairDevice(lan, 'technician');
    expect((await lan.host.verb('master', { level: 1 }, bearer(token))).status).toBe(401);
  });
});

describe('a device that is thrown out', () => {
  it('loses its lines at once, hears why, and its token is dead', async () => {
    const ada = await pairDevice(lan, 'technician', 'Ada');
    const bob = await pairDevice(lan, 'technician', 'Bob');
    const [first, second, other] = [
      await linkOf(ada.token),
      await linkOf(ada.token),
      await linkOf(bob.token),
    ];
    const ping = await lan.stranger().link();
    ping.say({ t: 'ping', id: 1, at: 0, token: ada.token });
    await ping.until(ping.kind('pong'));
    for (const link of [first, second, other]) await link.until(link.kind('welcome'));
    expect((await lan.asOwner('pair/revoke', { device: ada.id })).status).toBe(200);
    for (const link of [first, second, ping]) {
      expect(await link.until(link.kind('refused'))).toMatchObject({ code: 'device-revoked' });
      await expect.poll(() => isOpen(link)).toBe(false);
    }
    expect(isOpen(other)).toBe(true);
    expect((await lan.stranger().verb('line-up/freeze', { on: false }, bearer(ada.token))).status).toBe(401);
    const again = await linkOf(ada.token);
    expect(await again.until(again.kind('refused'))).toMatchObject({ code: 'pairing-needed' });
    expect(topic().devices.map(({ name }) => name)).toEqual(['Bob']);
    expect((await lan.asOwner('pair/revoke', { device: ada.id })).body).toMatchObject({
      code: 'unknown-device',
    });
  });
  it('what it says after that is not heard', async () => {
    const ada = await pairDevice(lan, 'operator', 'Ada');
    const link = await linkOf(ada.token);
    await link.until(link.kind('welcome'));
    const thrownOut = lan.asOwner('pair/revoke', { device: ada.id });
    link.raw.on(
      'message',
      () =>
        link.raw.readyState === 1 && link.say({ t: 'verb', id: 'late', verb: 'master', args: { level: 0 } }),
    );
    await thrownOut;
    await expect.poll(() => isOpen(link)).toBe(false);
    expect((await lan.host.status()).master.level).toBe(1);
  });
});
