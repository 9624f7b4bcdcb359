import { describe, expect, it } from 'vitest';
import {
  keysDeleted,
  keysEased,
  keysRaised,
  keysValued,
} from '../../../../core/show/keys-edit/change-keys.ts';
import { copyKeys, pasteKeys } from '../../../../core/show/keys-edit/copy-keys.ts';
import { keyableIn, keyables, type KeyableClip } from '../../../../core/show/keys-edit/keyable.ts';
import {
  keyedAt,
  keyNear,
  lanesEdit,
  ownValue,
  valueNow,
  type Keyed,
  type Lanes,
} from '../../../../core/show/keys-edit/lanes.ts';
import {
  easeReversed,
  keysMoved,
  keysReversed,
  keysStretched,
} from '../../../../core/show/keys-edit/retime.ts';
import { keySet } from '../../../../core/show/keys-edit/set-key.ts';
import { eased } from '../../../../core/playback/ease.ts';
import { layerTypes } from '../../../../core/layers/registry.ts';
import { ok } from '../../../../core/result.ts';
import type { Ease, Keyframe, Value } from '../../../../core/show/show.schema.ts';
import { pairsOf, withPartners } from '../../../../core/show/keys-edit/pairs.ts';
import { clipsEdit } from '../../../../core/show/timeline-edit/board.ts';
import { after, at, board3 } from '../timeline-edit/show.ts';

const key = (time: number, value: Value, ease: Ease = 'linear'): Keyframe => ({ at: time, value, ease });
const of = (layer: string, more: Partial<KeyableClip> = {}): KeyableClip => ({
  layer,
  parameters: {},
  effects: [],
  ...more,
});
const level = keyableIn(of('solid'), 'level')!;
const picks = (places: Record<string, number[]>) =>
  new Map(Object.entries(places).map(([param, list]) => [param, new Set(list)]));
const keyed = (lanes: Lanes, places: Record<string, number[]>): Keyed => ({ lanes, picks: picks(places) });
const timesIn = ({ lanes }: Keyed, param = 'level') => lanes[param]?.map((each) => each.at);

describe('what takes keys', () => {
  it('is read from the schemas: numbers with limits, colours, words; lists do not', () => {
    expect(keyableIn(of('solid'), 'opacity')).toMatchObject({ kind: 'number', min: 0, max: 1, fallback: 1 });
    expect(keyableIn(of('solid'), 'colour')).toMatchObject({ kind: 'colour' });
    expect(keyableIn(of('facade-light'), 'order')).toMatchObject({ kind: 'word' });
    expect(keyableIn(of('facade-light'), 'elements')).toBeNull();
    expect(keyableIn(of('shape'), 'x')).toMatchObject({ kind: 'number', unit: 'm' });
    expect(keyableIn(of('image'), 'media')).toMatchObject({ kind: 'word' });
    expect(keyableIn(of('sound'), 'opacity')).toBeNull();
    expect(keyables(of('osc')).map(({ param }) => param)).toEqual(['level']);
  });
  it('are the settings of effects and what a shader declares, too, by the names of their channels', () => {
    const blur = { id: 'soft', type: 'blur', on: true, parameters: {} };
    const worked = of('solid', { effects: [blur, { ...blur, id: 'no', type: 'nobody-knows' }] });
    expect(keyableIn(worked, 'soft.radius')).toMatchObject({
      kind: 'number',
      min: 0,
      unit: 'm',
      fallback: 0.5,
    });
    expect(keyables(worked).map(({ param }) => param)).toEqual(['opacity', 'colour', 'level', 'soft.radius']);
    for (const name of ['blur.radius', 'soft.nothing', 'no.radius', 'radius'])
      expect([name, keyableIn(worked, name)]).toEqual([name, null]);
    const code = 'uniform float heat; // = 0.5, 0 to 2\nvec4 paint(vec2 at) { return vec4(heat); }';
    expect(keyableIn(of('shader', { parameters: { code } }), 'heat')).toMatchObject({ min: 0, max: 2 });
    expect(keyableIn(of('shader'), 'heat')).toBeNull();
    expect(keyableIn(of('shader'), 'ink')).toMatchObject({ kind: 'colour' });
    expect(keyables(of('excerpt'))).toEqual([]);
  });
  it('every layer that is there has some, and each takes what it falls back to', () => {
    for (const type of Object.keys(layerTypes))
      for (const { fallback, takes } of keyables(of(type)))
        expect(fallback === undefined || takes(fallback)).toBe(true);
  });
});

describe('a key set', () => {
  const keys = [key(0, 0, 'smooth'), key(2, 1)];
  it('changes the one that the hand means, within half a frame', () => {
    expect(keySet(level, keys, 2.015, 0.4)).toEqual([keys[0], key(2, 0.4)]);
    expect(keyNear(keys, 1.97)).toBe(-1);
  });
  it.each(['linear', 'in', 'out', 'in-out', 'smooth', 'heavy', [0.2, 0, 0.4, 1]] as const)(
    'between two cuts %j without bending it',
    (ease) => {
      const lane = [key(0, 0, ease as Ease), key(2, 1)];
      for (const cut of [0.3, 1, 1.4]) {
        const set = keySet(level, lane, cut, keyedAt(lane, cut)!);
        expect(set.some((each) => each.at === cut)).toBe(true);
        for (let t = 0; t <= 2; t += 0.05)
          expect(Number(keyedAt(set, t))).toBeCloseTo(Number(keyedAt(lane, t)), 4);
      }
    },
  );
  it('before the first and behind the last stands alone; a word holds', () => {
    expect(keySet(level, keys, -1, 0.5)[0]).toEqual(key(-1, 0.5));
    expect(keySet(level, keys, 9, 0.5).at(-1)).toMatchObject({ at: 9, value: 0.5 });
    expect(keySet(keyableIn(of('facade-light'), 'order')!, [], 1, 'up')).toEqual([key(1, 'up', 'hold')]);
  });
});

describe('keys in time', () => {
  const lanes = { level: [key(0, 0, 'in'), key(1, 1, 'hold'), key(2, 0.5)], colour: [key(1, '#ff0000')] };
  it('move together, and what stays where one arrives gives way', () => {
    const moved = keysMoved(keyed(lanes, { level: [0], colour: [0] }), 1);
    expect(moved.lanes['level']).toEqual([key(1, 0, 'in'), key(2, 0.5)]);
    expect(moved.picks).toEqual(picks({ level: [0], colour: [0] }));
    expect(timesIn(keysMoved(keyed(lanes, { level: [0] }), 1.5))).toEqual([1, 1.5, 2]);
    expect(keysMoved(keyed(lanes, { level: [0] }), 1.5).picks).toEqual(picks({ level: [1] }));
  });
  it('leave lanes without a picked key the same objects', () => {
    expect(keysMoved(keyed(lanes, { level: [0] }), 1).lanes.colour).toBe(lanes.colour);
  });
  it('stretch about a pivot, and never onto one another', () => {
    expect(timesIn(keysStretched(keyed(lanes, { level: [0, 1, 2] }), 0, 2))).toEqual([0, 2, 4]);
    expect(timesIn(keysStretched(keyed(lanes, { level: [0, 1, 2] }), 2, 0.5))).toEqual([1, 1.5, 2]);
    expect(new Set(timesIn(keysStretched(keyed(lanes, { level: [0, 1, 2] }), 0, -3))).size).toBe(3);
  });
  it('turn round: the curve runs backwards, twice is as before', () => {
    const ramp = { level: [key(0, 0, 'in'), key(1, 1, 'smooth'), key(3, 0.2, [0.1, 0.2, 0.3, 0.9])] };
    const back = keysReversed(keyed(ramp, { level: [0, 1, 2] }));
    for (let t = 0.01; t < 3; t += 0.07)
      expect(Number(keyedAt(back.lanes['level']!, 3 - t))).toBeCloseTo(Number(keyedAt(ramp.level, t)), 5);
    expect(keysReversed(back).lanes).toEqual(ramp);
  });
  it('every ease that is turned round mirrors the one that it was', () => {
    for (const ease of ['linear', 'in', 'out', 'in-out', 'smooth', 'heavy', [0.3, -0.2, 0.4, 1.3]] as const)
      for (let x = 0; x <= 1; x += 0.1)
        expect(eased(easeReversed(ease as Ease), 1 - x)).toBeCloseTo(1 - eased(ease as Ease, x), 5);
  });
});

describe('keys as they are', () => {
  const lanes = { level: [key(0, 0), key(1, 1)], order: [key(0, 'up', 'hold')] };
  const light = (param: string) => keyableIn(of('facade-light'), param);
  it('take an ease, a value that fits, a step within limits', () => {
    const all = { level: [0, 1], order: [0] };
    expect(keysEased(keyed(lanes, { level: [1] }), 'heavy').lanes['level']?.[1]?.ease).toBe('heavy');
    expect(keysValued(keyed(lanes, all), 'down', light).lanes).toEqual({
      level: lanes.level,
      order: [key(0, 'down', 'hold')],
    });
    expect(keysRaised(keyed(lanes, all), 7.5, light).lanes['level']?.map(({ value }) => value)).toEqual([
      7.5, 8,
    ]);
  });
  it('go to another clip, a single lane to another parameter, and not where they do not fit', () => {
    const copied = copyKeys(keyed(lanes, { level: [0, 1] }));
    if (!copied.ok) throw new Error('no copy');
    expect(pasteKeys(of('solid'), {}, copied.value, 3, null)).toEqual(
      ok({ lanes: { level: [key(3, 0), key(4, 1)] }, picks: picks({ level: [0, 1] }) }),
    );
    const into = pasteKeys(of('shape'), { x: [key(3, 9), key(8, 2)] }, copied.value, 3, 'x');
    expect(into.ok && into.value.lanes['x']).toEqual([key(3, 0), key(4, 1), key(8, 2)]);
    expect(pasteKeys(of('film'), {}, copied.value, 3, null)).toMatchObject({ code: 'keys-unfit' });
    expect(pasteKeys(of('solid'), {}, null, 3, null)).toMatchObject({ code: 'keys-not-copied' });
    expect(copyKeys(keyed(lanes, {}))).toMatchObject({ code: 'keys-none' });
  });
});

describe('a step', () => {
  it('keeps the value under the playhead when the last key is gone, and leaves other lanes as they were written', () => {
    const clip = at(board3, 'clip:a');
    const gone = keysDeleted({ lanes: clip.keyframes, picks: picks({ level: [0, 1, 2] }) });
    const done = at(after(board3, ok(lanesEdit(board3, clip, 'delete keys', gone.lanes, 3))), 'clip:a');
    expect(Object.keys(done.keyframes)).toEqual(['opacity']);
    expect(done.keyframes['opacity']).toEqual(clip.keyframes['opacity']);
    expect(ownValue(done, 'level')).toBe(1);
    expect(done.parameters['colour']).toBe('#102030');
    const both = keysDeleted({ lanes: gone.lanes, picks: picks({ opacity: [0, 1] }) });
    expect(
      at(after(board3, ok(lanesEdit(board3, clip, 'delete keys', both.lanes, 9))), 'clip:a').opacity,
    ).toBe(1);
  });
  it('leaves a setting of an effect with its value, in that effect alone', () => {
    const effects = [
      { id: 'blur', type: 'blur', on: true, parameters: {} },
      { id: 'glow', type: 'glow', on: true, parameters: { level: 3 } },
    ];
    const keyframes = { 'blur.radius': [key(0, 0), key(4, 2)] };
    const worked = after(
      board3,
      ok(
        clipsEdit(board3, 'effects', [{ id: 'clip:b', track: 'track:low', fields: { effects, keyframes } }]),
      ),
    );
    const clip = at(worked, 'clip:b');
    expect(valueNow(clip, 'blur.radius', 1)).toBe(0.5);
    const done = at(after(worked, ok(lanesEdit(worked, clip, 'delete keys', {}, 2))), 'clip:b');
    expect(done.keyframes).toEqual({});
    expect(done.effects).toEqual([{ ...effects[0], parameters: { radius: 1 } }, effects[1]]);
  });
});

describe('pairs', () => {
  const pair = [['scaleX', 'scaleY'] as const];
  const shape = of('image');
  it('are amounts that a layer has both of', () => {
    expect(pairsOf(of('image')).map(([first]) => first)).toContain('width');
    expect(pairsOf(of('solid'))).toEqual([]);
  });
  it('keep their proportion, through nought and back; what was touched itself stays', () => {
    const sizes = [['width', 'height'] as const];
    const first = { width: 4, height: 2 };
    const to = (next: object, now: object = first) =>
      withPartners(shape, sizes, first, { ...now }, { ...next });
    expect(to({ width: 6, height: 2 })).toEqual({ width: 6, height: 3 });
    expect(to({ width: 4, height: 1 })).toEqual({ width: 2, height: 1 });
    expect(to({ width: 0, height: 3 }, { width: 6, height: 3 })).toEqual({ width: 0, height: 0 });
    expect(to({ width: 8, height: 0 }, { width: 0, height: 0 })).toEqual({ width: 8, height: 4 });
    expect(to({ width: 9, height: 9 })).toEqual({ width: 9, height: 9 });
    expect(withPartners(shape, pair, first, first, { width: 1, height: 2 })).toEqual({ width: 1, height: 2 });
  });
});
