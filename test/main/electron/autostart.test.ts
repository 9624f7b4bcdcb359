import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { expect, it } from 'vitest';
import { KEEP } from '../../../main/electron/keeper.ts';

/** What starts Frise with the desktop on systems that the tests don't run on: well-formed, packed, and of the right names. */
const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const parsed = (file: string) =>
  new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(read(file), 'text/xml');
const builder = read('electron-builder.yml');

it('the installers bring every file that they name', () => {
  const named = [...builder.matchAll(/from: (installer\/\S+?),/g)].map(([, file]) => file ?? '');
  expect(named).toEqual([
    'installer/linux/frise.service',
    'installer/windows/frise-task.xml',
    'installer/macos/io.github.frise.app.plist',
  ]);
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

it('the task of Windows starts at log-on, without a limit of time, and again when it failed', () => {
  const task = parsed('installer/windows/frise-task.xml');
  const text = (name: string) => task.getElementsByTagName(name).item(0)?.textContent?.trim();
  expect(text('LogonTrigger')).toBe('true');
  expect(text('ExecutionTimeLimit')).toBe('PT0S');
  expect(text('Interval')).toBe('PT1M');
  expect(text('Command')).toBe(String.raw`%LOCALAPPDATA%\Programs\Frise\Frise.exe`);
  // The task waits a minute; this brings it back at once.
  expect(text('Arguments')).toBe(KEEP);
});

it('the agent of macOS is the application’s own, and comes back unless it was quit', () => {
  const agent = parsed('installer/macos/io.github.frise.app.plist');
  const keys = Array.from(agent.getElementsByTagName('key'), (key) => key.textContent);
  expect(keys).toEqual(expect.arrayContaining(['Label', 'RunAtLoad', 'KeepAlive', 'SuccessfulExit']));
  const label = agent.getElementsByTagName('string').item(0)?.textContent;
  expect(builder).toContain(`appId: ${label}\n`);
});
