import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { codeAt } from '../../../core/time/chase.ts';
import { chase, follows, noise, worst, type CodeAt } from './chase-bench.ts';

/** chase.spec.md as tests. A frame is 40 ms. */
const FRAME = 0.04;
const playing =
  (start: number, speed = 1, told: number | null = speed): CodeAt =>
  (at) => ({ position: start + at * speed, speed: told });

describe('lock', () => {
  it('comes with the third sample, and main is located at once', () => {
    const run = chase({ code: playing(100), seconds: 3 });
    expect(run.log.find(({ phase }) => phase === 'locked')?.at).toBeLessThan(0.1);
    expect(worst(run, 0.5)).toBeLessThan(0.001);
    expect(follows(run)).toHaveLength(1);
  });
  test.prop([fc.integer({ min: 1, max: 1e6 }), fc.double({ min: -0.004, max: 0.004, noNaN: true })], {
    numRuns: 12,
  })(
    'under jitter of ±5 ms and a drift of up to 0.4 % main stays within a frame, by a handful of plans',
    (seed, drift) => {
      const random = noise(seed);
      const run = chase({ code: playing(50, 1 + drift, null), seconds: 30, jitter: () => 0.005 * random() });
      expect(worst(run, 0.6)).toBeLessThan(FRAME);
      expect(worst(run, 15)).toBeLessThan(FRAME / 2);
      expect(follows(run).length).toBeLessThanOrEqual(5);
      const clocks = run.commands.flatMap((each) => (each.kind === 'clock' ? [each.rate] : []));
      expect(clocks.length).toBeLessThanOrEqual(30 * 4);
      expect(clocks.every((rate) => Math.abs(rate - 1) < 0.00501)).toBe(true);
    },
  );
  it('one message in ten that is 80 ms late moves nothing', () => {
    const run = chase({ code: playing(0), seconds: 10, jitter: (index) => (index % 10 === 9 ? 0.039 : 0) });
    expect(worst(run, 0.5)).toBeLessThan(0.01);
    expect(follows(run)).toHaveLength(1);
  });
});

describe('skips', () => {
  it.each([-20, -0.04, 0.04, 0.2, 60])('of %d s: located anew within three frames, by one plan', (skip) => {
    const run = chase({
      code: (at) => ({ position: 100 + at + (at >= 3 ? skip : 0), speed: 1 }),
      seconds: 6,
    });
    expect(worst(run, 0.5, 2.99)).toBeLessThan(0.001);
    expect(worst(run, 3.2)).toBeLessThan(0.001);
    expect(follows(run)).toHaveLength(2);
  });
  it('a single wrong code is not believed', () => {
    const run = chase({
      code: (at) => ({ position: Math.round(at / 0.04) === 60 ? 500 : 100 + at, speed: 1 }),
      seconds: 5,
    });
    expect(follows(run)).toHaveLength(1);
  });
});

describe('other speeds', () => {
  it.each([1.1, 0.9, 1.02, 2, -1, -0.5])('%d: main runs with it, within a frame, by a few plans', (speed) => {
    const run = chase({ code: playing(200, speed), seconds: 6 });
    expect(worst(run, 0.6)).toBeLessThan(FRAME);
    expect(follows(run).length).toBeLessThanOrEqual(4);
  });
  it.each([1.1, 0.9, -1])('%d from a source that does not tell its speed', (speed) => {
    const run = chase({ code: playing(200, speed, null), seconds: 6 });
    expect(worst(run, 0.6)).toBeLessThan(FRAME);
    expect(follows(run).length).toBeLessThanOrEqual(8);
  });
  it('a deck that is turned from 1 to 1.08 and back, slowly', () => {
    const speedAt = (at: number) => 1 + 0.08 * Math.max(0, Math.sin((at / 10) * Math.PI));
    let position = 100;
    const places = Array.from({ length: 1400 }, (_, index) => (position += 0.01 * speedAt(index / 100)));
    const run = chase({
      code: (at) => ({ position: places[Math.round(at * 100)] ?? 0, speed: speedAt(at) }),
      seconds: 12,
    });
    expect(worst(run, 0.6)).toBeLessThan(FRAME);
    expect(follows(run).length).toBeLessThan(40);
  });
  it('standing: main stands there, told once', () => {
    const run = chase({ code: () => ({ position: 42, speed: 0 }), seconds: 3 });
    expect(follows(run)).toMatchObject([{ position: 42, rate: 0 }]);
    expect(run.log.at(-1)?.phase).toBe('locked');
  });
});

describe('the ends', () => {
  it('before the start code main stands at its top, and starts with it', () => {
    const run = chase({ code: playing(-2), seconds: 5 });
    expect(follows(run)[0]).toMatchObject({ position: 0, rate: 0 });
    expect(worst(run, 2.1)).toBeLessThan(0.005);
    expect(follows(run)).toHaveLength(2);
  });
  it('beyond its end it stands there', () => {
    const run = chase({ code: playing(598), seconds: 5 });
    expect(follows(run).at(-1)).toMatchObject({ position: 600, rate: 0 });
    expect(follows(run)).toHaveLength(2);
  });
});

describe('drop-outs', () => {
  const gap =
    (from: number, to: number, after = 0): CodeAt =>
    (at) =>
      at >= from && at < to ? null : { position: 100 + at + (at >= to ? after : 0), speed: 1 };
  it('freewheels exactly, and goes on without a new plan', () => {
    const run = chase({ code: gap(3, 4.5), seconds: 8 });
    const phases = [3.1, 3.4, 4.4, 4.6].map((when) => run.log.find(({ at }) => at >= when)?.phase);
    expect(phases).toEqual(['locked', 'freewheel', 'freewheel', 'locked']);
    expect(follows(run)).toHaveLength(1);
    expect(worst(run, 4.5)).toBeLessThan(0.001);
  });
  it('under a drift it runs on with the drift', () => {
    const drifting: CodeAt = (at) => (at > 10 && at < 11.9 ? null : { position: at * 1.003, speed: null });
    const run = chase({ code: drifting, seconds: 14 });
    expect(worst(run, 11.9)).toBeLessThan(0.002);
  });
  it('comes back elsewhere: a skip', () => {
    const run = chase({ code: gap(3, 4, 30), seconds: 6 });
    expect(worst(run, 4.2)).toBeLessThan(0.001);
    expect(follows(run)).toHaveLength(2);
  });
  it.each(['continue', 'hold', 'fade'] as const)('beyond the set time: %s, once', (ending) => {
    const run = chase({ code: gap(3, 99), seconds: 9, settings: { ending } });
    const left = run.commands.filter(({ kind }) => kind === 'leave');
    expect(left).toMatchObject([{ ending, seconds: 3 }]);
    expect(left[0]?.when).toBeCloseTo(4.97, 1);
    expect(run.state.phase).toBe('lost');
  });
  it('and then comes back: chase starts again', () => {
    const run = chase({ code: gap(3, 8), seconds: 10 });
    expect(follows(run)).toHaveLength(2);
    expect(worst(run, 8.5)).toBeLessThan(0.001);
  });
});

test.prop(
  [
    fc.array(
      fc.record({
        position: fc.oneof(fc.double({ min: -50, max: 700, noNaN: true }), fc.constant(Number.MAX_VALUE)),
        speed: fc.oneof(fc.constant(null), fc.double({ min: -9, max: 9, noNaN: true })),
      }),
      { maxLength: 120 },
    ),
  ],
  { numRuns: 60 },
)('whatever comes: orders that main can follow, and no flood of them', (samples) => {
  const run = chase({ code: (at) => samples[Math.round(at / 0.04)] ?? null, seconds: 6 });
  for (const command of run.commands)
    if (command.kind === 'follow') {
      expect(command.position).toBeGreaterThanOrEqual(0);
      expect(command.position).toBeLessThanOrEqual(600);
      expect(Math.abs(command.rate)).toBeLessThanOrEqual(4);
    } else if (command.kind === 'clock') expect(Math.abs(command.rate - 1)).toBeLessThan(0.00501);
  expect(codeAt(run.state, 6) ?? 0).not.toBeNaN();
});
