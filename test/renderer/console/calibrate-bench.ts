import type { Topic, Topics } from '../../../core/control/link.ts';
import { NO_LINE_UP, type LineUp, type Mark } from '../../../core/control/line-up.ts';
import type { FacadeDocument } from '../../../core/facade/facade.schema.ts';
import { warpProblems } from '../../../core/rig/warp-problems.ts';
import { compileRig, type CompiledOutput } from '../../../core/rig/rig.document.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';
import { applyEdit } from '../../../core/show/edit.ts';
import type { ConsoleLink, Reply } from '../../../renderer/console/console-link.ts';
import { makeDocument } from '../../support/core/show.ts';

/** A host as far as the Calibrate page sees it: edits, previews, holds, marks, and a line that can be pulled. */
const facade: FacadeDocument = {
  format: 'frise-facade',
  schema: 1,
  records: {
    'facade:wall': { title: { fr: 'Mur', en: 'Wall' }, width: 40, height: 20 },
    'plane:front': { name: 'front', depth: 0 },
    'element:stone': {
      name: { fr: 'Pierre', en: 'Stone' },
      kind: 'wall',
      surface: 'stone',
      plane: 'plane:front',
      outline: 'M0 0 L40 0 L40 20 L0 20 Z',
    },
    'element:window': {
      name: { fr: 'Fenêtre', en: 'Window' },
      kind: 'bay',
      surface: 'glass',
      plane: 'plane:front',
      outline: 'M4 4 L8 4 L8 10 L4 10 Z',
    },
  },
  order: { 'facade:wall': ['element:stone', 'element:window'] },
};

const output = (name: string, x: number) => ({
  name,
  width: 1920,
  height: 1080,
  display: {},
  region: { x, y: 0, width: 24, height: 13.5 },
  blend: { kind: 'auto' },
});

const makeRig = (): RigDocument => ({
  format: 'frise-rig',
  schema: 1,
  records: {
    'rig:two': { title: 'Deux', facade: { width: 40, height: 20 }, density: 40 },
    'output:left': output('Gauche', 0),
    'output:right': output('Droite', 16),
  },
  order: { 'rig:two': ['output:left', 'output:right'] },
});

type Sent = [verb: string, args: Record<string, unknown>];
const ok: Reply = { ok: true, value: {} };

export class CalibrateBench implements ConsoleLink {
  readonly sender = 'console:bench';
  readonly sent: Sent[] = [];
  isUp = true;
  /** Verbs get no answer while true; `pullLine` lets them fail. */
  isSilent = false;
  rig = makeRig();
  lineUp: LineUp = NO_LINE_UP;
  previews: Topics['previews'] = {};
  station: Topics['station'] = { name: 'bench', language: 'fr', displays: [], places: [], windowed: false };
  private revision = 1;
  private undone: RigDocument[] = [];
  private readonly topics: Partial<Topics> = {};
  private readonly listeners = new Map<Topic, Set<() => void>>();
  private readonly watchers = new Set<() => void>();
  private readonly pending = new Set<(reply: Reply) => void>();

  constructor() {
    this.topics.show = { document: makeDocument(), revision: 1 };
    this.topics.facade = { document: facade };
    this.publish();
  }
  publish(): void {
    const { outputs } = compileRig(this.rig);
    Object.assign(this.topics, {
      rig: { document: this.rig, revision: this.revision },
      lineUp: this.lineUp,
      previews: this.previews,
      station: this.station,
      projectors: [],
      pairing: { lan: { on: false, urls: [] }, open: null, notice: null, devices: [] },
      status: {
        version: '0',
        show: { title: 'Essai', id: 'test', revision: 1 },
        playbacks: [],
        cues: { current: null, standby: '1' },
        master: { level: 1, blackout: false, panic: 'off' },
        clock: { source: 'machine', locked: true, offsetMs: 0 },
        outputs: outputs.map(({ key, name }) => ({
          id: key,
          name,
          connected: true,
          fps: 60,
          late: 0,
          frame: 1,
          error: null,
        })),
        inputs: [],
        health: { ok: true, problems: [] },
      },
      plans: [],
    } satisfies Partial<Topics>);
    for (const set of this.listeners.values()) for (const listener of set) listener();
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
    return () => set.delete(call);
  }
  verb(name: string, args: Record<string, unknown>): Promise<Reply> {
    if (!this.isUp) return Promise.resolve({ ok: false, code: 'link-lost', message: 'lost', path: '' });
    if (name !== 'presence/say') this.sent.push([name, args]);
    if (this.isSilent) return new Promise((resolve) => this.pending.add(resolve));
    return Promise.resolve(this.act(name, args));
  }
  showNow(): number {
    return 0;
  }
  isConnected(): boolean {
    return this.isUp;
  }
  onConnection(listener: () => void): () => void {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  }
  pullLine(): void {
    this.isUp = false;
    for (const watcher of this.watchers) watcher();
    for (const settle of this.pending) settle({ ok: false, code: 'link-lost', message: 'lost', path: '' });
    this.pending.clear();
  }
  restoreLine(): void {
    this.isSilent = false;
    this.isUp = true;
    this.publish();
    for (const watcher of this.watchers) watcher();
  }
  /** What a host does that heard the verb although its answer was lost. */
  act(name: string, args: Record<string, unknown>): Reply {
    const reply = this.run(name, args);
    this.publish();
    return reply;
  }
  private run(name: string, args: Record<string, unknown>): Reply {
    switch (name) {
      case 'document/edit':
        return this.edit(args);
      case 'document/undo': {
        const before = this.undone.pop();
        if (!before) return { ok: false, code: 'nothing-to-undo', message: 'Nothing to undo.', path: '' };
        this.rig = before;
        this.revision += 1;
        return ok;
      }
      case 'line-up/preview': {
        const { record, fields } = args as { record: string; fields: Record<string, unknown> | null };
        const { [record]: _, ...rest } = this.previews;
        this.previews = fields ? { ...rest, [record]: fields } : rest;
        return ok;
      }
      case 'line-up/hold': {
        const { output: key, person } = args as { output: string; person: string };
        this.lineUp = {
          ...this.lineUp,
          holders: { ...this.lineUp.holders, [key]: { sender: this.sender, person, isHere: true } },
        };
        return ok;
      }
      case 'rig/versions':
        return { ok: true, value: { versions: [] } };
      default:
        return ok;
    }
  }
  private edit(args: Record<string, unknown>): Reply {
    const { label, put, remove, order } = args as unknown as Parameters<typeof applyEdit>[1];
    const edited = applyEdit(this.rig, { label, put, remove, order });
    if (!edited.ok) return edited;
    const folded = compileRig(edited.value.document).outputs.flatMap((each) => warpProblems(each, each.id));
    if (folded[0]) return { ok: false, ...folded[0] };
    this.undone.push(this.rig);
    this.rig = edited.value.document;
    this.revision += 1;
    for (const id of Object.keys(put)) {
      const { [id]: _, ...rest } = this.previews;
      this.previews = rest;
    }
    return ok;
  }
  output(key: string): CompiledOutput {
    const found = compileRig(this.rig).outputs.find((each) => each.key === key);
    if (!found) throw new Error(`no output ${key}`);
    return found;
  }
  of(verb: string): Record<string, unknown>[] {
    return this.sent.filter(([name]) => name === verb).map(([, args]) => args);
  }
  lastMark(): Mark | null {
    const args = this.of('line-up/mark').at(-1) as { mark: Mark | null } | undefined;
    return args?.mark ?? null;
  }
}
