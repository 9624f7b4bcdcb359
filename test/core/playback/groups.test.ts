import { describe, expect, it } from 'vitest';
import { frameAt, soundsAt } from '../../../core/playback/frame-at.ts';
import type { FrameLayer } from '../../../core/playback/frame.ts';
import { planForStill } from '../../../core/playback/still.ts';
import { validate } from '../../../core/show/open.ts';
import { compileShow } from '../../../core/show/compile.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import { makeDocument } from '../../support/core/show.ts';
import { layerTypes } from '../../../core/layers/registry.ts';

/** A ten-second timeline of two clips and a sound, played inside clips of main. */
const keys = (...values: [number, number][]) => values.map(([at, value]) => ({ at, value }));
const makeGroups = (clips: Record<string, Record<string, unknown>>): ShowDocument => {
  const base = makeDocument({ clips });
  return {
    ...base,
    records: {
      ...base.records,
      'timeline:inner': { name: 'Inner', duration: 10 },
      'track:inner': { name: 'inner' },
      'track:bells': { name: 'bells' },
      'clip:first': { layer: 'solid', start: 0, duration: 4, keyframes: { level: keys([0, 0], [4, 1]) } },
      'clip:second': { layer: 'solid', start: 4, duration: 6 },
      'clip:bell': { layer: 'sound', start: 2, duration: 3, parameters: { media: 'media:bell', offset: 1 } },
    },
    order: {
      ...base.order,
      'timeline:inner': ['track:inner', 'track:bells'],
      'track:inner': ['clip:first', 'clip:second'],
      'track:bells': ['clip:bell'],
    },
  };
};
const makeClip = (parameters: Record<string, unknown>, over: Record<string, unknown> = {}) => ({
  layer: 'group',
  start: 20,
  duration: 40,
  parameters: { timeline: 'timeline:inner', ...parameters },
  ...over,
});
const showOf = (clips: Record<string, Record<string, unknown>>): CompiledShow =>
  compileShow(makeGroups(clips), 1);
const groupAt = (show: CompiledShow, position: number): FrameLayer => {
  const frame = frameAt(show, planForStill(show, 'timeline:main', position), 0);
  const layer = frame.groups[0]?.layers.find(({ type }) => type === 'group');
  if (!layer) throw new Error(`no group at ${position}`);
  return layer;
};
const innerAt = (show: CompiledShow, position: number) =>
  groupAt(show, position).layers?.map((layer) => [layer.clip, Number(layer.position.toFixed(3))]);

describe('a group', () => {
  it('plays another timeline from its start, and its last frame stays', () => {
    const show = showOf({ 'clip:group': makeClip({}) });
    expect([35, 21, 25].map((t) => innerAt(show, t))).toEqual([
      [['clip:second', 5.999]],
      [['clip:first', 1]],
      [['clip:second', 1]],
    ]);
    expect(groupAt(show, 21).layers?.[0]).toMatchObject({
      key: expect.stringMatching(/\/clip:group\/clip:first$/),
      parameters: { level: 0.25 },
    });
  });
  it('from an offset, faster, backwards and around', () => {
    expect(innerAt(showOf({ 'clip:group': makeClip({ offset: 2, rate: 2 }) }), 20.5)).toEqual([
      ['clip:first', 3],
    ]);
    expect(innerAt(showOf({ 'clip:group': makeClip({ offset: 9, rate: -1 }) }), 27)).toEqual([
      ['clip:first', 2],
    ]);
    expect(innerAt(showOf({ 'clip:group': makeClip({ loop: true }) }), 43)).toEqual([['clip:first', 3]]);
  });
  it('has its time remapped by keys', () => {
    const keyframes = { offset: keys([0, 8], [10, 1]) };
    const show = showOf({ 'clip:group': makeClip({ rate: 0 }, { keyframes }) });
    expect([30, 20].map((t) => innerAt(show, t))).toEqual([[['clip:first', 1]], [['clip:second', 4]]]);
  });
  it('is heard at its own level and rate', () => {
    const show = showOf({ 'clip:group': makeClip({}, { fadeIn: 8 }) });
    const heard = (t: number) =>
      soundsAt(show, planForStill(show, 'timeline:main', t), 0).filter(({ clip }) => clip === 'clip:bell');
    expect(heard(24)).toMatchObject([{ media: 'media:bell', offset: 3, gain: 0.5 }]);
    expect(heard(28)).toEqual([]);
  });
  it('inside another has keys of its own, so that one timeline may play twice', () => {
    const document = makeGroups({ 'clip:group': makeClip({}), 'clip:again': makeClip({ offset: 1 }) });
    const frame = frameAt(
      compileShow(document, 1),
      planForStill(compileShow(document, 1), 'timeline:main', 21),
      0,
    );
    const names = frame.groups.flatMap(({ layers }) => layers.flatMap((layer) => layer.layers ?? []));
    expect(new Set(names.map(({ key }) => key)).size).toBe(2);
  });
});

describe('a group that comes to play itself', () => {
  const circle = makeGroups({ 'clip:group': makeClip({}) });
  const withBack: ShowDocument = {
    ...circle,
    records: {
      ...circle.records,
      'clip:second': { layer: 'group', start: 4, duration: 6, parameters: { timeline: 'timeline:main' } },
    },
  };
  const codes = (document: ShowDocument) =>
    validate({ ...document, format: 'frise-show' }, { layerTypes, facade: null })
      .filter(({ code }) => code === 'group-timeline')
      .map(({ path }) => path);
  it('is refused by the check, and so is one of a timeline that is not there', () => {
    expect(codes(circle)).toEqual([]);
    expect(codes(withBack).sort()).toEqual([
      'clip:group.parameters.timeline',
      'clip:second.parameters.timeline',
    ]);
    expect(codes(makeGroups({ 'clip:group': makeClip({ timeline: 'timeline:no' }) }))).toEqual([
      'clip:group.parameters.timeline',
    ]);
  });
  it('ends all the same', () => {
    expect(groupAt(compileShow(withBack, 1), 26).layers).toMatchObject([{ clip: 'clip:second', layers: [] }]);
  });
});
