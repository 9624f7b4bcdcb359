/**
 * A current Chromium for page tests, with software GL so that pixels are the same everywhere. Test harness only:
 * the sandbox is off because build machines run as root.
 */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const softwareGl = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--force-color-profile=srgb',
];

export const chromiumArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--autoplay-policy=no-user-gesture-required',
  ...softwareGl,
];

/** The path of a Chromium: FRISE_CHROMIUM, else the system's. Fails with the command that gets one. */
export function findChromium() {
  const named = process.env.FRISE_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`FRISE_CHROMIUM is ${named}, and nothing is there`);
  }
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  throw new Error('No Chromium. Run:\n  sudo apt-get install -y chromium\nor set FRISE_CHROMIUM to one.');
}

/**
 * @param {{args?: string[], env?: Record<string, string>, headless?: boolean, withSound?: boolean}} options
 *   `withSound`: the browser isn't muted; with `env.PULSE_SERVER` it plays into a test sound card.
 * @returns {Promise<import('playwright').Browser>}
 */
export function launchChromium({ args = [], env = {}, headless = true, withSound = false } = {}) {
  return chromium.launch({
    executablePath: findChromium(),
    headless,
    args: [...chromiumArguments, ...args],
    env: { ...process.env, ...env },
    ...(withSound ? { ignoreDefaultArgs: ['--mute-audio'] } : {}),
  });
}

/**
 * Collects what a page must not do: errors nobody caught, error lines on its console, requests refused. A test ends
 * with `pageErrors.check()`.
 * @param {import('playwright').Page} page
 * @param {{allow?: RegExp[]}} options lines that are expected
 */
export function watchPage(page, { allow = [] } = {}) {
  const found = [];
  const keep = (text) => {
    if (!allow.some((each) => each.test(text))) found.push(text);
  };
  page.on('pageerror', (error) => keep(`error: ${error.stack ?? error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error') keep(`console: ${line.text()}`);
  });
  return {
    found,
    check() {
      if (found.length > 0) throw new Error(`The page ${page.url()} complained:\n${found.join('\n')}`);
    },
  };
}
