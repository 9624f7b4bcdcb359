import { expect, it } from 'vitest';
import { layerTypes } from '../../../core/layers/registry.ts';
import { viewOf } from '../../../core/show/check-context.ts';
import { clipProblems } from '../../../core/show/check-clips.ts';
import { compileShow } from '../../../core/show/compile.ts';
import { makeDocument } from '../../support/core/show.ts';

const documentOf = (clip: Record<string, unknown>) =>
  makeDocument({
    clips: {
      'clip:base': { layer: 'solid', start: 50, duration: 1, parameters: {} },
      'clip:note': { layer: 'osc', start: 60, duration: 2, ...clip },
    },
  });
const problems = (clip: Record<string, unknown>) =>
  clipProblems(viewOf(documentOf(clip), { layerTypes, facade: null }))
    .filter(({ path }) => path.startsWith('clip:note'))
    .map(({ code, path }) => [code, path]);

it('is a clip like another, and no picture', () => {
  const clip = {
    parameters: { to: 'eos', address: '/a', args: [1, 'x'], types: 'fs', levelAddress: '/l' },
    keyframes: {
      level: [
        { at: 0, value: 0 },
        { at: 2, value: 1, ease: 'in' },
      ],
    },
  };
  expect(problems(clip)).toEqual([]);
  const timeline = compileShow(documentOf(clip), 1).timelines['timeline:main'];
  const ids = (tracks: { clips: { id: string }[] }[] = []) =>
    tracks.flatMap(({ clips }) => clips.map(({ id }) => id));
  expect(ids(timeline?.messages)).toEqual(['clip:note']);
  expect(ids(timeline?.tracks)).not.toContain('clip:note');
});
it.each([
  [{ parameters: {} }, [['layer-parameter', 'clip:note.parameters.to']]],
  [{ parameters: { to: 'eos', address: 'a' } }, [['layer-parameter', 'clip:note.parameters.address']]],
  [
    { parameters: { to: 'eos', args: ['x'], types: 'i' } },
    [['layer-parameter', 'clip:note.parameters.args.0']],
  ],
  [{ parameters: { to: 'eos', colour: 1 } }, [['layer-parameter', 'clip:note.parameters.colour']]],
  [
    { parameters: { to: 'eos' }, keyframes: { opacity: [{ at: 0, value: 1 }] } },
    [['keyframe-parameter', 'clip:note.keyframes.opacity']],
  ],
  [
    { parameters: { to: 'eos' }, keyframes: { level: [{ at: 0, value: 'x' }] } },
    [['keyframe-value', 'clip:note.keyframes.level.0.value']],
  ],
])('what is wrong with it is named (%#)', (clip, wanted) => {
  expect(problems(clip)).toEqual(wanted);
});
