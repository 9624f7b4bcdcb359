import type { InputStatus, Topic, Topics } from '../../../../core/control/link.ts';
import { noSoundInput } from '../../../../core/control/sound.topics.ts';
import { noTimecode } from '../../../../core/control/timecode.topics.ts';
import { layerTypes } from '../../../../core/layers/registry.ts';
import type { DocumentEdit } from '../../../../core/show/document.ts';
import { guardedEdit } from '../../../../core/show/guarded-edit.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { newStation, type StationDocument } from '../../../../core/station/station.schema.ts';
import type { ConsoleLink, Reply } from '../../../../renderer/console/console-link.ts';
import { makeDocument } from '../../../support/core/show.ts';

/** A host as far as the Connections page sees it: inputs with their logs, and two documents that refuse as the host's do. */
type Raw = Topics['inputs'][number];
const context = { layerTypes, facade: null };

export class ConnectBench implements ConsoleLink {
  readonly sender = 'console:bench';
  readonly sent: [verb: string, args: Record<string, unknown>][] = [];
  inputs: InputStatus[] = [
    { id: 'osc', kind: 'osc', armed: true, lastMessageAt: null, state: 'waiting', detail: '127.0.0.1:8000' },
    { id: 'midi', kind: 'midi', armed: true, lastMessageAt: null, state: 'fault', detail: 'no device' },
  ];
  show: ShowDocument = makeDocument();
  station: StationDocument = newStation();
  /** Refuses the next edit with this. */
  refusal: Reply | null = null;
  private log: Raw[] = [];
  private undone: { show: ShowDocument; station: StationDocument }[] = [];
  private topics: Partial<Topics> = { ...noTimecode, ...noSoundInput };
  private readonly listeners = new Map<Topic, Set<() => void>>();

  constructor() {
    this.publish();
  }
  publish(): void {
    Object.assign(this.topics, {
      show: { document: this.show, revision: 1 },
      settings: { document: this.station, revision: 1 },
      sound: {
        leader: null,
        state: 'closed',
        loading: null,
        device: null,
        devices: [],
        channels: 2,
        peak: null,
      },
      inputs: this.log.slice(-30),
      status: {
        version: '0',
        show: { title: 'Essai', id: 'test', revision: 1 },
        playbacks: [],
        cues: { current: null, standby: '1' },
        master: { level: 1, blackout: false, panic: 'off' },
        clock: { source: 'machine', locked: true, offsetMs: 0 },
        outputs: [],
        inputs: this.inputs,
        health: { ok: true, problems: [] },
      },
    } satisfies Partial<Topics>);
    for (const set of this.listeners.values()) for (const listener of set) listener();
  }
  setTopic<K extends Topic>(topic: K, value: Topics[K]): void {
    this.topics = { ...this.topics, [topic]: value };
    for (const listener of this.listeners.get(topic) ?? []) listener();
  }
  hears(text: string, verdict = 'foreign', id = 'osc'): void {
    const at = new Date(1_800_000_000_000 + this.log.length * 1000).toISOString();
    this.log = [...this.log, { id, text, from: '10.0.0.5:9000', at, verdict }];
    this.inputs = this.inputs.map((input) => (input.id === id ? { ...input, lastMessageAt: at } : input));
    this.publish();
  }
  of(verb: string): Record<string, unknown>[] {
    return this.sent.flatMap(([name, args]) => (name === verb ? [args] : []));
  }
  get<K extends Topic>(topic: K): Topics[K] | undefined {
    return this.topics[topic];
  }
  subscribe<K extends Topic>(topic: K, listener: (value: Topics[K]) => void): () => void {
    const call = (): void => {
      const value = this.topics[topic];
      if (value !== undefined) listener(value);
    };
    const set = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, set.add(call));
    call();
    return () => set.delete(call);
  }
  async verb(name: string, args: Record<string, unknown>): Promise<Reply> {
    if (name !== 'presence/say') this.sent.push([name, args]);
    const reply = this.act(name, args);
    this.publish();
    return reply;
  }
  private act(name: string, args: Record<string, unknown>): Reply {
    switch (name) {
      case 'input/log':
        return { ok: true, value: { messages: this.log.filter(({ id }) => id === args['id']) } };
      case 'input/arm':
        this.inputs = this.inputs.map((input) =>
          input.id === args['id'] ? { ...input, armed: args['armed'] === true } : input,
        );
        return { ok: true, value: {} };
      case 'document/edit':
        return this.edit(args as unknown as DocumentEdit & { document: 'show' | 'station' });
      case 'document/undo':
        Object.assign(this, this.undone.pop());
        return { ok: true, value: {} };
      default:
        return { ok: true, value: {} };
    }
  }
  private edit({ document, ...edit }: DocumentEdit & { document: 'show' | 'station' }): Reply {
    const { refusal } = this;
    this.refusal = null;
    if (refusal) return refusal;
    const before = { show: this.show, station: this.station };
    if (document === 'show') {
      const reply = guardedEdit(this.show, edit, context, []);
      if (!reply.ok) return reply;
      this.show = reply.value.document;
    } else {
      const reply = guardedEdit(this.station, edit, context, []);
      if (!reply.ok) return reply;
      this.station = reply.value.document;
    }
    this.undone.push(before);
    return { ok: true, value: { revision: 2 } };
  }
  showNow(): number {
    return 10;
  }
  isConnected(): boolean {
    return true;
  }
  onConnection(): () => void {
    return () => undefined;
  }
}
