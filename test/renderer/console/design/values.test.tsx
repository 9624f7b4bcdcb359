import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { noSafety } from '../../../../core/control/safety.topics.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { DesignPage } from '../../../../renderer/console/design/design-page.tsx';
import { useEscapeOrPanic } from '../../../../renderer/console/escape.ts';
import { SessionContext } from '../../../../renderer/console/pairing/session.ts';
import { LanguageContext, LinkContext } from '../../../../renderer/console/use-link.ts';
import { board3 } from '../../../core/show/timeline-edit/show.ts';
import { TopicLink } from '../topic-link.ts';

// Whole pages, on machines with other work.
vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanup);

const withClips = (clips: Record<string, Record<string, unknown>>, more = {}): ShowDocument => ({
  ...board3,
  records: {
    ...board3.records,
    ...Object.fromEntries(
      Object.entries(clips).map(([id, fields]) => [
        id,
        Object.assign({}, board3.records[id], fields) as unknown,
      ]),
    ),
    ...more,
  },
});
const panics = vi.fn<() => void>();
const Page = () => {
  useEscapeOrPanic(panics);
  return <DesignPage />;
};
type Put = Record<string, Record<string, Record<string, unknown>>>;

/** The Design page with these clips chosen. */
const open = async (document: ShowDocument, ...ids: string[]) => {
  const link = new TopicLink({ ...noSafety, show: { document, revision: 1 } });
  const session = { isNear: true, isOwner: false, mayDesign: true, showOwner: () => undefined };
  const { container } = render(
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value="en">
        <SessionContext.Provider value={session}>
          <Page />
        </SessionContext.Provider>
      </LanguageContext.Provider>
    </LinkContext.Provider>,
  );
  for (const [index, id] of ids.entries()) {
    const clip = container.querySelector(`[data-clip="${id}"]`)!;
    await act(async () => {
      fireEvent.pointerDown(clip, { button: 0, clientX: 500, clientY: 100, shiftKey: index > 0 });
      fireEvent.pointerUp(clip, { clientX: 500, clientY: 100 });
    });
  }
  const inspector = within(screen.getByRole('region', { name: 'Chosen clip' }));
  const edits = () =>
    link.sent.flatMap(([verb, args]) =>
      verb === 'document/edit' ? [args as { label: string; put: Put; remove: string[] }] : [],
    );
  const field = (label: string) => inspector.getByLabelText<HTMLInputElement>(label);
  const type = (label: string, text: string) =>
    act(async () => {
      field(label).focus();
      fireEvent.change(field(label), { target: { value: text } });
    });
  const press = (name: string | RegExp) =>
    act(async () => void fireEvent.click(inspector.getByRole('button', { name })));
  /** The name of a field under the hand; each step is [pixels, keys held]. */
  const scrub = async (name: string, ...steps: [number, object?][]) => {
    const label = inspector.getByText(name, { selector: 'label' });
    await act(async () => void fireEvent.pointerDown(label, { button: 0, clientX: 0 }));
    for (const [clientX, keys = {}] of steps)
      await act(async () => void fireEvent.pointerMove(label, { clientX, ...keys }));
    return { drop: () => act(async () => void fireEvent.pointerUp(label, {})), label };
  };
  return { inspector, edits, field, type, press, scrub, container };
};

describe('a number under the hand', () => {
  it('is dragged by its name: seen as it goes, said once; Shift far, Alt fine, no further than it may', async () => {
    const { scrub, field, edits } = await open(board3, 'clip:beat');
    const hand = await scrub('Level', [-40], [-41, { shiftKey: true }], [-43, { altKey: true }]);
    expect(field('Level').value).toBe('0.749');
    expect(edits()).toEqual([]);
    await hand.drop();
    expect(edits().map(({ put }) => put['clip:beat']?.['parameters'])).toEqual([{ level: 0.749 }]);
    const far = await scrub('Level', [900]);
    expect(field('Level').value).toBe('1');
    await far.drop();
  });
  it('goes back on Esc, which is no panic; a press without a drag is none', async () => {
    const { scrub, field, edits } = await open(board3, 'clip:beat');
    const hand = await scrub('Level', [-40]);
    await act(async () => void fireEvent.keyDown(globalThis.document.body, { key: 'Escape' }));
    expect(field('Level').value).toBe('1');
    expect(panics).not.toHaveBeenCalled();
    await hand.drop();
    await (await scrub('Level', [2])).drop();
    expect(edits()).toEqual([]);
  });
  it('with keys is one at the playhead; a length stops before it is none', async () => {
    const { scrub, edits } = await open(board3, 'clip:a');
    await (await scrub('Level', [20])).drop();
    expect(edits().at(-1)?.put['clip:a']).toMatchObject({
      parameters: { level: 0.5 },
      keyframes: { level: [{ at: 0, value: 0.1 }, { at: 3 }, { at: 5 }] },
    });
    await (await scrub('Duration', [-100], [-9000])).drop();
    expect(edits().at(-1)?.put['clip:a']?.['duration']).toBe(2);
  });
  it('is reckoned where it is typed', async () => {
    const { type, field, edits } = await open(board3, 'clip:b');
    await type('Duration', '*1,5');
    expect(edits()).toEqual([]);
    await act(async () => void fireEvent.keyDown(field('Duration'), { key: 'Enter' }));
    await act(async () => field('Duration').blur());
    // Three seconds would lie over the neighbour: it is said, and nothing is sent.
    expect(edits()).toEqual([]);
    await type('Duration', '1/2');
    await act(async () => field('Duration').blur());
    expect(edits().at(-1)?.put['clip:b']?.['duration']).toBe(0.5);
    await type('Level', '+ 3 lamps');
    expect(screen.getByText(/Type a number/)).toBeTruthy();
  });
});

describe('what stands behind a setting', () => {
  it('puts back what is not as the layer has it, by taking it out; texts and keys stay', async () => {
    const text = { layer: 'text', parameters: { text: 'A', size: 9, colour: '#ff0000', weight: 600 } };
    const { press, inspector, edits } = await open(withClips({ 'clip:b': text }), 'clip:b');
    expect(inspector.queryByRole('button', { name: /: Weight/ })).toBeTruthy();
    expect(inspector.queryByRole('button', { name: /Back to .*: Weight/ })).toBeNull();
    await press('Back to 3: Size');
    expect(edits().at(-1)?.put['clip:b']?.['parameters']).toEqual({
      text: 'A',
      colour: '#ff0000',
      weight: 600,
    });
    await press(/Reset 2/);
    expect(edits().at(-1)?.put['clip:b']?.['parameters']).toEqual({ text: 'A', weight: 600 });
  });
  it('throws dice for a seed, and keeps a size in shape', async () => {
    const image = { layer: 'image', parameters: { width: 10, height: 5 } };
    const seeds = { layer: 'particles' };
    const { press, type, field, edits } = await open(
      withClips({ 'clip:b': image, 'clip:c': seeds }),
      'clip:b',
    );
    await press('Link Width and Height');
    await type('Width', '20');
    expect(field('Height').value).toBe('10');
    await act(async () => field('Width').blur());
    expect(edits().at(-1)?.put['clip:b']?.['parameters']).toEqual({ width: 20, height: 10 });
    cleanup();
    const other = await open(withClips({ 'clip:c': seeds }), 'clip:c');
    await other.press('Throw the dice: Seed');
    expect(other.edits().at(-1)?.put['clip:c']?.['parameters']?.['seed']).toBeGreaterThanOrEqual(0);
  });
});

describe('settings of effects', () => {
  const effects = [{ id: 'blur', type: 'blur', on: true, parameters: { radius: 2 } }];
  it('take keys beside their fields, show what these say, and are typed as keys', async () => {
    const document = withClips({ 'clip:b': { effects } });
    const first = await open(document, 'clip:b');
    await first.press('Set a key: Blur · Radius');
    expect(first.edits().at(-1)?.put['clip:b']?.['keyframes']).toMatchObject({
      'blur.radius': [{ value: 2 }],
    });
    cleanup();
    const keyframes = { 'blur.radius': [{ at: -6, value: 4 }] };
    const { field, type, edits } = await open(withClips({ 'clip:b': { effects, keyframes } }), 'clip:b');
    expect(field('Radius').value).toBe('4');
    expect(screen.getByRole('button', { name: 'Blur · Radius' })).toBeTruthy();
    await type('Radius', '1');
    await act(async () => field('Radius').blur());
    const put = edits().at(-1)?.put['clip:b'];
    expect(put?.['effects']).toEqual(effects);
    expect(put?.['keyframes']).toMatchObject({ 'blur.radius': [{ at: -6, value: 1 }] });
  });
  it('follow a beat in numbers that are dragged too', async () => {
    const follow = { 'blur.radius': { source: { kind: 'beat' }, to: [0, 4] } };
    const { inspector, edits } = await open(withClips({ 'clip:b': { effects, follow } }), 'clip:b');
    const form = within(inspector.getByRole('form', { name: 'What it follows: Blur · Radius' }));
    const label = form.getAllByText('2', { selector: 'label' }).at(-1)!;
    await act(async () => void fireEvent.pointerDown(label, { button: 0, clientX: 0 }));
    await act(async () => void fireEvent.pointerMove(label, { clientX: 100 }));
    expect(edits()).toEqual([]);
    await act(async () => void fireEvent.pointerUp(label, {}));
    expect(edits().at(-1)?.put['clip:b']?.['follow']).toMatchObject({ 'blur.radius': { to: [0, 5] } });
  });
  it('follow as a layer’s do', async () => {
    const { inspector, edits } = await open(withClips({ 'clip:b': { effects } }), 'clip:b');
    const add = inspector.getByLabelText('Let a setting follow…');
    await act(async () => void fireEvent.change(add, { target: { value: 'blur.radius' } }));
    expect(edits().at(-1)?.put['clip:b']?.['follow']).toMatchObject({
      'blur.radius': { source: { kind: 'beat' } },
    });
  });
});

describe('several clips', () => {
  const lit = withClips({
    'clip:b': { parameters: { level: 0.4, colour: '#ff0000' } },
    'clip:c': { parameters: { level: 0.2, colour: '#ff0000' } },
  });
  it('show what they share and say what differs; a change goes to all in one step', async () => {
    const { field, type, press, edits } = await open(lit, 'clip:b', 'clip:c');
    expect(screen.getByRole('heading', { name: '2 clips chosen' })).toBeTruthy();
    expect(field('Level').placeholder).toBe('mixed');
    expect(field('Colour').value).toBe('#ff0000');
    await type('Colour', '#00ff00');
    await act(async () => field('Colour').blur());
    expect(edits().length).toBe(1);
    expect(edits()[0]?.put['clip:b']?.['parameters']).toEqual({ level: 0.4, colour: '#00ff00' });
    expect(edits()[0]?.put['clip:c']?.['parameters']).toEqual({ level: 0.2, colour: '#00ff00' });
    await press('add');
    expect(Object.values(edits().at(-1)?.put ?? {}).map((clip) => clip['blend'])).toEqual(['add', 'add']);
  });
  it('start each from its own value', async () => {
    const { field, type, edits, scrub } = await open(lit, 'clip:b', 'clip:c');
    await type('Level', '*2');
    expect(screen.queryByText(/Type a number/)).toBeNull();
    await act(async () => field('Level').blur());
    expect(edits().map(({ put }) => Object.values(put).map((clip) => clip['parameters']?.['level']))).toEqual(
      [[0.8, 0.4]],
    );
    // As far as each may.
    await type('Level', '+0.7');
    await act(async () => field('Level').blur());
    expect(Object.values(edits()[1]?.put ?? {}).map((clip) => clip['parameters']?.['level'])).toEqual([
      1, 0.9,
    ]);
    const hand = await scrub('Level', [-20], [-40]);
    expect(field('Level').value).toBe('-=0.2');
    await hand.drop();
    expect(Object.values(edits()[2]?.put ?? {}).map((clip) => clip['parameters']?.['level'])).toEqual([
      0.2, 0,
    ]);
  });
  it('of other layers have what every clip has', async () => {
    const { inspector, field } = await open(board3, 'clip:b', 'clip:hum');
    expect(field('Opacity')).toBeTruthy();
    expect(inspector.queryByLabelText('Level')).toBeNull();
  });
});

describe('colours and presets', () => {
  it('a colour is taken from those of the show', async () => {
    const { press, edits } = await open(board3, 'clip:b');
    await press('Colours of the show: Colour');
    await press('#102030');
    expect(edits().at(-1)?.put['clip:b']?.['parameters']).toEqual({ colour: '#102030' });
  });
  const preset = { name: 'Dusk', layer: 'solid', parameters: { level: 0.3 }, effects: [] };
  it('a look is kept, put on, renamed and thrown away', async () => {
    const { inspector, press, edits } = await open(withClips({}, { 'preset:dusk': preset }), 'clip:beat');
    await act(async () => {
      fireEvent.change(inspector.getByLabelText('Name of the preset'), { target: { value: 'Full' } });
    });
    await press('Save');
    expect(edits().at(-1)?.put['preset:full']).toEqual({
      name: 'Full',
      layer: 'solid',
      parameters: { level: 1 },
      effects: [],
    });
    await press('Dusk');
    expect(edits().at(-1)?.put['clip:beat']).toMatchObject({ parameters: { level: 0.3 } });
    await press('Delete Dusk');
    expect(edits().at(-1)?.remove).toEqual(['preset:dusk']);
    await press('Rename Dusk');
    const name = inspector.getAllByLabelText('Name of the preset')[0]!;
    await act(async () => {
      fireEvent.change(name, { target: { value: 'Evening' } });
      fireEvent.keyDown(name, { key: 'Enter' });
    });
    expect(edits().at(-1)?.put['preset:dusk']).toEqual({ ...preset, name: 'Evening' });
  });
  it('axe sees nothing', async () => {
    const { press } = await open(withClips({}, { 'preset:dusk': preset }), 'clip:beat');
    await press('Colours of the show: Colour');
    const { violations } = await axe.run(screen.getByRole('region', { name: 'Chosen clip' }), {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('a run of colours', () => {
  const stops = [
    { at: 0.7, colour: '#00ff00', opacity: 1 },
    { at: 0.3, colour: '#0000ff', opacity: 1 },
  ];
  const run = withClips({
    'clip:b': { layer: 'gradient', parameters: { from: '#ff0000', to: '#ffffff', stops } },
  });
  const putStops = (edits: { put: Put }[]) => edits.at(-1)?.put['clip:b']?.['parameters']?.['stops'];
  it('is seen between its ends, takes a stop more, and loses one by Delete, not the clip', async () => {
    const { inspector, press, edits, container } = await open(run, 'clip:b');
    const bar = container.querySelector<HTMLElement>('.run-bar')!;
    expect(bar.style.backgroundImage).toContain('#ff0000 0%, #0000ff 30%, #00ff00 70%, #ffffff 100%');
    await press('Add a colour to the run');
    expect(putStops(edits())).toEqual([...stops, { at: 0.5, colour: '#0000ff', opacity: 1 }]);
    cleanup();
    const other = await open(run, 'clip:b');
    const stop = other.inspector.getByRole('button', { name: 'Colour 2 at 30%' });
    await act(async () => void fireEvent.keyDown(stop, { key: 'Delete' }));
    expect(other.edits().map(({ label }) => label)).toEqual(['change clip']);
    expect(putStops(other.edits())).toEqual([stops[0]]);
    expect(inspector).toBeTruthy();
  });
  it('is dragged: one step; far off it a stop goes', async () => {
    const { inspector, edits } = await open(run, 'clip:b');
    const stop = inspector.getByRole('button', { name: 'Colour 1 at 70%' });
    stop.parentElement!.getBoundingClientRect = () => new DOMRect(0, 0, 100, 48);
    await act(async () => void fireEvent.pointerDown(stop, { button: 0, clientX: 70, clientY: 40 }));
    await act(async () => void fireEvent.pointerMove(stop, { clientX: 80, clientY: 40 }));
    await act(async () => void fireEvent.pointerMove(stop, { clientX: 90, clientY: 40 }));
    expect(edits()).toEqual([]);
    await act(async () => void fireEvent.pointerUp(stop, { clientX: 90, clientY: 40 }));
    expect(putStops(edits())).toEqual([{ ...stops[0], at: 0.9 }, stops[1]]);
    await act(async () => void fireEvent.pointerDown(stop, { button: 0, clientX: 70, clientY: 40 }));
    await act(async () => void fireEvent.pointerMove(stop, { clientX: 70, clientY: 99 }));
    await act(async () => void fireEvent.pointerUp(stop, { clientX: 70, clientY: 99 }));
    expect(putStops(edits())).toEqual([stops[1]]);
  });
});
