import { describe, expect, it } from 'vitest';
import { layerTypes } from '../../../core/layers/registry.ts';
import { frameAt } from '../../../core/playback/frame-at.ts';
import { withExcerpts } from '../../../core/playback/excerpts.ts';
import { planForStill } from '../../../core/playback/still.ts';
import { compileShow } from '../../../core/show/compile.ts';
import { openDocument } from '../../../core/show/open.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import { makeDocument } from '../../support/core/show.ts';

/** timeline:other shows main from 20 s for 10 s, then, over 2 s, main from 50 s. */
const document = (more: Record<string, unknown> = {}): ShowDocument => {
  const base = makeDocument({
    clips: {
      'clip:early': { layer: 'solid', start: 20, duration: 15, parameters: { colour: '#ff0000' } },
      'clip:late': { layer: 'solid', start: 50, duration: 20, parameters: { colour: '#00ff00' } },
    },
  });
  const from = (offset: number) => ({ timeline: 'timeline:main', offset });
  return {
    ...base,
    records: {
      ...base.records,
      'track:a': { name: 'A' },
      'track:b': { name: 'B' },
      'clip:one': { layer: 'excerpt', start: 0, duration: 10, parameters: from(20) },
      'clip:two': { layer: 'excerpt', start: 8, duration: 12, fadeIn: 2, parameters: from(50) },
      ...more,
    },
    order: {
      ...base.order,
      'timeline:other': ['track:a', 'track:b'],
      'track:a': ['clip:one'],
      'track:b': ['clip:two'],
    },
  };
};
const groupsAt = (at: number, shown = document()) => {
  const show = compileShow(shown, 1);
  return frameAt(show, planForStill(show, 'timeline:other', at), 0).groups.map(
    ({ timeline, mix, weight, layers }) => ({
      timeline,
      mix,
      weight,
      layers: layers.map(({ clip, position }) => `${clip.slice(5)}@${position.toFixed(1)}`),
    }),
  );
};
const main = { timeline: 'timeline:main', mix: 'cross' };

describe('an excerpt', () => {
  it('shows another timeline at its own place, as that shows itself', () =>
    expect(groupsAt(5)).toEqual([{ ...main, weight: 1, layers: ['base@25.0', 'early@5.0'] }]));
  it('leaves out the clips that it is told to', () => {
    const parameters = { timeline: 'timeline:main', offset: 20, without: ['clip:early'] };
    const shown = document({ 'clip:one': { layer: 'excerpt', start: 0, duration: 8, parameters } });
    expect(groupsAt(5, shown)[0]?.layers).toEqual(['base@25.0']);
  });
  it('is crossed to by the fade-in of the next', () => {
    const [below, above] = groupsAt(9);
    expect(below).toEqual({ ...main, weight: 1, layers: ['base@29.0', 'early@9.0'] });
    expect(above).toMatchObject({ ...main, layers: ['base@51.0', 'late@1.0'] });
    expect(above?.weight).toBeCloseTo(0.5, 9);
  });
  it('fades from black where nothing lies below', () => {
    const faded = document({
      'clip:one': {
        layer: 'excerpt',
        start: 0,
        duration: 8,
        fadeIn: 4,
        parameters: { timeline: 'timeline:main', offset: 20 },
      },
    });
    expect(groupsAt(1, faded).map(({ weight }) => weight)).toEqual([1, 0.25]);
    expect(groupsAt(1, faded)[0]?.layers).toEqual([]);
  });
  it('of a timeline that is not there is black, and named when the show is opened', () => {
    const parameters = { timeline: 'timeline:gone', offset: 0 };
    const wrong = document({ 'clip:one': { layer: 'excerpt', start: 0, duration: 10, parameters } });
    expect(groupsAt(5, wrong).flatMap(({ layers }) => layers)).toEqual([]);
    const opened = openDocument(JSON.stringify(wrong), 'frise-show', { layerTypes, facade: null });
    expect(opened.ok && opened.value.found.map(({ code, path }) => `${code} ${path}`)).toContain(
      'layer-parameter clip:one.parameters.timeline',
    );
  });
  it('of its own timeline shows nothing, so that no end is looked for', () => {
    const parameters = { timeline: 'timeline:other', offset: 0 };
    const own = document({ 'clip:one': { layer: 'excerpt', start: 0, duration: 8, parameters } });
    expect(groupsAt(5, own).flatMap(({ layers }) => layers)).toEqual([]);
  });
  it.each([
    [1, [1, 1]],
    [0.5, [1, 0.3]],
    [0.25, [0.8, 0.5]],
    [0.7, [0.4, 0.6]],
  ])('mixes %d of its playback with shares %j, exactly', (weight, fades) => {
    const group = { key: 'p', timeline: 'timeline:x', mix: 'cross' as const, blend: 'normal' as const, weight, layers: [] }; // prettier-ignore
    const shown = fades.map((fade, index) => ({
      key: String(index),
      timeline: compileShow(document(), 1).timelines['timeline:main']!,
      position: 0,
      weight: fade,
      without: [],
    }));
    const light = new Map([['p/0', 1], ['p/1', 10]]); // prettier-ignore
    const mixture = withExcerpts(group, shown, () => []).reduce(
      (below, { key, weight: w }) => below * (1 - w) + (light.get(key) ?? 0) * w,
      100,
    );
    const [a = 0, b = 0] = fades;
    expect(mixture).toBeCloseTo(100 * (1 - weight) + weight * (10 * b + (1 - b) * a), 9);
  });
});
