import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Status, Topic, Topics } from '../../../core/control/link.ts';
import { command, emptyPlan } from '../../../core/playback/engine.ts';
import { nextStop } from '../../../core/playback/next-stop.ts';
import { statusOf } from '../../../core/playback/status.ts';
import { App } from '../../../renderer/console/app.tsx';
import type { ConsoleLink, Reply } from '../../../renderer/console/console-link.ts';
import { neighbour } from '../../../renderer/console/run/actions.ts';
import { clockText, leftText } from '../../../renderer/console/run/format.ts';
import { makeDocument, makeShow } from '../../support/core/show.ts';

afterEach(cleanup);

/** The engine behind a link, without host or socket: verbs act at once. */
class BenchLink implements ConsoleLink {
  readonly sender = 'console:bench';
  readonly show = makeShow();
  plan = emptyPlan(this.show, 0);
  now = 0;
  sent: [string, unknown][] = [];
  refusal: Reply | null = null;
  topics: Partial<Topics> = {};
  private listeners = new Set<() => void>();
  constructor() {
    this.publish();
  }
  publish(health: Status['health'] = { ok: true, problems: [] }): void {
    this.topics = {
      ...this.topics,
      show: this.topics.show ?? { document: makeDocument(), revision: 1 },
      plans: [this.plan],
      status: {
        ...statusOf(this.show, this.plan, this.now),
        version: '0.1.0',
        show: { title: 'Essai', id: 'test', revision: 1 },
        clock: { source: 'machine', locked: true, offsetMs: 0 },
        outputs: [
          { id: 'left', name: 'Left', connected: true, fps: 59.8, late: 0, frame: 1, error: null },
          { id: 'right', name: 'Right', connected: false, fps: 0, late: 0, frame: 0, error: null },
        ],
        inputs: [{ id: 'osc', kind: 'osc', armed: true, lastMessageAt: null, state: 'waiting', detail: '' }],
        health,
      },
    };
    for (const listener of this.listeners) listener();
  }
  get<K extends Topic>(topic: K): Topics[K] | undefined {
    return this.topics[topic];
  }
  subscribe<K extends Topic>(topic: K, listener: (value: Topics[K]) => void): () => void {
    const tell = (): void => {
      const value = this.topics[topic];
      if (value !== undefined) listener(value);
    };
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  }
  async verb(name: string, args: Record<string, unknown>): Promise<Reply> {
    this.sent.push([name, args]);
    if (this.refusal) return this.refusal;
    const result = command(this.show, this.plan, { verb: name, args, sender: 'console' }, (this.now += 1));
    if (!result.ok) return result;
    this.plan = result.value.plan;
    this.publish();
    return { ok: true, value: null };
  }
  showNow(): number {
    return this.now;
  }
  isConnected(): boolean {
    return true;
  }
  onConnection(): () => void {
    return () => undefined;
  }
}

const open = (): BenchLink => {
  const link = new BenchLink();
  render(<App link={link} />);
  return link;
};

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
  it('says which output is lost in words', () => {
    open();
    expect(screen.getByText(/✕ (lost|perdue)/)).toBeTruthy();
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
