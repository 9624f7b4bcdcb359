import { describe, expect, it } from 'vitest';
import type { HostMessage, Topics } from '../../../core/control/link.ts';
import { createShowClock } from '../../../main/host/clock.ts';
import { loopbackDoor } from '../../../main/host/door.ts';
import { connect } from '../../../main/host/gateway.ts';
import { createHub } from '../../../main/host/hub.ts';
import { createFakeMachine } from './fake-machine.ts';

/** One client of the host, with a line that a test can clog. */
const setUp = (mostStrays = Infinity) => {
  const fake = createFakeMachine();
  const line = { waiting: 0, closed: [] as number[], sent: [] as HostMessage[] };
  const told: string[] = [];
  const hub = createHub({} as Topics);
  const connection = connect(
    {
      hub,
      dispatcher: {
        dispatch: () => {
          throw new Error('not mocked');
        },
      },
      clock: createShowClock(0, fake.machine),
      session: 'test',
      door: { ...loopbackDoor(() => false), mostStrays },
      events: {
        joined: (_client, { kind, id }) => told.push(`${kind} ${id} joined`),
        left: (_client, { kind, id }) => told.push(`${kind} ${id} left`),
        report: () => told.push('report'),
        rejected: (_client, code) => told.push(code),
      },
    },
    {
      send: (text) => line.sent.push(JSON.parse(text) as HostMessage),
      close: (code) => line.closed.push(code),
      waiting: () => line.waiting,
    },
  );
  const say = (message: object) => connection.receive(JSON.stringify(message));
  const hello = (kind: string, id: string) =>
    say({ t: 'hello', protocol: 1, role: 'viewer', page: { kind, id }, token: null });
  const kinds = () => line.sent.map(({ t }) => t);
  return { ...fake, connection, line, told, hub, say, hello, kinds };
};

describe('a client', () => {
  it('that says hello again has left as what it was', () => {
    const { hello, told, hub, kinds } = setUp();
    hello('output', 'left');
    hello('console', 'booth');
    expect(told).toEqual(['output left joined', 'output left left', 'console booth joined']);
    hub.set('inputs', []);
    expect(kinds()).toEqual(['welcome', 'welcome', 'patch']);
  });
  it.each(['patch', 'ping'])('that has stopped reading is sent away (%s)', (by) => {
    const { hello, say, line, told, hub } = setUp();
    hello('output', 'left');
    line.waiting = 16_000_001;
    const before = line.sent.length;
    for (let n = 0; n < 3; n += 1)
      if (by === 'ping') say({ t: 'ping', id: n, at: 0 });
      else hub.set('plans', []);
    expect(line.sent).toHaveLength(before);
    expect(line.closed).toEqual([1013]);
    expect(told).toEqual(['output left joined', 'too-slow', 'output left left']);
  });
  it('that is no client and talks is sent away, whatever it says', () => {
    const { connection, say, line, told } = setUp(4);
    connection.receive('{}');
    connection.reject('body-too-large');
    say({ t: 'snapshot' });
    say({ t: 'verb', id: '1', verb: 'go', args: {} });
    expect(line.closed).toEqual([1008]);
    connection.receive('{}');
    expect(told).toEqual(['malformed-message', 'body-too-large', 'hello-expected', 'hello-expected']);
  });
  it('that was let in may say what nobody understands', () => {
    const { connection, hello, line } = setUp(4);
    hello('console', 'booth');
    for (let n = 0; n < 10; n += 1) connection.receive('{}');
    expect(line.closed).toEqual([]);
  });
  it('gets a snapshot when it needs one, and not as often as it likes', () => {
    const { hello, say, kinds, advance, line } = setUp();
    hello('tool', 'x');
    for (let n = 0; n < 100; n += 1) say({ t: 'snapshot' });
    const welcomes = () => kinds().filter((kind) => kind === 'welcome').length;
    expect(welcomes()).toBe(10);
    expect(line.sent.at(-1)).toMatchObject({ t: 'refused', code: 'rate-limited' });
    expect(line.sent.length).toBeLessThan(20);
    advance(1);
    say({ t: 'snapshot' });
    expect(welcomes()).toBe(11);
  });
});
