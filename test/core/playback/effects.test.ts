import { describe, expect, it } from 'vitest';
import { frameAt } from '../../../core/playback/frame-at.ts';
import type { FrameLayer } from '../../../core/playback/frame.ts';
import type { LiveSample } from '../../../core/playback/live.ts';
import { planForStill } from '../../../core/playback/still.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { makeShow } from '../../support/core/show.ts';

/** Effects as data: what a frame says of them at a position. */
const keys = (...values: [number, number][]) => values.map(([at, value]) => ({ at, value }));
const blur = { id: 'soft', type: 'blur', parameters: { radius: 1 } };
const makeClip = (over: Record<string, unknown> = {}) => ({
  layer: 'solid',
  start: 10,
  duration: 20,
  parameters: { level: 0.5 },
  ...over,
});
const layerAt = (
  show: CompiledShow,
  position: number,
  clip = 'clip:wash',
  live: LiveSample[] = [],
): FrameLayer => {
  const frame = frameAt(show, planForStill(show, 'timeline:main', position), 0, live);
  const layer = frame.groups[0]?.layers.find((each) => each.clip === clip);
  if (!layer) throw new Error(`no ${clip} at ${position}`);
  return layer;
};
const radiusAt = (show: CompiledShow, position: number) =>
  layerAt(show, position).effects.map(({ id, parameters }) => [id, parameters['radius']]);

describe('effects', () => {
  it('come in their order, and what is off is left out', () => {
    const effects = [blur, { ...blur, id: 'more' }, { ...blur, id: 'not', on: false }];
    const show = makeShow({ clips: { 'clip:wash': makeClip({ effects }) } });
    expect(layerAt(show, 12).effects).toEqual([
      { id: 'soft', type: 'blur', parameters: { radius: 1 }, matte: null },
      { id: 'more', type: 'blur', parameters: { radius: 1 }, matte: null },
    ]);
  });
  it('move by keys of "effect.parameter", each its own, at any time in any order', () => {
    const show = makeShow({
      clips: {
        'clip:wash': makeClip({
          effects: [blur, { ...blur, id: 'more' }],
          keyframes: { 'more.radius': keys([0, 0], [10, 4]), level: keys([0, 0], [10, 1]) },
        }),
      },
    });
    for (const at of [19, 11, 15])
      expect(radiusAt(show, at)).toEqual([
        ['soft', 1],
        ['more', (at - 10) * 0.4],
      ]);
    expect(layerAt(show, 15).parameters).toEqual({ level: 0.5 });
  });
  it('follow the beat, and a desk holds them', () => {
    const follow = { 'soft.radius': { source: { kind: 'beat' }, to: [0, 2], mix: 'add' } };
    const show = makeShow({ clips: { 'clip:wash': makeClip({ effects: [blur], follow }) } });
    expect(radiusAt(show, 12)).toEqual([['soft', 3]]);
    const live = [{ clip: 'clip:wash', param: 'soft.radius', value: 7, at: -1 }];
    const held = layerAt(show, 12, 'clip:wash', live);
    expect([held.effects[0]?.parameters, held.parameters]).toEqual([{ radius: 7 }, { level: 0.5 }]);
  });
});

describe('a mask', () => {
  const masked = (by: string) => ({ id: 'mask', type: 'mask', parameters: { clip: by } });
  it('has its clip at the same time, muted or not, and nothing while that is not on', () => {
    const show = makeShow({
      clips: {
        'clip:wash': makeClip({ effects: [masked('clip:hole')] }),
        'clip:hole': makeClip({
          start: 12,
          duration: 4,
          muted: true,
          keyframes: { level: keys([0, 0], [4, 1]) },
        }),
      },
    });
    expect(layerAt(show, 13).effects[0]?.matte).toMatchObject({
      key: expect.stringContaining('/clip:hole'),
      position: 1,
      parameters: { level: 0.25 },
    });
    expect([11, 16].map((t) => layerAt(show, t).effects[0]?.matte)).toEqual([null, null]);
    expect(() => layerAt(show, 13, 'clip:hole')).toThrow('no clip:hole');
  });
  it('that runs in a circle ends', () => {
    const show = makeShow({
      clips: {
        'clip:wash': makeClip({ effects: [masked('clip:hole')] }),
        'clip:hole': makeClip({ effects: [masked('clip:wash')] }),
      },
    });
    const matte = layerAt(show, 12).effects[0]?.matte;
    expect([matte?.clip, matte?.effects[0]?.matte]).toEqual(['clip:hole', null]);
  });
});
