/** What a person in front of the wall sees of one display: when it was dark, and whether it was ever white or grey. */
import { run } from '../../support/processes.mjs';

const dark = 12;
const white = 200;

async function look(env, { x, y, width, height }) {
  const area = `${width}x${height}+${x}+${y}`;
  const args = ['-window', 'root', '-crop', area, '+repage', '-resize', '1x1!', '-depth', '8', 'txt:-'];
  const { stdout } = await run('import', args, { env, seconds: 10 });
  const [, red, green, blue] = /\((\d+),(\d+),(\d+)/.exec(stdout) ?? [];
  if (blue === undefined) throw new Error(`no colour in: ${stdout}`);
  return [Number(red), Number(green), Number(blue)];
}

/**
 * Looks some twenty times a second until it is stopped.
 * @param {{env: object}} displays
 * @param {{x: number, y: number, width: number, height: number}} area desktop pixels
 * @returns {{lit(seconds: number): Promise<void>, stop(): Promise<{longestDarkMs: number, longestWhiteMs: number, sawWhite: boolean, sawGrey: boolean, looks: number}>}}
 */
export function watchWall(displays, area) {
  const seen = [];
  let isStopped = false;
  const done = (async () => {
    while (!isStopped) {
      const colour = await look(displays.env, area);
      seen.push({ at: performance.now(), colour });
    }
  })();
  let fault = null;
  done.catch((error) => (fault = error));
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
    /** Until it is lit, for good: three looks in a row. */
    async lit(seconds) {
      const until = performance.now() + seconds * 1000;
      const begun = seen.length;
      while (seen.length < begun + 3 || seen.slice(-3).some(isDark)) {
        if (fault) throw fault;
        if (performance.now() > until) throw new Error(`still dark after ${seconds} s`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
    async stop() {
      isStopped = true;
      await done;
      return {
        longestDarkMs: Math.round(longestOf(isDark)),
        longestWhiteMs: Math.round(longestOf(isWhite)),
        sawWhite: seen.some(isWhite),
        sawGrey: seen.some(isGrey),
        looks: seen.length,
      };
    },
  };
}
