import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../../core/playback/ease.ts';
import { copyClips, duplicateClips, pasteClips } from '../../../../core/show/timeline-edit/copy.ts';
import { gridLines } from '../../../../core/show/timeline-edit/grid.ts';
import { moveClips } from '../../../../core/show/timeline-edit/move.ts';
import { deleteClips, rippleDelete } from '../../../../core/show/timeline-edit/remove.ts';
import { snapField, snapped } from '../../../../core/show/timeline-edit/snap.ts';
import { splitClips } from '../../../../core/show/timeline-edit/split.ts';
import { moveTrack, muteTrack, renameClip } from '../../../../core/show/timeline-edit/tracks.ts';
import { trimClip } from '../../../../core/show/timeline-edit/trim.ts';
import type { Keyframe } from '../../../../core/show/show.schema.ts';
import { after, at, board3, boardIn } from './show.ts';

const ids = (...names: string[]) => new Set(names.map((name) => `clip:${name}`));
const board = boardIn(board3);
const shift = (seconds: number, tracks = 0) => ({ seconds, tracks });
const valueOf = (keys: readonly Keyframe[] = [], time: number) =>
  valueAt(
    { param: '', keys: [...keys], times: Float64Array.from(keys, (key) => key.at), numbers: null },
    time,
  );

describe('a move', () => {
  it('goes where it is asked to, and one track up', () => {
    const moved = at(after(board3, moveClips(board3, board, ids('b'), shift(-1, 1))), 'clip:b');
    expect([moved.start, moved.track]).toEqual([5, 'track:mid']);
  });
  it('goes to the nearest free place where it would overlap', () => {
    expect(at(after(board3, moveClips(board3, board, ids('b'), shift(-3))), 'clip:b').start).toBe(4);
    expect(at(after(board3, moveClips(board3, board, ids('b'), shift(1.4))), 'clip:b').start).toBe(6);
    expect(at(after(board3, moveClips(board3, board, ids('b'), shift(2))), 'clip:b').start).toBe(9.5);
  });
  it('keeps the distances of a group, within the timeline and its tracks', () => {
    const moved = after(board3, moveClips(board3, board, ids('b', 'c'), shift(99, 9)));
    expect([at(moved, 'clip:b'), at(moved, 'clip:c')].map(({ start, track }) => [start, track])).toEqual([
      [16.5, 'track:top'],
      [18.5, 'track:top'],
    ]);
  });
  it('is refused where no place is left', () => {
    const full = { ...board3.records, 'clip:d': { layer: 'solid', start: 0, duration: 20 } };
    const document = { ...board3, records: full, order: { ...board3.order, 'track:mid': ['clip:d'] } };
    expect(moveClips(document, boardIn(document), ids('b'), shift(0, 1))).toMatchObject({
      code: 'track-full',
    });
  });
  it('puts the lists in the order of starts', () => {
    expect(after(board3, moveClips(board3, board, ids('a'), shift(12))).order['track:low']).toEqual([
      'clip:b',
      'clip:c',
      'clip:a',
    ]);
  });
});

describe('a trim', () => {
  it('leaves keys in their absolute place and fits the fades', () => {
    const { start, duration, keyframes, fadeIn, fadeOut } = at(
      after(board3, trimClip(board3, board, 'clip:a', 'in', 2.5)),
      'clip:a',
    );
    expect([start, duration, fadeIn, fadeOut]).toEqual([2.5, 1.5, 1, 0.5]);
    expect(keyframes['level']?.map((key) => key.at)).toEqual([-2.5, 0.5, 2.5]);
  });
  it('stops at the neighbour, a frame before the other edge, and where the file begins', () => {
    expect(at(after(board3, trimClip(board3, board, 'clip:b', 'out', 9)), 'clip:b').duration).toBe(2);
    expect(at(after(board3, trimClip(board3, board, 'clip:b', 'out', 0)), 'clip:b').duration).toBe(0.04);
    const later = after(board3, moveClips(board3, board, ids('hum'), shift(8)));
    const hum = at(after(later, trimClip(later, boardIn(later), 'clip:hum', 'in', 0)), 'clip:hum');
    expect([hum.start, hum.duration, hum.parameters['offset']]).toEqual([7, 8, 0]);
  });
});

describe('a split', () => {
  const cut = 1.3;
  const split = after(board3, splitClips(board3, board, ids('a'), cut));
  const [first, second] = [at(split, 'clip:a'), at(split, 'clip:a-2')];
  it('keeps the fades at the outer edges and the length as a whole', () => {
    expect([first.duration, first.fadeIn, first.fadeOut]).toEqual([1.3, 1, 0]);
    expect([second.start, second.duration, second.fadeIn, second.fadeOut]).toEqual([1.3, 2.7, 0, 2]);
  });
  it.each(['level', 'opacity'])('leaves every value of %s as it was', (param) => {
    const whole = at(board3, 'clip:a').keyframes[param];
    for (let time = 0; time < 4; time += 0.01) {
      const half =
        time < cut ? valueOf(first.keyframes[param], time) : valueOf(second.keyframes[param], time - cut);
      expect(half).toBeCloseTo(valueOf(whole, time) as number, 4);
    }
  });
  it('runs the file on, and cuts what lies across alone', () => {
    const sound = after(board3, splitClips(board3, board, ids('hum', 'b'), 4));
    expect(at(sound, 'clip:hum-2').parameters['offset']).toBe(5);
    expect(sound.order['track:low']).toEqual(board3.order['track:low']);
    expect(splitClips(board3, board, ids('a'), 3.99)).toMatchObject({ code: 'split-edge' });
  });
});

describe('taking away and copying', () => {
  it('leaves a gap, or closes it on that track alone', () => {
    expect(at(after(board3, deleteClips(board3, board, ids('a'))), 'clip:b').start).toBe(6);
    const rippled = after(board3, rippleDelete(board3, board, ids('a')));
    expect([at(rippled, 'clip:b').start, at(rippled, 'clip:d').start]).toEqual([2, 2]);
  });
  it('is refused while something that stays names it', () => {
    expect(deleteClips(board3, board, ids('hum'))).toMatchObject({ code: 'clip-named', path: 'clip:hum' });
    expect(deleteClips(board3, board, ids('hum', 'beat')).ok).toBe(true);
    const trigger = { address: '/x', verb: 'clip/set', args: { id: 'a', param: 'level', value: 1 } };
    const named = { ...board3, records: { ...board3.records, 'trigger:x': trigger } };
    expect(deleteClips(named, board, ids('a'))).toMatchObject({ code: 'clip-named' });
  });
  it('duplicates behind the choice, with ids of their own and follows among the copies', () => {
    const made = duplicateClips(board3, board, ids('hum', 'beat'));
    expect(made.ok && made.value.made).toEqual(['clip:beat-2', 'clip:hum-2']);
    const document = after(board3, made);
    expect(at(document, 'clip:hum-2').start).toBe(9);
    expect(at(document, 'clip:beat-2').follow['level']?.source).toMatchObject({ clip: 'clip:hum-2' });
  });
  it('pastes what was copied, as it was then, at the playhead', () => {
    const copied = copyClips(board, ids('a'));
    if (!copied.ok) throw new Error(copied.code);
    const gone = after(board3, deleteClips(board3, board, ids('a')));
    const document = after(gone, pasteClips(gone, boardIn(gone), copied.value, 11));
    expect(at(document, 'clip:a-2')).toMatchObject({ start: 11, fadeOut: 2, track: 'track:low' });
  });
});

describe('tracks', () => {
  it('are muted, put higher, and clips named', () => {
    expect(after(board3, muteTrack(board3, 'track:mid', true)).records['track:mid']).toMatchObject({
      muted: true,
    });
    expect(after(board3, moveTrack(board3, board, 'track:low', 1)).order['timeline:main']).toEqual([
      'track:mid',
      'track:low',
      'track:top',
    ]);
    expect(at(after(board3, renameClip(board3, board, 'clip:b', 'Steam')), 'clip:b').name).toBe('Steam');
  });
});

describe('snapping', () => {
  const field = snapField(board, [5.03], 12.4, ids('b'));
  it.each([
    [[12.37], 12.4, 'playhead'],
    [[4.06], 4, 'edge'],
    [[5.06], 5.03, 'cue'],
    [[19.95], 20, 'end'],
    [[6.04], 6, 'bar'],
    [[6.54], 6.5, 'beat'],
    [[14.03, 7.3], 14, 'beat'],
  ] as const)('%j meets %d, a %s', (edges, to, kind) => {
    const found = snapped(edges, field, 0.1);
    expect(found?.target.kind).toBe(kind);
    expect(found?.target.at).toBeCloseTo(to, 9);
  });
  it('lets go where nothing is near, and where the grid would hold it everywhere', () => {
    expect(snapped([6.25], field, 0.1)).toBeNull();
    expect(snapped([6.25], { ...field, targets: [] }, 1)).toBeNull();
  });
});

describe('the grid', () => {
  it('counts bars across tempo changes, and thins out', () => {
    const { tempo } = board.timeline;
    const bars = gridLines(tempo, 0, 15.5, 1.5).map(({ at: time, bar }) => [time, bar]);
    expect(bars).toEqual([
      [0, 1],
      [2, 2],
      [4, 3],
      [6, 4],
      [8, 5],
      [9, 6],
      [12, 7],
      [15, 8],
    ]);
    expect(gridLines(tempo, 0, 2, 0.1).map(({ kind }) => kind)).toEqual([
      'bar',
      'beat',
      'beat',
      'beat',
      'bar',
    ]);
  });
});
