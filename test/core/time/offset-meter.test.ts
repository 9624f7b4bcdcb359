import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { createOffsetMeter } from '../../../core/time/offset-meter.ts';

const pongTo = (ping: string, host: number): string => {
  const { id, at } = JSON.parse(ping) as { id: number; at: number };
  return JSON.stringify({ t: 'pong', id, at, host });
};

it('asks quickly at first, then four times a second, with its token', () => {
  const meter = createOffsetMeter('secret');
  expect(JSON.parse(meter.ping(1))).toEqual({ t: 'ping', id: 1, at: 1, token: 'secret' });
  expect(meter.waitMs()).toBeLessThan(100);
  for (let count = 0; count < 10; count += 1) meter.ping(2);
  expect(meter.waitMs()).toBe(250);
});

it('takes what is no answer for none', () => {
  const meter = createOffsetMeter(null);
  for (const text of ['{}', 'null', '[]', '{"at":"1","host":2}', undefined, 3])
    expect(meter.hear(text, 1)).toBeNull();
});

const delays = fc.array(
  fc.tuple(fc.double({ min: 0, max: 0.2, noNaN: true }), fc.double({ min: 0, max: 0.2, noNaN: true })),
  {
    minLength: 1,
    maxLength: 20,
  },
);
test.prop([delays, fc.double({ min: -1e6, max: 1e6, noNaN: true })])(
  'is never further off than it says, however the network delays',
  (each, offset) => {
    const meter = createOffsetMeter(null);
    let now = 100;
    for (const [there, back] of each) {
      const ping = meter.ping(now);
      const host = now + there + offset;
      now += there + back;
      const estimate = meter.hear(pongTo(ping, host), now);
      expect(Math.abs((estimate?.offset ?? Infinity) - offset)).toBeLessThanOrEqual(
        (estimate?.error ?? 0) + 1e-6,
      );
      now += 0.25;
    }
  },
);
