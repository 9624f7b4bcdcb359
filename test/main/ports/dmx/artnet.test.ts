import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { ArtTimecode } from '../../../../core/control/dmx/artnet.ts';
import { openArtnetPort } from '../../../../main/ports/artnet/artnet.port.ts';
import type { DmxPortOptions } from '../../../../main/ports/dmx/port.types.ts';
import { openDesk } from '../../../contract/support/dmx.ts';
import { artDmx, artPoll, artSync, artTimecode } from '../../../core/control/dmx/packets.ts';

/** The port alone, over UDP on loopback: what it hands on, what it answers, what it keeps out. */
const opened = async (more: Partial<DmxPortOptions> = {}) => {
  const frames: [number, number[]][] = [];
  const times: ArtTimecode[] = [];
  const refused: string[] = [];
  const port = await openArtnetPort({
    host: '127.0.0.1',
    port: 0,
    universes: [1],
    senders: [],
    share: false,
    multicast: false,
    name: 'Booth',
    now: () => performance.now() / 1000,
    onFrame: ({ universe, levels }) => frames.push([universe, [...levels]]),
    onGoodbye: () => undefined,
    onTimecode: (_, time) => times.push(time),
    onRefused: (_, what) => refused.push(what),
    onError: (error) => {
      throw error;
    },
    receiving: () => new Set(),
    ...more,
  });
  const desk = await openDesk();
  const send = async (...packets: Uint8Array[]) => {
    for (const packet of packets) await desk.send(port.address.port, packet);
    await delay(100);
  };
  const close = async () => {
    await desk.close();
    await port.close();
  };
  return { frames, times, refused, desk, send, close };
};

it('hands on levels of its universes, and timecode; the rest does no harm', async () => {
  const { frames, times, refused, send, close } = await opened();
  await send(
    artDmx(1, [1, 2, 3]),
    artDmx(2, [9]),
    artSync,
    artTimecode(1, 2, 3, 4, 2),
    artDmx(1, [7]).subarray(0, 18),
    Buffer.from('hello'),
  );
  expect(frames).toEqual([[1, [1, 2, 3]]]);
  expect(times).toMatchObject([{ hours: 1, minutes: 2, seconds: 3, frames: 4, type: 'drop' }]);
  expect(refused).toEqual([
    'ArtDmx says 1 channels and carries 0',
    'no Art-Net: the name at its start is missing',
  ]);
  await close();
});

it('answers polls, and no flood of them', async () => {
  const { desk, send, close } = await opened();
  await send(...Array.from({ length: 60 }, () => artPoll));
  expect(desk.heard.length).toBeGreaterThan(0);
  expect(desk.heard.length).toBeLessThanOrEqual(40); // twenty a second, and a second may begin meanwhile
  await close();
});

it.each([
  ['an address that is none of this machine', { host: '192.0.2.1' }, 'dmx-host-unavailable'],
  ['a list that names no sender', { senders: ['the desk'] }, 'dmx-sender-invalid'],
])('says why it does not open: %s', async (_, more, code) => {
  await expect(opened(more)).rejects.toMatchObject({ code });
});
