import { expect, it } from 'vitest';
import type { Status } from '../../../core/control/link.ts';
import { createStatusWatch } from '../../../main/host/journal/watch-status.ts';

const input = {
  id: 'osc',
  kind: 'osc',
  armed: true,
  lastMessageAt: null,
  state: 'ready' as const,
  detail: '',
};
const output = { id: 'left', name: 'Left', connected: true, fps: 60, late: 0, frame: 1, error: null };
const problem = { code: 'output-lost', message: 'The output is lost.', path: 'output:left' };
const status = (overrides: Partial<Status> = {}): Status => ({
  version: '0',
  show: { title: 'x', id: 'x', revision: 1 },
  playbacks: [],
  cues: { current: null, standby: null },
  master: { level: 1, blackout: false, panic: 'off' },
  clock: { source: 'machine', locked: true, offsetMs: 0 },
  outputs: [output],
  inputs: [input],
  health: { ok: true, problems: [] },
  ...overrides,
});
const told = (...all: Status[]): string[] => {
  const lines: string[] = [];
  const look = createStatusWatch({ add: (kind, text) => void lines.push(`${kind}: ${text}`) });
  for (const each of all) look(each);
  return lines;
};

it('says nothing of what is as it was, nor of how it found it', () =>
  expect(told(status(), status())).toEqual([]));
it.each<[Status, string]>([
  [status({ outputs: [{ ...output, connected: false }] }), 'output: output left is lost'],
  [status({ inputs: [{ ...input, state: 'fault' }] }), 'input: input osc: fault'],
  [status({ inputs: [{ ...input, armed: false }] }), 'input: input osc: ready, ignored'],
])('tells of a change, and of the way back', (next, line) => {
  const lines = told(status(), next, status());
  expect(lines[0]).toBe(line);
  expect(lines).toHaveLength(2);
});
it('tells when a problem is over; that it came the health list says itself', () => {
  const bad = status({ health: { ok: false, problems: [problem] } });
  expect(told(status(), bad, status())).toEqual(['problem-gone: over: The output is lost.']);
});
