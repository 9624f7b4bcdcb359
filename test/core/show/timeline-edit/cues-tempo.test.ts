import { describe, expect, it } from 'vitest';
import { validate } from '../../../../core/show/open.ts';
import { recordsOfKind } from '../../../../core/show/records.ts';
import { cueSchema, type ShowDocument } from '../../../../core/show/show.schema.ts';
import { addCue, changeCue, moveCue, removeCue } from '../../../../core/show/timeline-edit/cues.ts';
import {
  divideTempo,
  removeTempo,
  setTempo,
  tapped,
  tempoAt,
} from '../../../../core/show/timeline-edit/tempo.ts';
import { context } from '../folder.ts';
import { after, board3, boardIn } from './show.ts';

const name = { fr: 'Nouvel effet', en: 'New cue' };
const add = (document: ShowDocument, at: number) =>
  after(document, addCue(document, boardIn(document), at, name));
const listOf = (document: ShowDocument) =>
  recordsOfKind(document.records, 'cue', cueSchema)
    .toSorted((a, b) => (a.at?.position ?? 0) - (b.at?.position ?? 0))
    .map(({ number, at }) => `${number}@${at?.position}`);

describe('cues on the time axis', () => {
  it('are numbered as the timeline runs', () => {
    const three = add(add(add(board3, 12), 5), 15);
    expect(listOf(three)).toEqual(['1@0', '1.5@5', '2@12', '3@15']);
    expect(validate(three, context)).toEqual(validate(board3, context));
  });
  it('before the first stand in front of it', () => {
    const moved = after(board3, moveCue(board3, boardIn(board3), 'cue:start', 6));
    expect(listOf(add(moved, 2))).toEqual(['0.5@2', '1@6']);
  });
  it('no room between two numbers is said', () => {
    const [first, second] = [
      { number: '1' },
      { number: '1.0001', name, at: { timeline: 'timeline:main', position: 3 } },
    ];
    const tight = {
      ...board3,
      records: {
        ...board3.records,
        'cue:start': { ...Object(board3.records['cue:start']), ...first },
        'cue:next': second,
      },
    };
    expect(addCue(tight, boardIn(tight), 1, name)).toMatchObject({ ok: false, code: 'cue-no-room' });
  });
  it('stay on the timeline when dragged beyond it', () => {
    expect(listOf(after(board3, moveCue(board3, boardIn(board3), 'cue:start', 99)))).toEqual(['1@20']);
    expect(listOf(after(board3, moveCue(board3, boardIn(board3), 'cue:start', -3)))).toEqual(['1@0']);
  });
  it('a new number is put wherever the old one stood', () => {
    const trigger = { verb: 'cue/go', args: { cue: '1' }, input: 'osc', address: '/x' };
    const named = { ...board3, records: { ...board3.records, 'trigger:x': trigger } };
    const next = after(named, changeCue(named, 'cue:start', 'renumber cue', { number: '7' }));
    expect(next.records['trigger:x']).toMatchObject({ args: { cue: '7' } });
    expect(removeCue(named, 'cue:start')).toMatchObject({ ok: false, code: 'cue-named' });
    expect(after(board3, removeCue(board3, 'cue:start')).records['cue:start']).toBeUndefined();
  });
});

describe('the tempo map', () => {
  const mapOf = (document: ShowDocument) =>
    boardIn(document).timeline.tempo.map(({ at, bpm, beats }) => `${at}: ${bpm}/${beats}`);
  it('is changed where the playhead is', () => {
    expect(mapOf(after(board3, setTempo(board3, boardIn(board3), 10, { bpm: 96.5 })))).toEqual([
      '0: 120/4',
      '9: 96.5/3',
    ]);
    expect(mapOf(after(board3, setTempo(board3, boardIn(board3), 3, { beats: 3 })))).toEqual([
      '0: 120/3',
      '9: 60/3',
    ]);
  });
  it('divided, it has a bar line there; removed, the one before lasts on', () => {
    const divided = after(board3, divideTempo(board3, boardIn(board3), 4.5));
    expect(mapOf(divided)).toEqual(['0: 120/4', '4.5: 120/4', '9: 60/3']);
    expect(mapOf(after(divided, removeTempo(divided, boardIn(divided), 4.6)))).toEqual(mapOf(board3));
  });
  it('an empty one begins at the beginning', () => {
    const none = after(board3, removeTempo(board3, boardIn(board3), 0));
    const bare = after(none, removeTempo(none, boardIn(none), 9));
    expect(tempoAt(boardIn(bare).timeline.tempo, 5)).toBeNull();
    expect(mapOf(after(bare, setTempo(bare, boardIn(bare), 5, { bpm: 90 })))).toEqual(['0: 90/4']);
  });
  it.each([{ bpm: 0 }, { bpm: 401 }, { bpm: Number.NaN }, { beats: 2.5 }, { beats: 33 }])(
    '%j is refused',
    (fields) =>
      expect(setTempo(board3, boardIn(board3), 0, fields)).toMatchObject({ ok: false, code: 'tempo-range' }),
  );
  it('is tapped: four taps tell, a pause begins anew', () => {
    expect(tapped([0, 0.5, 1])).toBeNull();
    expect(tapped([0, 0.5, 1, 1.5])).toBe(120);
    expect(tapped([0, 0.5, 5, 5.625, 6.25, 6.875])).toBe(96);
  });
});
