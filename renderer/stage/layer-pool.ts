import type { FrameLayer } from '../../core/playback/frame.ts';
import type { Problem } from '../../core/result.ts';
import {
  createLayerReports,
  makeInstance,
  says,
  type Instance,
  type LayerMaking,
  type LayerReports,
} from './layer-instance.ts';

/**
 * The living layers, one for each (playback, clip). A layer that fails is named once and keeps its last good picture;
 * one that never drew stays dark. What a frame no longer names is kept for a while (a loop comes back), then disposed.
 * Another playback of the same clip takes over one that nobody draws, since a layer's picture depends on nothing before:
 * a sting that is fired again builds nothing.
 */
export type PoolOptions = LayerMaking & {
  report(problem: Problem): void;
  /** Called when a layer is prepared: builds its shaders. */
  built(instance: Instance): Promise<void>;
  /** Draws for which an unnamed layer is kept. */
  keep: number;
};
/**
 * Draws for which a layer that stands by is kept after it was last expected: four minutes at 60 Hz. Cues are expected in
 * turn, one a second, so it must outlast a round of a long list, on a fast display too.
 */
const STANDS_FOR = 14_400;

export class LayerPool {
  private readonly instances = new Map<string, Instance>();
  private readonly dead = new Set<string>();
  private readonly reports: LayerReports;
  private tick = 0;
  constructor(private readonly options: PoolOptions) {
    this.reports = createLayerReports(options.report);
  }

  get size(): number {
    return this.instances.size;
  }

  /** Starts a draw: what it doesn't touch grows older. */
  begin(): void {
    this.tick += 1;
    for (const [key, instance] of this.instances) {
      const kept = instance.isStanding ? STANDS_FOR : this.options.keep;
      if (this.tick - instance.lastUsed <= kept) continue;
      instance.layer.dispose();
      this.instances.delete(key);
    }
  }

  /** How many stand by. */
  get standing(): number {
    let count = 0;
    for (const { isStanding } of this.instances.values()) if (isStanding) count += 1;
    return count;
  }

  /** Whether the layer is there, and all that its first drawing needs; it is kept on as one that was drawn. */
  isReady(frame: FrameLayer, isStanding: boolean): boolean {
    const found = this.known(frame);
    if (!found) return this.dead.has(`${frame.key}:${frame.type}`);
    found.lastUsed = this.tick;
    found.isStanding = isStanding;
    return found.isRehearsed;
  }

  isRehearsed({ key }: FrameLayer): boolean {
    return this.instances.get(key)?.isRehearsed ?? false;
  }
  /** Whether it wants to be prepared for what comes while it is drawn, too. */
  looksAhead({ key }: FrameLayer): boolean {
    return this.instances.get(key)?.layer.looksAhead ?? false;
  }

  isPlaying({ key }: FrameLayer): boolean {
    return this.instances.get(key)?.layer.isPlaying ?? false;
  }

  /** Makes the layer, if it isn't there. */
  make(frame: FrameLayer, isStanding: boolean): void {
    const instance = this.find(frame);
    if (instance) instance.isStanding = isStanding;
  }

  /**
   * Brings a layer that was never drawn to where it can be: `draw` draws it where nobody sees it. What fails is said when
   * it is drawn in earnest.
   */
  rehearse(frame: FrameLayer, draw: (instance: Instance) => void): void {
    const instance = this.find(frame);
    if (!instance || instance.isRehearsed) return;
    instance.isRehearsed = true;
    if (instance.layer.isPlaying === true) return;
    try {
      instance.layer.update(frame, this.parsed(instance, frame) as never);
    } catch {
      return; // its first frame fails in the same way, and is told of
    }
    draw(instance);
  }

  async prepare(frame: FrameLayer): Promise<void> {
    const instance = this.find(frame);
    if (!instance) return;
    try {
      await instance.layer.prepare(frame, this.parsed(instance, frame, instance.parseAhead) as never);
      await this.options.built(instance);
    } catch (error) {
      this.reports.say(
        frame,
        'layer-prepare-failed',
        `${says(error)}. The layer keeps its last good picture.`,
      );
    }
  }

  /** @returns the instance with its picture for this frame, or null where there is none to show. */
  update(frame: FrameLayer): Instance | null {
    const instance = this.find(frame);
    if (!instance) return null;
    try {
      instance.layer.update(frame, this.parsed(instance, frame) as never);
      instance.hasPicture = instance.isRehearsed = true;
      instance.isStanding = false;
    } catch (error) {
      this.reports.say(frame, 'layer-failed', `${says(error)}. The layer keeps its last good picture.`);
    }
    return instance.hasPicture ? instance : null;
  }

  dispose(): void {
    for (const instance of this.instances.values()) instance.layer.dispose();
    this.instances.clear();
  }

  private parsed(
    instance: Instance,
    frame: FrameLayer,
    parse: Instance['parse'] = instance.parse,
  ): Record<string, unknown> {
    const { value, problem } = parse(frame.parameters);
    if (problem) this.reports.once(`${frame.key}:${problem.path}`, problem);
    return value;
  }

  private find(frame: FrameLayer): Instance | null {
    const found = this.known(frame);
    if (found) {
      found.lastUsed = this.tick;
      return found;
    }
    const other = this.instances.get(frame.key);
    if (other) {
      other.layer.dispose();
      this.instances.delete(frame.key);
    }
    const name = `${frame.key}:${frame.type}`;
    if (this.dead.has(name)) return null;
    const made = makeInstance(this.options, this.reports, frame);
    if (made) {
      made.lastUsed = this.tick;
      this.instances.set(frame.key, made);
    } else this.dead.add(name);
    return made;
  }

  /** The layer's own, or one of the same clip that was not drawn in the last frame: it becomes this layer's. */
  private known(frame: FrameLayer): Instance | null {
    const own = this.instances.get(frame.key);
    if (own) return own.type === frame.type ? own : null;
    for (const idle of this.instances.values()) {
      if (idle.clip !== frame.clip || idle.type !== frame.type || !this.isIdle(idle)) continue;
      this.instances.delete(idle.key);
      this.instances.set(frame.key, idle);
      idle.key = frame.key;
      idle.hasPicture = false;
      return idle;
    }
    return null;
  }
  private isIdle({ isStanding, lastUsed }: Instance): boolean {
    return isStanding || lastUsed < this.tick - 1;
  }
}
