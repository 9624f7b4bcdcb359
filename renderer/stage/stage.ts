import type * as THREE from 'three';
import type { FacadeModel } from '../../core/facade/model.ts';
import type { Frame, FrameGroup, FrameLayer } from '../../core/playback/frame.ts';
import type { Problem } from '../../core/result.ts';
import { Bakes } from './bakes.ts';
import { Brush } from './brush.ts';
import type { Rectangle } from './composite.pass.ts';
import { Counter, type StageInfo } from './counter.ts';
import { Effects } from './effects/chain.ts';
import { effectTypesOf, layersOf } from './frame-layers.ts';
import type { LayerContext, LayerFactory } from './layer.ts';
import { LayerPainter } from './layer-painter.ts';
import { LayerPool } from './layer-pool.ts';
import { layerFactories } from './layers/index.ts';
import { Readying } from './readying.ts';
import { ShaderCheck } from './shader-check.ts';
import { RegionMasks } from './region-mask.ts';

/**
 * Draws a Frame: groups in order, each layer with opacity, blend and region, into the caller's target in linear light.
 * A pure function of the frame: nothing of an earlier draw shows in a later one. Layers that follow one another with
 * nothing to composite share one render call; every other costs a pass of its own, confined to where its picture is
 * (see `info`).
 */
export type StageOptions = {
  renderer: THREE.WebGLRenderer;
  facade: FacadeModel;
  canvas: { width: number; height: number };
  /** The show's seed. */
  seed: number;
  language: 'fr' | 'en';
  mediaUrl(id: string): string;
  mode: 'live' | 'exact';
  report(problem: Problem): void;
  /** Of a page that plays; absent: stand-ins are drawn. */
  inputs?: LayerContext['inputs'];
  /** Layer types to draw with; tests pass their own. */
  factories?: Record<string, LayerFactory>;
  /** Draws for which a layer that no frame names is kept; 240 unless told. */
  keep?: number;
  samples?: number;
  /** Texels of baked pictures that are kept, for who draws ever other regions. */
  mostBaked?: number;
};
export type { StageInfo };
export interface Stage {
  /** Makes the frame's layers and awaits what they must load and decode. Also right for a frame that is still ahead. */
  prepare(frame: Frame): Promise<void>;
  /** Prepares and draws what was never drawn where nobody sees it, so that no first drawing falls in a frame. */
  rehearse(frame: Frame): Promise<void>;
  /** Live: what will be drawn soon, or at any time (`isStanding`), is made in pieces by `work`. Returns whether all of it is ready. */
  expect(frame: Frame, isStanding: boolean): boolean;
  /** A piece of what is expected, and more while there is time. Returns whether there is more. */
  work(isTime: () => boolean): boolean;
  /** `region`: canvas metres that fill `target`. Leaves the renderer on the window's own target. */
  draw(frame: Frame, region: Rectangle, target: THREE.WebGLRenderTarget): void;
  readonly info: StageInfo;
  dispose(): void;
}

export const createStage = (options: StageOptions): Stage => new FrameStage(options);

class FrameStage implements Stage {
  readonly info = new Counter();
  private readonly brush: Brush;
  private readonly bakes: Bakes;
  private readonly masks: RegionMasks;
  private readonly shaders: ShaderCheck;
  private readonly pool: LayerPool;
  private readonly effects: Effects;
  private readonly painter: LayerPainter;
  private readonly readying: Readying;
  /** Live: shaders are built ahead and asked afterwards; exact: each is asked when it is first used. */
  private readonly isLive: boolean;
  private readonly measure = { density: 10 };

  constructor(options: StageOptions) {
    const { renderer, facade } = options;
    const samples = options.samples ?? 4;
    this.brush = new Brush(renderer, samples, this.info, options.canvas);
    this.bakes = new Bakes(renderer, options.mostBaked);
    this.masks = new RegionMasks(renderer, facade, samples);
    this.shaders = new ShaderCheck(renderer, this.brush.camera, options.report);
    this.isLive = options.mode === 'live';
    renderer.debug.checkShaderErrors = !this.isLive;
    const { measure } = this;
    this.pool = new LayerPool({
      factories: options.factories ?? layerFactories,
      keep: options.keep ?? 240,
      report: options.report,
      built: async (instance) => {
        if (this.isLive) await this.shaders.build(instance);
      },
      contextOf: (_clip, seed, report): LayerContext => ({
        renderer,
        facade,
        canvas: options.canvas,
        language: options.language,
        mediaUrl: options.mediaUrl,
        mode: options.mode,
        inputs: options.inputs ?? null,
        seed: (seed ^ options.seed) >>> 0,
        get density() {
          return measure.density;
        },
        bake: (fragment) => this.bakes.get(fragment, this.brush.region, this.brush.size),
        report,
      }),
    });
    this.effects = new Effects(options.report);
    this.painter = new LayerPainter(this.brush, this.pool, this.masks, this.effects, options.seed);
    const mask = (layer: FrameLayer): void => this.painter.readyMask(layer);
    const { pool, shaders, effects } = this;
    this.readying = new Readying({ pool, shaders, effects, mask, report: options.report });
  }

  async prepare(frame: Frame): Promise<void> {
    const layers = layersOf(frame);
    const types = this.isLive ? effectTypesOf(frame) : [];
    await Promise.all([
      ...layers.map((layer) => this.pool.prepare(layer)),
      ...[...types].flatMap((type) => {
        const effect = this.effects.effectOf(type);
        return effect ? [this.shaders.buildPasses(effect)] : [];
      }),
    ]);
    if (this.isLive) this.shaders.ask();
  }

  async rehearse(frame: Frame): Promise<void> {
    await this.prepare(frame);
    for (const layer of layersOf(frame)) this.pool.rehearse(layer, ({ holder }) => this.shaders.draw(holder));
  }

  expect(frame: Frame, isStanding: boolean): boolean {
    return this.readying.expect(frame, isStanding);
  }
  work(isTime: () => boolean): boolean {
    return this.readying.work(isTime);
  }

  draw(frame: Frame, region: Rectangle, target: THREE.WebGLRenderTarget): void {
    this.pool.begin();
    this.info.begin();
    this.measure.density = Math.max(target.width / region.width, target.height / region.height);
    this.brush.begin(region, target);
    const canvas = this.brush.target('canvas');
    this.brush.clear(canvas, 1);
    for (const group of frame.groups.slice(covering(frame.groups))) this.drawGroup(group, canvas);
    this.brush.paint(target, {
      picture: canvas.texture,
      weight: frame.light,
      blend: 'normal',
      copy: true,
    });
    this.info.layers = this.pool.size;
    this.brush.renderer.setRenderTarget(null);
  }

  /** The canvas is black, or holds the groups below. */
  private drawGroup(group: FrameGroup, canvas: THREE.WebGLRenderTarget): void {
    if (group.weight <= 0) return;
    if (group.mix === 'cross' && group.weight >= 1) {
      this.painter.draw(group.layers, canvas);
      return;
    }
    if (group.layers.length === 0 && group.mix === 'over') return;
    const own = this.brush.target('group');
    this.brush.clear(own, group.mix === 'cross' ? 1 : 0);
    this.painter.draw(group.layers, own);
    const blend = group.mix === 'over' ? group.blend : 'normal';
    this.brush.paint(canvas, {
      picture: own.texture,
      weight: group.weight,
      blend,
    });
  }

  dispose(): void {
    this.pool.dispose();
    this.effects.dispose();
    this.shaders.dispose();
    this.bakes.dispose();
    this.masks.dispose();
    this.brush.dispose();
  }
}

/** Index of the uppermost group that hides all below it, which need not be drawn; else 0. */
const covering = (groups: readonly FrameGroup[]): number =>
  Math.max(
    0,
    groups.findLastIndex((group) => group.mix === 'cross' && group.weight >= 1),
  );
