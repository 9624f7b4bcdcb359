import { describe, expect, it } from 'vitest';
import type { Request } from '../../../core/control/dispatcher.ts';
import { compileShow } from '../../../core/show/compile.ts';
import { createInputs } from '../../../main/host/inputs.ts';
import { createTriggerDoor } from '../../../main/host/trigger-door.ts';
import { makeDocument } from '../../support/core/show.ts';

const trigger = (record: Record<string, unknown>) => ({
  address: '/universe/1/1',
  verb: 'master',
  ...record,
});

const make = (triggers: Record<string, unknown>) => {
  const document = makeDocument();
  const show = compileShow({ ...document, records: { ...document.records, ...triggers } }, 1);
  const asked: Request[] = [];
  const inputs = createInputs([], () => undefined, () => undefined); // prettier-ignore
  const input = inputs.register({ id: 'artnet', kind: 'dmx' });
  const door = createTriggerDoor({
    compiled: () => show,
    clock: { now: () => 1, iso: () => '2018-11-22T21:00:00.000Z' },
    dispatch: (request) => {
      asked.push(request);
      return Promise.resolve({ ok: true, value: {} });
    },
  });
  const level = (value: number) =>
    door.say({
      input,
      kind: 'dmx',
      message: { kind: 'message', address: '/universe/1/1', args: [{ type: 'f', value }] },
      from: 'universe 1',
      text: `1/1 ${value}`,
    });
  return { asked, level, inputs };
};

describe('a way in that speaks no OSC', () => {
  it('fires the triggers of its own kind alone, with numbers brought into their range', () => {
    const { asked, level } = make({
      'trigger:ride': trigger({ input: 'dmx', args: { level: '$1' }, scale: { from: [0, 1], to: [0.2, 1] } }),
      'trigger:desk': trigger({ input: 'osc', args: { level: '$1' } }),
    });
    level(0.5);
    level(7);
    expect(asked.map(({ args }) => args)).toEqual([{ level: expect.closeTo(0.6, 12) }, { level: 1 }]);
    expect(asked[0]?.source).toEqual({ sender: 'artnet:universe 1', roles: ['operator'], input: 'artnet' });
  });

  it('says at its input what came of each message', () => {
    const { level, inputs } = make({ 'trigger:go': trigger({ input: 'dmx', when: 'rise', verb: 'go' }) });
    level(0.1);
    level(1);
    inputs.arm('artnet', false);
    level(0);
    level(1);
    const log = inputs.log('artnet');
    expect(log.ok && log.value.map(({ verdict }) => verdict)).toEqual([
      'ignored',
      'trigger: trigger:go → go',
      'ignored',
      'disarmed: trigger:go → go',
    ]);
  });
});
