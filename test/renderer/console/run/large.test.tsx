import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BenchLink, open } from './bench.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const cues = Array.from({ length: 500 }, (_, index) => ({ number: String(index + 1), at: index * 10 }));
const frames = (count: number): Promise<void> =>
  act(async () => {
    for (let frame = 0; frame < count; frame += 1)
      await new Promise((done) => void requestAnimationFrame(done));
  });

const byText = (a: string | null | undefined, b: string | null | undefined): number =>
  (a ?? '').localeCompare(b ?? '');

describe('a show of 500 cues', () => {
  it('draws nothing of the list while the clock runs, and two rows when standby moves', async () => {
    const link = open(new BenchLink({ cues, duration: 6000 }));
    await act(async () => void (await link.verb('go', {})));
    const list = document.querySelector('.cue-list');
    if (!list) throw new Error('no list');
    expect(list.children).toHaveLength(500);
    const touched = new Set<Element | null>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records)
        touched.add(
          target instanceof Element ? target.closest('li') : (target.parentElement?.closest('li') ?? null),
        );
    });
    observer.observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
    const digits = screen.getByTestId('left');
    const before = digits.textContent;
    for (let step = 0; step < 3; step += 1) {
      link.now += 0.5;
      act(() => link.publish());
      await frames(2);
    }
    expect(digits.textContent).not.toBe(before);
    expect(touched.size).toBe(0);
    await act(async () => void fireEvent.keyDown(document.body, { key: 'PageDown' }));
    await frames(2);
    expect([...touched].map((row) => row?.querySelector('.number')?.textContent).toSorted(byText)).toEqual([
      '12',
      '2',
    ]);
    observer.disconnect();
  }, 30_000);
});

describe('when something is missing', () => {
  it('a show without cues says what to do', () => {
    open(new BenchLink({ cues: [] }));
    expect(screen.getByText(/has no cue|n’a pas d’effet/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^GO/ }).hasAttribute('disabled')).toBe(true);
  });
  it('without the host: the last state greyed with its age, and a press is refused in words', () => {
    const link = open();
    act(() => link.lose());
    expect(document.querySelector('.info.stale')).toBeTruthy();
    expect(screen.getByText(/last state, 0 s ago|dernier état, il y a 0 s/)).toBeTruthy();
    expect(document.querySelector('.notice')?.textContent).toMatch(/Host lost|Hôte perdu/);
  });
  it('what is not set up says so', () => {
    open();
    expect(screen.getAllByText(/not set up|non configuré/).length).toBeGreaterThanOrEqual(3);
  });
});

describe('a cue’s card', () => {
  it('is opened by its button and by a second click of the mouse, and names what can be done', () => {
    const link = open();
    const row = screen.getByRole('button', { name: /^3 (Cue|Effet) 3/ });
    fireEvent.contextMenu(row);
    fireEvent.click(screen.getByRole('button', { name: /Fire now|Lancer/ }));
    expect(link.sent).toEqual([['cue/go', { cue: '3' }]]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  it('disarms and skips for this session, and the row shows it in words', async () => {
    const link = open();
    const card = (): void =>
      void fireEvent.click(screen.getByRole('button', { name: /(Card of cue|Fiche de l’effet) 2$/ }));
    card();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Skip|Sauter/ })));
    card();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Disarm|Désarmer/ })));
    expect(link.sent).toEqual([
      ['cue/skip', { cue: '2', skip: true }],
      ['cue/arm', { cue: '2', armed: false }],
    ]);
    const row = screen.getByRole('button', { name: /^2 (Cue|Effet) 2/ });
    expect(row.textContent).toMatch(/✕ (disarmed|désarmé).*⤼ (skipped|sauté)/);
    fireEvent.keyDown(document.body, { key: 'ArrowDown' });
    expect(link.sent.at(-1)).toEqual(['standby', { cue: '3' }]);
  });
  it('rehearses to the next mark, and the way out stands on the page', async () => {
    const link = open();
    fireEvent.click(screen.getByRole('button', { name: /(Card of cue|Fiche de l’effet) 2$/ }));
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Rehearse|Répéter/ })));
    expect(link.sent).toEqual([['rehearse', { from: '2', to: '3' }]]);
    await act(async () => void fireEvent.click(await screen.findByText(/End rehearsal|Fin de répétition/)));
    expect(link.sent.at(-1)).toEqual(['rehearse/end', {}]);
  });
  it('a sting in the list opens it: a click there fires nothing', () => {
    const link = open();
    fireEvent.click(screen.getByRole('button', { name: /^9 (Cue|Effet) 9 / }));
    expect(link.sent).toEqual([]);
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});

describe('accessibility', () => {
  it.each(['?', 'c'])('nothing that axe can see, with what %s opens', async (key) => {
    open();
    fireEvent.keyDown(document.body, { key });
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  });
});

it('no word of the console stands in two tables: the later one would win in silence', () => {
  const console = resolve(import.meta.dirname, '../../../../renderer/console');
  // Tables that are looked up by themselves (fields, hints, verbs) may use any word.
  const spread = [...readFileSync(resolve(console, 'words.ts'), 'utf8').matchAll(/from '(.+\.words\.ts)'/g)];
  const keys = spread.flatMap(([, file]) =>
    [...readFileSync(resolve(console, file ?? ''), 'utf8').matchAll(/^ {2}(\w+): \[/gm)].map(
      ([, key]) => key,
    ),
  );
  expect(keys.length).toBeGreaterThan(200);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
