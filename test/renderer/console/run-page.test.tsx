import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { command, emptyPlan } from '../../../core/playback/engine.ts';
import { nextStop } from '../../../core/playback/next-stop.ts';
import { neighbour } from '../../../renderer/console/run/actions.ts';
import { clockText, leftText } from '../../../renderer/console/run/format.ts';
import { makeShow } from '../../support/core/show.ts';
import { open } from './run/bench.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

describe('the Run page', () => {
  it('Space is GO and carries the cue on standby', async () => {
    const link = open();
    fireEvent.keyDown(document.body, { key: ' ' });
    expect(link.sent).toEqual([['go', { cue: '1' }]]);
    expect((await screen.findByText(/Running 1|En cours 1/)).textContent).toContain('1');
  });
  it('a held key fires once', () => {
    const link = open();
    fireEvent.keyDown(document.body, { key: ' ', repeat: true });
    expect(link.sent).toEqual([]);
  });
  it('arrows choose standby, Esc is panic', () => {
    const link = open();
    fireEvent.keyDown(document.body, { key: 'ArrowDown' });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(link.sent).toEqual([
      ['standby', { cue: '2' }],
      ['panic', {}],
    ]);
  });
  it('shows a refusal where the operator looks', async () => {
    const link = open();
    link.refusal = { ok: false, code: 'guard', message: 'Ignored: 100 ms after the last GO.', path: 'go' };
    fireEvent.keyDown(document.body, { key: ' ' });
    expect(await screen.findByText(/Ignored: 100 ms/)).toBeTruthy();
  });
  it('says which output is lost, and which nobody has opened, in words', () => {
    const link = open();
    expect(screen.getByText(/○ (not open|pas ouverte)/)).toBeTruthy();
    const problem = { code: 'output-lost', message: 'The output "Right" is lost.', path: 'output:right' };
    act(() => link.publish({ ok: false, problems: [problem] }));
    expect(screen.getByText(/✕ (lost|perdue)/)).toBeTruthy();
    expect(screen.queryByText(/○ (not open|pas ouverte)/)).toBe(null);
  });
  it('reset asks first', () => {
    const link = open();
    fireEvent.click(screen.getByText(/^(Reset|Remise à zéro)$/));
    expect(link.sent).toEqual([]);
    fireEvent.click(screen.getByText(/Sure|Sûr/));
    expect(link.sent).toEqual([['reset', {}]]);
  });
  it('has no accessibility violation that axe can see', async () => {
    open();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  });
});

describe('its small parts', () => {
  it('times', () => {
    expect([clockText(0), clockText(75.25), clockText(3723)]).toEqual(['0:00.0', '1:15.2', '1:02:03']);
    expect([leftText(0.01), leftText(59.96), leftText(0)]).toEqual(['0:00.1', '1:00.0', '0:00.0']);
  });
  it('neighbours stop at the ends', () => {
    expect([
      neighbour(['1', '2'], '2', 1),
      neighbour(['1', '2'], null, 1),
      neighbour(['1', '2'], '1', -1),
      neighbour([], null, 1),
    ]).toEqual(['2', '1', '1', null]);
  });
  it('the next stop looks through passes to the hold', () => {
    const show = makeShow();
    const result = command(show, emptyPlan(show, 0), { verb: 'go', args: {}, sender: 'x' }, 0);
    if (!result.ok) throw new Error(result.message);
    expect(nextStop(show, result.value.plan, 4)).toEqual({
      kind: 'hold',
      cue: 'cue:q3',
      seconds: expect.closeTo(15.999, 6),
    });
    expect(nextStop(show, result.value.plan, 400)).toEqual({ kind: 'hold', cue: 'cue:q3', seconds: 0 });
  });
});
