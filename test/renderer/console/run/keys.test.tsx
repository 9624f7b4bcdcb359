import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../../../../renderer/console/app.tsx';
import {
  SHORTCUTS,
  STING_KEYS,
  shortcutOf,
  type ShortcutId,
} from '../../../../renderer/console/run/shortcuts.ts';
import { BenchLink, open } from './bench.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const press = (key: string, target: Element = document.body, more: object = {}): boolean =>
  fireEvent.keyDown(target, { key, ...more });

/** Cue 2 is on standby, so that there is something on both sides of it. */
const opened = async (): Promise<BenchLink> => {
  const link = open();
  await act(async () => {
    await link.verb('go', {});
    link.now = 5;
  });
  link.sent = [];
  return link;
};

type Sent = [string, unknown][];
const verbs: Partial<Record<ShortcutId, Sent>> = {
  go: [['go', { cue: '2' }]],
  panic: [['panic', {}]],
  back: [['back', {}]],
  pause: [['pause', {}]],
  next: [['standby', { cue: '3' }]],
  previous: [['standby', { cue: '1' }]],
  further: [['standby', { cue: '6' }]],
  nearer: [['standby', { cue: '1' }]],
  first: [['standby', { cue: '1' }]],
  last: [['standby', { cue: '6' }]],
  blackout: [['blackout', { on: true, fade: 0 }]],
  freeze: [['freeze', { on: true }]],
  deafen: [['input/arm', { id: 'osc', armed: false }]],
};
/** Keys that act on the page itself. */
const looks: Partial<Record<ShortcutId, () => void>> = {
  number: () => expect(document.activeElement?.getAttribute('inputmode')).toBe('decimal'),
  card: () => expect(screen.getByRole('dialog').textContent).toContain('2'),
  log: () => expect(document.activeElement?.tagName).toBe('SELECT'),
  size: () => expect(document.documentElement.dataset['size']).toBe('2'),
  light: () => expect(document.documentElement.dataset['light']).toBe('red'),
  help: () => expect(screen.getByRole('dialog')).toBeTruthy(),
};
/** Told by tests of their own, below. */
const elsewhere: ShortcutId[] = ['brighter', 'darker', 'stop'];

describe('the keyboard', () => {
  it.each(SHORTCUTS.map(({ id, keys }) => [id, keys] as const))('%s by %j', async (id, keys) => {
    for (const key of keys) {
      const link = await opened();
      press(key);
      expect(link.sent).toEqual(verbs[id] ?? []);
      looks[id]?.();
      expect(id in verbs || id in looks || elsewhere.includes(id)).toBe(true);
      cleanup();
      localStorage.clear();
    }
  });
  it('no key means two things', () => {
    const all = [...SHORTCUTS.flatMap(({ keys }) => keys), ...STING_KEYS];
    expect(new Set(all).size).toBe(all.length);
    expect(STING_KEYS.filter((key) => shortcutOf(key) !== null)).toEqual([]);
  });
  it('a letter fires a sting in the order of the pad', async () => {
    const link = await opened();
    press('q');
    press('W');
    expect(link.sent).toEqual([
      ['cue/go', { cue: '9' }],
      ['cue/go', { cue: '9.5' }],
    ]);
  });
  it('stop needs two presses, and takes the time that is set', async () => {
    const link = await opened();
    press('s');
    expect(link.sent).toEqual([]);
    press('s');
    expect(link.sent).toEqual([['stop', { fade: 0 }]]);
  });
  it('+ and − ride the master, the newest level wins', async () => {
    const link = await opened();
    press('-');
    press('-');
    press('-', document.body, { repeat: true });
    press('+');
    expect((await screen.findByText('90 %')).tagName).toBe('OUTPUT');
    await act(() => new Promise((resolve) => void requestAnimationFrame(() => resolve(undefined))));
    expect(link.sent.at(-1)).toEqual(['master', { level: 0.9 }]);
  });
});

describe('Space', () => {
  it('is GO also when a button has the focus, and never clicks it', async () => {
    const link = await opened();
    const back = screen.getByRole('button', { name: /^(Back|Retour)/ });
    back.focus();
    expect(press(' ', back)).toBe(false);
    expect(fireEvent.keyUp(back, { key: ' ' })).toBe(false);
    expect(link.sent).toEqual([['go', { cue: '2' }]]);
  });
  it('held down it fires once and still clicks nothing', async () => {
    const link = await opened();
    expect(press(' ', document.body, { repeat: true })).toBe(false);
    expect(link.sent).toEqual([]);
  });
});

describe('while typing', () => {
  it('keys write: no GO, no sting, no panic by the first Esc', async () => {
    const link = await opened();
    const field = screen.getByLabelText(/^(Go to|Aller à)/);
    field.focus();
    for (const key of [' ', 'b', 'q', '5', 'ArrowDown']) expect(press(key, field)).toBe(true);
    press('Escape', field);
    expect(link.sent).toEqual([]);
    expect(document.activeElement).not.toBe(field);
    press('Escape');
    expect(link.sent).toEqual([['panic', {}]]);
  });
  it('with Ctrl, Alt or Cmd a key belongs to the browser', async () => {
    const link = await opened();
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
      press('p', document.body, more);
    expect(link.sent).toEqual([]);
  });
});

describe('what lies over the page', () => {
  it('is closed by Esc before that is panic, and the page works beneath', async () => {
    const link = await opened();
    press('?');
    press(' ');
    press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(link.sent).toEqual([['go', { cue: '2' }]]);
    press('Escape');
    expect(link.sent.at(-1)).toEqual(['panic', {}]);
  });
  it('the size and the light are kept by this device', async () => {
    await opened();
    press('F8');
    press('F9');
    cleanup();
    render(<App link={new BenchLink()} />);
    expect(document.documentElement.dataset).toMatchObject({ size: '2', light: 'red' });
  });
});

describe('a quick hand', () => {
  it('walks on from where it has walked to, before the host has answered', () => {
    const link = new BenchLink();
    link.answers = false;
    open(link);
    for (let step = 0; step < 3; step += 1) press('ArrowDown');
    press('ArrowUp');
    expect(link.sent.map(([, args]) => args)).toEqual([
      { cue: '2' },
      { cue: '3' },
      { cue: '4' },
      { cue: '3' },
    ]);
  });
});

describe('a number', () => {
  const field = (): HTMLInputElement => screen.getByLabelText(/^(Go to|Aller à)/);
  const type = (text: string): void => void fireEvent.change(field(), { target: { value: text } });
  it('the first digit opens the field, Enter makes standby', async () => {
    const link = await opened();
    press('4');
    expect(field().value).toBe('4');
    fireEvent.submit(field());
    expect(link.sent).toEqual([['standby', { cue: '4' }]]);
    expect(field().value).toBe('');
  });
  it('Shift and Enter fires it at once, a sting too', async () => {
    const link = await opened();
    type('9,5');
    press('Enter', field(), { shiftKey: true });
    expect(link.sent).toEqual([['cue/go', { cue: '9.5' }]]);
  });
  it('one that no cue has does nothing and says so', async () => {
    const link = await opened();
    type('77');
    fireEvent.submit(field());
    expect(link.sent).toEqual([]);
    expect(screen.getByText(/no cue of this number|aucun effet de ce numéro/)).toBeTruthy();
  });
});
