import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import type { Note, Spare } from '../../../../core/control/remote.topics.ts';
import { command, emptyPlan } from '../../../../core/playback/engine.ts';
import { statusOf } from '../../../../core/playback/status.ts';
import type { ConsoleLink } from '../../../../renderer/console/console-link.ts';
import { MonitorPage } from '../../../../renderer/console/monitor/monitor-page.tsx';
import { NotesPanel } from '../../../../renderer/console/notes/notes-panel.tsx';
import { SpareBar } from '../../../../renderer/console/spare/spare-bar.tsx';
import { LanguageContext, LinkContext } from '../../../../renderer/console/use-link.ts';
import type { VerbSender } from '../../../../renderer/console/use-verb.ts';
import { makeDocument, makeShow } from '../../../support/core/show.ts';
import { TopicLink } from '../topic-link.ts';

/** Monitor, notes and the spare's band, without a host. */
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
const draw = (link: ConsoleLink, page: React.ReactNode) =>
  render(
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value="en">{page}</LanguageContext.Provider>
    </LinkContext.Provider>,
  );
const violations = async () => {
  const found = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`);
};
const note: Note = {
  id: 'n1',
  at: '2026-11-25T21:40:12.000Z',
  author: 'Ada',
  text: 'the window is late',
  cue: '2',
  position: 63.24,
};
const spare = (over: Partial<Spare> = {}): Spare => ({
  of: 'http://192.168.1.20:8090',
  state: 'following',
  lostSince: null,
  media: { done: 2, total: 2, loading: null, missing: [] },
  problem: null,
  version: '0.1.0',
  clockErrorMs: 0.4,
  ...over,
});

const playing = () => {
  const show = makeShow();
  const fired = command(show, emptyPlan(show, 0), { verb: 'go', args: {}, sender: 'test' }, 0);
  if (!fired.ok) throw new Error(fired.message);
  const { plan } = fired.value;
  const status = {
    ...statusOf(show, plan, 1),
    version: '0.1.0',
    show: { title: 'Essai', id: 'test', revision: 1 },
    clock: { source: 'machine' as const, locked: true, offsetMs: 0 },
    outputs: [],
    inputs: [],
    health: { ok: true, problems: [] },
  };
  return new TopicLink({
    show: { document: makeDocument(), revision: 1 },
    plans: [plan],
    status,
    notes: [note],
  });
};

it('the monitor says what runs, what is next and how long, and has no press that touches the show', async () => {
  const link = playing();
  const send = vi.fn<VerbSender>();
  draw(link, <MonitorPage send={send} />);
  expect(screen.getByText(/NOW 1/)).toBeTruthy();
  expect(screen.getByTestId('monitor-left').textContent).toMatch(/^\d+:\d\d\.\d$/);
  expect(screen.getByText(/NEXT/)).toBeTruthy();
  const pressed = screen.getAllByRole('button').map((button) => button.textContent);
  expect(pressed).toEqual(['Note it', '×', 'Export as CSV', 'Export as text']);
  expect(await violations()).toEqual([]);
});

it('a note is written, shown with its place and taken back', async () => {
  const link = new TopicLink({ notes: [] });
  const send = vi.fn<VerbSender>();
  draw(link, <NotesPanel send={send} />);
  expect(screen.getByText('No notes yet')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('New note'), { target: { value: '  late ' } });
  fireEvent.submit(screen.getByLabelText('New note'));
  expect(send).toHaveBeenCalledWith('note/add', { text: 'late' });
  act(() => link.set({ notes: [note] }));
  expect(screen.getByText('the window is late')).toBeTruthy();
  expect(screen.getByText(/· 2 · 1:03\.2 · Ada/)).toBeTruthy();
  fireEvent.click(screen.getByLabelText(/Remove the note/));
  expect(send).toHaveBeenLastCalledWith('note/remove', { id: 'n1' });
  expect(await violations()).toEqual([]);
});

it('taking over is asked twice, and a first press is forgotten', async () => {
  vi.useFakeTimers();
  const link = new TopicLink({ spare: spare() });
  const send = vi.fn<VerbSender>();
  draw(link, <SpareBar send={send} />);
  fireEvent.click(screen.getByText('Take over'));
  expect(send).not.toHaveBeenCalled();
  act(() => void vi.advanceTimersByTime(7000));
  fireEvent.click(screen.getByText('Take over'));
  fireEvent.click(screen.getByText('Cancel'));
  expect(send).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText('Take over'));
  fireEvent.click(screen.getByText(/Confirm/));
  expect(send).toHaveBeenCalledExactlyOnceWith('spare/take', {});
});

it('says lost, media on their way and what is wrong, in words', async () => {
  const problem = { code: 'follow-version', message: 'Two different versions.', path: '' };
  const media = {
    done: 1,
    total: 3,
    loading: { name: 'media/film.mp4', got: 50, size: 200 },
    missing: [problem],
  };
  const link = new TopicLink({ spare: spare({ state: 'lost', lostSince: note.at, media, problem }) });
  draw(link, <SpareBar send={vi.fn<VerbSender>()} />);
  expect(screen.getByRole('status').textContent).toMatch(/✕ SPARE — main host lost since \d\d:40:12/);
  expect(screen.getByText(/media 1\/3 · media\/film\.mp4 25 % · ! 1 media missing/)).toBeTruthy();
  expect(screen.getByText(/different versions/)).toBeTruthy();
  expect(await violations()).toEqual([]);
});

it('a main host says who follows it, and nothing where nobody does', () => {
  const link = new TopicLink({ spare: null, followers: { count: 0, names: [] } });
  const { container } = draw(link, <SpareBar send={vi.fn<VerbSender>()} />);
  expect(container.textContent).toBe('');
  act(() => link.set({ followers: { count: 1, names: ['regie-b'] } }));
  expect(container.textContent).toMatch(/Followed by 1 spare: regie-b/);
});
