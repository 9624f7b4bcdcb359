import { describe, expect, it } from 'vitest';
import { command, emptyPlan } from '../../../core/playback/engine.ts';
import { frameAt } from '../../../core/playback/frame-at.ts';
import { createStingsAhead } from '../../../renderer/output/stings-ahead.ts';
import { makeShow } from '../../support/core/show.ts';

const show = makeShow();
const stings = show.cues.filter(({ at, disarmed }) => at === null && !disarmed);
const plan = emptyPlan(show, 0);
const keysOf = (frames: ReturnType<ReturnType<typeof createStingsAhead>>): string[] =>
  frames.flatMap(({ groups }) => groups.flatMap(({ layers }) => layers.map(({ key }) => key)));

describe('cues that may be fired at any moment', () => {
  it('are looked at one after the other, and show by the keys by which they will be drawn', () => {
    expect(stings.length).toBeGreaterThan(0);
    const ahead = createStingsAhead();
    for (const cue of [...stings, ...stings]) {
      const keys = new Set(keysOf(ahead(show, [plan], 1)));
      const fired = command(show, plan, { verb: 'cue/go', args: { cue: cue.number }, sender: 'x' }, 1);
      if (!fired.ok) throw new Error(fired.message);
      const drawn = frameAt(show, fired.value.plan, 1.001).groups.flatMap(({ layers }) => layers);
      for (const { key } of drawn) expect(keys).toContain(key);
    }
  });
  it('leave what plays out', () => {
    const gone = command(show, plan, { verb: 'go', args: {}, sender: 'x' }, 0);
    if (!gone.ok) throw new Error(gone.message);
    const main = gone.value.plan.playbacks.map(({ id }) => id);
    const ahead = createStingsAhead();
    for (const _ of stings)
      for (const key of keysOf(ahead(show, [gone.value.plan], 1)))
        expect(main).not.toContain(key.split('/')[0]);
  });
  it('without a plan there is nothing', () => expect(createStingsAhead()(show, [], 0)).toEqual([]));
});
