import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../../../core/control/link.ts';
import { droppedOf } from '../../../../renderer/console/run/dropped.ts';
import { BenchLink, open } from './bench.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const go = (): HTMLElement => screen.getByRole('button', { name: /^GO/ });
const notice = (): string => document.querySelector('.notice')?.textContent ?? '';
const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const line = (seq: number, kind: string, text: string): JournalEntry => ({
  seq,
  at: '2026-11-25T21:00:03.000Z',
  clock: 1,
  kind,
  text,
});

describe('a press', () => {
  it('is down at once, fires on the way down and only once', async () => {
    const link = open();
    fireEvent.pointerDown(go(), { button: 0 });
    expect(go().className).toContain('pressed');
    fireEvent.click(go(), { detail: 1 });
    expect(link.sent).toEqual([['go', { cue: '1' }]]);
    await pass(200);
    expect(go().className).not.toContain('pressed');
  });
  it('by Enter on the focused button, too', () => {
    const link = open();
    fireEvent.click(go(), { detail: 0 });
    expect(link.sent).toHaveLength(1);
  });
  it('says after 0.3 s that no answer came, and stays down', async () => {
    const link = new BenchLink();
    link.answers = false;
    open(link);
    fireEvent.pointerDown(go(), { button: 0 });
    await pass(290);
    expect(notice()).toBe('');
    await pass(20);
    expect(notice()).toMatch(/No answer|Pas encore de réponse/);
    expect(go().className).toContain('waiting');
  });
  it('that the guard dropped stands there for 2 s', async () => {
    const link = open();
    link.refusal = { ok: false, code: 'guard', message: 'Ignored: 100 ms after the last GO.', path: 'go' };
    fireEvent.keyDown(document.body, { key: ' ' });
    await pass(0);
    expect(notice()).toMatch(/PRESS DROPPED|APPUI ÉCARTÉ/);
    await pass(1950);
    expect(notice()).not.toBe('');
    await pass(100);
    expect(notice()).toBe('');
  });
  it('that was refused for another reason stands until the next one', async () => {
    const link = open();
    link.refusal = { ok: false, code: 'stale-standby', message: 'Standby has changed.', path: 'go' };
    fireEvent.keyDown(document.body, { key: ' ' });
    await pass(5000);
    expect(notice()).toMatch(/Refus/);
    link.refusal = null;
    fireEvent.keyDown(document.body, { key: ' ' });
    expect(notice()).toBe('');
  });
});

describe('a desk that was pressed twice', () => {
  it('is shown for 2 s; what the journal held before is no news', async () => {
    const link = new BenchLink();
    const old = line(1, 'refused:guard', 'go from osc:10.0.0.2: Ignored.');
    link.topics.journal = [old];
    open(link);
    expect(notice()).toBe('');
    act(() => link.tell('journal', [old, line(2, 'refused:guard', 'cue/go from osc:10.0.0.2: Ignored.')]));
    expect(notice()).toMatch(/cue\/go .* osc:10\.0\.0\.2/);
    await pass(2050);
    expect(notice()).toBe('');
  });
  it.each([
    ['refused:guard', 'go from osc:1.2.3.4: Ignored', { verb: 'go', sender: 'osc:1.2.3.4' }],
    ['refused:retrigger', 'cue/go from m:a: b', { verb: 'cue/go', sender: 'm:a' }],
    ['refused:no-place', 'standby from osc:1.2.3.4: no', null],
    ['verb:go', 'go from osc:1.2.3.4', null],
    ['refused:guard', '7 more lines of this kind were left out', null],
  ])('%s "%s"', (kind, text, expected) => {
    expect(droppedOf(line(1, kind, text))).toEqual(expected);
  });
});
