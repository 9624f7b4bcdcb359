import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../../core/playback/plan.ts';
import { compileShow } from '../../../core/show/compile.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import { createShowClock } from '../../../main/host/clock.ts';
import { createPlayback, lead, type PlaybackState } from '../../../main/host/playback.ts';
import { createFakeMachine } from './fake-machine.ts';

const file = join(import.meta.dirname, '../../fixtures/shows/tiny/show.json');
const show = compileShow(JSON.parse(readFileSync(file, 'utf8')) as ShowDocument, 1);

const setUp = (resumed: PlaybackState | null = null, startAt = 0) => {
  const fake = createFakeMachine();
  const clock = createShowClock(startAt, fake.machine);
  const effects: { effect: Effect; handedOverAt: number }[] = [];
  let published = 0;
  const playback = createPlayback({
    show,
    clock,
    resumed,
    onPlans: () => (published += 1),
    onHorizon: () => undefined,
    onEffects: (list) => effects.push(...list.map((effect) => ({ effect, handedOverAt: clock.now() }))),
  });
  const press = (verb: string, args = {}) => playback.command(verb, args, 'test', null);
  return { ...fake, clock, playback, effects, published: () => published, press };
};
const kinds = (effects: { effect: Effect }[]) => effects.map(({ effect }) => effect.kind);

describe('playback in the host', () => {
  it('takes effect a little ahead, and never before an earlier verb', () => {
    const { press, clock } = setUp();
    const first = press('go');
    const second = press('master', { level: 0.5 });
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(first.value.effectiveAt).toBeCloseTo(clock.now() + lead, 9);
    expect(second.value.effectiveAt).toBeGreaterThanOrEqual(first.value.effectiveAt);
    expect(second.value.plan).toBe(first.value.plan + 1);
  });
  it('publishes the plan in force and those ahead, and lets go of the old', () => {
    const { press, playback, advance } = setUp();
    press('go');
    expect(playback.plans().map(({ id }) => id)).toEqual([1, 2]);
    advance(1);
    press('master', { level: 0.5 });
    expect(playback.plans().map(({ id }) => id)).toEqual([2, 3]);
    advance(1);
    expect(playback.plans().map(({ id }) => id)).toEqual([3]);
  });
  it('a refusal changes nothing', () => {
    const { press, playback, published } = setUp();
    press('go');
    const before = playback.state();
    expect(press('go')).toMatchObject({ ok: false, code: 'guard' });
    expect(playback.state()).toEqual(before);
    expect(published()).toBe(1);
  });
  it('hands natural events over once, before their exact time', () => {
    const { press, advance, effects } = setUp();
    const fired = press('go');
    if (!fired.ok) throw new Error('refused');
    advance(3.9);
    expect(kinds(effects)).toEqual(['cue']);
    advance(3);
    expect(kinds(effects)).toEqual(['cue', 'hold']);
    const hold = effects[1];
    expect(hold?.effect.at).toBeCloseTo(fired.value.effectiveAt + 4, 2);
    expect(hold?.handedOverAt).toBeLessThan(hold?.effect.at ?? 0);
  });
  it('a cue’s actions come with the cue’s own time', () => {
    const { press, advance, effects } = setUp();
    press('cue/go', { cue: '2' });
    advance(10);
    const [two, three, action] = effects.map(({ effect }) => effect);
    expect([two?.kind, three?.kind, action?.kind]).toEqual(['cue', 'cue', 'action']);
    expect(action?.at).toBe(three?.at);
    expect(action?.at).toBeCloseTo((two?.at ?? 0) + 4, 6);
  });
  it('comes back from what was kept, without doing anything twice', () => {
    const first = setUp();
    first.press('cue/go', { cue: '2' });
    first.advance(4.5);
    const kept = first.playback.state();
    expect(kinds(first.effects)).toEqual(['cue', 'cue', 'action']);
    const second = setUp(kept, first.clock.now());
    expect(second.playback.status(second.clock.now()).playbacks).toEqual(
      first.playback.status(first.clock.now()).playbacks,
    );
    second.advance(30);
    expect(second.effects.map(({ effect }) => effect)).toEqual([
      { kind: 'end', playback: 'overlay-2', at: expect.any(Number) },
      { kind: 'end', playback: 'main-1', at: expect.any(Number) },
    ]);
  });
  it('status shows what was just accepted', () => {
    const { press, playback, clock } = setUp();
    press('go');
    expect(playback.status(clock.now())).toMatchObject({ cues: { current: '1', standby: '2' } });
  });
});
