/** What a person in front of the wall sees of one display: when it was dark, and whether it was ever white or grey. */
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { start } from '../../support/processes.mjs';
import { root } from './app.mjs';

const dark = 12;
const white = 200;
/** Looks in a row that make it lit. */
const STEADY = 25;

/**
 * Looks some 250 times a second until it is stopped: a single frame is seen.
 * @param {{env: object}} displays
 * @param {{x: number, y: number, width: number, height: number}} area desktop pixels
 * @returns {{lit(seconds: number): Promise<void>, stop(): Promise<{longestDarkMs: number, longestWhiteMs: number, sawWhite: boolean, sawGrey: boolean, looks: number}>}}
 */
export function watchWall(displays, { x, y, width, height }) {
  const script = join(root, 'test/support/rigging/look.py');
  const looker = start('/usr/bin/python3', [script, ...[x, y, width, height].map(String)], {
    env: displays.env,
  });
  const seen = [];
  let read = 0;
  /** What has been looked at by now. */
  const catchUp = () => {
    const { stdout } = looker.said;
    const end = stdout.lastIndexOf('\n') + 1;
    for (const line of stdout.slice(read, end).split('\n').filter(Boolean)) {
      const [at, ...colour] = line.split(' ').map(Number);
      seen.push({ at, colour });
    }
    read = end;
  };
  const isDark = ({ colour }) => Math.max(...colour) < dark;
  const isWhite = ({ colour }) => Math.min(...colour) > white;
  /** Nothing of the show's is grey: so is a page that is being loaded. */
  const isGrey = ({ colour }) => Math.min(...colour) > dark && Math.max(...colour) <= white;
  const longestOf = (is) => {
    let longest = 0;
    let from = null;
    for (const each of seen) {
      if (!is(each)) from = null;
      else {
        from ??= each.at;
        longest = Math.max(longest, each.at - from);
      }
    }
    return longest;
  };
  return {
    /** Until it is lit, for good: a tenth of a second. */
    async lit(seconds) {
      const until = performance.now() + seconds * 1000;
      catchUp();
      const begun = seen.length;
      while (seen.length < begun + STEADY || seen.slice(-STEADY).some(isDark)) {
        if (performance.now() > until) throw new Error(`still dark after ${seconds} s ${looker.said.stderr}`);
        await delay(30);
        catchUp();
      }
    },
    async stop() {
      await looker.stop();
      catchUp();
      return {
        longestDarkMs: longestOf(isDark),
        longestWhiteMs: longestOf(isWhite),
        sawWhite: seen.some(isWhite),
        sawGrey: seen.some(isGrey),
        looks: seen.length,
      };
    },
  };
}
