import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { noSafety } from '../../../../core/control/safety.topics.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { DesignPage } from '../../../../renderer/console/design/design-page.tsx';
import { SessionContext } from '../../../../renderer/console/pairing/session.ts';
import { LanguageContext, LinkContext } from '../../../../renderer/console/use-link.ts';
import { board3 } from '../../../core/show/timeline-edit/show.ts';
import { TopicLink } from '../topic-link.ts';

const open = (document: ShowDocument = board3, mayDesign = true) => {
  const link = new TopicLink({ ...noSafety, show: { document, revision: 1 } });
  const session = { isNear: true, isOwner: false, mayDesign, showOwner: () => undefined };
  const { container } = render(
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value="en">
        <SessionContext.Provider value={session}>
          <DesignPage />
        </SessionContext.Provider>
      </LanguageContext.Provider>
    </LinkContext.Provider>,
  );
  const clip = (id: string): HTMLElement => {
    const found = container.querySelector<HTMLElement>(`[data-clip="clip:${id}"]`);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
  const key = (name: string, more: Partial<KeyboardEventInit> = {}) =>
    act(async () => void fireEvent.keyDown(document_(), { key: name, ...more }));
  const drag = async (id: string, x: number, y: number, more: Record<string, unknown> = {}) => {
    await act(async () => {
      fireEvent.pointerDown(clip(id), { button: 0, clientX: 500, clientY: 100, ...more });
    });
    await act(async () => {
      fireEvent.pointerMove(clip(id), { clientX: 500 + x, clientY: 100 + y, ...more });
    });
  };
  const drop = (id: string, x: number, y = 0) =>
    act(async () => void fireEvent.pointerUp(clip(id), { clientX: 500 + x, clientY: 100 + y, altKey: true }));
  const edits = () =>
    link.sent.flatMap(([verb, args]) =>
      verb === 'document/edit' ? [args as { label: string; put: Record<string, { start: number }> }] : [],
    );
  return { link, container, clip, key, drag, drop, edits };
};
const document_ = () => globalThis.document.body;
afterEach(cleanup);

/** Pixels a second to begin with. */
const SCALE = 12;
const press = (element: HTMLElement, more: Record<string, unknown> = {}) =>
  act(async () => {
    fireEvent.pointerDown(element, { button: 0, clientX: 500, clientY: 100, ...more });
    fireEvent.pointerUp(element, { clientX: 500, clientY: 100 });
  });

describe('clips', () => {
  it('are chosen by a press, several with shift, none by a press beside', async () => {
    const { clip, container } = open();
    await press(clip('a'));
    await press(clip('b'), { shiftKey: true });
    expect(container.querySelectorAll('.clip[aria-pressed="true"]').length).toBe(2);
    await press(clip('b'), { shiftKey: true });
    expect(clip('b').getAttribute('aria-pressed')).toBe('false');
  });
  it('are dragged here, and sent once when let go, where they were seen', async () => {
    const { clip, drag, drop, edits } = open();
    await drag('b', 6 * SCALE, -44, { altKey: true });
    expect(edits()).toEqual([]);
    expect(clip('b').style.getPropertyValue('--at')).toBe('12');
    await drop('b', 6 * SCALE, -44);
    expect(edits().map(({ label, put }) => [label, put['clip:b']?.start])).toEqual([['move', 12]]);
  });
  it('cling to what is near, and not with Alt', async () => {
    const { clip, drag } = open();
    await drag('b', 5.8 * SCALE, -44);
    expect(clip('b').style.getPropertyValue('--at')).toBe('12');
    await drag('b', 6.3 * SCALE, -44, { altKey: true });
    expect(clip('b').style.getPropertyValue('--at')).not.toBe('12');
  });
  it('answer to keys, each one step; a step that cannot be is said', async () => {
    const { clip, key, edits, link } = open();
    await key('s');
    expect(screen.getByRole('alert').textContent).toMatch(/Choose one/);
    await press(clip('b'));
    await key('ArrowLeft');
    await key('m');
    expect(edits().at(-1)).toMatchObject({ label: 'mute', put: { 'clip:b': { muted: true } } });
    await key('d', { ctrlKey: true });
    await press(clip('b'));
    await key('Delete', { shiftKey: true });
    await key('s');
    expect(edits().map(({ label }) => label)).toEqual(['move', 'mute', 'duplicate', 'ripple delete']);
    expect(edits()[0]?.put['clip:b']?.start).toBe(5.96);
    expect(screen.getByRole('alert').textContent).toMatch(/playhead/);
    await key('z', { ctrlKey: true });
    await key('z', { ctrlKey: true, shiftKey: true });
    expect(link.sent.slice(-2).map(([verb]) => verb)).toEqual(['document/undo', 'document/redo']);
  });
});

it('moves the playhead by frames where no clip is chosen', async () => {
  const { key, edits, container } = open();
  await key('ArrowRight', { shiftKey: true });
  await key('ArrowLeft');
  expect(container.querySelector('.design-time')?.textContent).toBe('0:00.36');
  await key('End');
  expect(container.querySelector('.design-time')?.textContent).toBe('0:20.00');
  expect(edits()).toEqual([]);
});

describe('a show that may not be changed', () => {
  it('says that it is locked, by whom, and sends nothing', async () => {
    const { link, clip, key, drag, drop, edits } = open();
    await act(async () => link.set({ lock: { ...noSafety.lock, on: true, by: 'Ada', since: null } }));
    expect(screen.getByText(/locked by Ada/)).toBeTruthy();
    await press(clip('a'));
    await key('Delete');
    await drag('a', 40, 0);
    await drop('a', 40);
    expect(edits()).toEqual([]);
  });
  it('says that the rights are missing', () => {
    open(board3, false);
    expect(screen.getByText(/your role does not allow/)).toBeTruthy();
  });
});

describe('a large show', () => {
  const many = (): ShowDocument => {
    const tracks = Array.from({ length: 200 }, (_, index) => `track:t${index}`);
    const of = (track: string) =>
      Array.from({ length: 50 }, (_, index) => `clip:${track.slice(6)}-c${index}`);
    const clips = tracks.flatMap((track) =>
      of(track).map((id, index) => [id, { layer: 'solid', start: index * 20, duration: 15 }] as const),
    );
    return {
      ...board3,
      records: {
        ...board3.records,
        'timeline:main': { name: 'main', duration: 1000 },
        ...Object.fromEntries(tracks.map((track) => [track, { name: track }])),
        ...Object.fromEntries(clips),
      },
      order: {
        'timeline:main': tracks,
        ...Object.fromEntries(tracks.map((track) => [track, of(track)])),
      },
    };
  };
  it('has in the page what is in sight alone', () => {
    const { container } = open(many());
    expect(container.querySelectorAll('.track-row').length).toBeLessThan(20);
    expect(container.querySelectorAll('*').length).toBeLessThan(900);
    expect(container.querySelector('[data-clip="clip:t199-c0"]')).toBeTruthy();
    expect(container.querySelector('[data-clip="clip:t0-c0"]')).toBeNull();
  });
});

it('has nothing that axe can see', async () => {
  const { container } = open();
  const { violations } = await axe.run(container);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

describe('the inspector', () => {
  const field = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label);
  const type = (label: string | RegExp, text: string) =>
    act(async () => {
      field(label).focus();
      fireEvent.change(field(label), { target: { value: text } });
    });
  it('shows a clip and its layer’s parameters with units; what is typed goes when the field is left', async () => {
    const { clip, edits } = open();
    await press(clip('beat'));
    await type('Level', '0.25');
    expect(edits()).toEqual([]);
    await act(async () => field('Level').blur());
    expect(edits()[0]?.put['clip:beat']).toMatchObject({ start: 9, parameters: { level: 0.25 } });
    expect(screen.getAllByText('s · ≥ 0').length).toBe(4);
  });
  it('shows what has keys as it is at the playhead; what is typed there is a key, and a button puts and takes one', async () => {
    const { clip, edits } = open();
    await press(clip('a'));
    expect(field('Level').value).toBe('0');
    expect(screen.getByText(/^Settings at 0:00\.00/)).toBeTruthy();
    await type('Level', '0.25');
    await act(async () => field('Level').blur());
    const [typed] = edits();
    expect(typed?.put['clip:a']).toMatchObject({
      parameters: { level: 0.5, colour: '#102030' },
      keyframes: { level: [{ at: 0, value: 0.25, ease: 'in-out' }, { at: 3 }, { at: 5 }] },
    });
    const inspector = within(screen.getByRole('region', { name: 'Chosen clip' }));
    await act(async () => inspector.getByRole('button', { name: 'Remove the key: Level' }).click());
    expect(edits()[1]?.put['clip:a']).toMatchObject({ keyframes: { level: [{ at: 3 }, { at: 5 }] } });
    await act(async () => inspector.getByRole('button', { name: 'Set a key: Colour' }).click());
    expect(edits()[2]?.put['clip:a']).toMatchObject({
      keyframes: { colour: [{ at: 0, value: '#102030', ease: 'linear' }] },
    });
  });
  it('refuses in the field what cannot be: a number too large, a length over the neighbour', async () => {
    const { clip, edits } = open();
    await press(clip('b'));
    await type(/^Opacity/i, '7');
    expect(screen.getByText(/Too large: 1 at most/)).toBeTruthy();
    await type(/^Opacity/i, '1');
    await type(/^Duration/i, '3');
    expect(screen.getByText(/Overlaps/)).toBeTruthy();
    await act(async () => field(/^Duration/i).blur());
    expect(edits()).toEqual([]);
  });
});
