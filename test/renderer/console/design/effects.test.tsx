import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { noSafety } from '../../../../core/control/safety.topics.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { DesignPage } from '../../../../renderer/console/design/design-page.tsx';
import { SessionContext } from '../../../../renderer/console/pairing/session.ts';
import { LanguageContext, LinkContext } from '../../../../renderer/console/use-link.ts';
import { board3 } from '../../../core/show/timeline-edit/show.ts';
import { TopicLink } from '../topic-link.ts';

const withFields = (fields: Record<string, unknown>): ShowDocument => ({
  ...board3,
  records: { ...board3.records, 'clip:a': { ...(board3.records['clip:a'] as object), ...fields } },
});
const blur = { id: 'blur', type: 'blur', on: true, parameters: { radius: 1 } };
const glow = { id: 'glow', type: 'glow', on: true, parameters: {} };

/** The Design page with the clip "a" chosen. */
const open = async (document: ShowDocument) => {
  const link = new TopicLink({ ...noSafety, show: { document, revision: 1 } });
  const session = { isNear: true, isOwner: false, mayDesign: true, showOwner: () => undefined };
  const { container } = render(
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value="en">
        <SessionContext.Provider value={session}>
          <DesignPage />
        </SessionContext.Provider>
      </LanguageContext.Provider>
    </LinkContext.Provider>,
  );
  const clip = container.querySelector('[data-clip="clip:a"]')!;
  await act(async () => {
    fireEvent.pointerDown(clip, { button: 0, clientX: 500, clientY: 100 });
    fireEvent.pointerUp(clip, { clientX: 500, clientY: 100 });
  });
  const list = within(screen.getByRole('region', { name: 'Effects on the picture' }));
  const last = () => {
    const sent = link.sent.flatMap(([verb, args]) =>
      verb === 'document/edit'
        ? [(args as { put: Record<string, Record<string, unknown>> }).put['clip:a']]
        : [],
    );
    return sent.at(-1);
  };
  return { list, last };
};
const press = (element: HTMLElement) => act(async () => void fireEvent.click(element));
afterEach(cleanup);
// Whole pages, on machines with other work.
vi.setConfig({ testTimeout: 20_000 });

it('adds an effect with its defaults, behind the others', async () => {
  const { list, last } = await open(withFields({ effects: [blur] }));
  await act(async () => {
    fireEvent.change(list.getByLabelText('Add an effect'), { target: { value: 'blur' } });
  });
  expect(last()?.['effects']).toEqual([blur, { id: 'blur-2', type: 'blur', on: true, parameters: {} }]);
});

it('switches, orders and takes away; the keys of one that goes go with it', async () => {
  const keyframes = { 'blur.radius': [{ at: 0, value: 1 }], 'glow.level': [{ at: 0, value: 2 }] };
  const { list, last } = await open(withFields({ effects: [blur, glow], keyframes }));
  await press(list.getByRole('button', { name: 'Blur' }));
  expect(last()?.['effects']).toMatchObject([{ id: 'blur', on: false }, { id: 'glow' }]);
  await press(list.getByRole('button', { name: 'Glow earlier' }));
  expect(last()?.['effects']).toMatchObject([{ id: 'glow' }, { id: 'blur' }]);
  await press(list.getByRole('button', { name: 'Take Blur away' }));
  expect(last()?.['effects']).toMatchObject([{ id: 'glow' }]);
  expect(Object.keys(last()?.['keyframes'] as object)).toEqual(['glow.level']);
});

it('changes one parameter and writes no other', async () => {
  const { list, last } = await open(withFields({ effects: [glow] }));
  await act(async () => void fireEvent.keyDown(list.getByLabelText('Radius'), { key: 'ArrowUp' }));
  expect(last()?.['effects']).toEqual([{ ...glow, parameters: { radius: 0.9 } }]);
});

it('names a mask’s clip among those of the timeline that have a picture', async () => {
  const mask = { id: 'mask', type: 'mask', on: true, parameters: { elements: [] } };
  const { list, last } = await open(withFields({ effects: [mask] }));
  const pick = list.getByLabelText('Masked by the clip');
  const options = within(pick)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
  expect(options).toContain('b');
  expect(options).not.toContain('a');
  await act(async () => void fireEvent.change(pick, { target: { value: 'clip:b' } }));
  expect(last()?.['effects']).toMatchObject([{ parameters: { clip: 'clip:b' } }]);
  const { violations } = await axe.run(screen.getByRole('region', { name: 'Effects on the picture' }), {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
