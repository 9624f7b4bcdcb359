import { describe, expect, it } from 'vitest';
import { frameAt } from '../../../core/playback/frame-at.ts';
import { planForPreview } from '../../../core/playback/preview.ts';
import { planForStill } from '../../../core/playback/still.ts';
import { resolve } from '../../../core/playback/resolve.ts';
import { compileShow } from '../../../core/show/compile.ts';
import { makeDocument } from '../../support/core/show.ts';

/** An editor's play: through a timeline at its own speed, whatever the show would do there. */
const show = compileShow(makeDocument(), 1);
const { main } = show.show;

describe('a preview’s plan', () => {
  const positionAt = (now: number) =>
    resolve(show, planForPreview(show, main, 1, 100), now).playbacks.at(-1)?.position;
  it('runs from where it was put, a second a second, past the holds of the show', () => {
    expect([100, 101.5, 110].map(positionAt)).toEqual([1, 2.5, 11]);
  });
  it('shows at each instant what a still shows there', () => {
    const layersAt = (plan: ReturnType<typeof planForStill>, now: number) =>
      frameAt(show, plan, now).groups.flatMap(({ layers }) => layers.map((layer) => layer.parameters));
    expect(layersAt(planForPreview(show, main, 1, 100), 102)).toEqual(
      layersAt(planForStill(show, main, 3), 0),
    );
  });
});
