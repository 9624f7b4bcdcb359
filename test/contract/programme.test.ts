import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, pairDevice, startOnLan, type OnLan } from './support/lan.ts';

/** The clean feed at the host: a viewer among others, that costs nothing while it isn't there. */
let lan: OnLan;
beforeAll(async () => {
  lan = await startOnLan();
});
afterAll(() => lan.host.stop());
const page = { kind: 'programme', id: 'programme' };

it('is told what an output is told and nothing for it alone; without it nobody is told more', async () => {
  const { host } = lan;
  const output = await host.socket();
  await output.hello({ role: 'viewer', page: { kind: 'output', id: 'left' } });
  const told = async (): Promise<Record<string, number>> => {
    output.heard.length = 0;
    await host.verb('go');
    await host.verb('master', { level: 0.5 });
    await host.verb('reset');
    await new Promise((done) => setTimeout(done, 600));
    const counts: Record<string, number> = {};
    for (const message of output.heard)
      // The status comes by the clock, more or fewer by one.
      if (message.t === 'patch' && message.topic !== 'status')
        counts[message.topic] = (counts[message.topic] ?? 0) + 1;
    return counts;
  };
  const without = await told();
  const feed = await host.socket();
  await feed.hello({ role: 'viewer', page });
  expect(await told()).toEqual(without);
  const topics = new Set(feed.heard.flatMap((each) => (each.t === 'patch' ? [each.topic] : [])));
  for (const forPeople of ['thumbnails', 'journal', 'inputs', 'pairing'] as const)
    expect(topics.has(forPeople)).toBe(false);
  expect((await host.status()).outputs.filter(({ connected }) => connected).length).toBe(1);
});

it('is open to a paired viewer of the network, with its media, and to nobody else', async () => {
  const { token } = await pairDevice(lan, 'viewer');
  const stranger = lan.stranger();
  expect((await stranger.send('GET', '/programme')).status).not.toBe(403);
  expect((await stranger.send('GET', '/media/dot')).status).toBe(401);
  expect((await stranger.send('GET', '/media/dot', bearer(token))).status).toBe(200);
  const link = await stranger.link();
  const welcome = await link.hello({ role: 'viewer', token, page });
  expect(welcome.you.roles).toEqual(['viewer']);
  expect(welcome.snapshot.journal).toEqual([]);
  expect(welcome.snapshot.show.revision).toBeGreaterThan(0);
  expect(await link.verb('go')).toMatchObject({ ok: false, code: 'role-refused' });
  link.raw.terminate();
  const unknown = await stranger.link();
  unknown.say({ t: 'hello', protocol: 1, role: 'viewer', page, token: 'wrong' });
  expect(await unknown.until(unknown.kind('refused'))).toMatchObject({ code: 'pairing-needed' });
  unknown.raw.terminate();
});
