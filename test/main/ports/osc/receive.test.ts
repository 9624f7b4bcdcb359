import { describe, expect, test, vi } from 'vitest';
import { encodeBundle, encodeMessage } from '../../../../main/ports/osc/encode.ts';
import type { OscOut } from '../../../../main/ports/osc/encode.ts';
import { decodePacket } from '../../../../core/control/osc/packet.ts';
import { unixToTimetag } from '../../../../core/control/osc/timetag.ts';
import type { OscTrigger } from '../../../../core/control/osc/trigger.ts';
import { QUEUE_LIMIT, STALL_MS } from '../../../../main/ports/osc/queue.ts';
import type { OscPortOptions, OscReply, OscRequest } from '../../../../main/ports/osc/port.types.ts';
import { createReceiver } from '../../../../main/ports/osc/receive.ts';
import { makeOptions } from './support.ts';

const desk = { address: '10.0.0.9', port: 53000 };
const i = (value: number): OscOut => ({ type: 'i', value });
const message = encodeMessage;
const settle = async (): Promise<void> => {
  for (let n = 0; n < 10; n += 1) await Promise.resolve();
};
function makeReceiver(overrides: Partial<OscPortOptions> = {}) {
  const made = makeOptions(overrides);
  const answers: string[] = [];
  const receiver = createReceiver(made.options, (bytes, to) => {
    const decoded = decodePacket(bytes);
    if (!decoded.ok || decoded.packet.kind !== 'message') throw new Error('an answer must be a message');
    answers.push(
      [
        `${to.address}:${to.port}`,
        decoded.packet.address,
        ...decoded.packet.args.map(({ value }) => (typeof value === 'string' ? value : '?')),
      ].join(' '),
    );
    return true;
  });
  const verbs = (): string[] => made.requests.map(({ verb }) => verb);
  return { ...made, receiver, answers, verbs, hear: (bytes: Uint8Array) => receiver.receive(bytes, desk) };
}

describe('a message', () => {
  test('becomes a verb with its sender and its time, at once', () => {
    const { hear, requests, raw } = makeReceiver();
    hear(message('/frise/cue/12.5/go', [{ type: 'f', value: 1.5 }]));
    expect(requests).toEqual([
      {
        verb: 'cue/go',
        args: { cue: '12.5', fade: 1.5 },
        source: { input: 'osc', id: 'native', ...desk },
        at: 1000,
      },
    ]);
    expect(raw).toMatchObject([
      { text: '/frise/cue/12.5/go ,f 1.5', verdict: 'verb', from: '10.0.0.9:53000', bytes: 28 },
    ]);
  });
  test('with the native namespace off, /frise is nobody’s', () => {
    const { hear, requests, answers, raw } = makeReceiver({ native: false });
    for (const address of ['/frise/go', '/frise/ping', '/frise/nonsense']) hear(message(address, []));
    expect([requests, answers, raw.map(({ verdict }) => verdict)]).toEqual([
      [],
      [],
      ['foreign', 'foreign', 'foreign'],
    ]);
  });
  test('triggers fire, hold back and are journalled', async () => {
    const trigger: OscTrigger = { id: 'eos', address: '/eos/out/event/cue/{list}/{cue}/fire', when: 'any', threshold: 0, hysteresis: 0, minInterval: 1, scale: null, verb: 'cue/go', args: { cue: '$cue' } }; // prettier-ignore
    const triggers = [trigger];
    const { hear, requests, journal, raw } = makeReceiver({ triggers: () => triggers });
    hear(message('/eos/out/event/cue/1/3/fire', []));
    hear(message('/eos/out/event/cue/1/3/fire', []));
    await settle();
    expect(requests).toMatchObject([{ verb: 'cue/go', args: { cue: '3' }, source: { id: 'eos' } }]);
    expect(raw.map(({ verdict }) => verdict)).toEqual(['trigger', 'held']);
    expect(journal).toMatchObject([{ counts: { held: 1 } }]);
  });
});

describe('answers', () => {
  test('ping, unknown, invalid and refused; never a reply', async () => {
    const refusal: OscReply = { ok: false, code: 'guard', message: 'too soon – wait', path: '' };
    const { hear, answers } = makeReceiver({ dispatch: () => Promise.resolve(refusal) });
    hear(message('/frise/ping', []));
    hear(message('/frise/nope', []));
    hear(message('/frise/standby', []));
    hear(message('/frise/go', []));
    hear(message('/frise/pong', []));
    hear(message('/frise/error', [{ type: 's', value: 'x' }]));
    hear(message('/frise/go', [i(0)]));
    hear(message('/go', []));
    await settle();
    expect(answers.map((answer) => answer.split(' ').slice(0, 3).join(' '))).toEqual([
      '10.0.0.9:53000 /frise/pong',
      '10.0.0.9:53000 /frise/error unknown-address',
      '10.0.0.9:53000 /frise/error invalid',
      '10.0.0.9:53000 /frise/error guard',
    ]);
    expect(answers[3]).toContain('too soon – wait');
  });
  test('rate-limited by address, and the rate comes back', () => {
    const { hear, answers, receiver, advance } = makeReceiver();
    for (let n = 0; n < 100; n += 1) hear(message('/frise/ping', []));
    expect([answers.length, receiver.stats.answersWithheld]).toEqual([20, 80]);
    advance(0.5);
    for (let n = 0; n < 100; n += 1) hear(message('/frise/ping', []));
    expect(answers).toHaveLength(30);
  });
});

describe('bundles', () => {
  const wall = Date.UTC(2018, 10, 22) / 1000;
  const pair = [message('/frise/pause', []), message('/frise/master', [i(1)])];
  test('act together: all are started before the first is done', () => {
    const started: string[] = [];
    const { hear } = makeReceiver({
      dispatch: (request: OscRequest) => {
        started.push(request.verb);
        return new Promise(() => undefined);
      },
    });
    hear(encodeBundle(1n, pair));
    expect(started).toEqual(['pause', 'master']);
    hear(message('/frise/go', []));
    expect(started).toEqual(['pause', 'master']);
  });
  test('wait for their time, and carry it', () => {
    const { hear, requests, advance } = makeReceiver();
    hear(encodeBundle(unixToTimetag(wall + 0.25), pair));
    advance(0.249);
    expect(requests).toEqual([]);
    advance(0.002);
    expect(requests.map(({ verb }) => verb)).toEqual(['pause', 'master']);
    expect(new Set(requests.map(({ at }) => at)).size).toBe(1);
    expect(requests[0]?.at).toBeCloseTo(1000.25, 5);
  });
  test('past is now; too far ahead is now and said', () => {
    const { hear, verbs, receiver, journal } = makeReceiver();
    hear(encodeBundle(unixToTimetag(wall - 3600), [message('/frise/back', [])]));
    expect([verbs(), receiver.stats.warnings]).toEqual([['back'], 0]);
    hear(encodeBundle(unixToTimetag(wall + 11), [message('/frise/reset', [])]));
    expect([receiver.stats.warnings, receiver.stats.scheduled]).toEqual([1, 0]);
    expect(journal).toMatchObject([{ counts: { timetag: 1 } }]);
  });
  test('a nested bundle with its parent’s tag keeps the order', () => {
    const order: string[] = [];
    const dispatch = (request: OscRequest): Promise<OscReply> => {
      order.push(request.verb);
      return Promise.resolve({ ok: true, value: null });
    };
    const { hear } = makeReceiver({ dispatch });
    hear(encodeBundle(1n, [message('/frise/back', []), encodeBundle(1n, pair), message('/frise/reset', [])]));
    expect(order).toEqual(['back', 'pause', 'master', 'reset']);
  });
  test('at most 256 wait; closing forgets them all', () => {
    const { hear, requests, receiver, advance, pending } = makeReceiver();
    for (let n = 0; n < 300; n += 1)
      hear(encodeBundle(unixToTimetag(wall + 1), [message('/frise/back', [])]));
    expect([receiver.stats.scheduled, receiver.stats.dropped]).toEqual([256, 44]);
    receiver.close();
    expect(pending()).toBe(0);
    advance(20);
    expect(requests).toEqual([]);
  });
});

describe('a flood', () => {
  const slow = () => {
    const waiting: (() => void)[] = [];
    const order: string[] = [];
    const dispatch = (request: OscRequest): Promise<OscReply> => {
      order.push(`${request.verb} ${JSON.stringify(request.args)}`);
      return new Promise((resolve) => waiting.push(() => resolve({ ok: true, value: null })));
    };
    const finish = async (): Promise<void> => {
      while (waiting.length > 0) {
        waiting.shift()?.();
        await settle();
      }
    };
    return { dispatch, order, finish };
  };
  test('keeps order, is bounded, and lets panic through', async () => {
    const { dispatch, order, finish } = slow();
    const { hear, receiver } = makeReceiver({ dispatch });
    for (let n = 0; n < QUEUE_LIMIT + 100; n += 1) hear(message('/frise/standby', [i(n)]));
    expect(receiver.stats.dropped).toBe(99);
    hear(message('/frise/panic', []));
    await finish();
    expect(receiver.stats.dropped).toBe(100);
    expect(order.slice(0, 3)).toEqual([0, 1, 2].map((n) => `standby {"cue":"${n}"}`));
    expect(order.at(-1)).toBe('panic {}');
    expect(order).toHaveLength(QUEUE_LIMIT + 1);
  });
  test('of a fader only the newest level waits', async () => {
    const { dispatch, order, finish } = slow();
    const { hear, receiver } = makeReceiver({ dispatch });
    hear(message('/frise/go', []));
    for (let n = 1; n <= 50; n += 1) hear(message('/frise/master', [{ type: 'f', value: n / 50 }]));
    hear(message('/frise/clip/a/size', [i(1)]));
    hear(message('/frise/clip/a/turn', [i(1)]));
    await finish();
    expect(order).toEqual([
      'go {}',
      'master {"level":1}',
      'clip/set {"id":"a","param":"size","value":1}',
      'clip/set {"id":"a","param":"turn","value":1}',
    ]);
    expect(receiver.stats.superseded).toBe(49);
  });
  test('a dispatch that hangs does not stop the rest', () => {
    const { dispatch, order } = slow();
    const { hear, advance, journal } = makeReceiver({ dispatch });
    hear(message('/frise/go', []));
    hear(message('/frise/back', []));
    expect(order).toHaveLength(1);
    advance(STALL_MS / 1000);
    expect(order).toHaveLength(2);
    expect(journal).toMatchObject([{ counts: { stalled: 1 } }]);
  });
  test('is journalled as one line a second, with counts', () => {
    const { hear, journal, advance, receiver, pending } = makeReceiver();
    for (let n = 0; n < 5000; n += 1) hear(Buffer.from('nonsense'));
    for (let n = 0; n < 10; n += 1) receiver.refuse(desk);
    expect(journal).toHaveLength(1);
    advance(1);
    expect(journal).toMatchObject([
      { counts: { malformed: 1 } },
      { counts: { malformed: 4999, stranger: 10 } },
    ]);
    advance(10);
    expect([journal.length, pending()]).toEqual([2, 0]);
    expect(receiver.stats).toMatchObject({ malformed: 5000, strangers: 10 });
  });
  test('the log keeps the last 200', () => {
    const { hear, receiver } = makeReceiver();
    for (let n = 0; n < 500; n += 1) hear(message('/x', [i(n)]));
    expect([receiver.log.length, receiver.log[0]?.text, receiver.log.at(-1)?.text]).toEqual([
      200,
      '/x ,i 300',
      '/x ,i 499',
    ]);
  });
});

test('what throws is isolated: dispatch, listener, journal, triggers', async () => {
  const boom = () => {
    throw new Error('boom');
  };
  const triggers = vi.fn<() => []>(boom);
  const { hear, receiver, answers } = makeReceiver({
    dispatch: boom,
    onMessage: boom,
    journal: boom,
    triggers,
  });
  hear(message('/frise/go', []));
  hear(message('/foreign', []));
  await settle();
  hear(message('/frise/ping', []));
  expect(receiver.stats.failures).toBeGreaterThanOrEqual(3);
  expect(answers.at(-1)).toBe('10.0.0.9:53000 /frise/pong');
});
