import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useEscapeOrPanic } from '../../../../renderer/console/escape.ts';
import { matchScore } from '../../../../renderer/console/palette/match.ts';
import { Palette } from '../../../../renderer/console/palette/palette.tsx';
import { useCommands, type Command } from '../../../../renderer/console/palette/commands.ts';
import { usePalette } from '../../../../renderer/console/palette/use-palette.ts';
import { useRunKeys, type KeyActions } from '../../../../renderer/console/run/keys.ts';
import { LanguageContext, LinkContext } from '../../../../renderer/console/use-link.ts';
import { makeDocument } from '../../../support/core/show.ts';
import { TopicLink } from '../topic-link.ts';

/** Search and command palette: by keys alone, and nothing that the audience would see. */
afterEach(cleanup);

describe('what is typed', () => {
  it.each([
    ['eleve', 'Élève', true],
    ['lamp cor', 'Corniche · Lampes', true],
    ['oeil', 'Œil', true],
    ['dyn', 'Dynamo', true],
    ['dnmo', 'Dynamo', true],
    ['xyz', 'Dynamo', false],
    ['a', 'Bcd', false],
  ])('%s fits %s: %s', (query, text, fits) => {
    expect(matchScore(query, text) !== null).toBe(fits);
  });
  it('is best at the beginning of a word, then inside, then scattered', () => {
    const [start = 0, inside = 0, scattered = 0] = ['Lampe', 'Applampe', 'Le amont pé'].map((text) =>
      matchScore('lampe', text),
    );
    expect(start).toBeGreaterThan(inside ?? 0);
    expect(inside).toBeGreaterThan(scattered ?? 0);
  });
});

const panic = vi.fn<() => void>();
const go = vi.fn<() => void>();
const split = vi.fn<() => void>();
const COMMANDS: readonly Command[] = [{ id: 'split', word: 'cmdSplit', keys: 'S', run: split }];
const list = () => COMMANDS;
const nothing = () => undefined;
const runKeys = new Proxy({} as KeyActions, { get: (_, name) => (name === 'go' ? go : nothing) });
const Page = () => {
  const palette = usePalette();
  useCommands(list);
  useEscapeOrPanic(panic);
  useRunKeys(runKeys);
  return <>{palette.isOpen && <Palette page="run" onClose={palette.close} />}</>;
};
let view: ReturnType<typeof render>;
beforeEach(() => {
  vi.clearAllMocks();
  location.hash = '#run';
  const link = new TopicLink({ show: { document: makeDocument(), revision: 1 } });
  view = render(
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value="en">
        <Page />
      </LanguageContext.Provider>
    </LinkContext.Provider>,
  );
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
});
const field = () => screen.getByRole('combobox');
const names = () => screen.queryAllByRole('option').map((each) => each.querySelector('b')?.textContent);
const type = (text: string) =>
  fireEvent.change(field(), { target: { value: `${field().getAttribute('value') ?? ''}${text}` } });
const enter = () => fireEvent.keyDown(field(), { key: 'Enter' });

describe('the palette', () => {
  it('opens with what the page does and the pages, has the focus, and is accessible', async () => {
    expect(document.activeElement).toBe(field());
    expect(names()).toEqual(expect.arrayContaining(['Split at the playhead', 'Run', 'Design']));
    expect((await axe.run(view.container)).violations.map(({ id }) => id)).toEqual([]);
  });
  it('does a command with Enter, once, and goes', () => {
    type('split');
    fireEvent.keyDown(field(), { key: 'Enter', repeat: true });
    expect(split).not.toHaveBeenCalled();
    enter();
    expect(split).toHaveBeenCalledOnce();
    expect(screen.queryByRole('combobox')).toBeNull();
  });
  it('goes to a page, by arrows', () => {
    type('page');
    const at = names().indexOf('Calibrate');
    for (let step = 0; step < at; step += 1) fireEvent.keyDown(field(), { key: 'ArrowDown' });
    enter();
    expect(location.hash).toBe('#calibrate');
  });
  it('fires nothing: what the audience would see is named with its key, and leads to the Run page', () => {
    location.hash = '#design';
    type('GO');
    expect(screen.getAllByRole('option').some((each) => each.textContent?.includes('a key of Run'))).toBe(
      true,
    );
    type(' ');
    expect(go).not.toHaveBeenCalled();
    enter();
    expect(location.hash).toBe('#run');
    expect(go).not.toHaveBeenCalled();
  });
  it('closes with Esc, which is no panic then; the next one is', () => {
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(panic).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(panic).toHaveBeenCalledOnce();
  });
  it('closes when the hand goes elsewhere, so that no key is typed into nothing', () => {
    act(() => field().blur());
    expect(screen.queryByRole('combobox')).toBeNull();
  });
  it('closes with the keys that opened it', () => {
    fireEvent.keyDown(field(), { key: 'k', metaKey: true });
    expect(screen.queryByRole('combobox')).toBeNull();
  });
  it('finds clips by name and by what they lie in, and leads there', () => {
    const clip = Object.keys(makeDocument().records).find((id) => id.startsWith('clip:')) ?? '';
    type(clip.replace('clip:', ''));
    enter();
    expect(location.hash).toBe(`#design/clip/${clip.replace('clip:', '')}`);
  });
});
