/** Is a tick of the ticking show heard when its picture stands there? */
import assert from 'node:assert/strict';
import { cpus, loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { lateness, offsetOf, ticksIn } from './clicks.mjs';
import { logOf } from './frames.mjs';

/**
 * The page's show clock at a time of ours, looked at all along: time code makes it run faster or slower.
 * @param {import('playwright').Page} page
 * @returns {{stop(): Promise<(seconds: number) => number>}}
 */
function followShowClock(page) {
  const seen = [];
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const offset = await offsetOf(page, 6);
      seen.push({ at: performance.now() / 1000, offset });
      await delay(150);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await looking;
      return (seconds) => {
        const after = seen.find(({ at }) => at >= seconds) ?? seen.at(-1);
        const before = seen.findLast(({ at }) => at <= seconds) ?? seen[0];
        const share = after.at > before.at ? (seconds - before.at) / (after.at - before.at) : 0;
        return seconds + before.offset + (after.offset - before.offset) * share;
      };
    },
  };
}

/** Records while `act` runs. @returns how late each tick was, milliseconds */
export async function latenessWhile({ card, output }, act) {
  const take = card.recording();
  const clock = followShowClock(output);
  await act();
  const showAt = await clock.stop();
  const log = await logOf(output);
  const samples = await take.stop();
  return ticksIn(samples, card.channels).flatMap(
    (second) => lateness(log, showAt(take.beganAt() / 1000 + second)) ?? [],
  );
}
/**
 * Where other work has the cores, what the browser says of its device's latency is wrong, and only the place in the show
 * can be told.
 */
const isCrowded = loadavg()[0] > 3 * cpus().length;
const togetherMs = isCrowded ? 150 : 20;

/**
 * What a card says of its own latency may be some 20 ms from what is heard: a technician measures it once and trims it.
 * @param {{verb: Function, ready: {owner: string}}} host
 */
export async function trimSound(host, where, act) {
  const late = await latenessWhile(where, act);
  const middle = [...late].sort((a, b) => a - b)[late.length >> 1] ?? 0;
  process.stdout.write(`# before the trim: ${late.map((one) => one.toFixed(1)).join(' ')} ms\n`);
  assert.ok(
    Math.abs(middle) < 60,
    `sound and picture are apart by more than a card can be wrong: ${middle} ms`,
  );
  const put = { 'sound:main': { latencyMs: -Math.round(middle) } };
  const edit = { document: 'station', label: 'trim', put };
  const { body } = await host.verb('document/edit', edit, { authorization: `Bearer ${host.ready.owner}` });
  assert.equal(body.ok, true, JSON.stringify(body));
}

/**
 * A machine without a free core drops sound buffers, and until it is cued again sound is late; an error of ours would
 * move every tick. So `ticks` of a take must be right, in one of three takes.
 * @param {{card: object, output: import('playwright').Page}} where
 */
export async function assertHeardTogether(where, what, act, ticks = 2) {
  let right = 0;
  for (let turn = 0; turn < 3 && right < ticks; turn += 1) {
    const late = await latenessWhile(where, act);
    process.stdout.write(
      `# ${what}: ${late.map((one) => one.toFixed(1)).join(' ')} ms (within ${togetherMs})\n`,
    );
    right = late.filter((one) => Math.abs(one) <= togetherMs).length;
  }
  assert.ok(right >= ticks, `${what}: sound and picture are apart`);
}
