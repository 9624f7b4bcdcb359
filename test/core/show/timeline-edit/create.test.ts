import { describe, expect, it } from 'vitest';
import { validate } from '../../../../core/show/open.ts';
import { readRecord } from '../../../../core/show/records.ts';
import { showSchema, type ShowDocument } from '../../../../core/show/show.schema.ts';
import { copyClips, pasteClips } from '../../../../core/show/timeline-edit/copy.ts';
import { addClip, clipOfLayer, clipOfMedium, mediaOf } from '../../../../core/show/timeline-edit/create.ts';
import { newId, slugOf } from '../../../../core/show/timeline-edit/free-id.ts';
import { lockedEdit } from '../../../../core/show/timeline-edit/locked.ts';
import { markersOf, renameMarker, toggleMarker } from '../../../../core/show/timeline-edit/markers.ts';
import { allClips, clipsIn } from '../../../../core/show/timeline-edit/marquee.ts';
import { moveClips, movedTo } from '../../../../core/show/timeline-edit/move.ts';
import { palette, searched } from '../../../../core/show/timeline-edit/palette.ts';
import { boardOf } from '../../../../core/show/timeline-edit/board.ts';
import { layerTypes } from '../../../../core/layers/registry.ts';
import { snapField, snapped } from '../../../../core/show/timeline-edit/snap.ts';
import {
  addTimeline,
  removeTimeline,
  renameTimeline,
  setDuration,
} from '../../../../core/show/timeline-edit/timelines.ts';
import {
  addTrack,
  colourClips,
  colourTrack,
  lockTrack,
  removeTrack,
} from '../../../../core/show/timeline-edit/tracks.ts';
import { trimmedTo } from '../../../../core/show/timeline-edit/trim.ts';
import { yearsOf } from '../../../../core/show/timeline-edit/years.ts';
import { context } from '../folder.ts';
import { after, at, board3, boardIn } from './show.ts';

const showOf = (document: ShowDocument) => {
  const id = Object.keys(document.records).find((each) => each.startsWith('show:')) ?? '';
  const read = readRecord(showSchema, document.records[id]);
  if (!read.success) throw new Error('no show');
  return read.data;
};
const layer = (type: string) => {
  const found = palette.find((each) => each.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};
const clipOf = (document: ShowDocument, type: string) => {
  const clip = clipOfLayer(document, showOf(document), layer(type), 'timeline:main');
  if (!clip.ok) throw new Error(clip.code);
  return clip.value;
};
const put = (document: ShowDocument, type: string, time: number, track: string | null, isDropped = false) =>
  addClip(document, boardIn(document), clipOf(document, type), { at: time, track, isDropped });
const faults = (document: ShowDocument) => validate(document, context);
const locked = after(board3, lockTrack(board3, 'track:mid', true));

describe('new clips', () => {
  it('of every layer of the palette are sound, on a façade of any size', () => {
    expect(palette.map(({ type }) => type).sort()).toEqual(
      [...Object.keys(layerTypes), 'excerpt', 'osc', 'sound'].sort(),
    );
    for (const { type } of palette) {
      // The little show has no files, and no other timeline.
      if (['video', 'image', 'model', 'excerpt'].includes(type)) continue;
      const next = after(board3, put(board3, type, 15, null));
      expect([type, faults(next)]).toEqual([type, faults(board3)]);
    }
    expect(clipOfLayer(board3, showOf(board3), layer('video'), 'timeline:main')).toMatchObject({
      code: 'layer-no-medium',
    });
  });
  it('go to the chosen track where it is free, else to the highest that is, else to a new one', () => {
    const made = (type: string, time: number, track: string | null, document = board3) => {
      const edit = put(document, type, time, track);
      if (!edit.ok) throw new Error(edit.code);
      return at(after(document, edit), edit.value.made[0] ?? '');
    };
    expect(made('solid', 14, 'track:low').track).toBe('track:low');
    expect(made('solid', 5, 'track:low').track).toBe('track:aplat');
    expect(made('solid', 14, null).track).toBe('track:mid');
    expect(made('solid', 14, 'track:mid', locked).track).toBe('track:low');
    expect(made('sound', 14, null).track).toBe('track:top');
    expect(made('solid', 18, null)).toMatchObject({ start: 18, duration: 2 });
    expect(made('solid', 99, null).start).toBeLessThan(20);
  });
  it('are dropped as near as there is room, and not on a locked track', () => {
    const edit = put(board3, 'solid', 1, 'track:low', true);
    if (!edit.ok) throw new Error(edit.code);
    expect(at(after(board3, edit), edit.value.made[0] ?? '')).toMatchObject({
      track: 'track:low',
      start: 9.5,
    });
    expect(put(locked, 'solid', 1, 'track:mid', true)).toMatchObject({ code: 'track-locked' });
    const onNew = put(board3, 'solid', 1, null, true);
    expect(onNew.ok && Object.keys(onNew.value.put).some((id) => id.startsWith('track:'))).toBe(true);
  });
  it('of a medium are as long as it is', () => {
    const [medium] = mediaOf(board3);
    if (!medium) throw new Error('no medium');
    expect(clipOfMedium({ ...medium, kind: 'video', duration: 7 }, showOf(board3))).toMatchObject({
      layer: 'video',
      duration: 7,
    });
    expect(clipOfMedium({ ...medium, kind: 'svg', duration: null }, showOf(board3)).layer).toBe('image');
    const font = clipOfMedium({ ...medium, kind: 'font', title: 'Limelight' }, showOf(board3));
    expect(font).toMatchObject({ layer: 'text', fields: { parameters: { font: medium.id } } });
  });
  it('are searched in both languages, without accents', () => {
    expect(searched('etincelle').map(({ type }) => type)).toEqual(['particles']);
    expect(searched('letter').map(({ type }) => type)).toEqual(['text']);
    expect(searched('').length).toBe(palette.length);
    expect(searched('zeppelin')).toEqual([]);
  });
});

it('an id is the name’s letters, numbered where they are taken', () => {
  expect(slugOf('Été 1900 – Tour.png')).toBe('ete-1900-tour-png');
  expect(slugOf('…')).toBe('');
  expect(newId({}, 'clip', 'Été')).toBe('clip:ete');
  expect(newId({ 'clip:ete': 1, 'clip:ete-2': 1 }, 'clip', 'Été')).toBe('clip:ete-3');
  expect(newId({}, 'clip', '火')).toBe('clip:clip');
});

describe('tracks', () => {
  it('are added, coloured, and removed with their clips, unless something else names one', () => {
    const more = after(board3, addTrack(board3, boardIn(board3), 'Words', 'track:low'));
    expect(more.order['timeline:main']).toEqual(['track:low', 'track:words', 'track:mid', 'track:top']);
    const blue = after(more, colourTrack(more, 'track:words', '#6fa8ff'));
    expect(boardIn(blue).tracks[1]).toMatchObject({ colour: '#6fa8ff' });
    const plain = after(blue, colourTrack(blue, 'track:words', null));
    expect(plain.records['track:words']).toEqual(more.records['track:words']);
    expect(removeTrack(board3, boardIn(board3), 'track:top')).toMatchObject({ code: 'clip-named' });
    const less = after(board3, removeTrack(board3, boardIn(board3), 'track:mid'));
    expect(less.records['clip:d']).toBeUndefined();
    expect(less.order['track:mid']).toBeUndefined();
    expect(faults(less)).toEqual(faults(board3));
  });
  it('that are locked keep their clips, whoever asks', () => {
    const board = boardIn(locked);
    expect(movedTo(board, new Set(['clip:d']), { seconds: 1, tracks: 0 })).toMatchObject({
      code: 'track-locked',
    });
    expect(movedTo(board, new Set(['clip:a']), { seconds: 0, tracks: 1 })).toMatchObject({
      code: 'track-locked',
    });
    expect(trimmedTo(board, 'clip:d', 'out', 3)).toMatchObject({ code: 'track-locked' });
    expect(removeTrack(locked, board, 'track:mid')).toMatchObject({ code: 'track-locked' });
    const edit = (put_: Record<string, unknown>, order = {}) =>
      lockedEdit(locked, { label: '', put: put_, remove: [], order });
    expect(edit({ 'clip:d': {} })).toMatchObject({ code: 'track-locked' });
    expect(edit({}, { 'track:mid': ['clip:beat', 'clip:d'] })).toMatchObject({ code: 'track-locked' });
    expect(edit({ 'clip:a': {} }).ok).toBe(true);
    expect(edit({ 'clip:d': {}, 'track:mid': { name: 'mid' } }).ok).toBe(true);
    expect(lockedEdit(locked, { label: '', put: {}, remove: ['clip:d'], order: {} }).ok).toBe(false);
    const own = after(locked, moveClips(locked, board, new Set(['clip:b']), { seconds: 3, tracks: 0 }));
    expect(at(own, 'clip:b').start).toBe(9.5);
  });
  it('are chosen in a rectangle, but for locked ones', () => {
    expect([...clipsIn(boardIn(board3), { from: 5, to: 3, low: 0, high: 1 })].sort()).toEqual([
      'clip:a',
      'clip:d',
    ]);
    expect([...clipsIn(boardIn(locked), { from: 3, to: 5, low: 0, high: 1 })]).toEqual(['clip:a']);
    expect(allClips(boardIn(locked)).has('clip:d')).toBe(false);
  });
  it('of another timeline take what was copied, from the chosen one upwards', () => {
    const made = addTimeline(board3, { name: 'Flash', duration: 30, track: 'one' });
    const document = after(board3, made);
    const other = boardOf(document, 'timeline:flash');
    const copied = copyClips(boardIn(document), new Set(['clip:b']));
    if (!other || !copied.ok) throw new Error('nothing copied');
    const pasted = after(document, pasteClips(document, other, copied.value, 4, null));
    expect(boardOf(pasted, 'timeline:flash')?.tracks[0]?.clips).toMatchObject([{ start: 4, duration: 2 }]);
    const two = copyClips(boardIn(document), new Set(['clip:b', 'clip:d']));
    if (!two.ok) throw new Error('nothing copied');
    expect(pasteClips(document, other, two.value, 4)).toMatchObject({ code: 'track-missing' });
  });
});

describe('timelines', () => {
  const document = after(board3, addTimeline(board3, { name: 'Flash', duration: 30, track: 'one' }));
  const flash = () => {
    const board = boardOf(document, 'timeline:flash');
    if (!board) throw new Error('no timeline');
    return board;
  };
  it('are made, named and removed; main stays, and so does one that a cue names', () => {
    expect(faults(document)).toEqual(faults(board3));
    expect(
      after(document, renameTimeline(document, flash(), 'Éclair')).records['timeline:flash'],
    ).toMatchObject({
      name: 'Éclair',
    });
    expect(after(document, removeTimeline(document, flash()))).toEqual(board3);
    expect(removeTimeline(document, boardIn(document))).toMatchObject({ code: 'timeline-main' });
    const cue = {
      number: '2',
      name: { fr: '', en: '' },
      actions: [{ verb: 'timeline/start', args: { id: 'flash' } }],
    };
    const named = { ...document, records: { ...document.records, 'cue:flash': cue } };
    expect(removeTimeline(named, flash())).toMatchObject({ code: 'timeline-named' });
  });
  it('are as long as wanted, and no shorter than what lies on them', () => {
    const board = boardIn(document);
    expect(setDuration(document, board, 11.9)).toMatchObject({ code: 'timeline-short' });
    expect(boardIn(after(document, setDuration(document, board, 12))).timeline.duration).toBe(12);
  });
  it('have markers, to which clips cling', () => {
    const one = after(board3, toggleMarker(board3, boardIn(board3), 5.3, 'here'));
    expect(markersOf(boardIn(one))).toMatchObject([{ at: 5.3, name: 'here' }]);
    const named = after(one, renameMarker(one, boardIn(one), 5.3, 'there'));
    expect(markersOf(boardIn(named))[0]?.name).toBe('there');
    expect(after(named, toggleMarker(named, boardIn(named), 5.3, ''))).toEqual(board3);
    const field = snapField(boardIn(one), [], null, new Set());
    expect(snapped([5.28], field, 0.1)?.target).toEqual({ at: 5.3, kind: 'marker' });
  });
});

it('a clip’s colour comes and goes without a trace', () => {
  const red = after(board3, colourClips(board3, boardIn(board3), new Set(['clip:b']), '#ff8fc7'));
  expect(at(red, 'clip:b').colour).toBe('#ff8fc7');
  expect(after(red, colourClips(red, boardIn(red), new Set(['clip:b']), null))).toEqual(board3);
});

it('the years that a show tells are read from its texts', () => {
  const year = (start: number, text: unknown, keys: unknown[] = []) => ({
    layer: 'text',
    start,
    duration: 1,
    parameters: { text },
    keyframes: keys.length > 0 ? { text: keys } : {},
  });
  const document: ShowDocument = {
    ...board3,
    records: {
      ...board3.records,
      'clip:y1': year(0, '1868'),
      'clip:y2': year(3, '1869', [
        { at: 0, value: '1869' },
        { at: 0.5, value: '1871' },
        { at: 4, value: '1999' },
      ]),
      'clip:y3': year(6, { fr: '1871', en: '1871' }),
      'clip:y4': year(8, 'Gustave Eiffel'),
      'clip:y5': year(9, '2018'),
    },
    order: { ...board3.order, 'track:top': ['clip:y1', 'clip:y2', 'clip:y3', 'clip:y4', 'clip:y5'] },
  };
  expect(yearsOf(boardIn(document))).toEqual([
    { at: 0, year: 1868 },
    { at: 3.5, year: 1871 },
    { at: 9, year: 2018 },
  ]);
});
