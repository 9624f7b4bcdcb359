import * as THREE from 'three';
import type { FacadeModel } from '../../core/facade/model.ts';
import type { Frame, FrameGroup, FrameLayer } from '../../core/playback/frame.ts';
import type { Problem } from '../../core/result.ts';
import { CompositePass, type Rectangle } from './composite.pass.ts';
import type { LayerContext, LayerFactory } from './layer.ts';
import { LayerPool, type Instance } from './layer-pool.ts';
import { layerFactories } from './layers/index.ts';
import { applyBlend } from './material.ts';
import { RegionMasks } from './region-mask.ts';
import { Targets } from './targets.ts';

/**
 * Draws a Frame: groups in order, each layer with opacity, blend and region, into the caller's target in linear light.
 * A pure function of the frame: nothing of an earlier draw shows in a later one. Layers that follow one another with
 * nothing to composite share one render call; every other costs a pass of its own (see `info`).
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
  /** Layer types to draw with; tests pass their own. */
  factories?: Record<string, LayerFactory>;
  /** Draws for which a layer that no frame names is kept; 240 unless told. */
  keep?: number;
  samples?: number;
};
export type StageInfo = { drawCalls: number; passes: number; layers: number };
export interface Stage {
  /** Makes the frame's layers and awaits what they must load and decode. Also right for a frame that is still ahead. */
  prepare(frame: Frame): Promise<void>;
  /** `region`: canvas metres that fill `target`. Leaves the renderer on the window's own target. */
  draw(frame: Frame, region: Rectangle, target: THREE.WebGLRenderTarget): void;
  readonly info: StageInfo;
  dispose(): void;
}

export const createStage = (options: StageOptions): Stage => new FrameStage(options);

class FrameStage implements Stage {
  readonly info: StageInfo = { drawCalls: 0, passes: 0, layers: 0 };
  private readonly renderer: THREE.WebGLRenderer;
  private readonly targets: Targets;
  private readonly masks: RegionMasks;
  private readonly composite = new CompositePass();
  private readonly pool: LayerPool;
  private readonly scene = new THREE.Scene();
  private readonly camera = new THREE.OrthographicCamera(0, 1, 1, 0, -10, 10);
  private readonly measure = { density: 10 };
  private region: Rectangle = { x: 0, y: 0, width: 1, height: 1 };
  private size = { width: 1, height: 1 };

  constructor(options: StageOptions) {
    const { renderer, facade } = options;
    const samples = options.samples ?? 4;
    this.renderer = renderer;
    this.targets = new Targets(samples);
    this.masks = new RegionMasks(renderer, facade, samples);
    this.scene.matrixWorldAutoUpdate = true;
    const { measure } = this;
    this.pool = new LayerPool({
      factories: options.factories ?? layerFactories,
      keep: options.keep ?? 240,
      report: options.report,
      contextOf: (_clip, seed, report): LayerContext => ({
        renderer,
        facade,
        canvas: options.canvas,
        language: options.language,
        mediaUrl: options.mediaUrl,
        mode: options.mode,
        seed: (seed ^ options.seed) >>> 0,
        get density() {
          return measure.density;
        },
        report,
      }),
    });
  }

  async prepare(frame: Frame): Promise<void> {
    await Promise.all(frame.groups.flatMap((group) => group.layers.map((layer) => this.pool.prepare(layer))));
  }

  draw(frame: Frame, region: Rectangle, target: THREE.WebGLRenderTarget): void {
    this.begin(region, target);
    const canvas = this.target('canvas');
    this.clear(canvas, 1);
    for (const group of frame.groups) this.drawGroup(group, canvas);
    this.paint(target, { picture: canvas.texture, weight: 1, blend: 'normal', copy: true }, frame.light);
    this.info.layers = this.pool.size;
    this.renderer.setRenderTarget(null);
  }

  private begin(region: Rectangle, target: THREE.WebGLRenderTarget): void {
    this.pool.begin();
    this.region = region;
    this.size = { width: target.width, height: target.height };
    this.measure.density = Math.max(target.width / region.width, target.height / region.height);
    Object.assign(this.camera, {
      left: region.x,
      right: region.x + region.width,
      bottom: region.y,
      top: region.y + region.height,
    });
    this.camera.updateProjectionMatrix();
    this.renderer.autoClear = false;
    this.info.drawCalls = 0;
    this.info.passes = 0;
  }

  private drawGroup(group: FrameGroup, canvas: THREE.WebGLRenderTarget): void {
    if (group.weight <= 0) return;
    if (group.mix === 'cross' && group.weight >= 1) {
      this.clear(canvas, 1);
      this.drawLayers(group.layers, canvas);
      return;
    }
    if (group.layers.length === 0 && group.mix === 'over') return;
    const own = this.target('group');
    this.clear(own, group.mix === 'cross' ? 1 : 0);
    this.drawLayers(group.layers, own);
    const blend = group.mix === 'over' ? group.blend : 'normal';
    this.paint(canvas, { picture: own.texture, weight: group.weight, blend });
  }

  private drawLayers(layers: readonly FrameLayer[], target: THREE.WebGLRenderTarget): void {
    let waiting = 0;
    const flush = (): void => {
      if (waiting > 0) this.render(target);
      this.scene.clear();
      waiting = 0;
    };
    for (const layer of layers) {
      if (layer.opacity <= 0) continue;
      const instance = this.pool.update(layer);
      if (!instance) continue;
      if (!canShare(layer, instance)) {
        flush();
        this.drawApart(layer, instance, target);
        continue;
      }
      const { direct } = instance.layer;
      for (const material of direct?.materials ?? []) setLevel(material, layer.opacity);
      if (direct?.kind === 'paint')
        for (const material of direct.materials) applyBlend(material, layer.blend);
      order(instance.holder, waiting);
      this.scene.add(instance.holder);
      waiting += 1;
    }
    flush();
  }

  private drawApart(layer: FrameLayer, instance: Instance, target: THREE.WebGLRenderTarget): void {
    const own = this.target('layer');
    this.clear(own, 0);
    const { direct } = instance.layer;
    for (const material of direct?.materials ?? []) setLevel(material, 1);
    if (direct?.kind === 'paint') for (const material of direct.materials) applyBlend(material, 'normal');
    this.scene.add(instance.holder);
    this.render(own);
    this.scene.clear();
    const { region } = layer;
    this.paint(target, {
      picture: own.texture,
      weight: layer.opacity,
      blend: layer.blend,
      box: region && 'width' in region ? region : null,
      mask:
        region && 'elements' in region ? this.masks.get(region, this.region, this.size, this.camera) : null,
    });
  }

  private target(name: string): THREE.WebGLRenderTarget {
    return this.targets.get(name, this.size.width, this.size.height);
  }
  private clear(target: THREE.WebGLRenderTarget, alpha: number): void {
    this.renderer.setRenderTarget(target);
    this.renderer.setClearColor(0x000000, alpha);
    this.renderer.clear(true, false, false);
  }
  private render(target: THREE.WebGLRenderTarget): void {
    this.renderer.setRenderTarget(target);
    this.renderer.render(this.scene, this.camera);
    this.count();
  }
  private paint(
    target: THREE.WebGLRenderTarget,
    what: Omit<Parameters<CompositePass['draw']>[2], 'region'>,
    light = 1,
  ): void {
    this.composite.draw(this.renderer, target, { ...what, weight: what.weight * light, region: this.region });
    this.count();
  }
  private count(): void {
    this.info.drawCalls += this.renderer.info.render.calls;
    this.info.passes += 1;
  }

  dispose(): void {
    this.pool.dispose();
    this.masks.dispose();
    this.targets.dispose();
    this.composite.dispose();
  }
}

/** Nothing to composite: the layer can be drawn together with its neighbours. */
const canShare = (layer: FrameLayer, { layer: { direct } }: Instance): boolean => {
  if (layer.region !== null || direct?.kind === 'apart') return false;
  if (layer.opacity >= 1 && layer.blend === 'normal') return true;
  if (direct?.kind === 'paint') return true;
  return direct?.kind === 'light' && (layer.blend === 'normal' || layer.blend === 'add');
};
/** Every group inside a layer carries the layer's place: three sorts by the innermost group first. */
const order = (holder: THREE.Object3D, place: number): void =>
  holder.traverse((object) => {
    if (object instanceof THREE.Group) object.renderOrder = place;
  });
const setLevel = (material: THREE.ShaderMaterial, level: number): void => {
  const uniform = material.uniforms['uLevel'];
  if (uniform) uniform.value = level;
};
