import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { fail, ok, type Result } from '../../../core/result.ts';

/**
 * The browser engine that draws: a Chromium without a window, always with software GL, so that pixels are the same on
 * every machine. FRISE_CHROMIUM names one; FRISE_CHROMIUM_FLAGS adds flags (as root: --no-sandbox).
 */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const howToGet: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'sudo apt-get install -y chromium',
  darwin: 'brew install --cask chromium',
  win32: 'winget install Google.Chrome',
};
const FLAGS = [
  '--headless=new',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-extensions',
  '--disable-dev-shm-usage',
];

export const findEngine = (
  env: NodeJS.ProcessEnv,
  exists: (file: string) => boolean = existsSync,
): Result<string> => {
  const named = env['FRISE_CHROMIUM'];
  if (named)
    return exists(named)
      ? ok(named)
      : fail('engine-missing', `FRISE_CHROMIUM is ${named}, and nothing is there; correct or unset it.`);
  const found = usual.find(exists);
  if (found) return ok(found);
  const command = howToGet[process.platform] ?? 'install Chromium';
  return fail('engine-missing', `No Chromium was found. Run: ${command}; or set FRISE_CHROMIUM to one.`);
};

/** What the engine said last, or what to do where it is known. */
export const adviceOn = (said: string): string =>
  said.includes('without --no-sandbox')
    ? 'As root Chromium has no sandbox: run it as another user, or set FRISE_CHROMIUM_FLAGS=--no-sandbox.'
    : (said.trim().split('\n').at(-1) ?? '');

/** `ws://127.0.0.1:…` out of what an engine says as it starts. */
export const devtoolsOf = (said: string): string | null =>
  /DevTools listening on (ws:\/\/127\.0\.0\.1:\d+\/\S+)\s/.exec(said)?.[1] ?? null;

export interface Engine {
  /** Resolves with what the engine said last when it ends by itself. */
  readonly ended: Promise<string>;
  /** Where its DevTools listen, where a flag asked for them; null: it has not said so. */
  devtools(): string | null;
  close(): Promise<void>;
}
export const startEngine = async (
  file: string,
  url: string,
  env: NodeJS.ProcessEnv,
  isBackground = false,
): Promise<Engine> => {
  const profile = await mkdtemp(path.join(tmpdir(), 'frise-render-'));
  const extra = (env['FRISE_CHROMIUM_FLAGS'] ?? '').split(/\s+/).filter(Boolean);
  const child: ChildProcess = spawn(file, [...FLAGS, ...extra, `--user-data-dir=${profile}`, url], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (isBackground) setBehind(child.pid);
  let said = '';
  let devtools: string | null = null;
  child.stderr?.on('data', (data: Buffer) => {
    said = (said + data.toString()).slice(-2000);
    devtools ??= devtoolsOf(said);
  });
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code) => resolve(`it ended with code ${code}. ${adviceOn(said)}`));
  });
  return {
    ended,
    devtools: () => devtools,
    async close() {
      child.kill('SIGKILL');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
};

/** Its own processes inherit it. That the system refuses is no reason not to draw. */
const setBehind = (pid: number | undefined): void => {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    return;
  }
};
