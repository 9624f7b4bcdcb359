import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeShow } from '../../support/core/show.ts';
import { Theatre } from '../../support/core/theatre.ts';

/** Main on a timecode: the table of core/playback/playback.spec.md. */
const action = (level: number) => [{ verb: 'master', args: { level } }];
const show = makeShow({
  cues: [
    { number: '1', at: 0 },
    { number: '2', at: 10, arrive: { kind: 'hold', max: null }, actions: action(0.5) },
    { number: '3', at: 10.1, arrive: { kind: 'loop', from: 9, times: null }, actions: action(1) },
    { number: '4', at: 30, follow: { after: 1, cue: 'cue:q1' } },
    { number: '9', actions: [{ verb: 'timeline/start', args: { id: 'sting' } }] },
  ],
});
const enter = (position: number, at: number, rate = 1, go = 'refuse') => ({
  position,
  at,
  rate,
  go,
  enter: true,
});
const chasing = (position = 5, at = 1, rate = 1, go = 'refuse') => {
  const theatre = new Theatre(show);
  theatre.do(at, 'chase', enter(position, at, rate, go));
  return theatre;
};
const fired = (theatre: Theatre, number: string) => theatre.plan.fired.cues[`cue:q${number}`]?.count ?? 0;

describe('chase', () => {
  it('takes main to its line from wherever it is, and no action fires on the way', () => {
    const theatre = new Theatre(show);
    theatre.do(0, 'go');
    theatre.do(15, 'chase', enter(20, 14.9));
    expect(theatre.main(16)).toMatchObject({ id: 'main-1', state: 'playing' });
    expect(theatre.main(16).position).toBeCloseTo(21.1, 9);
    expect(theatre.at(16).cues).toEqual({ current: '3', standby: '4' });
    expect([fired(theatre, '2'), fired(theatre, '3')]).toEqual([0, 0]);
  });
  it('starts what does not play', () => {
    expect(chasing(5, 1).main(3)).toMatchObject({ state: 'playing', position: 7 });
  });
  it('ignores holds, loops and follows; actions fire on crossing', () => {
    const theatre = chasing(9, 0);
    expect(theatre.main(3).position).toBeCloseTo(12, 9);
    const at = theatre.do(3, 'chase', { ...enter(12, 3), enter: false });
    expect(at.effects.filter(({ kind }) => kind === 'action')).toHaveLength(2);
    expect(theatre.main(25)).toMatchObject({ cue: '4', position: 34 });
  });
  it('does not lose a mark to a correction, nor fire it twice', () => {
    const theatre = chasing(9.9, 0);
    const over = theatre.do(0.05, 'chase', { ...enter(10.05, 0.05), enter: false });
    expect(over.effects.filter(({ kind }) => kind === 'action')).toHaveLength(1);
    theatre.do(0.06, 'chase', { ...enter(9.97, 0.06), enter: false });
    theatre.do(0.3, 'chase', { ...enter(10.21, 0.3), enter: false });
    theatre.do(0.4, 'chase', { ...enter(9.99, 0.4), enter: false });
    theatre.do(0.6, 'chase', { ...enter(10.2, 0.6), enter: false });
    expect([fired(theatre, '2'), fired(theatre, '3')]).toEqual([1, 1]);
  });
  it('skips without actions when the code jumps', () => {
    const theatre = chasing(5, 0);
    theatre.do(1, 'chase', { ...enter(25, 1), enter: false });
    expect(theatre.main(2).position).toBeCloseTo(26, 9);
    expect(theatre.at(2).cues).toEqual({ current: '3', standby: '4' });
    expect(fired(theatre, '2')).toBe(0);
  });
  it('runs backwards and stands at the ends', () => {
    const theatre = chasing(12, 0, -1);
    expect(theatre.main(4).position).toBeCloseTo(8, 9);
    expect(theatre.main(20).position).toBe(0);
    expect(fired(theatre, '2')).toBe(0);
    theatre.do(21, 'chase', { ...enter(99, 21), enter: true });
    expect(theatre.main(30).position).toBeCloseTo(99.999, 3);
  });
  it('a mark that was run over backwards fires on the next way forwards', () => {
    const theatre = chasing(8, 0);
    expect(theatre.main(3).position).toBeCloseTo(11, 9);
    theatre.do(3, 'chase', { ...enter(11, 3, -1), enter: false });
    expect([fired(theatre, '2'), fired(theatre, '3')]).toEqual([1, 1]);
    theatre.do(3.95, 'chase', { ...enter(10.05, 3.95), enter: false });
    theatre.do(4.5, 'chase', { ...enter(10.6, 4.5), enter: false });
    expect([fired(theatre, '2'), fired(theatre, '3')]).toEqual([1, 2]);
  });
  it('and not when the code only trembled about it', () => {
    const theatre = chasing(10, 0);
    theatre.do(0.15, 'chase', { ...enter(10.15, 0.15, -1), enter: false });
    theatre.do(0.25, 'chase', { ...enter(10.05, 0.25), enter: false });
    theatre.do(0.5, 'chase', { ...enter(10.3, 0.5), enter: false });
    expect(fired(theatre, '3')).toBe(1);
  });
  it.each([
    ['go', {}],
    ['cue/go', { cue: '4' }],
    ['back', {}],
    ['seek', { position: 1 }],
    ['pause', {}],
    ['timeline/start', { id: 'main' }],
    ['rehearse', { from: '1', to: '4' }],
  ])('refuses %s, or is left by it', (verb, args) => {
    expect(chasing(12).code(5, verb, args)).toBe('chasing');
    const free = chasing(12, 1, 1, 'leave');
    expect(free.code(5, verb, args)).toBe('ok');
    expect(free.plan.playbacks.every(({ chase }) => chase === null)).toBe(true);
    expect(free.code(6, 'chase', { ...enter(16, 6), enter: false })).toBe('not-chasing');
  });
  it('that ran backwards is left at the show’s own speed', () => {
    const theatre = chasing(12, 1, -1, 'leave');
    theatre.do(5, 'seek', { position: 2 });
    expect(theatre.main(7)).toMatchObject({ rate: 1, position: 4 });
  });
  it.each(['stop', 'panic', 'reset'])('is left by %s, always', (verb) => {
    const theatre = chasing(12);
    theatre.do(5, verb, verb === 'panic' ? { seconds: 1 } : {});
    expect(theatre.code(5.5, 'chase', { ...enter(16, 5.5), enter: false })).toMatch(/not-chasing|panic/);
  });
  it('lets stings play', () => {
    const theatre = chasing(12);
    expect(theatre.code(5, 'cue/go', { cue: '9' })).toBe('ok');
    expect(theatre.at(5.5).playbacks).toHaveLength(2);
  });
  it.each([
    ['continue', 22, 'playing'],
    ['hold', 12, 'paused'],
  ])('ends: %s', (ending, position, state) => {
    const theatre = chasing(12, 1, 1.05);
    theatre.do(1, 'unchase', { ending });
    expect(theatre.main(11)).toMatchObject({ state });
    expect(theatre.main(11).position).toBeCloseTo(position, 9);
  });
  it('ends: fade', () => {
    const theatre = chasing(12, 1);
    theatre.do(2, 'unchase', { ending: 'fade', seconds: 2 });
    expect(theatre.at(3).playbacks).toHaveLength(1);
    expect(theatre.at(4.1).playbacks).toEqual([]);
  });

  it('lies on any line of small corrections, each mark crossed once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0.04, max: 0.5, noNaN: true }), fc.double({ min: -0.1, max: 0.1, noNaN: true })), { minLength: 1, maxLength: 60 }), // prettier-ignore
        (steps) => {
          const theatre = chasing(9, 0);
          let now = 0;
          for (const [wait, error] of steps) {
            now += wait;
            theatre.do(now, 'chase', { ...enter(9 + now + error, now), enter: false });
            expect(theatre.main(now).position).toBeCloseTo(9 + now + error, 6);
          }
          theatre.do(now + 2, 'master', { level: 1 });
          const reached = theatre.main(now + 2).position;
          const isPast = reached > 10.1 && reached < 11;
          expect(isPast ? [fired(theatre, '2'), fired(theatre, '3')] : [1, 1]).toEqual([1, 1]);
        },
      ),
    );
  });
});
