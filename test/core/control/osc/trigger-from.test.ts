import { expect, it } from 'vitest';
import type { OscArg, OscMessage } from '../../../../core/control/osc/packet.ts';
import { matchTriggers, noTriggerState } from '../../../../core/control/osc/trigger.ts';
import { triggerFrom } from '../../../../core/control/osc/trigger-from.ts';
import { triggerSchema } from '../../../../core/show/show.schema.ts';

const say = (address: string, ...args: OscArg[]): OscMessage => ({ kind: 'message', address, args });
const f = (value: number): OscArg => ({ type: 'f', value: Math.fround(value) });
const i = (value: number): OscArg => ({ type: 'i', value });
const s = (value: string): OscArg => ({ type: 's', value });

it.each([
  [
    say('/eos/out/event/cue/1/2.5/fire'),
    '/eos/out/event/cue/1/{cue}/fire',
    'any',
    'cue/go',
    { cue: '$cue' },
    'eos',
  ],
  [say('/cue/12/start'), '/cue/{cue}/start', 'any', 'cue/go', { cue: '$cue' }, 'qlab'],
  [say('/select/4'), '/select/{cue}', 'any', 'standby', { cue: '$cue' }, 'qlab'],
  [say('/hog/playback/go/0', s('1.5')), '/hog/playback/go/0', 'any', 'cue/go', { cue: '$1' }, 'hog4'],
  [say('/hog/playback/go/0/1.5'), '/hog/playback/go/0/{cue}', 'any', 'cue/go', { cue: '$cue' }, 'hog4'],
  [say('/show/go', i(1)), '/show/go', 'rise', 'go', {}, null],
  [say('/show/cue/go', f(1.5)), '/show/cue/go', 'any', 'cue/go', { cue: '$1' }, null],
  [say('/show/cue', s('2')), '/show/cue', 'any', 'cue/go', { cue: '$1' }, null],
  [say('/show/stop'), '/show/stop', 'any', 'stop', {}, null],
  [say('/show/goback', i(1)), '/show/goback', 'rise', 'back', {}, null],
  [say('/0/dmx/12', f(0.7)), '/0/dmx/12', 'rise', 'go', {}, 'qlcplus'],
  [say('/booth/master', f(0.7)), '/booth/master', 'change', 'master', { level: '$1' }, null],
  [say('/pad/button', i(127)), '/pad/button', 'any', 'cue/go', { cue: '$1' }, null],
])('%j', (message, address, when, verb, args, dialect) => {
  const proposal = triggerFrom(message, 'osc');
  expect(proposal).toMatchObject({ trigger: { address, when, verb, args, input: 'osc' }, dialect });
  expect(triggerSchema.safeParse(proposal.trigger).success).toBe(true);
});

it('what is no OSC keeps its numbers: they say which key it is', () => {
  expect(triggerFrom(say('/note/1/60', f(0.8)), 'midi').trigger).toMatchObject({
    input: 'midi',
    address: '/note/1/60',
    when: 'rise',
    verb: 'go',
  });
  expect(triggerFrom(say('/onset'), 'sound').trigger).toMatchObject({ address: '/onset', when: 'any' });
});

it('nothing is proposed on what refreshes itself, or acts by itself', () => {
  expect(triggerFrom(say('/eos/out/active/cue/1/2', f(0.5)), 'osc').trigger).toBeNull();
  expect(triggerFrom(say('/eos/ping'), 'osc').trigger).toBeNull();
  expect(triggerFrom(say('/frise/go'), 'osc').trigger).toBeNull();
});

it('what was learned fires on the message that it was learned from', () => {
  for (const message of [
    say('/eos/out/event/cue/1/2.5/fire'),
    say('/show/cue/go', f(1.5)),
    say('/show/go', i(1)),
    say('/odd/{name}/go*', i(1)),
  ]) {
    const { trigger } = triggerFrom(message, 'osc');
    if (trigger === null) throw new Error('nothing learned');
    const heard = { ...message, address: message.address.replaceAll(/[{}*]/g, '') };
    const outcome = matchTriggers([{ ...trigger, id: 't' }], noTriggerState, heard, 0, () => false);
    expect(outcome.fired).toHaveLength(1);
  }
});
