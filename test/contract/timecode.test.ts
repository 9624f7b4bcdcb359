import { afterEach, expect, it } from 'vitest';
import { quarterAt } from '../../core/time/mtc/quarter.ts';
import { startTestHost, type TestHost } from './support/host.ts';

/** MIDI and time code through a sound page's reports into a real host. */
const hosts: TestHost[] = [];
const start = async (records: Record<string, unknown> = {}) => {
  const host = await startTestHost();
  hosts.push(host);
  const owner = { authorization: `Bearer ${host.ready.owner}` };
  const set = (put: Record<string, unknown>) =>
    host.verb('document/edit', { document: 'station', label: 'set', put }, owner);
  if (Object.keys(records).length > 0) expect((await set(records)).status).toBe(200);
  const page = await host.socket();
  await page.hello({ page: { kind: 'audio', id: 'audio' } });
  const report = (value: Record<string, unknown>) => page.say({ t: 'report', report: value });
  const midi = (...messages: { bytes: number[]; at?: number }[]) =>
    report({
      kind: 'midi',
      state: 'listening',
      devices: ['Launchpad'],
      problem: null,
      messages: messages.map(({ bytes, at = 0 }) => ({ from: 'Launchpad', bytes, at })),
    });
  return { host, set, page, report, midi };
};
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});
const eventually = async (look: () => Promise<void>) => {
  for (let tries = 0; ; tries += 1)
    try {
      await look();
      return;
    } catch (error) {
      if (tries > 60) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
};
const logOf = async (host: TestHost, id: string) => {
  const { body } = await host.verb('input/log', { id });
  return (body as { value: { messages: { text: string; verdict: string }[] } }).value.messages;
};
const ascii = (text: string) => [...Buffer.from(text, 'ascii')];
const msc = (command: number, text = '') => ({
  bytes: [0xf0, 0x7f, 0x05, 0x02, 0x01, command, ...ascii(text), 0xf7],
});

it('show control goes straight to verbs, and the log says what it did', async () => {
  const { host, midi } = await start({ 'midi:main': { on: true } });
  midi(msc(1, '2'));
  await eventually(async () => expect((await host.status()).cues.current).toBe('2'));
  midi(msc(2));
  await eventually(async () => expect((await host.status()).playbacks[0]?.state).toBe('paused'));
  midi(msc(3));
  await eventually(async () => expect((await host.status()).playbacks[0]?.state).toBe('playing'));
  midi(msc(8), msc(1, '99'));
  await eventually(async () => expect((await host.status()).master.blackout).toBe(true));
  await eventually(async () =>
    expect((await logOf(host, 'midi')).map(({ verdict }) => verdict)).toEqual([
      'verb → cue/go 2',
      'verb → pause',
      'verb → resume',
      'verb → blackout',
      'refused: unknown-cue',
    ]),
  );
});

it('for another device id, or disarmed, it does nothing and says so', async () => {
  const { host, midi } = await start({ 'midi:main': { on: true, mscDevice: 6 } });
  midi(msc(1, '2'));
  await eventually(async () => expect((await logOf(host, 'midi'))[0]?.verdict).toMatch(/^ignored/));
  await host.verb('input/arm', { id: 'midi', armed: false });
  midi({ bytes: [0xf0, 0x7f, 0x06, 0x02, 0x01, 0x01, 0xf7] });
  await eventually(async () =>
    expect((await logOf(host, 'midi'))[1]?.verdict).toBe('refused: input-disarmed'),
  );
  expect((await host.status()).cues.current).toBeNull();
});

it('only a sound page is believed, and one of them', async () => {
  const { host, report } = await start({ 'midi:main': { on: true } });
  const forged = async (kind: string) => {
    const page = await host.socket();
    await page.hello({ page: { kind, id: 'x' } });
    const messages = [{ from: 'x', at: 0, ...msc(1, '2') }];
    page.say({
      t: 'report',
      report: { kind: 'midi', state: 'listening', devices: [], problem: null, messages },
    });
    await page.verb('input/log', { id: 'midi' });
  };
  report({ kind: 'midi', state: 'listening', devices: ['a'], problem: null, messages: [] });
  await eventually(async () =>
    expect((await host.status()).inputs.find(({ id }) => id === 'midi')?.state).toBe('ready'),
  );
  await forged('tool');
  await forged('audio');
  expect(await logOf(host, 'midi')).toEqual([]);
});

it('quarter frames are read; without chase main is left alone, and a wrong rate is named', async () => {
  const { host, midi, page, set } = await start({ 'timecode:main': { source: 'mtc', rate: '25' } });
  const clock = host.host.clock;
  const send = (rate: '25' | '30', from: number) => {
    const begun = clock.now();
    for (let quarter = 0; quarter < 24; quarter += 1)
      midi({ bytes: quarterAt(from + quarter, rate), at: begun + quarter / 100 });
  };
  send('25', 360_000);
  await eventually(async () => {
    const told = page.heard.flatMap((each) =>
      each.t === 'patch' && each.topic === 'timecode' ? [each.value] : [],
    );
    expect(told.at(-1)).toMatchObject({
      source: 'mtc',
      code: '01:00:00:05',
      heardRate: '25',
      isChasing: false,
    });
  });
  expect((await host.status()).playbacks).toEqual([]);
  send('30', 360_000);
  await eventually(async () =>
    expect((await host.status()).health.problems).toContainEqual(
      expect.objectContaining({ code: 'timecode-rate' }),
    ),
  );
  await set({ 'timecode:main': { source: 'off' } });
  await eventually(async () =>
    expect((await host.status()).health.problems.map(({ code }) => code)).not.toContain('timecode-rate'),
  );
});

it('chase without a source is refused; the trim is kept', async () => {
  const { host, page } = await start();
  expect((await host.verb('timecode/chase', { on: true })).body).toMatchObject({ code: 'timecode-off' });
  expect((await host.verb('timecode/trim', { ms: -40 })).body).toMatchObject({ value: { ms: -40 } });
  await eventually(async () => {
    const set = page.heard.flatMap((each) =>
      each.t === 'patch' && each.topic === 'settings' ? [each.value] : [],
    );
    expect(set.at(-1)?.document.records['timecode:main']).toMatchObject({ trimMs: -40, source: 'off' });
  });
});

it('a measurement asks the sound page by number, and is taken as the latency', async () => {
  const { host, page, report } = await start({ 'timecode:main': { source: 'ltc' } });
  expect((await host.verb('timecode/measure')).body).toMatchObject({ code: 'timecode-no-page' });
  report({ kind: 'ltc', state: 'listening', device: 'in', level: null, problem: null, frames: [] });
  await page.verb('input/log', { id: 'ltc' });
  const asked = host.verb('timecode/measure', { take: true });
  let id: number | null = null;
  await eventually(async () => {
    const told = page.heard.flatMap((each) =>
      each.t === 'patch' && each.topic === 'timecode' ? [each.value] : [],
    );
    id = told.at(-1)?.measuring ?? null;
    expect(id).not.toBeNull();
    return Promise.resolve();
  });
  expect((await host.verb('timecode/measure')).body).toMatchObject({ code: 'timecode-busy' });
  report({ kind: 'timecode-loop', id, ms: 23.456, problem: null });
  expect((await asked).body).toMatchObject({ ok: true, value: { ms: 23.46 } });
  await eventually(async () => {
    const set = page.heard.flatMap((each) =>
      each.t === 'patch' && each.topic === 'settings' ? [each.value] : [],
    );
    expect(set.at(-1)?.document.records['timecode:main']).toMatchObject({ latencyMs: { ltc: 23.46 } });
    return Promise.resolve();
  });
});

it('main follows LTC of a sound page; GO is refused; chase off lets main run on', async () => {
  const { host, page, report } = await start({
    'timecode:main': { source: 'ltc', startCode: '01:00:00:00', chase: true },
  });
  const { clock } = host.host;
  const begun = clock.host();
  const play = async (seconds: number) => {
    for (const until = clock.host() + seconds; clock.host() < until;) {
      const frame = Math.floor((clock.host() - begun) * 25);
      const map = clock.map();
      const at = map.show + (begun + (frame + 1) / 25 - map.host) * map.rate;
      const code = { hours: 1, minutes: 0, seconds: Math.floor(frame / 25), frames: frame % 25 };
      const one = { code, isDrop: false, isReverse: false, at, lasted: 0.04, quality: 1 };
      report({ kind: 'ltc', state: 'listening', device: 'line', level: -6, problem: null, frames: [one] });
      await new Promise((done) => setTimeout(done, 40));
    }
  };
  const told = () =>
    page.heard.flatMap((each) => (each.t === 'patch' && each.topic === 'timecode' ? [each.value] : []));
  const code = { hours: 1, minutes: 9, seconds: 0, frames: 0 };
  const mad = { code, isDrop: false, isReverse: false, at: 1e9, lasted: 0.04, quality: 1 };
  report({ kind: 'ltc', state: 'listening', device: 'line', level: -6, problem: null, frames: [mad] });
  await play(2);
  expect(told().at(-1)).toMatchObject({ state: 'locked', isChasing: true, heardRate: '25', level: -6 });
  expect(Math.abs(told().at(-1)?.errorMs ?? Infinity)).toBeLessThan(40);
  const status = await host.status();
  expect(status.clock.source).toBe('ltc');
  expect(Math.abs((status.playbacks[0]?.position ?? 99) - (clock.host() - begun))).toBeLessThan(0.1);
  expect((await host.verb('go')).body).toMatchObject({ code: 'chasing' });
  await host.verb('timecode/chase', { on: false });
  await play(0.4);
  const after = await host.status();
  expect(after.clock.source).toBe('machine');
  expect(after.playbacks[0]?.state).toBe('playing');
  expect(told().at(-1)).toMatchObject({ state: 'locked', isChasing: false, errorMs: null });
  await host.verb('timecode/chase', { on: true });
  await play(0.5);
  await host.verb('stop');
  await play(0.4);
  expect((await host.status()).playbacks).toEqual([]);
  expect(told().at(-1)).toMatchObject({ isChasing: false });
});
