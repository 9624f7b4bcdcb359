import { render } from '@testing-library/react';
import type { Status, Topic, Topics } from '../../../../core/control/link.ts';
import { command, emptyPlan } from '../../../../core/playback/engine.ts';
import type { Plan } from '../../../../core/playback/plan.ts';
import { statusOf } from '../../../../core/playback/status.ts';
import { compileShow } from '../../../../core/show/compile.ts';
import type { CompiledShow } from '../../../../core/show/compiled.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { App } from '../../../../renderer/console/app.tsx';
import type { ConsoleLink, Reply } from '../../../../renderer/console/console-link.ts';
import { makeDocument } from '../../../support/core/show.ts';

/** The engine behind a link, without host or socket: verbs act at once. */
export class BenchLink implements ConsoleLink {
  readonly sender = 'console:bench';
  readonly show: CompiledShow;
  readonly document: ShowDocument;
  plan: Plan;
  now = 0;
  sent: [string, unknown][] = [];
  refusal: Reply | null = null;
  topics: Partial<Topics> = {};
  connected = true;
  /** False: the line swallows what is sent. */
  answers = true;
  private listeners = new Set<() => void>();
  private connections = new Set<() => void>();
  constructor(options: Parameters<typeof makeDocument>[0] = {}) {
    this.document = makeDocument(options);
    this.show = compileShow(this.document, 1);
    this.plan = emptyPlan(this.show, 0);
    this.publish();
  }
  /** One topic, told to the page. */
  tell<K extends Topic>(topic: K, value: Topics[K]): void {
    this.topics[topic] = value;
    for (const listener of this.listeners) listener();
  }
  lose(): void {
    this.connected = false;
    for (const listener of this.connections) listener();
  }
  publish(health: Status['health'] = { ok: true, problems: [] }): void {
    this.topics = {
      ...this.topics,
      show: this.topics.show ?? { document: this.document, revision: 1 },
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
    if (name !== 'presence/say') this.sent.push([name, args]);
    if (!this.answers) return new Promise(() => undefined);
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
    return this.connected;
  }
  onConnection(listener: () => void): () => void {
    this.connections.add(listener);
    return () => this.connections.delete(listener);
  }
}

export const open = (link = new BenchLink()): BenchLink => {
  render(<App link={link} />);
  return link;
};
