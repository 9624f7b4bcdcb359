import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { proposalsOf } from '../../../core/control/learn.ts';
import { messageOfText } from '../../../core/control/message-text.ts';
import { matchTriggers, noTriggerState } from '../../../core/control/osc/trigger.ts';
import type { OscArg } from '../../../core/control/osc/packet.ts';
import { messageText } from '../../../main/ports/osc/text.ts';
import { showRecordSchemas } from '../../../core/show/show.schema.ts';

const heard = (text: string) => proposalsOf({ text, input: 'osc' });
const first = (text: string) => {
  const [found] = heard(text);
  return found && [found.hint, found.trigger.address, found.trigger.verb, found.trigger.args];
};

describe('a message becomes a trigger', () => {
  it.each([
    ['/eos/out/event/cue/1/3/fire', '/eos/out/event/cue/1/{cue}/fire', '$cue'],
    ['/eos/out/event/cue/1/1/fire', '/eos/out/event/cue/1/{cue}/fire', '$cue'],
    ['/eos/out/event/cue/2/12.5/fire', '/eos/out/event/cue/2/{cue}/fire', '$cue'],
    ['/cue/7/start', '/cue/{cue}/start', '$cue'],
    ['/hog/playback/go/0/1.5', '/hog/playback/go/0/{cue}', '$cue'],
    ['/hog/playback/go/0 ,s "1.5"', '/hog/playback/go/0', '$1'],
    ['/gma3/cue ,f 12.5', '/gma3/cue', '$1'],
  ])('%s fires the cue that it names', (text, address, from) => {
    expect(first(text)).toEqual(['cue', address, 'cue/go', { cue: from }]);
  });
  it.each([
    ['/0/dmx/0 ,f 0.5', 0.5, null],
    ['/note/1/60 ,i 100', 50, { from: [0, 100], to: [0, 1] }],
    ['/controller/1/7 127', 63.5, { from: [0, 127], to: [0, 1] }],
  ])('%s is a press or a fader', (text, threshold, scale) => {
    const found = heard(text);
    expect(found.map(({ hint }) => hint)).toEqual(['press', 'release', 'level']);
    expect(found[0]?.trigger).toMatchObject({ when: 'rise', threshold, verb: 'go' });
    expect(found[2]?.trigger).toMatchObject({ verb: 'master', args: { level: '$1' }, scale });
  });
  it('without arguments is a press', () => {
    expect(heard('/onset').map(({ hint, trigger }) => [hint, trigger.when])).toEqual([['press', 'any']]);
  });
  it.each(['/frise/go', 'osc-tags at byte 8: no type tags', '', '/cut ,s "abc…'])('%j is none', (text) => {
    expect(heard(text)).toEqual([]);
  });
  test.prop([
    fc.constantFrom('/eos/out/event/cue/1/3/fire', '/0/dmx/0 ,f 0.9', '/x/y ,si "a b" 3', '/cue/7/start'),
  ])('each proposal is a whole record and takes the message it came from', (text) => {
    const message = messageOfText(text);
    for (const { trigger, hint } of heard(text)) {
      expect(showRecordSchemas.trigger.parse(trigger)).toEqual(trigger);
      const outcome = matchTriggers([{ ...trigger, id: 't' }], noTriggerState, message!, 0, () => false);
      expect(outcome.known).toBe(true);
      expect(outcome.failed).toEqual([]);
      expect(outcome.fired.length).toBe(hint === 'release' ? 0 : 1);
    }
  });
});

const args: fc.Arbitrary<OscArg> = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((value): OscArg => ({ type: 'i', value })),
  fc
    .float({ noNaN: true, noDefaultInfinity: true })
    .map((value): OscArg => ({ type: 'f', value: value + 0 })),
  fc.string({ maxLength: 20 }).map((value): OscArg => ({ type: 's', value })),
  fc.boolean().map((value): OscArg => (value ? { type: 'T', value } : { type: 'F', value })),
  fc.constant<OscArg>({ type: 'N', value: null }),
);
test.prop([fc.array(args, { maxLength: 6 })])('a line of the log is the message again', (given) => {
  const message = { kind: 'message', address: '/a/b', args: given } as const;
  const text = messageText(message);
  expect(messageOfText(text)).toEqual(text.endsWith('…') ? null : message);
});
