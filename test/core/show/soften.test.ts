import { describe, expect, it } from 'vitest';
import { frameAt } from '../../../core/playback/frame-at.ts';
import { planForStill } from '../../../core/playback/still.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { makeShow } from '../../support/core/show.ts';

const key = (at: number, value: number | string, ease = 'linear') => ({ at, value, ease });
const strobe = Array.from({ length: 40 }, (_, index) => key(index / 10, index % 2, 'hold'));
const clips = {
  'clip:strobe': { layer: 'solid', start: 10, duration: 10, keyframes: { opacity: strobe } },
  'clip:cut': { layer: 'solid', start: 30, duration: 0.2 },
  'clip:slow': { layer: 'solid', start: 40, duration: 10, fadeIn: 2, fadeOut: 2 },
  'clip:blink': {
    layer: 'solid',
    start: 60,
    duration: 20,
    fadeIn: 1,
    fadeOut: 1,
    keyframes: { colour: [key(0, '#000000', 'hold'), key(5, '#ffffff', 'hold')] },
  },
  'clip:mover': {
    layer: 'shape',
    start: 60,
    duration: 20,
    fadeIn: 1,
    fadeOut: 1,
    keyframes: { x: [key(0, 0, 'hold'), key(5, 9, 'hold')], strokeOpacity: [key(0, 0), key(8, 1)] },
  },
  'clip:beat': {
    layer: 'solid',
    start: 80,
    duration: 15,
    fadeIn: 1,
    fadeOut: 1,
    follow: { level: { source: { kind: 'beat', fall: 0.1 } } },
  },
};
const [full, soft] = [makeShow({ clips }), makeShow({ clips, show: { flashes: 'soft' } })];
const layerAt = (show: CompiledShow, clip: string, at: number) =>
  frameAt(show, planForStill(show, 'timeline:main', at), 0).groups[0]?.layers.find(
    (layer) => layer.clip === `clip:${clip}`,
  );
const opacityAt = (show: CompiledShow, clip: string, at: number) => layerAt(show, clip, at)?.opacity ?? 0;
const over = (from: number, to: number): number[] =>
  Array.from({ length: Math.round((to - from) * 25) }, (_, index) => from + index / 25);
/** Most that changes from frame to frame at 25 frames a second. */
const quickest = (read: (at: number) => number, times: readonly number[]): number =>
  times.slice(1).reduce((most, at, index) => Math.max(most, Math.abs(read(at) - read(times[index] ?? 0))), 0);

describe('the show without flashes', () => {
  it('lets a strobe become its mean', () => {
    const values = over(12, 13).map((at) => opacityAt(soft, 'strobe', at));
    expect(quickest((at) => opacityAt(full, 'strobe', at), over(12, 13))).toBe(1);
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.1);
    expect(Math.max(...values)).toBeCloseTo(0.5, 1);
  });
  // A frame is 0.04 s; keys and fades multiply.
  it.each(['strobe', 'cut'])('takes a second for all that %s brings', (clip) => {
    expect(quickest((at) => opacityAt(soft, clip, at), over(5, 35))).toBeLessThanOrEqual(0.08);
  });
  it('begins where the full show does, and leaves a short clip as much light as it had', () => {
    expect(opacityAt(soft, 'cut', 30)).toBe(0);
    expect(opacityAt(soft, 'cut', 30.2)).toBeCloseTo(0.2, 2);
    expect(opacityAt(soft, 'cut', 31)).toBeCloseTo(0.2, 2);
    expect(opacityAt(soft, 'cut', 31.19)).toBeLessThan(0.02);
    expect(layerAt(soft, 'cut', 31.3)).toBeUndefined();
  });
  it.each([40.5, 45, 49])('leaves what is slow as it is, at %d s', (at) =>
    expect(opacityAt(soft, 'slow', at)).toBe(opacityAt(full, 'slow', at)),
  );
  it('goes from colour to colour', () => {
    const red = (at: number) =>
      Number.parseInt(String(layerAt(soft, 'blink', at)?.parameters['colour']).slice(1, 3), 16);
    expect([red(64.9), red(66.1)]).toEqual([0, 255]);
    expect(red(65.5)).toBeGreaterThan(100);
    expect(red(65.5)).toBeLessThan(220);
  });
  it('moves nothing otherwise, nor what carries light but slowly', () => {
    for (const at of [61, 64.99, 65, 70])
      expect(layerAt(soft, 'mover', at)).toEqual(layerAt(full, 'mover', at));
  });
  it('turns and swings at half the speed, wheels that mesh alike', () => {
    const spun = { layer: 'shape', start: 0, duration: 5, parameters: { spin: 120, swingRate: 0.8, x: 7 } };
    const calm = makeShow({ clips: { 'clip:spun': spun }, show: { flashes: 'soft' } });
    expect(layerAt(calm, 'spun', 2)?.parameters).toEqual({ spin: 60, swingRate: 0.4, x: 7 });
  });
  it('lets lamps, pulses and waves run at half the speed', () => {
    const running = { chaseSpeed: -12, pulseSpeed: 8, frequency: 0.5 };
    const parameters = { ...running, chasePeriod: 6 };
    const clip = { layer: 'facade-light', start: 0, duration: 5, parameters };
    const calm = makeShow({ clips: { 'clip:run': clip }, show: { flashes: 'soft' } });
    const half = { chaseSpeed: -6, pulseSpeed: 4, frequency: 0.25, chasePeriod: 6 };
    expect(layerAt(calm, 'run', 2)?.parameters).toEqual(half);
  });
  it('follows the beat as its mean', () => {
    const level = (show: CompiledShow) => (at: number) =>
      Number(layerAt(show, 'beat', at)?.parameters['level']);
    expect(quickest(level(full), over(83, 86))).toBeGreaterThan(0.5);
    expect(quickest(level(soft), over(83, 86))).toBeLessThan(0.05);
  });
  it('is the same picture in whatever order it is asked for', () => {
    const times = over(9, 15);
    const forwards = times.map((at) => opacityAt(soft, 'strobe', at));
    const again = makeShow({ clips, show: { flashes: 'soft' } });
    expect(times.toReversed().map((at) => opacityAt(again, 'strobe', at)).toReversed()).toEqual(forwards); // prettier-ignore
  });
  it('has a sting gone before its overlay is taken away, and none cut off by the next', () => {
    const sting = (at: number) =>
      frameAt(soft, planForStill(soft, 'timeline:sting', at), 0).groups[0]?.layers[0]?.opacity ?? 0;
    expect(sting(1.97)).toBeLessThan(0.05);
    expect(soft.cueByNumber['9']).toMatchObject({ again: 'stack', retrigger: 2 });
    expect(soft.cueById['cue:q9']).toBe(soft.cueByNumber['9']);
  });
  it('keeps places, sounds and times', () => {
    expect(soft.timelines['timeline:main']?.duration).toBe(full.timelines['timeline:main']?.duration);
    expect(soft.timelines['timeline:main']?.sounds).toEqual(full.timelines['timeline:main']?.sounds);
    expect(soft.timelines['timeline:main']?.cues).toEqual(full.timelines['timeline:main']?.cues);
  });
});
