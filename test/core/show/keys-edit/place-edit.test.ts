import { describe, expect, it } from 'vitest';
import { layerTypes } from '../../../../core/layers/registry.ts';
import { ok } from '../../../../core/result.ts';
import {
  completeFollow,
  followable,
  followEdit,
  newFollow,
  soundsBeside,
} from '../../../../core/show/keys-edit/follow-edit.ts';
import { keyableIn } from '../../../../core/show/keys-edit/keyable.ts';
import { pathKeys, pathPoints, placed, pointAt } from '../../../../core/show/keys-edit/place-edit.ts';
import { validate } from '../../../../core/show/open.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { placedBy } from '../../../../renderer/console/design/handles/place-gesture.ts';
import { context } from '../folder.ts';
import { after, at, board3 } from '../timeline-edit/show.ts';

const canvas = { width: 200, height: 50 };
const clipOf = (layer: string, parameters: Record<string, unknown>): BoardClip => ({
  ...at(board3, 'clip:b'),
  layer,
  parameters,
});
const shape = clipOf('shape', { x: 10, y: 5, rotation: 30, scale: 2 });
const handles = layerTypes['shape']!.handles!;
const reach = (dx: number, dy: number, isStraight = false) => ({
  from: { x: 0, y: 0 },
  to: { x: dx, y: dy },
  isStraight,
});

describe('handles', () => {
  it('name numbers that their layers have', () => {
    const named = Object.values(layerTypes).flatMap(({ type, handles: each }) =>
      each
        ? [...each.points.flat(), ...(each.size ?? []), each.angle, each.scale].flatMap((param) =>
            param === undefined ? [] : [[type, param] as const],
          )
        : [],
    );
    expect(named.length).toBeGreaterThan(10);
    for (const [type, param] of named)
      expect(keyableIn(clipOf(type, {}), param)?.kind, `${type}.${param}`).toBe('number');
  });
  it('move a clip, straight with Shift; what has no keys gets none', () => {
    const pair = ['x', 'y'] as const;
    const held = { kind: 'point', pair, at: 1 } as const;
    expect(placedBy(shape, handles, held, reach(3, 1), canvas).parameters).toMatchObject({ x: 13, y: 6 });
    const straight = placedBy(shape, handles, held, reach(3, 1, true), canvas);
    expect(straight.parameters).toMatchObject({ x: 13, y: 5 });
    expect(straight.keyframes).toEqual({});
  });
  it('turn and scale about the clip’s own point', () => {
    const turn = { from: { x: 14, y: 5 }, to: { x: 10, y: 9 }, isStraight: false };
    expect(placedBy(shape, handles, { kind: 'angle', at: 0 }, turn, canvas).parameters['rotation']).toBe(120);
    const far = { from: { x: 12, y: 5 }, to: { x: 13, y: 5 }, isStraight: false };
    expect(placedBy(shape, handles, { kind: 'scale', at: 0 }, far, canvas).parameters['scale']).toBe(3);
  });
  it('size a box, also one that was the canvas’s', () => {
    const image = clipOf('image', { x: 0, y: 0, width: 0, height: 0 });
    const sized = placedBy(
      image,
      layerTypes['image']!.handles!,
      { kind: 'size', at: 0 },
      reach(-100, -10),
      canvas,
    );
    expect(sized.parameters).toMatchObject({ width: 100, height: 40 });
  });
});

describe('a way', () => {
  const walked = { ...shape, ...placed(shape, 0, { x: 0, y: 0 }, true) };
  const further = { ...walked, ...placed(walked, 2, { x: 8 }) };
  it('has a key wherever x or y has one; both get one where it is dragged', () => {
    expect(pathKeys(further, ['x', 'y'])).toEqual([
      { at: 0, x: 0, y: 0 },
      { at: 2, x: 8, y: 0 },
    ]);
    const held = { kind: 'path', pair: ['x', 'y'], at: 2 } as const;
    const bent = { ...further, ...placedBy(further, handles, held, reach(0, 3), canvas) };
    expect(pointAt(bent, ['x', 'y'], 1)).toEqual({ x: 4, y: 1.5 });
    expect(bent.keyframes['y']?.length).toBe(2);
    expect(pathPoints(bent, ['x', 'y']).at(-1)).toEqual({ x: 8, y: 3 });
    expect(pathPoints(shape, ['x', 'y'])).toEqual([]);
  });
});

describe('what a setting follows', () => {
  const clip = at(board3, 'clip:b');
  it('is a number of what is seen, begins with the beat, and passes every check', () => {
    expect(followable(clipOf('sound', {}))).toEqual([]);
    expect(followable(clipOf('solid', {})).map(({ param }) => param)).toContain('level');
    let document = board3;
    for (const { param } of followable(clipOf('solid', {}))) {
      const now = at(document, 'clip:b');
      document = after(document, ok(followEdit(document, now, param, newFollow(now, param))));
    }
    expect(validate(document, context)).toEqual([]);
    const followed = at(document, 'clip:b');
    expect(followed.follow['level']).toMatchObject({ source: { kind: 'beat' }, mix: 'replace' });
    const gone = after(document, ok(followEdit(document, followed, 'level', null)));
    expect(Object.keys(at(gone, 'clip:b').follow)).not.toContain('level');
  });
  it('finds the sounds of its own timeline, and takes the first where none is named', () => {
    expect(soundsBeside(board3, clip)).toEqual(['clip:hum']);
    expect(completeFollow({ source: { kind: 'sound', clip: '' } }, ['clip:hum'])).toEqual({
      source: { kind: 'sound', clip: 'clip:hum' },
    });
  });
});
