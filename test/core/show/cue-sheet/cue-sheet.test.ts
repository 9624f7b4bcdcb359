import { describe, expect, it } from 'vitest';
import { compileShow } from '../../../../core/show/compile.ts';
import { sheetCsv } from '../../../../core/show/cue-sheet/csv.ts';
import { cueSheet, sheetTime } from '../../../../core/show/cue-sheet/rows.ts';
import { makeDocument, standardCues } from '../../../support/core/show.ts';

const cues = [
  ...standardCues,
  {
    number: '7.10',
    at: 50,
    arrive: { kind: 'loop', from: 44, times: 3 },
    quantise: 'bar',
    preWait: 1.5,
    follow: { after: 4, cue: 'cue:q9' },
    note: ' =SUM(A1), then "dark"',
  },
];
const document = makeDocument({ cues });
const trigger = (fields: object) => ({ address: '/x', verb: 'cue/go', args: { cue: '$cue' }, ...fields });
const show = compileShow(
  {
    ...document,
    records: {
      ...document.records,
      'trigger:eos': trigger({ address: '/eos/out/event/cue/1/{cue}/fire' }),
      'trigger:ma': trigger({ address: '/gma3/cue', args: { cue: '$1' } }),
      'trigger:note': trigger({ input: 'midi', address: '/midi/1/note/60', args: { cue: '3' } }),
      'trigger:dark': trigger({ address: '/dark', verb: 'blackout', args: { on: true } }),
    },
  },
  4,
);
const row = (number: string, language: 'fr' | 'en' = 'en') =>
  cueSheet(show, language).rows.find((each) => each.number === number);

describe('the cue sheet', () => {
  it('has every cue in the order of its number, named in the language', () => {
    expect(cueSheet(show, 'fr')).toMatchObject({ title: 'Essai', revision: 4 });
    expect(cueSheet(show, 'fr').rows.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7.1', '9', '9.5']); // prettier-ignore
    expect(row('3', 'fr')).toMatchObject({ name: 'Effet 3', time: '0:20.0', arrival: 's’arrête, attend GO' });
  });
  it('says what a cue does as it is reached, and what GO waits for', () => {
    expect(row('7.1')).toMatchObject({
      arrival: 'loops from 0:44.0, 3 laps',
      go: 'waits for the bar · pre-wait 1.5 s · 9 follows after 4 s',
    });
    expect(row('5')).toMatchObject({ arrival: 'passes', go: 'at once · cross-fade 2 s' });
    expect(row('6')).toMatchObject({ timeline: 'Other', time: '0:05.0' });
  });
  it('tells actions, variants and the show’s triggers with the cue’s own number', () => {
    expect(row('9')).toMatchObject({ arrival: 'no place', actions: ['timeline/start id sting'] });
    expect(row('9.5')?.actions).toEqual(['variant 1: master level 0.5', 'variant 2: master level 1']);
    expect(row('3')?.triggers).toEqual([
      'osc /eos/out/event/cue/1/3/fire',
      'osc /gma3/cue 3',
      'midi /midi/1/note/60',
    ]);
  });
  it('has a picture a little into the cue and never past the next; of a sting its own', () => {
    expect(row('1')?.still).toEqual({ timeline: 'timeline:main', position: 1.5 });
    expect(row('9')?.still).toEqual({ timeline: 'timeline:sting', position: 0.8 });
    expect(row('9.5')?.still).toBeNull();
  });
  it('is a table whose cells no spreadsheet runs, with a column a desk', () => {
    const lines = sheetCsv(cueSheet(show, 'en')).split('\r\n');
    expect(lines[0]).toBe('No.,Name,Time,Timeline,On arrival,GO,Actions,Triggers,Notes,OSC,Eos,grandMA3,MagicQ,Hog 4,QLab'); // prettier-ignore
    const own = lines.find((line) => line.startsWith('7.1,'));
    expect(own).toContain(`"' =SUM(A1), then ""dark"""`);
    expect(own).toContain('/frise/cue/7.1/go,/eos/out/event/cue/1/7.1/fire');
  });
  it('writes times as the consoles do', () => {
    expect([0, 75.25, 3723].map(sheetTime)).toEqual(['0:00.0', '1:15.2', '1:02:03']);
  });
});
