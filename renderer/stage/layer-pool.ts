import * as THREE from 'three';
import type { FrameLayer } from '../../core/playback/frame.ts';
import { seedOf } from '../../core/layers/hash.ts';
import { layerTypes } from '../../core/layers/registry.ts';
import type { Problem } from '../../core/result.ts';
import type { LayerContext, LayerFactory, StageLayer } from './layer.ts';
import { createParameterCache, type Parsed } from './parameters.ts';

/**
 * The living layers, one for each (playback, clip). A layer that fails is named once and keeps its last good picture;
 * one that never drew stays dark. What a frame no longer names is kept for a while (a loop comes back), then disposed.
 */
export type Instance = {
  readonly key: string;
  readonly type: string;
  readonly layer: StageLayer;
  /** Parent of the layer's object; its renderOrder sorts whole layers. */
  readonly holder: THREE.Group;
  readonly parse: (raw: Record<string, unknown>) => Parsed;
  hasPicture: boolean;
  lastUsed: number;
};
export type PoolOptions = {
  factories: Record<string, LayerFactory>;
  contextOf(clip: string, seed: number, report: (problem: Problem) => void): LayerContext;
  report(problem: Problem): void;
  /** Called when a layer is prepared: builds its shaders. */
  built(instance: Instance): Promise<void>;
  /** Draws for which an unnamed layer is kept. */
  keep: number;
};
const says = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export class LayerPool {
  private readonly instances = new Map<string, Instance>();
  private readonly dead = new Set<string>();
  private readonly reported = new Set<string>();
  private tick = 0;
  constructor(private readonly options: PoolOptions) {}

  get size(): number {
    return this.instances.size;
  }

  /** Starts a draw: what it doesn't touch grows older. */
  begin(): void {
    this.tick += 1;
    for (const [key, instance] of this.instances) {
      if (this.tick - instance.lastUsed <= this.options.keep) continue;
      instance.layer.dispose();
      this.instances.delete(key);
    }
  }

  async prepare(frame: FrameLayer): Promise<void> {
    const instance = this.find(frame);
    if (!instance) return;
    try {
      await instance.layer.prepare(frame, this.parsed(instance, frame) as never);
      await this.options.built(instance);
    } catch (error) {
      this.say(frame, 'layer-prepare-failed', `${says(error)}. The layer keeps its last good picture.`);
    }
  }

  /** @returns the instance with its picture for this frame, or null where there is none to show. */
  update(frame: FrameLayer): Instance | null {
    const instance = this.find(frame);
    if (!instance) return null;
    try {
      instance.layer.update(frame, this.parsed(instance, frame) as never);
      instance.hasPicture = true;
    } catch (error) {
      this.say(frame, 'layer-failed', `${says(error)}. The layer keeps its last good picture.`);
    }
    return instance.hasPicture ? instance : null;
  }

  dispose(): void {
    for (const instance of this.instances.values()) instance.layer.dispose();
    this.instances.clear();
  }

  private parsed(instance: Instance, frame: FrameLayer): Record<string, unknown> {
    const { value, problem } = instance.parse(frame.parameters);
    if (problem) this.once(`${frame.key}:${problem.path}`, problem);
    return value;
  }

  private find(frame: FrameLayer): Instance | null {
    const found = this.instances.get(frame.key);
    if (found && found.type === frame.type) {
      found.lastUsed = this.tick;
      return found;
    }
    if (found) {
      found.layer.dispose();
      this.instances.delete(frame.key);
    }
    const name = `${frame.key}:${frame.type}`;
    if (this.dead.has(name)) return null;
    const made = this.make(frame);
    if (made) this.instances.set(frame.key, made);
    else this.dead.add(name);
    return made;
  }

  private make(frame: FrameLayer): Instance | null {
    const factory = this.options.factories[frame.type];
    const definition = layerTypes[frame.type];
    if (!factory || !definition) {
      this.say(
        frame,
        'layer-unknown',
        `No layer type is called "${frame.type}"; choose another for the clip.`,
      );
      return null;
    }
    try {
      const report = ({ path, ...problem }: Problem): void =>
        this.once(`${frame.clip}:${problem.code}:${problem.message}`, {
          ...problem,
          path: path.startsWith('.') ? `${frame.clip}${path}` : path,
        });
      const layer = factory(this.options.contextOf(frame.clip, seedOf(frame.clip), report));
      const holder = new THREE.Group();
      holder.add(layer.object);
      const parse = createParameterCache(definition, frame.clip);
      return {
        key: frame.key,
        type: frame.type,
        layer,
        holder,
        parse,
        hasPicture: false,
        lastUsed: this.tick,
      };
    } catch (error) {
      this.say(frame, 'layer-failed', `${says(error)}. The layer stays dark.`);
      return null;
    }
  }

  private say(frame: FrameLayer, code: string, message: string): void {
    this.once(`${frame.key}:${code}`, { code, message, path: frame.clip });
  }
  private once(key: string, problem: Problem): void {
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.options.report(problem);
  }
}
