import { createSocket } from 'node:dgram';
import { setTimeout as delay } from 'node:timers/promises';
import { Sender } from 'sacn';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/control/link.ts';
import { artDmx, artPoll, artTimecode, sacnData } from '../core/control/dmx/packets.ts';
import { eventually, openDesk, portOfInput, putStation, type Desk } from './support/dmx.ts';
import { startTestHost, type TestHost } from './support/host.ts';

/** Levels over real UDP sockets on loopback, into a real host. */
let host: TestHost;
let desk: Desk;
beforeEach(async () => {
  host = await startTestHost();
  desk = await openDesk();
});
afterEach(async () => {
  await desk.close();
  await host.stop();
});

const artnet = { protocol: 'artnet', port: 0, universes: [1] };
const ride = { universe: 1, channel: 1, to: 'master', pickup: false };
const levels = (first: number, ...others: number[]) => [first, ...others, 0, 0, 0, 0];
const master = async () => (await host.status()).master.level;
const putShow = (put: Record<string, unknown>) =>
  host.verb('document/edit', { document: 'show', label: 'trigger', put });
const inputOf = async (id: string) => (await host.status()).inputs.find((input) => input.id === id);
const journal = (): JournalEntry[] => host.host.journal.tail();
const currentCue = async () => (await host.status()).cues.current;
const trigger = {
  input: 'dmx',
  address: '/universe/1/5',
  when: 'rise',
  verb: 'cue/go',
  args: { cue: '2' },
};

it('a fader rides the master; its way is one line of the journal', async () => {
  expect((await putStation(host, { 'dmx:desk': artnet, 'dmx-patch:master': ride })).status).toBe(200);
  const port = await portOfInput(host, 'dmx-desk');
  const plansBefore = host.host.playback.fired().plan;
  for (let level = 200; level >= 51; level -= 1) {
    await desk.send(port, artDmx(1, levels(level)));
    await delay(5);
  }
  await eventually(async () => Math.abs((await master()) - 51 / 255) < 1e-6, 'the last value');
  const plans = host.host.playback.fired().plan - plansBefore;
  expect(plans).toBeGreaterThan(3);
  expect(plans).toBeLessThan(40); // 150 packets; 20 plans a second at most
  for (let n = 0; n < 20; n += 1) await desk.send(port, artDmx(1, levels(51)));
  await delay(100);
  expect(host.host.playback.fired().plan - plansBefore).toBe(plans);
  expect(await inputOf('dmx-desk')).toMatchObject({ kind: 'artnet', state: 'ready', armed: true });
  await eventually(() =>
    journal().some(({ kind, text }) => kind === 'ride' && text === 'dmx-desk: master 1 → 0.2'),
  );
  expect(journal().filter(({ kind }) => kind === 'verb:master')).toEqual([]);
});

it('with pickup it takes over where it meets the master, and loses it to another hand', async () => {
  await putStation(host, { 'dmx:desk': artnet, 'dmx-patch:master': { ...ride, pickup: true } });
  const port = await portOfInput(host, 'dmx-desk');
  await host.verb('master', { level: 0.5 });
  const fade = async (...steps: number[]) => {
    for (const step of steps) {
      await desk.send(port, artDmx(1, levels(step)));
      await delay(30);
    }
    await delay(150);
    return Math.round((await master()) * 255);
  };
  expect(await fade(255, 200, 150)).toBe(128);
  expect(await fade(128, 100)).toBe(100);
  await host.verb('master', { level: 1 });
  expect(await fade(90, 80)).toBe(255);
  expect(await fade(254, 60)).toBe(60);
  await host.verb('input/arm', { id: 'dmx-desk', armed: false });
  expect(await fade(10)).toBe(60);
  await host.verb('input/arm', { id: 'dmx-desk', armed: true });
  expect(await fade(12, 30)).toBe(60);
  expect(await fade(70, 80)).toBe(80);
});

it('a level over its threshold fires a cue once; how the desk stands at first fires nothing', async () => {
  await putShow({ 'trigger:dmx': trigger });
  await putStation(host, { 'dmx:desk': artnet });
  const port = await portOfInput(host, 'dmx-desk');
  await desk.send(port, artDmx(1, levels(0, 0, 0, 0, 255)));
  await eventually(async () => (await inputOf('dmx-desk'))?.state === 'ready');
  await delay(100);
  expect(await currentCue()).toBe(null);
  for (const level of [250, 255, 0, 100]) await desk.send(port, artDmx(1, levels(0, 0, 0, 0, level)));
  await delay(100);
  expect(await currentCue()).toBe(null);
  for (const level of [130, 140, 255]) await desk.send(port, artDmx(1, levels(0, 0, 0, 0, level)));
  await eventually(async () => (await currentCue()) === '2');
  const log = await host.verb('input/log', { id: 'dmx-desk' });
  const { messages } = (log.body as { value: { messages: { text: string; verdict: string }[] } }).value;
  expect(messages.filter(({ verdict }) => verdict.startsWith('trigger:'))).toMatchObject([
    { text: '/universe/1/5 0.51' },
  ]);
});

it('a parameter rides in the live lane: no plan, no line; a target that is not there is named', async () => {
  const patch = { universe: 1, to: 'clip', pickup: false };
  await putStation(host, {
    'dmx:desk': artnet,
    'dmx-patch:red': { ...patch, channel: 1, clip: 'red', param: 'opacity', wide: 16, range: [0, 0.5] },
    'dmx-patch:lost': { ...patch, channel: 4, clip: 'nowhere', param: 'opacity' },
  });
  const port = await portOfInput(host, 'dmx-desk');
  const socket = await host.socket();
  await socket.hello();
  const before = host.host.playback.fired().plan;
  await desk.send(port, artDmx(1, levels(128, 128)));
  const patchOf = await socket.until(
    (each): each is Extract<typeof each, { t: 'patch' }> =>
      each.t === 'patch' && each.topic === 'live' && each.value.length > 0,
  );
  expect(patchOf).toMatchObject({ value: [{ clip: 'clip:red', param: 'opacity' }] });
  const sample = patchOf.topic === 'live' ? patchOf.value[0] : undefined;
  expect(sample?.value).toBeCloseTo((128 * 257) / 65_535 / 2, 9);
  expect(host.host.playback.fired().plan).toBe(before);
  await desk.send(port, artDmx(1, levels(128, 128, 0, 9)));
  await eventually(async () =>
    (await host.status()).health.problems.some(
      ({ code, path }) => code === 'dmx-patch-refused' && path === 'dmx-patch:lost',
    ),
  );
});

it('blackout follows a switch of the desk', async () => {
  await putStation(host, { 'dmx:desk': artnet, 'dmx-patch:dark': { ...ride, to: 'blackout', pickup: true } });
  const port = await portOfInput(host, 'dmx-desk');
  const dark = async () => (await host.status()).master.blackout;
  await desk.send(port, artDmx(1, levels(255)));
  await delay(150);
  expect(await dark()).toBe(false);
  for (const level of [0, 255]) await desk.send(port, artDmx(1, levels(level)));
  await eventually(dark);
  await desk.send(port, artDmx(1, levels(0)));
  await eventually(async () => !(await dark()));
});

it('a desk that falls silent is let go: held, or to zero; that is no press', async () => {
  await putShow({ 'trigger:dmx': { ...trigger, address: '/universe/1/1', when: 'fall' } });
  await putStation(host, {
    'dmx:desk': { ...artnet, onLoss: 'zero' },
    'dmx-patch:master': ride,
  });
  const port = await portOfInput(host, 'dmx-desk');
  for (const level of [100, 140]) await desk.send(port, artDmx(1, levels(level)));
  await eventually(async () => Math.abs((await master()) - 140 / 255) < 1e-6);
  await eventually(async () => (await master()) === 0, 'zero after 3 s of silence');
  expect(await inputOf('dmx-desk')).toMatchObject({ state: 'waiting' });
  expect(journal().map(({ text }) => text)).toContain(
    'dmx-desk: universe 1: 127.0.0.1 fell silent; its levels are zero',
  );
  expect(await currentCue()).toBe(null);
  for (const level of [140, 0]) await desk.send(port, artDmx(1, levels(level)));
  await eventually(async () => (await currentCue()) === '2', 'a fall that is one');
});

it('sACN: unicast and multicast, as the sacn library sends; goodbye, preview, strangers', async () => {
  await putStation(host, {
    'dmx:desk': { protocol: 'sacn', port: 0, universes: [1, 7], onLoss: 'zero' },
    'dmx-patch:master': ride,
  });
  const port = await portOfInput(host, 'dmx-desk');
  const send = (options: Parameters<typeof sacnData>[0]) => desk.send(port, sacnData(options));
  await send({ levels: [51], sequence: 1 });
  await eventually(async () => Math.abs((await master()) - 0.2) < 1e-6);
  await send({ levels: [0], sequence: 2, options: 0x80 });
  await send({ levels: [0], sequence: 1 });
  await delay(150);
  expect(await master()).toBeCloseTo(0.2, 6);
  const library = new Sender({
    universe: 1,
    port,
    useUnicastDestination: '127.0.0.1',
    defaultPacketOptions: { useRawDmxValues: true, sourceName: 'Other desk', priority: 120 },
  });
  await library.send({ payload: { 1: 204 } });
  await eventually(async () => Math.abs((await master()) - 0.8) < 1e-6, 'the higher priority');
  await eventually(
    async () => (await inputOf('dmx-desk'))?.detail.includes('Other desk (127.0.0.1)'),
    'its name beside the light',
  );
  library.close();
  await send({ levels: [51], sequence: 3 });
  await send({ options: 0x40, sequence: 4, cid: 7 });
  await eventually(async () => (await master()) === 0, 'all gone');
});

it('sACN that is sent to all is heard on the port’s own network', async () => {
  await putStation(host, {
    'dmx:desk': { protocol: 'sacn', port: 0, universes: [300] },
    'dmx-patch:master': { ...ride, universe: 300 },
  });
  const port = await portOfInput(host, 'dmx-desk');
  await desk.send(port, sacnData({ universe: 300, levels: [102] }), '239.255.1.44');
  await eventually(async () => (await master()) < 1, 'multicast');
  await delay(100);
  expect(await master()).toBeCloseTo(0.4, 6);
});

it('who is not on the list is refused, and said so once', async () => {
  await putStation(host, { 'dmx:desk': { ...artnet, senders: ['127.0.0.9'] }, 'dmx-patch:master': ride });
  const port = await portOfInput(host, 'dmx-desk');
  for (let n = 0; n < 5; n += 1) await desk.send(port, artDmx(1, levels(0)));
  const friend = await openDesk('127.0.0.9');
  await friend.send(port, artDmx(1, levels(102)));
  await eventually(async () => Math.abs((await master()) - 0.4) < 1e-6);
  await friend.close();
  const { body } = await host.verb('input/log', { id: 'dmx-desk' });
  const { messages } = (body as { value: { messages: { from: string; verdict: string }[] } }).value;
  expect(messages.filter(({ verdict }) => verdict === 'refused')).toMatchObject([{ from: '127.0.0.1' }]);
});

it('a desk that asks for nodes sees this one', async () => {
  await putStation(host, {
    'station:main': { name: 'Booth' },
    'dmx:desk': { ...artnet, universes: [1, 2, 3, 4, 5] },
  });
  const port = await portOfInput(host, 'dmx-desk');
  await desk.send(port, artPoll);
  await eventually(() => desk.heard.length === 2);
  expect(desk.heard[0]?.toString('latin1', 26, 31)).toBe('Booth');
  expect([...(desk.heard[0]?.subarray(10, 14) ?? [])]).toEqual([127, 0, 0, 1]);
});

it('ports open, change and close with the station document; one that is taken says what to do, and opens later', async () => {
  const taken = createSocket('udp4');
  await new Promise<void>((done) => taken.bind(0, '127.0.0.1', done));
  const { port } = taken.address();
  await putStation(host, { 'dmx:desk': { ...artnet, port } });
  const problems = async () =>
    (await host.status()).health.problems.map(({ code, path }) => `${code} ${path}`);
  await eventually(async () => (await problems()).includes('dmx-port-busy dmx:desk'));
  expect(await inputOf('dmx-desk')).toMatchObject({ state: 'fault' });
  await new Promise<void>((done) => taken.close(() => done()));
  await eventually(async () => (await inputOf('dmx-desk'))?.state === 'waiting', 'a second try');
  expect(await problems()).toEqual([]);
  await putStation(host, { 'dmx:desk': { ...artnet, port, host: '127.0.0.2' } });
  await eventually(async () => (await inputOf('dmx-desk'))?.detail === `127.0.0.2:${port}`);
  await putStation(host, {}, ['dmx:desk']);
  await eventually(async () => (await inputOf('dmx-desk')) === undefined);
  const free = createSocket('udp4');
  await new Promise<void>((done, failed) => {
    free.once('error', failed);
    free.bind(port, '127.0.0.2', done);
  });
  free.close();
});

it.each([
  ['a port twice', { 'dmx:a': { port: 7000 }, 'dmx:b': { port: 7000 } }, 'dmx-port-twice', 'dmx:b'],
  ['no such universe', { 'dmx:a': { universes: [40_000] } }, 'dmx-universe', 'dmx:a.universes.0'],
  ['no such zone', { 'schedule:a': { time: '21:30', zone: 'Paris' } }, 'schedule-zone', 'schedule:a.zone'],
  ['no such verb', { 'schedule:a': { time: '21:30', verb: 'start' } }, 'verb-unknown', 'schedule:a.verb'],
  ['no such day', { 'schedule:a': { time: '21:30', date: '2027-02-29' } }, 'record-shape', 'schedule:a.date'],
  [
    'a fader without a target',
    { 'dmx-patch:a': { channel: 1, to: 'clip' } },
    'dmx-patch',
    'dmx-patch:a.clip',
  ],
])('settings that cannot work are refused: %s', async (_, put, code, path) => {
  expect((await putStation(host, put)).body).toMatchObject({ code, path });
});

it('timecode of a desk is read in the log, once a second', async () => {
  await putStation(host, { 'dmx:desk': artnet });
  const port = await portOfInput(host, 'dmx-desk');
  for (let frame = 0; frame < 5; frame += 1) await desk.send(port, artTimecode(1, 2, 3, frame, 1));
  await eventually(async () => (await inputOf('dmx-desk'))?.lastMessageAt !== null);
  const { body } = await host.verb('input/log', { id: 'dmx-desk' });
  expect(body).toMatchObject({ value: { messages: [{ text: '01:02:03:00 ebu', verdict: 'timecode' }] } });
});
