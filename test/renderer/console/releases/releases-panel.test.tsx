import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import type { Topic, Topics } from '../../../../core/control/link.ts';
import { noReleases, type Releases } from '../../../../core/control/releases.topics.ts';
import { ReleasesPanel } from '../../../../renderer/console/releases/releases-panel.tsx';
import { SessionContext } from '../../../../renderer/console/pairing/session.ts';
import { LanguageContext, LinkContext } from '../../../../renderer/console/use-link.ts';
import { FakeLink } from '../pairing/fake-link.ts';

afterEach(cleanup);
const feed = 'https://host.example/latest';

class Link extends FakeLink {
  constructor(private readonly topicsNow: Partial<Topics>) {
    super();
  }
  override get<K extends Topic>(topic: K): Topics[K] | undefined {
    return this.topicsNow[topic];
  }
}
const show = (
  releases: Partial<Releases> = {},
  record: object | null = null,
  { isOwner = true, language = 'en' }: { isOwner?: boolean; language?: 'fr' | 'en' } = {},
) => {
  const records = record === null ? {} : { 'releases:main': record };
  const link = new Link({
    releases: { ...noReleases.releases, own: '0.1.0', ...releases },
    settings: { document: { format: 'frise-station', schema: 1, records, order: {} }, revision: 1 },
  });
  render(
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value={language}>
        <SessionContext.Provider
          value={{ isNear: true, isOwner, mayDesign: true, showOwner: () => undefined }}
        >
          <ReleasesPanel />
        </SessionContext.Provider>
      </LanguageContext.Provider>
    </LinkContext.Provider>,
  );
  return link;
};
const putOf = (link: Link) =>
  link.sent.map(([, args]) => (args as { put: Record<string, unknown> }).put['releases:main']);
const theSwitch = () => screen.getByRole('button', { name: /Look once a day/ });
const field = () => screen.getByLabelText(/Address/);

it('others than the owner see the version alone', () => {
  show({}, null, { isOwner: false });
  expect(screen.getByText('This station runs Frise 0.1.0.')).toBeTruthy();
  expect(screen.queryByText('Look once a day')).toBeNull();
});

it('is off, and asks nobody without an address', async () => {
  show();
  expect(theSwitch().getAttribute('aria-pressed')).toBe('false');
  expect(screen.getByText('Look now').closest('button')?.disabled).toBe(true);
  const found = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(found.violations.map(({ id }) => id)).toEqual([]);
});

it('an address and a press on the switch right after it are both kept', () => {
  const link = show();
  fireEvent.change(field(), { target: { value: ` ${feed} ` } });
  fireEvent.blur(field());
  fireEvent.click(theSwitch());
  expect(putOf(link)).toEqual([
    { check: false, feed },
    { check: true, feed },
  ]);
});

it('sends back what the record may have, and no more', () => {
  const link = show({}, { check: true, feed });
  fireEvent.click(theSwitch());
  expect(putOf(link)).toEqual([{ check: false, feed }]);
});

it('an address in plain is marked and not kept', () => {
  const link = show();
  fireEvent.change(field(), { target: { value: 'http://host.example/latest' } });
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(link.sent).toEqual([]);
});

it('says what is newer and where to read of it', () => {
  const link = show(
    {
      newest: { version: '0.2.0', address: 'https://host.example/r', date: null },
      isNewer: true,
      lookedAt: '2018-11-22T20:00:00Z',
    },
    { check: true, feed },
  );
  expect(screen.getByText('▲ Frise 0.2.0 is out.')).toBeTruthy();
  expect(screen.getByText('https://host.example/r')).toBeTruthy();
  fireEvent.click(screen.getByText('Look now'));
  expect(link.sent).toEqual([['releases/look', {}]]);
});

it('says why it was told nothing', () => {
  show(
    { problem: { code: 'releases-unreachable', message: 'x', path: feed }, lookedAt: '2018-11-22T20:00:00Z' },
    { check: true, feed },
    { language: 'fr' },
  );
  expect(screen.getByRole('alert').textContent).toMatch(/ne répond pas.*host\.example/);
});
