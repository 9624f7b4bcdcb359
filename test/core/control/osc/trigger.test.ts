import { describe, expect, test } from 'vitest';
import type { OscArg } from '../../../../core/control/osc/packet.ts';
import {
  matchTriggers,
  MAX_REMEMBERED,
  noTriggerState,
  triggerFaults,
} from '../../../../core/control/osc/trigger.ts';
import type { OscTrigger } from '../../../../core/control/osc/trigger.ts';

const makeTrigger = (overrides: Partial<OscTrigger> = {}): OscTrigger => ({
  id: 'desk',
  address: '/eos/out/event/cue/{list}/{cue}/fire',
  when: 'any',
  threshold: 0.5,
  hysteresis: 0.1,
  minInterval: 0,
  scale: null,
  verb: 'cue/go',
  args: { cue: '$cue' },
  ...overrides,
});
const f = (value: number): OscArg => ({ type: 'f', value: Math.fround(value) });
/** The show of these tests has one text: the clip title's. */
const isText = (clip: string, param: string): boolean => clip === 'title' && param === 'text';
/** Plays messages a second apart, or at given times; returns how many times each fired. */
function play(
  triggers: readonly OscTrigger[],
  address: string,
  messages: readonly (OscArg[] | { at: number; args: OscArg[] })[],
) {
  let state = noTriggerState;
  return messages.map((message, i) => {
    const { at, args } = Array.isArray(message) ? { at: i, args: message } : message;
    const outcome = matchTriggers(triggers, state, { kind: 'message', address, args }, at, isText);
    state = outcome.state;
    return outcome;
  });
}
const fires = (...played: Parameters<typeof play>): number[] =>
  play(...played).map(({ fired }) => fired.length);

describe('a value for a text', () => {
  const filled = (args: Record<string, string>, ...sent: OscArg[]) =>
    play([makeTrigger({ address: '/say/{word}', verb: 'clip/set', args })], '/say/007', [sent])[0]?.fired[0]
      ?.args['value'];
  const title = { value: '$1', id: 'title', param: 'text' };
  test('stays as it was written', () => {
    expect(filled(title, { type: 's', value: '1.10' })).toBe('1.10');
    expect(filled(title, { type: 'i', value: 1954 })).toBe('1954');
    expect(filled({ ...title, value: '$word' })).toBe('007');
  });
  test('is a number for any other parameter', () => {
    expect(filled({ ...title, param: 'size' }, { type: 's', value: '1.10' })).toBe(1.1);
    expect(filled({ ...title, id: 'other', value: '$word' })).toBe(7);
  });
});

describe('arguments', () => {
  const args = (written: OscTrigger['args'], address: string, ...values: OscArg[]) =>
    play([makeTrigger({ args: written })], address, [values])[0];
  test.each([
    ['1', '1'],
    ['1.5', '1.5'],
    ['1.50', '1.5'],
    ['01', '1'],
  ])('an Eos cue %s is %s', (part, cue) => {
    expect(args({ cue: '$cue' }, `/EOS/out/event/cue/1/${part}/fire`)?.fired).toEqual([
      { trigger: 'desk', verb: 'cue/go', args: { cue } },
    ]);
  });
  test('from the message, from the show, escaped', () => {
    const written = { cue: '$1', fade: '$2', on: '$3', value: '$4', note: '$$5', fixed: true, at: '$cue' };
    const outcome = args(
      written,
      '/eos/out/event/cue/1/2/fire',
      f(1.1),
      { type: 's', value: '2.5' },
      { type: 'i', value: 1 },
      { type: 's', value: 'x' },
    );
    expect(outcome?.fired[0]?.args).toEqual({
      cue: '1.1',
      fade: 2.5,
      on: true,
      value: 'x',
      note: '$5',
      fixed: true,
      at: 2,
    });
  });
  test('what is missing or wrong is said, and nothing fires', () => {
    expect(args({ cue: '$1' }, '/eos/out/event/cue/1/2/fire')).toMatchObject({
      fired: [],
      failed: [{ trigger: 'desk' }],
    });
    expect(args({ cue: '$cue' }, '/eos/out/event/cue/1/abc/fire')?.failed).toHaveLength(1);
    expect(args({ cue: '$nobody' }, '/eos/out/event/cue/1/2/fire')?.failed).toHaveLength(1);
  });
  test('wildcards of the sender name no cue', () => {
    expect(args({ cue: '$cue' }, '/eos/out/event/cue/1/*/fire')?.known).toBe(false);
  });
});

describe('edges', () => {
  const fader = (overrides: Partial<OscTrigger>) => [
    makeTrigger({ address: '/0/dmx/{channel}', verb: 'go', args: {}, ...overrides }),
  ];
  const levels = (...values: number[]): OscArg[][] => values.map((value) => [f(value)]);
  test('rise: once on the way up, armed again below the hysteresis', () => {
    expect(
      fires(fader({ when: 'rise' }), '/0/dmx/0', levels(0.2, 0.49, 0.5, 0.9, 0.45, 0.6, 0.39, 0.5)),
    ).toEqual([0, 0, 1, 0, 0, 0, 0, 1]);
  });
  test('fall: needs to have seen high', () => {
    expect(fires(fader({ when: 'fall' }), '/0/dmx/0', levels(0, 1, 0.45, 0.39, 0, 1, 0))).toEqual([
      0, 0, 0, 1, 0, 0, 1,
    ]);
  });
  test('the first press of a button is not lost', () => {
    expect(fires(fader({ when: 'rise' }), '/0/dmx/0', levels(1, 0, 1))).toEqual([1, 0, 1]);
  });
  test('change: first, then when it differs', () => {
    expect(fires(fader({ when: 'change' }), '/0/dmx/0', levels(0, 0, 0.1, 0.1, 0))).toEqual([1, 0, 1, 0, 1]);
  });
  test('a bare message rises and doesn’t fall', () => {
    expect(fires(fader({ when: 'rise' }), '/0/dmx/0', [[], []])).toEqual([1, 1]);
    expect(fires(fader({ when: 'fall' }), '/0/dmx/0', [[], []])).toEqual([0, 0]);
  });
  test('a text or NaN is no level', () => {
    expect(fires(fader({ when: 'rise' }), '/0/dmx/0', [[{ type: 's', value: 'up' }], [f(NaN)]])).toEqual([
      0, 0,
    ]);
  });
  test('each address has its own edge, and what is remembered is bounded', () => {
    const triggers = fader({ when: 'rise' });
    let state = noTriggerState;
    for (let n = 0; n < MAX_REMEMBERED + 10; n += 1) {
      const outcome = matchTriggers(
        triggers,
        state,
        { kind: 'message', address: `/0/dmx/${n}`, args: [f(1)] },
        0,
        isText,
      );
      expect(outcome.fired).toHaveLength(1);
      state = outcome.state;
    }
    expect(state.levels.size).toBe(MAX_REMEMBERED);
  }, 20_000);
  test('the machine is pure: the state that went in stays as it was', () => {
    const triggers = fader({ when: 'rise', minInterval: 1 });
    matchTriggers(
      triggers,
      noTriggerState,
      { kind: 'message', address: '/0/dmx/0', args: [f(1)] },
      0,
      isText,
    );
    expect(noTriggerState.levels.size + noTriggerState.firedAt.size).toBe(0);
  });
  test('a fader that crosses nothing makes no new state', () => {
    const [first, second] = play(fader({ when: 'rise' }), '/0/dmx/0', levels(0.1, 0.2));
    expect(second?.state).toBe(first?.state);
  });
});

describe('minimum interval', () => {
  test('holds back and says so; what was held doesn’t lengthen it', () => {
    const triggers = [makeTrigger({ minInterval: 1 })];
    const at = (time: number) => ({ at: time, args: [] });
    const outcomes = play(triggers, '/eos/out/event/cue/1/2/fire', [
      at(10),
      at(10.6),
      at(10.999),
      at(11),
      at(11.5),
    ]);
    expect(outcomes.map(({ fired }) => fired.length)).toEqual([1, 0, 0, 1, 0]);
    expect(outcomes.map(({ held }) => held)).toEqual([[], ['desk'], ['desk'], [], ['desk']]);
  });
  test('one trigger’s interval is not another’s', () => {
    const triggers = [makeTrigger({ id: 'a', minInterval: 1 }), makeTrigger({ id: 'b' })];
    expect(
      fires(triggers, '/eos/out/event/cue/1/2/fire', [
        { at: 0, args: [] },
        { at: 0.1, args: [] },
      ]),
    ).toEqual([2, 1]);
  });
});

test('templates that cannot be read are named', () => {
  expect(triggerFaults([makeTrigger({ address: '/a*/b' }), makeTrigger()])).toEqual([
    { template: '/a*/b', message: expect.any(String) },
  ]);
});
