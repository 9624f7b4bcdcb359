/** What the output pages logged of each frame: (clock, position, plan), and what must be true of it. */
import assert from 'node:assert/strict';

export const logOf = (page) => page.evaluate(() => window.frise.log.map((one) => ({ ...one })));

/**
 * No frame draws the old plan at a clock at or after `effectiveAt`, nor the new one before it.
 * @returns {number} frames that drew the new plan
 */
export function assertSwitch(log, { plan, effectiveAt }) {
  const tooLate = log.filter((one) => one.plan < plan && one.clock >= effectiveAt);
  const tooEarly = log.filter((one) => one.plan >= plan && one.clock < effectiveAt);
  assert.deepEqual(tooLate, [], 'the old plan was drawn after the new one counted');
  assert.deepEqual(tooEarly, [], 'the new plan was drawn before it counted');
  return log.filter((one) => one.plan === plan).length;
}

/** Two outputs that draw the same clock time draw the same place of the same plan. */
export function assertInStep(left, right) {
  const byClock = new Map(left.map((one) => [one.clock.toFixed(5), one]));
  const both = right.flatMap((one) =>
    byClock.has(one.clock.toFixed(5)) ? [[byClock.get(one.clock.toFixed(5)), one]] : [],
  );
  for (const [a, b] of both) {
    assert.equal(a.plan, b.plan);
    if (a.position !== null || b.position !== null)
      assert.ok(Math.abs(a.position - b.position) < 1e-6, `${a.position} and ${b.position} at ${a.clock}`);
  }
  return both.length;
}

/**
 * Stops the clock of an output page and waits until what it shows is that instant.
 * @returns {Promise<{clock: number, position: number}>} the frame that stands
 */
export async function holdClock(page) {
  const clock = await page.evaluate(() => {
    const { log } = window.frise;
    window.frise.hold(log.at(-1).drawnAt);
    return log.at(-1).clock;
  });
  await page.waitForFunction((at) => window.frise.log.slice(-4).every((one) => one.clock === at), clock, {
    timeout: 60_000,
  });
  return page.evaluate(() => ({ ...window.frise.log.at(-1) }));
}
