import { describe, expect, it } from 'vitest';
import { cueFaults, freeCueId, namersOf, numberAfter, putCue } from '../../../core/show/cue-edit.ts';
import { cueSchema, type ShowDocument } from '../../../core/show/show.schema.ts';
import { makeDocument } from '../../support/core/show.ts';

const withRecords = (records: Record<string, unknown>): ShowDocument => {
  const document = makeDocument();
  return { ...document, records: { ...document.records, ...records } };
};
const listed = (...numbers: string[]) => numbers.map((number) => ({ id: `cue:${number}`, number }));

describe('a new cue', () => {
  it.each([
    [['4', '5'], '4', '4.5'],
    [['4', '4.5', '5'], '4', '4.2'],
    [['4', '5'], '5', '6'],
    [['4.0001', '4.0002'], '4.0001', null],
  ])('in %j after %s is %s', (numbers, after, number) => {
    expect(numberAfter(listed(...numbers), `cue:${after}`)).toBe(number);
  });
  it('has an id after its number that no other has', () => {
    expect(freeCueId({}, '12.50')).toBe('cue:q12-5');
    expect(freeCueId({ 'cue:q12-5': {}, 'cue:q12-5-2': {} }, '12.5')).toBe('cue:q12-5-3');
  });
});

describe('a cue with another number', () => {
  const { records } = withRecords({
    'cue:q9': { number: '9', actions: [{ verb: 'cue/go', args: { cue: '4.0', fade: 4 } }] },
    'trigger:four': { verb: 'standby', args: { cue: '4' } },
    'trigger:level': { verb: 'master', args: { level: '4' } },
    'trigger:any': { verb: 'cue/go', args: { cue: '$cue' } },
  });
  it('takes with it what names it by number, and nothing else', () => {
    const put = putCue(records, 'cue:q4', { number: '7.5' });
    expect(put).toEqual({
      'cue:q4': { number: '7.5' },
      'cue:q9': { number: '9', actions: [{ verb: 'cue/go', args: { cue: '7.5', fade: 4 } }] },
      'trigger:four': { verb: 'standby', args: { cue: '7.5' } },
    });
    expect(Object.keys(putCue(records, 'cue:q4', { number: '4.0', note: 'x' }))).toEqual(['cue:q4']);
  });
  it('is named by follows, triggers and actions', () => {
    const all = { ...records, 'cue:q5': { number: '5', follow: { after: 1, cue: 'cue:q4' } } };
    expect(namersOf(all, { id: 'cue:q4', number: '4' })).toEqual(['cue:q5', 'cue:q9', 'trigger:four']);
    expect(namersOf(all, { id: 'cue:q1', number: '1' })).toEqual([]);
  });
});

describe('what is wrong with a cue is known before it is sent', () => {
  const document = makeDocument();
  const faults = (id: string, change: Record<string, unknown>): [string, string][] =>
    cueFaults(document, id, cueSchema.parse({ ...Object(document.records[id]), ...change })).map(
      ({ code, path }) => [code, path],
    );
  it.each([
    ['cue:q1', { number: '2.0' }, [['cue-number-double', 'cue:q1.number']]],
    ['cue:q2', { number: '1' }, [['cue-number-double', 'cue:q2.number']]],
    ['cue:q2', { arrive: { kind: 'loop', from: 50 } }, [['cue-loop-from', 'cue:q2.arrive.from']]],
    ['cue:q2', { actions: [{ verb: 'nope' }] }, [['verb-unknown', 'cue:q2.actions.0.verb']]],
    ['cue:q2', { follow: { after: 0, cue: 'cue:gone' } }, [['cue-follow', 'cue:q2.follow.cue']]],
    ['cue:q2', { number: '2.25', note: 'fine' }, []],
  ])('%s %j', (id, change, expected) => {
    expect(faults(id, change)).toEqual(expected);
  });
});
