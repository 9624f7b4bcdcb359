import * as THREE from 'three';
import type { FrameLayer } from '../../core/playback/frame.ts';
import { commonBox, type Box } from '../../core/layers/effects/box.ts';
import { seedOf } from '../../core/layers/hash.ts';
import { type Area, isEmpty, joined, shared } from './area.ts';
import type { Brush } from './brush.ts';
import type { Effects } from './effects/chain.ts';
import type { Patch } from './effects/patch.ts';
import type { Instance } from './layer-instance.ts';
import type { LayerPool } from './layer-pool.ts';
import { applyBlend } from './material.ts';
import type { RegionMasks } from './region-mask.ts';

/**
 * Draws a group's layers, bottom first. Neighbours that need no compositing share one render call (a run). A run of
 * layers with plain triangle edges goes through a multisampled target, since layers over layers are associative: only
 * the area that they touch is cleared, resolved and composited. Every other layer gets a pass of its own, so confined.
 */
type Run = { isSmooth: boolean; usesDepth: boolean; area: Area; length: number };

export class LayerPainter {
  private readonly scene = new THREE.Scene();
  private run: Run | null = null;

  constructor(
    private readonly brush: Brush,
    private readonly pool: LayerPool,
    private readonly masks: RegionMasks,
    private readonly effects: Effects,
    private readonly seed: number,
  ) {}

  draw(layers: readonly FrameLayer[], target: THREE.WebGLRenderTarget): void {
    for (const layer of layers) {
      if (layer.opacity <= 0) continue;
      if (layer.effects.length > 0 || layer.layers) {
        this.flush(target);
        this.worked(layer, target);
        continue;
      }
      const instance = this.pool.update(layer);
      if (!instance) continue;
      const area = this.areaOf(layer, instance);
      if (isEmpty(area)) continue;
      if (canShare(layer, instance)) this.join(layer, instance, area, target);
      else {
        this.flush(target);
        this.apart(layer, instance, area, target);
      }
    }
    this.flush(target);
  }

  /** Draws the mask of a layer's region for the picture that was drawn last, if it isn't there. */
  readyMask({ region }: FrameLayer): void {
    if (this.brush.size.width > 1 && region && 'elements' in region) this.maskOf(region);
  }

  private areaOf({ region }: FrameLayer, { layer }: Instance): Area {
    const area = this.brush.areaOf(layer.extent?.() ?? null);
    return region && 'width' in region ? shared(area, this.brush.areaOf(region)) : area;
  }

  private join(layer: FrameLayer, instance: Instance, area: Area, target: THREE.WebGLRenderTarget): void {
    const isSmooth = instance.layer.isSmooth ?? false;
    const usesDepth = instance.layer.usesDepth ?? false;
    if (this.run && (this.run.isSmooth !== isSmooth || (this.run.usesDepth && usesDepth))) this.flush(target);
    const run = (this.run ??= { isSmooth, usesDepth, area, length: 0 });
    run.usesDepth ||= usesDepth;
    run.area = joined(run.area, area);
    const { direct } = instance.layer;
    for (const material of direct?.materials ?? []) setLevel(material, layer.opacity);
    if (direct?.kind === 'paint') for (const material of direct.materials) applyBlend(material, layer.blend);
    order(instance.holder, run.length);
    run.length += 1;
    this.scene.add(instance.holder);
  }

  private flush(target: THREE.WebGLRenderTarget): void {
    const { run } = this;
    this.run = null;
    if (!run) return;
    if (run.isSmooth) this.brush.render(target, this.scene, run.area, run.usesDepth);
    else {
      const scratch = this.brush.scratch(this.scene, run.area, { isSampled: true, usesDepth: run.usesDepth });
      this.brush.paint(target, { ...scratch, weight: 1, blend: 'normal' }, run.area);
    }
    this.scene.clear();
  }

  private apart(layer: FrameLayer, instance: Instance, area: Area, target: THREE.WebGLRenderTarget): void {
    const needs = this.pose(instance);
    const scratch = this.brush.scratch(this.scene, area, needs);
    this.scene.clear();
    this.lay(layer, scratch, area, target);
  }

  /** Alone in the scene, at full level. */
  private pose({ holder, layer: { direct, isSmooth, usesDepth } }: Instance) {
    for (const material of direct?.materials ?? []) setLevel(material, 1);
    if (direct?.kind === 'paint') for (const material of direct.materials) applyBlend(material, 'normal');
    order(holder, 0);
    this.scene.add(holder);
    return { isSampled: !isSmooth, usesDepth: usesDepth ?? false };
  }

  /** A layer's own picture on what is below, with opacity, blend and region. */
  private lay(
    { region, opacity, blend }: FrameLayer,
    picture: { picture: THREE.Texture; origin: { x: number; y: number } },
    area: Area,
    target: THREE.WebGLRenderTarget,
  ): void {
    const box = region && 'width' in region ? region : null;
    const mask = region && 'elements' in region ? this.maskOf(region).texture : null;
    this.brush.paint(target, { ...picture, weight: opacity, blend, box, mask }, area);
  }

  /** With effects: drawn as far beyond the picture's edge as they look, worked on, laid down. */
  private worked(layer: FrameLayer, target: THREE.WebGLRenderTarget): void {
    const { brush } = this;
    const grid = layer.effects.length > 0 ? brush.wholeGrid() : brush.ownGrid();
    const { region } = layer;
    const wanted = commonBox(brush.region, grid.region);
    const shown = wanted && region && 'width' in region ? commonBox(region, wanted) : wanted;
    const patch = shown && brush.within(grid, () => this.pictureOf(layer, shown));
    if (!patch) return;
    const { area } = patch;
    const place = { ...area, x: area.x - grid.origin.x, y: area.y - grid.origin.y };
    const own = region && 'width' in region ? brush.areaOf(region) : brush.areaOf(null);
    const inside = shared(shared(place, brush.areaOf(null)), own);
    if (!isEmpty(inside)) this.lay(layer, { picture: patch.target.texture, origin: place }, inside, target);
    brush.giveBack(patch);
  }

  /** A layer with its effects, right inside `shown`; null: nothing of it is there. */
  private pictureOf(layer: FrameLayer, shown: Box): Patch | null {
    const { brush, effects, seed } = this;
    const chain = effects.chainOf(layer);
    const whole = brush.region;
    const needs = effects.needs(chain, shown, whole);
    const source = this.source(layer, needs[0] ?? shown);
    if (!source) return null;
    return effects.apply(chain, source.patch, source.box, needs, {
      brush,
      times: layer,
      seed: (seed ^ seedOf(layer.clip)) >>> 0,
      elements: (names) => ({
        target: this.maskOf({ elements: [...names], inverted: false }),
        area: brush.areaOf(null),
        step: 1,
      }),
      draw: (matte) => this.matte(matte),
    });
  }

  private source(layer: FrameLayer, need: Box): { patch: Patch; box: Box } | null {
    if (layer.layers) return { patch: this.together(layer.layers), box: need };
    const instance = this.pool.update(layer);
    const extent = instance?.layer.extent?.() ?? need;
    const box = instance && commonBox(extent, need);
    if (!box) return null;
    const area = this.brush.areaOf(box);
    if (isEmpty(area)) return null;
    const patch = this.brush.patch(this.scene, area, this.pose(instance));
    this.scene.clear();
    return { patch, box };
  }

  /** A mask's clip by itself, with its own opacity, region and effects. */
  private matte(layer: FrameLayer): Patch {
    return this.together([{ ...layer, blend: 'normal' }]);
  }
  /** Layers on nothing but themselves. */
  private together(layers: readonly FrameLayer[]): Patch {
    const patch = this.brush.blank();
    this.draw(layers, patch.target);
    return patch;
  }

  private maskOf(region: { elements: string[]; inverted: boolean }): THREE.WebGLRenderTarget {
    return this.masks.get(region, this.brush.region, this.brush.size, this.brush.camera);
  }
}

/** Nothing to composite: the layer can be drawn together with its neighbours. */
const canShare = (layer: FrameLayer, { layer: { direct, isSmooth } }: Instance): boolean => {
  if (layer.region !== null || direct?.kind === 'apart') return false;
  if (layer.opacity >= 1 && layer.blend === 'normal') return true;
  // Plain edges are mixed in a target of their own, where blends with what is below find nothing.
  if (direct?.kind === 'paint') return isSmooth === true || layer.blend === 'normal';
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
