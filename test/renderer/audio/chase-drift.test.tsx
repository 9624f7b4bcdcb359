import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { LED, steer, type Steering } from '../../../renderer/audio/steer.ts';
import { mainAt } from '../../../core/time/chase.ts';
import { chase, follows, noise, worst } from '../../core/time/chase-bench.ts';

/**
 * Ten minutes of a chase, code to sound: the picture lies on the code, and the sound, on a device with a quartz of its
 * own, on the picture. Time is simulated, the rules are those that run in host and page.
 */
const MINUTES = 10;
/** Seconds between two looks of the sound page. */
const TICK = 0.05;
/** Three times ten minutes, twenty looks a second: seconds of work on a machine with other things to do. */
const PATIENCE_MS = 60_000;

test.prop(
  [
    fc.integer({ min: 1, max: 1e6 }),
    fc.double({ min: -0.003, max: 0.003, noNaN: true }),
    fc.double({ min: -250e-6, max: 250e-6, noNaN: true }),
  ],
  { numRuns: 3 },
)(
  'for ten minutes picture and sound stay within 20 ms of each other and of the code',
  (seed, drift, quartz) => {
    const random = noise(seed);
    let steering: Steering = { rate: 1, isSteering: false };
    let place: number | null = null;
    let looked = 0;
    let far = 0;
    const run = chase({
      code: (at) => ({ position: 10 + at * (1 + drift), speed: null }),
      seconds: MINUTES * 60,
      settings: { duration: 1000 },
      jitter: () => 0.004 * random(),
      onStep(at, state) {
        const main = mainAt(state, at);
        if (main === null || at - looked < TICK) return;
        // Cued once, where main was at the lock; from then on it only follows.
        if (place === null && at < 1) {
          looked = at;
          return;
        }
        place = place === null ? main : place + (at - looked) * (1 + quartz) * steering.rate;
        looked = at;
        const error = main - place;
        far = Math.max(far, Math.abs(error));
        const slope = (state.clockRate * (state.anchor?.rate ?? 1)) / (1 + quartz);
        steering = steer(steering, 1, slope, error, LED.loose);
      },
    });
    expect(worst(run, 1)).toBeLessThan(0.04);
    expect(worst(run, 30)).toBeLessThan(0.02);
    expect(far).toBeLessThan(0.02);
    expect(follows(run).length).toBeLessThanOrEqual(5);
  },
  PATIENCE_MS,
);
