import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import type { DraftTopic } from '../../../core/control/draft.topics.ts';
import { UNLOCKED } from '../../../core/control/safety.topics.ts';
import { designLink } from '../../../renderer/console/draft/design-link.ts';
import { DraftBar } from '../../../renderer/console/draft/draft-bar.tsx';
import { LanguageContext, LinkContext } from '../../../renderer/console/use-link.ts';
import { makeDocument } from '../../support/core/show.ts';
import { TopicLink } from './topic-link.ts';

/** The band of programme and draft, and the link of those who design, without a host. */
afterEach(cleanup);
const live: DraftTopic = { blind: null, open: null, isTaking: false };
const waiting: DraftTopic = {
  blind: 'changes',
  isTaking: false,
  open: {
    revision: 4,
    since: '2018-11-22T20:00:00.000Z',
    by: 'device:iPad Ada',
    count: 2,
    people: ['console:test', 'device:iPad Ada'],
    changes: [
      { id: 'clip:lamps', kind: 'clip', name: 'Lamps', what: 'changed', fields: ['parameters.colour', 'start'], by: 'device:iPad Ada' },
      { id: 'cue:q5', kind: 'cue', name: '5 Steam', what: 'removed', fields: [], by: 'console:test' },
    ],
    conflicts: [{ id: 'clip:lamps', field: 'parameters.colour', name: 'Lamps' }],
  },
}; // prettier-ignore
const lock = { ...UNLOCKED, rig: UNLOCKED };
const draw = (link: TopicLink, isDesigning: boolean, language: 'fr' | 'en' = 'en') =>
  render(
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value={language}>
        <DraftBar isDesigning={isDesigning} />
      </LanguageContext.Provider>
    </LinkContext.Provider>,
  );
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const band = () => screen.getByRole('region', { name: /Draft|Brouillon/ }).textContent;

it('the operator sees nothing until something waits, then how much and by whom', () => {
  const link = new TopicLink({ draft: live, lock });
  const { container } = draw(link, false);
  expect(container.textContent).toBe('');
  act(() => link.set({ draft: waiting }));
  expect(band()).toContain('2 changes by this console, iPad Ada');
});
it('a take is asked twice and is the draft that was seen', () => {
  const link = new TopicLink({ draft: waiting, lock });
  draw(link, false);
  fireEvent.change(screen.getByLabelText('Cross-fade'), { target: { value: '5' } });
  press('Take');
  expect(link.sent).toEqual([]);
  press('Confirm: 2 changes over 5 s');
  expect(link.sent).toEqual([['draft/take', { fade: 5, revision: 4 }]]);
});
it('says the words of a refusal, and offers no take under lock', async () => {
  const link = new TopicLink({ draft: waiting, lock }, () => ({
    ok: false,
    code: 'draft-moved',
    message: '',
    path: '',
  }));
  draw(link, false, 'fr');
  press('Prendre');
  press(/^Confirmer/);
  expect((await screen.findByRole('alert')).textContent).toContain('a changé depuis que vous l’avez vu');
  act(() => link.set({ lock: { ...lock, on: true } }));
  expect(screen.queryByRole('button', { name: 'Prendre' })).toBeNull();
});
it('lists what would change, and settles a conflict', async () => {
  const link = new TopicLink({ draft: waiting, lock });
  draw(link, true, 'fr');
  expect(band()).toContain('À L’AVEUGLE');
  press(/Liste/);
  const list = screen.getByRole('region', { name: 'Ce qui changerait' });
  expect(list.textContent).toContain('~ modifiéclipLampsCouleur, DébutiPad Ada');
  expect(list.textContent).toContain('− retiréeffet5 Steamcette console');
  press('Garder le programme');
  expect(link.sent).toEqual([['draft/resolve', { id: 'clip:lamps', keep: 'programme' }]]);
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(found.violations.map(({ id }) => id)).toEqual([]);
}); // prettier-ignore
it('the designer sees live and blind, goes blind by hand and discards after a second press', () => {
  const link = new TopicLink({ draft: live, lock });
  draw(link, true);
  expect(band()).toContain('LIVE');
  press('Go blind');
  expect(link.sent).toEqual([['draft/open', {}]]);
  act(() => link.set({ draft: { ...waiting, blind: 'playing' } }));
  expect(band()).toContain('BLIND');
  press('Discard');
  press('Confirm: discard 2 changes');
  expect(link.sent.at(-1)).toEqual(['draft/discard', {}]);
});

it('a page that designs sees the draft and edits it', async () => {
  const programme = { document: makeDocument(), revision: 3 };
  const draft = { document: makeDocument({ duration: 90 }), revision: 1 };
  const link = new TopicLink({ show: programme, draftShow: null });
  const own = designLink(link);
  const seen: number[] = [];
  const end = own.subscribe('show', ({ revision }) => seen.push(revision));
  expect(own.get('show')).toBe(programme);
  link.set({ draftShow: draft });
  expect(own.get('show')).toBe(draft);
  expect(seen.at(-1)).toBe(1);
  await own.verb('document/undo', { document: 'show' });
  await own.verb('document/undo', { document: 'rig' });
  expect(link.sent).toEqual([['document/undo', { document: 'draft' }], ['document/undo', { document: 'rig' }]]);
  end();
}); // prettier-ignore
