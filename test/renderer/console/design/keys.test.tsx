import { describe, expect, it } from 'vitest';
import { keyableIn } from '../../../../core/show/keys-edit/keyable.ts';
import type { Lanes } from '../../../../core/show/keys-edit/lanes.ts';
import type { Ease, Keyframe } from '../../../../core/show/show.schema.ts';
import {
  axisOf,
  curveKeysIn,
  curvePlaceAt,
  curvePoints,
  handleAt,
  handleMoved,
  handlesIn,
  rangeOf,
  yOf,
  type CurveView,
} from '../../../../renderer/console/design/keys/curve-view.ts';
import { bezierIn, easePath } from '../../../../renderer/console/design/keys/ease-row.tsx';
import { keysShown, type KeyReach } from '../../../../renderer/console/design/keys/key-gesture.ts';
import { keyPress } from '../../../../renderer/console/design/keys/key-shortcuts.ts';
import {
  atOf,
  inSight,
  keysIn,
  LANE,
  neighbour,
  picksAfter,
  placeAt,
  xOf,
} from '../../../../renderer/console/design/keys/lane-view.ts';
import { changedFields, fieldsAt } from '../../../../renderer/console/design/inspector/clip-fields.ts';
import { at, board3, boardIn } from '../../../core/show/timeline-edit/show.ts';

const key = (time: number, value: number, ease: Ease = 'linear'): Keyframe => ({ at: time, value, ease });
const lane = [key(0, 0, 'smooth'), key(2, 1), key(4, 0.5)];
const view = { scale: 100, left: 50, start: 1, width: 600 };
const curve: CurveView = { ...view, height: 128, low: 0, high: 1 };
const picks = (places: Record<string, number[]>) =>
  new Map(Object.entries(places).map(([param, list]) => [param, new Set(list)]));

describe('lanes in pixels', () => {
  it('lie on the time scale of the timeline, there and back', () => {
    expect(xOf(view, 2)).toBe(250);
    expect(atOf(view, 250)).toBe(2);
    expect(placeAt(view, lane, 256)).toBe(1);
    expect(placeAt(view, lane, 262)).toBe(-1);
  });
  it('have in hand what is in sight alone', () => {
    const many = Array.from({ length: 8000 }, (_, n) => key(n / 25, 0));
    const { first, end } = inSight({ ...view, left: 10_000 }, many);
    expect(end - first).toBeLessThan(160);
    expect(many[first]!.at).toBeLessThan(99);
  });
  it('are picked by a press, with Shift, and by a frame over rows', () => {
    const lanes: Lanes = { a: lane, b: [key(1, 0)] };
    expect(picksAfter(picks({ a: [0, 1] }), 'a', 1, false)).toEqual(picks({ a: [0, 1] }));
    expect(picksAfter(picks({ a: [0, 1] }), 'b', 0, false)).toEqual(picks({ b: [0] }));
    expect(picksAfter(picks({ a: [0] }), 'a', 0, true)).toEqual(new Map());
    const frame = { from: { x: 260, y: LANE + 20 }, to: { x: 140, y: 5 } };
    expect(keysIn(view, lanes, ['a', 'b'], frame)).toEqual(picks({ a: [1], b: [0] }));
    expect(neighbour(lane, picks({ a: [1] }), 'a', 1)).toBe(2);
    expect(neighbour(lane, new Map(), 'a', -1)).toBe(2);
  });
});

describe('a curve', () => {
  it('has a window on its values, overshoots in it, and an axis of round numbers', () => {
    const share = keyableIn({ layer: 'solid', parameters: {}, effects: [] }, 'opacity')!;
    expect(rangeOf(lane, share)).toEqual({ low: 0, high: 1 });
    expect(rangeOf([key(0, 1)], share)).toEqual({ low: 0, high: 1 });
    expect(rangeOf([key(0, 90)], { min: null, max: null })).toEqual({ low: 45, high: 135 });
    expect(rangeOf([key(0, 0, [0.2, 2, 0.4, 2]), key(1, 1)], share).high).toBeGreaterThan(1.1);
    expect(axisOf(curve, 26)).toEqual([0, 0.5, 1]);
    expect(yOf(curve, 1)).toBe(14);
  });
  it('meets its keys, steps upright, and is taken hold of at them', () => {
    const stepped = [key(0, 0, 'hold'), key(2, 1)];
    const points = curvePoints(curve, stepped).filter(({ x }) => Math.abs(x - xOf(view, 2)) < 0.02);
    expect(points.map(({ y }) => y)).toEqual([yOf(curve, 0), yOf(curve, 1)]);
    expect(curvePlaceAt(curve, lane, { x: 253, y: 10 })).toBe(1);
    expect(curvePlaceAt(curve, lane, { x: 253, y: 60 })).toBe(-1);
    const frame = { from: { x: 200, y: 0 }, to: { x: 500, y: 40 } };
    expect(curveKeysIn(curve, lane, 'a', frame)).toEqual(picks({ a: [1] }));
  });
  it('is bent by a handle, whose times stay between the two keys; a step has none', () => {
    const handles = handlesIn(curve, lane, picks({ a: [0] }), 'a');
    expect(handles.map(({ place, end }) => [place, end])).toEqual([
      [0, 'out'],
      [0, 'in'],
    ]);
    const out = handleAt(handles, { x: xOf(view, 2 / 3) + 2, y: yOf(curve, 0) });
    expect(out?.end).toBe('out');
    expect(handleMoved(curve, lane, out!, { x: -500, y: -50 })).toEqual([0, 0.5, 0.6667, 1]);
    expect(handlesIn(curve, [key(0, 0, 'hold'), key(2, 1)], picks({ a: [0] }), 'a')).toEqual([]);
  });
});

describe('a drag of keys', () => {
  const clip = at(board3, 'clip:a');
  const around = { board: boardIn(board3), cues: [], playhead: 3.4 };
  const reach = (seconds: number, tolerance: number, value = 0): KeyReach => ({
    seconds,
    tolerance,
    value,
    ease: null,
  });
  const keyed = { lanes: clip.keyframes, picks: picks({ level: [1] }) };
  const times = (shown: ReturnType<typeof keysShown>) => shown.keyed.lanes['level']?.map((each) => each.at);
  it('clings to the playhead, not without tolerance; a value goes no further than it may', () => {
    const held = { kind: 'move', at: 3 } as const;
    expect(keysShown(clip, keyed, held, around, reach(0.35, 0.1))).toMatchObject({ snappedAt: 3.4 });
    expect(times(keysShown(clip, keyed, held, around, reach(0.35, 0)))).toEqual([0, 3.35, 5]);
    const raised = keysShown(clip, keyed, held, around, reach(0, 0, -5));
    expect(raised.keyed.lanes['level']?.[1]?.value).toBe(0);
  });
  it('stretches about the other end', () => {
    const all = { lanes: clip.keyframes, picks: picks({ level: [0, 1, 2] }) };
    const held = { kind: 'stretch', at: 5, pivot: 0 } as const;
    expect(times(keysShown(clip, all, held, around, reach(5, 0)))).toEqual([0, 6, 10]);
  });
});

it('eases have pictures, and a Bézier is read as it is typed', () => {
  expect(easePath('linear')).toMatch(/^M0\.0 16\.0L.*16\.0 0\.0$/);
  expect(bezierIn(' 0.2, 0 0.4,1 ')).toEqual([0.2, 0, 0.4, 1]);
  expect(bezierIn('2 0 0.4 1')).toBeNull();
  expect(bezierIn('0.2 0')).toBeNull();
});

it('keys of the keyboard are the lanes’ own, and the rest stays the page’s', () => {
  const press = (name: string, more = {}) =>
    keyPress({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
  expect(press('ArrowRight', { altKey: true, shiftKey: true })).toEqual({
    kind: 'walk',
    by: 1,
    isMore: true,
  });
  expect(press('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'nudge', frames: -10 });
  expect(press('V', { ctrlKey: true })).toEqual({ kind: 'paste' });
  for (const name of ['s', 'm', ' ', 'Home', 'Escape']) expect(press(name)).toBeNull();
  expect(press('z', { ctrlKey: true })).toBeNull();
});

describe('the fields of a clip at a time', () => {
  const clip = at(board3, 'clip:a');
  const effect = { 'glow/level': [key(0, 1)] };
  const withEffects = { ...clip, keyframes: { ...clip.keyframes, ...effect } };
  const { records } = board3;
  const record = Object.assign({}, records['clip:a'], { keyframes: withEffects.keyframes });
  const document = { ...board3, records: { ...records, 'clip:a': record } };
  it('are those of its keys there; keys of an effect are none of them and stay', () => {
    const before = fieldsAt(document, withEffects, null, 3);
    expect(before['parameters']).toEqual({ colour: '#102030', level: 1 });
    const after = { ...before, parameters: { colour: '#ff0000', level: 0.4 } };
    const changed = changedFields(document, withEffects, before, after, 3);
    expect(changed['parameters']).toEqual({ colour: '#ff0000', level: 0.5 });
    expect(changed['keyframes']).toMatchObject({ ...effect, level: [{}, { at: 3, value: 0.4 }, {}] });
    expect(Object.keys(changed)).toEqual(['parameters', 'keyframes']);
  });
});
