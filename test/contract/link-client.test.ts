import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createLink, type Link } from '../../renderer/link/link.ts';
import { clientOf, startTestHost, type TestHost } from './support/host.ts';

/** The pages' client against a real host. */
let host: TestHost;
let link: Link;
const open = (overrides: Partial<Parameters<typeof createLink>[0]> = {}) =>
  createLink({
    page: { kind: 'console', id: 'booth' },
    role: 'operator',
    token: null,
    url: `${host.ready.http.replace('http', 'ws')}/link`,
    ...overrides,
  });
/** As a browser's: a connection that fails is closed, and its error concerns nobody who does not listen. */
class PageSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    this.on('error', () => undefined);
  }
}
beforeAll(() => {
  Object.assign(globalThis, { WebSocket: PageSocket });
});
beforeEach(async () => {
  host = await startTestHost();
  link = open();
  await new Promise<void>((done) => link.onConnection(done));
});
afterEach(async () => {
  link.close();
  await host.stop();
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'WebSocket');
});

describe('the link', () => {
  it('hears topics now and later', async () => {
    const heard: (string | null)[] = [];
    const stop = link.subscribe('status', ({ cues }) => heard.push(cues.current));
    expect(heard).toEqual([null]);
    const reply = await link.verb('go', {});
    expect(reply).toMatchObject({ ok: true, value: { current: '1' } });
    await expect.poll(() => heard).toContain('1');
    stop();
    const count = heard.length;
    await link.verb('reset', {});
    await expect.poll(() => link.get('status')?.cues.current).toBeNull();
    expect(heard).toHaveLength(count);
  });
  it('gives a refusal as a value', async () => {
    expect(await link.verb('cue/go', { cue: '77' })).toMatchObject({ ok: false, code: 'unknown-cue' });
  });
  it('knows the show clock to a millisecond', async () => {
    await expect.poll(() => link.showNow()).not.toBeNull();
    await expect.poll(() => Math.abs((link.showNow() ?? 0) - host.host.clock.now())).toBeLessThan(0.002);
    expect(link.showNow(performance.now() + 1000)).toBeCloseTo((link.showNow() ?? 0) + 1, 2);
  });
  it('says what was refused', async () => {
    const refused: string[] = [];
    const stranger = open({ role: 'owner', token: 'wrong' });
    stranger.onRefused(({ code }) => refused.push(code));
    await expect.poll(() => refused).toEqual(['token-needed']);
    stranger.close();
  });
  it('fails pending verbs when the host is lost, keeps topics and clock, and never sends a GO again', async () => {
    await expect.poll(() => link.showNow()).not.toBeNull();
    const planBefore = host.host.playback.state().plans.at(-1)?.id;
    const { http } = host.ready;
    const listening = Number(new URL(http).port);
    await host.stop();
    await expect.poll(() => link.isConnected()).toBe(false);
    expect(await link.verb('go', {})).toMatchObject({ ok: false, code: 'link-lost' });
    expect(link.get('status')?.cues.standby).toBe('1');
    const before = link.showNow() ?? 0;
    await new Promise((done) => setTimeout(done, 50));
    expect((link.showNow() ?? 0) - before).toBeGreaterThan(0.04);
    host = await startTestHost({ port: listening });
    await expect.poll(() => link.isConnected(), { timeout: 5000 }).toBe(true);
    expect(host.host.playback.state().plans.at(-1)?.id).toBe(planBefore);
    expect((await clientOf(http)('GET', '/api/status')).body).toMatchObject({ playbacks: [] });
  });
});

describe('an edit of the show', () => {
  const put = (name: string) => {
    const { 'clip:red': clip } = host.host.hub.get('show').document.records;
    return { 'clip:red': { ...(clip as object), name } };
  };
  const same = () => expect(link.get('show')).toEqual(host.host.hub.get('show'));
  it('comes as what it changed, and what it left alone stays the same object', async () => {
    const before = link.get('show')?.document.records;
    for (const name of ['Rouge', 'Vermillon']) {
      const reply = await link.verb('document/edit', {
        document: 'show',
        label: name,
        put: put(name),
        remove: [],
        order: {},
      });
      expect(reply.ok).toBe(true);
    }
    await link.verb('document/undo', { document: 'show' });
    await expect.poll(() => link.get('show')?.revision).toBe(4);
    same();
    const after = link.get('show')?.document.records;
    expect(after?.['clip:blue']).toBe(before?.['clip:blue']);
    expect(after?.['clip:red']).toMatchObject({ name: 'Rouge' });
  });
  it('on another revision than the page has asks for the whole', async () => {
    const shown: number[] = [];
    const stop = link.subscribe('show', ({ revision }) => shown.push(revision));
    // Told to nobody, as a message that was lost.
    const { document } = host.host.hub.get('show');
    host.host.hub.snapshot();
    const silent = host.host.hub.get('show');
    Object.assign(silent, { document: { ...document }, revision: 7 });
    host.host.hub.edited({ document: silent.document, revision: 8 }, { put: {}, remove: [], order: {} });
    await expect.poll(() => link.get('show')?.revision).toBe(8);
    same();
    stop();
    expect(shown).toEqual([1, 8]);
  });
});
