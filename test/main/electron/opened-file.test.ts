import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { listenForFiles } from '../../../main/electron/opened-file.ts';
import { parseOptions } from '../../../main/host/options.ts';

const click = (app: EventEmitter, path: string): boolean => {
  let isTaken = false;
  app.emit('open-file', { preventDefault: () => (isTaken = true) }, path);
  return isTaken;
};
const showOf = (args: string[]): string => {
  const parsed = parseOptions(args, '/shows', {});
  return parsed.ok ? parsed.value.show : parsed.message;
};

it('what is double-clicked before the start is the show, unless a flag names one', () => {
  const app = new EventEmitter();
  const opened = listenForFiles(app);
  expect(opened.argumentsOf(['--no-open'])).toEqual(['--no-open']);
  expect(click(app, '/home/x/Ma façade.frise')).toBe(true);
  expect(showOf(opened.argumentsOf(['--no-open']))).toBe('/home/x/Ma façade.frise');
  expect(showOf(opened.argumentsOf(['--show', '/other']))).toBe('/other');
});

it('what is double-clicked while it runs is told, and changes no arguments', () => {
  const app = new EventEmitter();
  const opened = listenForFiles(app);
  const told: string[] = [];
  opened.laterTo((path) => told.push(path));
  click(app, '/home/x/other.frise');
  expect(told).toEqual(['/home/x/other.frise']);
  expect(opened.argumentsOf([])).toEqual([]);
});
