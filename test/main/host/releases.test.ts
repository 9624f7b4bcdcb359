import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Topics } from '../../../core/control/link.ts';
import { noReleases } from '../../../core/control/releases.topics.ts';
import { createHub } from '../../../main/host/hub.ts';
import { createReleases } from '../../../main/host/releases.ts';

/** When a station looks by itself: timers by hand, a real server. */
const MINUTE = 60_000;
let asked = 0;
const server = createServer((_request, response) => {
  asked += 1;
  response.end(JSON.stringify({ version: '0.2.0' }));
});
let feed = '';
beforeEach(async () => {
  asked = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  feed = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const setUp = (record: object) => {
  const timers: { ms: number; fn: () => void }[] = [];
  const state = { record, isShowOn: false };
  const hub = createHub({ ...noReleases } as unknown as Topics);
  const room = createReleases({
    hub,
    version: '0.1.0',
    clock: {
      after(ms, fn) {
        const timer = { ms, fn };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), 1);
      },
      iso: () => '2018-11-22T20:00:00.000Z',
    },
    records: () => ({ 'releases:main': state.record }),
    isShowOn: () => state.isShowOn,
  });
  const next = (): number => {
    const timer = timers.shift();
    timer?.fn();
    return timer?.ms ?? Number.NaN;
  };
  return { room, hub, timers, state, next };
};

it('never looks by itself while it is off', () => {
  const { room, timers, hub } = setUp({ check: false, feed });
  room.changed?.('station');
  expect(timers).toEqual([]);
  expect(hub.get('releases').own).toBe('0.1.0');
});

it('a minute after it was switched on, then once a day, and no more once it is off', async () => {
  const { room, hub, timers, state, next } = setUp({ check: true, feed });
  room.changed?.('station');
  expect(next()).toBe(MINUTE);
  await vi.waitUntil(() => hub.get('releases').isNewer);
  expect(asked).toBe(1);
  expect(timers.map(({ ms }) => ms)).toEqual([24 * 60 * MINUTE]);
  state.record = { check: false, feed };
  room.changed?.('station');
  expect(timers).toEqual([]);
});

it('waits for the end of a show', async () => {
  const { room, hub, state, next } = setUp({ check: true, feed });
  room.changed?.('station');
  state.isShowOn = true;
  expect(next()).toBe(MINUTE);
  expect(next()).toBe(10 * MINUTE);
  expect(asked).toBe(0);
  state.isShowOn = false;
  expect(next()).toBe(10 * MINUTE);
  await vi.waitUntil(() => hub.get('releases').lookedAt !== null);
  expect(asked).toBe(1);
});

it('an edit of something else starts nothing anew', () => {
  const { room, timers } = setUp({ check: true, feed });
  room.changed?.('station');
  const before = [...timers];
  room.changed?.('station');
  room.changed?.('show');
  expect(timers).toEqual(before);
  void room.dispose();
  expect(timers).toEqual([]);
});
