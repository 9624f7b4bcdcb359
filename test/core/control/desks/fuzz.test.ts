import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { dialectNames } from '../../../../core/control/desks/dialect.ts';
import { noDeskState, readDesk } from '../../../../core/control/desks/read-desk.ts';
import type { OscArg, OscMessage } from '../../../../core/control/osc/packet.ts';
import { triggerFaults } from '../../../../core/control/osc/trigger.ts';
import { triggerFrom } from '../../../../core/control/osc/trigger-from.ts';
import { isVerb, verbs } from '../../../../core/control/verbs.ts';
import { triggerSchema } from '../../../../core/show/show.schema.ts';

/** Whatever a desk, or nobody's desk, says: nothing throws, and what comes out the contract takes from an operator. */
const words =
  'eos out event cue fire stop ping active frise gma3 cmd 14.14.1.6.5 pb go pause release dbo hog playback halt resume ' +
  'hardware fader dmx select playhead next previous panic panicInTime start workspace selected 0 1 7 1.5 1.10 01.50 ' +
  '999999 1e5 -1 .. = 1=2,3.0,x GO * {a}';
const word = fc.constantFrom('', ...words.split(' '));
const arg: fc.Arbitrary<OscArg> = fc.oneof(
  fc.integer({ min: -2, max: 300 }).map((value): OscArg => ({ type: 'i', value })),
  fc
    .oneof(fc.float({ noNaN: false }), fc.constantFrom(0, 0.5, 1, 1.1, -1, 1e30))
    .map((value): OscArg => ({ type: 'f', value: Math.fround(value) })),
  fc
    .oneof(
      fc.string(),
      fc.constantFrom(
        '1',
        '1.10',
        '1.2.5',
        'Go+',
        'Goto',
        'Off',
        'FaderMaster',
        'Cue 2',
        'Go+ Sequence 1 Cue 2.5',
      ),
    )
    .map((value): OscArg => ({ type: 's', value })),
  fc.constantFrom<OscArg>(
    { type: 'T', value: true },
    { type: 'F', value: false },
    { type: 'N', value: null },
    { type: 'I', value: 'impulse' },
    { type: 'h', value: 2n ** 62n },
    { type: 'array', value: [{ type: 'i', value: 1 }] },
  ),
);
const message = fc
  .record({
    parts: fc.array(fc.oneof({ weight: 9, arbitrary: word }, fc.string()), { minLength: 1, maxLength: 7 }),
    args: fc.array(arg, { maxLength: 4 }),
  })
  .map(({ parts, args }): OscMessage => ({ kind: 'message', address: `/${parts.join('/')}`, args }));
const settings = fc.record({
  dialects: fc.shuffledSubarray([...dialectNames]),
  prefix: fc.constantFrom('', '/gma3'),
  cueList: fc.constantFrom('', '1', '5'),
  patch: fc.record({ universe: fc.constantFrom(1, 2), channel: fc.constantFrom(1, 7, 101) }),
  threshold: fc.constantFrom(0, 0.5, 1),
  hysteresis: fc.constantFrom(0, 0.1, 1),
  retrigger: fc.constantFrom(0, 1),
});
const show = {
  hasCue: () => true,
  current: '1',
  neighbour: () => '2',
  overlaysOf: () => ['flash'],
};

test.prop([settings, fc.array(message, { maxLength: 20 })], { seed: 21, numRuns: 1500 })(
  'every dialect',
  (set, messages) => {
    let state = noDeskState;
    for (const [index, heard] of messages.entries()) {
      const read = readDesk(set, state, heard, show, index / 10);
      state = read.state;
      const says = read.reading?.says;
      for (const { verb, args } of says?.kind === 'verbs' ? says.verbs : []) {
        if (!isVerb(verb)) throw new Error(`no verb: ${verb}`);
        const { roles, stable, in: input } = verbs[verb];
        expect({ verb, args, fits: input.safeParse(args).success }).toEqual({ verb, args, fits: true });
        expect([stable, (roles as readonly string[]).includes('operator')]).toEqual([true, true]);
      }
    }
  },
);
test.prop([message, fc.constantFrom('osc', 'midi', 'dmx', 'sound')], { seed: 22, numRuns: 1500 })(
  'learn',
  (heard, input) => {
    const { trigger } = triggerFrom(heard, input);
    if (trigger === null) return;
    expect(triggerSchema.safeParse(trigger).success).toBe(true);
    expect(isVerb(trigger.verb)).toBe(true);
    expect(triggerFaults([{ ...trigger, id: 't' }])).toEqual([]);
  },
);
