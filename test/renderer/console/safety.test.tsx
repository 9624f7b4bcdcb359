import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NO_LINE_UP } from '../../../core/control/line-up.ts';
import type { Topics } from '../../../core/control/link.ts';
import { noSafety, type Preflight } from '../../../core/control/safety.topics.ts';
import { linesOf } from '../../../core/preflight/verdict.ts';
import { App } from '../../../renderer/console/app.tsx';
import type { Reply } from '../../../renderer/console/console-link.ts';
import { makeFacts, makeOutput } from '../../core/preflight/builders.ts';
import { TopicLink } from './topic-link.ts';

/** The Pre-flight and Journal pages and the bar. */
const late = makeOutput({ name: 'Output 5', frames: { seconds: 10, fps: 60, late: 57, wasLost: false } });
const done: Preflight = {
  startedAt: '2018-11-22T19:30:00.000Z',
  endedAt: '2018-11-22T19:30:11.000Z',
  by: 'console:booth',
  progress: 1,
  isCancelled: false,
  lines: linesOf(makeFacts({ outputs: [late] })),
};
const base = { ...noSafety, lineUp: NO_LINE_UP };
const open = (topics: Partial<Topics>, page: string, answer?: (verb: string) => Reply) => {
  location.hash = `#${page}`;
  const link = new TopicLink({ ...base, ...topics }, answer);
  const view = render(<App link={link} />);
  return { link, ...view };
};
beforeEach(() => Object.defineProperty(navigator, 'language', { value: 'en-GB', configurable: true }));
afterEach(cleanup);
const faults = async (container: Element) =>
  (await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations.map(
    ({ id }) => id,
  );

it('one press locks, two unlock, and who did it is told', async () => {
  const { link } = open({}, 'preflight');
  fireEvent.click(screen.getByRole('button', { name: 'Lock' }));
  expect(link.sent).toEqual([['lock/show', { on: true }]]);
  const lock = { on: true, by: 'console:booth', since: '2018-11-22T19:30:00.000Z' };
  act(() => link.set({ lock: { ...lock, rig: noSafety.lock.rig } }));
  const button = screen.getByRole('button', { name: 'Locked' });
  expect(button.title).toMatch(/^by console:booth since/);
  fireEvent.click(button);
  expect(link.sent).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Sure? Unlock' }));
  expect(link.sent.at(-1)).toEqual(['lock/show', { on: false }]);
});
it('a frozen wall is said on every page and thawed there', () => {
  const { link } = open({ lineUp: { ...NO_LINE_UP, frozenAt: 3 } }, 'preflight');
  expect(screen.getByText('The wall is frozen').getAttribute('role')).toBe('alert');
  fireEvent.click(screen.getByRole('button', { name: 'FROZEN — thaw' }));
  expect(link.sent).toEqual([['freeze', { on: false }]]);
});
it('the pre-flight says its verdict large, what fails first and what to do', async () => {
  const { link, container } = open({ preflight: done }, 'preflight');
  expect(screen.getByText('NOT READY')).toBeDefined();
  expect(screen.getByText('1 fail')).toBeDefined();
  const [first] = container.querySelectorAll<HTMLElement>('.preflight-line');
  expect(first?.textContent).toContain('Output 5 late: 57 frames in 10 s: graphics driver has vsync off');
  if (first) fireEvent.click(within(first).getByRole('button'));
  expect(link.sent).toEqual([['preflight/run', { only: ['output:left'] }]]);
  expect(await faults(container)).toEqual([]);
});
it('while it runs it can be broken off and nothing else', () => {
  const { link } = open({ preflight: { ...done, endedAt: null, progress: 0.4 } }, 'preflight');
  expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBeCloseTo(0.4);
  expect(
    screen.getAllByRole<HTMLButtonElement>('button', { name: /^Again/ }).every(({ disabled }) => disabled),
  ).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(link.sent).toEqual([['preflight/cancel', {}]]);
});
it('the empty page says what to do', () => {
  const { link } = open({}, 'preflight');
  expect(screen.getByText(/No pre-flight since the start/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Run the pre-flight' }));
  expect(link.sent).toEqual([['preflight/run', {}]]);
});

const show = {
  id: '20181122-200000',
  title: 'Usine',
  startedAt: '2018-11-22T20:00:00.000Z',
  endedAt: '2018-11-22T20:40:00.000Z',
  length: 2400,
  lines: 2,
  cues: 12,
  refused: 1,
  worstMs: 4,
  isOpen: false,
};
const lines = [
  { seq: 1, at: show.startedAt, clock: 1, kind: 'cue', text: 'cue 1 by go', data: { lateMs: 4 } },
  { seq: 2, at: show.startedAt, clock: 1, kind: 'refused:guard', text: 'go from osc:10.0.0.5: too soon' },
];
const journal = (verb: string): Reply => {
  if (verb === 'journal/shows') return { ok: true, value: { shows: [show] } };
  return { ok: true, value: { show: 'now', from: 0, total: 2, lines } };
};
it('the journal lists the shows, its lines and how late each was, and is searched', async () => {
  const { link, container } = open({}, 'journal', journal);
  await screen.findByText('cue 1 by go');
  expect(screen.getByText(/40 min · 12 cues · worst 4 ms/)).toBeDefined();
  expect(screen.getByText('4 ms')).toBeDefined();
  expect(await faults(container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: /Usine/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Refused' }));
  await screen.findByText('cue 1 by go');
  const last = link.sent.filter(([verb]) => verb === 'journal/read').at(-1);
  expect(last).toEqual(['journal/read', { show: show.id, kind: 'refused', text: '', limit: 200 }]);
});
it('a journal that is followed is read again while lines keep coming, not only once it is quiet', async () => {
  vi.useFakeTimers();
  const line = (seq: number) => ({ seq, at: '2018-11-22T19:30:00.000Z', clock: seq, kind: 'go', text: 'GO' });
  const { link } = open({ journal: [line(1)] }, 'journal');
  const reads = () => link.sent.filter(([verb]) => verb === 'journal/read').length;
  const before = reads();
  for (let seq = 2; seq < 52; seq += 1) {
    act(() => link.set({ journal: [line(seq)] }));
    await act(() => vi.advanceTimersByTimeAsync(100));
  }
  expect(reads() - before).toBeGreaterThanOrEqual(4);
  expect(reads() - before).toBeLessThanOrEqual(6);
  vi.useRealTimers();
});
