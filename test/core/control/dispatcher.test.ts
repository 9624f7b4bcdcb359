import { describe, expect, it } from 'vitest';
import {
  createDispatcher,
  type Handlers,
  type Outcome,
  type Request,
} from '../../../core/control/dispatcher.ts';
import { NOT_LOCKED } from '../../../core/control/locks.ts';
import { verbs, type Role } from '../../../core/control/verbs.ts';
import { fail, ok } from '../../../core/result.ts';

const makeHandlers = (overrides: Partial<Handlers>): Handlers => ({
  ...(Object.fromEntries(
    Object.keys(verbs).map((name) => [
      name,
      () => {
        throw new Error(`${name} is not mocked`);
      },
    ]),
  ) as unknown as Handlers),
  ...overrides,
});
const fired = ok({ current: '1', standby: '2', effectiveAt: 1, plan: 2 });
const makeRequest = (overrides: Partial<Request> = {}): Request => ({
  verb: 'go',
  args: {},
  source: { sender: 'test', roles: ['operator'], input: null },
  requestId: null,
  at: null,
  ...overrides,
});
const setUp = (handlers: Partial<Handlers>, { armed = true, remember = 100 } = {}) => {
  const outcomes: Outcome[] = [];
  const dispatcher = createDispatcher({
    handlers: makeHandlers(handlers),
    isArmed: () => armed,
    locked: () => NOT_LOCKED,
    journal: (outcome) => outcomes.push(outcome),
    remember,
  });
  return { ...dispatcher, outcomes };
};

describe('the door', () => {
  it('runs a good request and journals it', async () => {
    const { dispatch, outcomes } = setUp({ go: () => fired });
    expect(await dispatch(makeRequest())).toEqual(fired);
    expect(outcomes).toMatchObject([{ repeated: false, reply: fired }]);
  });
  it.each([
    ['unknown-verb', { verb: 'toString' }],
    ['unknown-verb', { verb: 'Go' }],
    ['invalid-input', { args: { cue: 'x' } }],
    ['invalid-input', { args: null }],
    ['role-refused', { source: { sender: 't', roles: ['viewer', 'shell'] as Role[], input: null } }],
  ])('%s', async (code, overrides) => {
    const { dispatch, outcomes } = setUp({});
    expect(await dispatch(makeRequest(overrides))).toMatchObject({ ok: false, code });
    expect(outcomes).toHaveLength(1);
  });
  it('ignores a disarmed input, but no console', async () => {
    const { dispatch } = setUp({ go: () => fired }, { armed: false });
    const desk = { sender: 'osc:1', roles: ['operator'] as Role[], input: 'osc' };
    expect(await dispatch(makeRequest({ source: desk }))).toMatchObject({ code: 'input-disarmed' });
    expect(await dispatch(makeRequest())).toEqual(fired);
  });
  it('refuses what is nested beyond measure, with and without an id', async () => {
    const { dispatch, outcomes } = setUp({});
    const args: unknown = JSON.parse(`{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    for (const requestId of [null, 'deep', 'deep'])
      expect(await dispatch(makeRequest({ args, requestId }))).toMatchObject({
        ok: false,
        code: 'invalid-input',
      });
    expect(outcomes).toHaveLength(3);
  });
  it('says no more of a refusal than a person reads, whatever was sent', async () => {
    const echo = ({ id }: { id: string }) => fail('unknown-timeline', `No timeline "${id}".`, id);
    const { dispatch, outcomes } = setUp({ 'timeline/stop': echo });
    const long = 'k'.repeat(900_000);
    await dispatch(makeRequest({ args: { [long]: 1 } }));
    await dispatch(makeRequest({ verb: 'timeline/stop', args: { id: long } }));
    for (const { reply } of outcomes) expect(JSON.stringify(reply).length).toBeLessThan(3000);
  });
  it('survives a handler that throws', async () => {
    const { dispatch } = setUp({});
    expect(await dispatch(makeRequest())).toMatchObject({
      ok: false,
      code: 'verb-failed',
      message: expect.stringContaining('not mocked'),
    });
  });
  it('runs handlers in the order of arrival, before anything is awaited', () => {
    const order: string[] = [];
    const { dispatch } = setUp({
      go: (_input, { sender }) => {
        order.push(sender);
        return fired;
      },
    });
    for (const sender of ['a', 'b', 'c'])
      void dispatch(makeRequest({ source: { sender, roles: ['operator'], input: null } }));
    expect(order).toEqual(['a', 'b', 'c']);
  });
});

describe('request ids', () => {
  const counting = (remember = 100) => {
    let runs = 0;
    return { ...setUp({ go: () => ((runs += 1), fired) }, { remember }), runs: () => runs };
  };
  it('run once, also while the first is under way', async () => {
    const { dispatch, runs, outcomes } = counting();
    await Promise.all([dispatch(makeRequest({ requestId: 'x' })), dispatch(makeRequest({ requestId: 'x' }))]);
    await dispatch(makeRequest({ requestId: 'x' }));
    expect(runs()).toBe(1);
    expect(outcomes.filter(({ repeated }) => repeated)).toHaveLength(2);
  });
  it('belong to their sender', async () => {
    const { dispatch, runs } = counting();
    await dispatch(makeRequest({ requestId: 'x' }));
    await dispatch(
      makeRequest({ requestId: 'x', source: { sender: 'other', roles: ['operator'], input: null } }),
    );
    expect(runs()).toBe(2);
  });
  it('may not be used for something else', async () => {
    const { dispatch, runs } = counting();
    await dispatch(makeRequest({ requestId: 'x' }));
    expect(await dispatch(makeRequest({ requestId: 'x', args: { fade: 1 } }))).toMatchObject({
      code: 'request-id-reused',
    });
    expect(runs()).toBe(1);
  });
  it('that only read are asked again, and what they were told is not kept', async () => {
    let asked = 0;
    const { dispatch } = setUp({ 'media/converter': () => ok({ ffmpeg: String((asked += 1)) }) });
    const source = { sender: 't', roles: ['designer'] as Role[], input: null };
    const request = makeRequest({ verb: 'media/converter', source, requestId: 'r1' });
    await dispatch(request);
    expect(await dispatch(request)).toEqual(ok({ ffmpeg: '2' }));
  });
  it('are forgotten, the oldest first', async () => {
    const { dispatch, runs } = counting(2);
    for (const requestId of ['a', 'b', 'c', 'b', 'c', 'a']) await dispatch(makeRequest({ requestId }));
    expect(runs()).toBe(4);
  });
});
