import * as THREE from 'three';
import { type Area, areaOf, type Size } from './area.ts';
import { type Composite, CompositePass, type Rectangle } from './composite.pass.ts';
import type { Counter } from './counter.ts';
import { Targets } from './targets.ts';

/**
 * The stage's hand on the renderer: clears, scenes and composites, each confined to an area of the picture and counted.
 * All passes of a frame have one region and one pixel grid; a scratch is a piece of that grid in a small target, since
 * resolving a multisampled target costs its whole size whatever was drawn.
 */
type Scratch = { picture: THREE.Texture; origin: { x: number; y: number } };

export class Brush {
  readonly camera = createCamera();
  region: Rectangle = { x: 0, y: 0, width: 1, height: 1 };
  size: Size = { width: 1, height: 1 };
  private readonly near = createCamera();
  private readonly targets: Targets;
  private readonly composite = new CompositePass();

  constructor(
    readonly renderer: THREE.WebGLRenderer,
    private readonly samples: number,
    private readonly counter: Counter,
  ) {
    this.targets = new Targets(renderer.capabilities.maxSamples);
  }

  begin(region: Rectangle, size: Size): void {
    this.targets.begin();
    this.region = region;
    this.size = { width: size.width, height: size.height };
    frame(this.camera, region);
    this.renderer.autoClear = false;
  }

  /** A target of the picture's size, not multisampled. */
  target(name: string): THREE.WebGLRenderTarget {
    return this.targets.get(name, this.size.width, this.size.height, { samples: 0, hasDepth: true });
  }
  areaOf(box: Rectangle | null): Area {
    return areaOf(box, this.region, this.size);
  }
  clear(target: THREE.WebGLRenderTarget, alpha: number, area: Area = this.areaOf(null)): void {
    this.aim(target, area);
    this.renderer.setClearColor(0x000000, alpha);
    this.renderer.clear(true, false, false);
    this.counter.wrote(area);
  }
  render(target: THREE.WebGLRenderTarget, scene: THREE.Scene, area: Area, usesDepth: boolean): void {
    this.aim(target, area);
    if (usesDepth) this.renderer.clear(false, true, false);
    this.renderer.render(scene, this.camera);
    this.counter.pass(this.renderer.info.render.calls, area);
  }
  paint(
    target: THREE.WebGLRenderTarget,
    what: Omit<Composite, 'region'>,
    area: Area = this.areaOf(null),
  ): void {
    this.aim(target, area);
    this.composite.draw(this.renderer, { ...what, region: this.region });
    this.counter.pass(this.renderer.info.render.calls, area);
  }

  /** The scene on nothing, in a target that only holds `area`; until the next scratch. `isSampled`: smooths triangles. */
  scratch(scene: THREE.Scene, area: Area, needs: { isSampled: boolean; usesDepth: boolean }): Scratch {
    const [width, height] = [room(area.width, this.size.width), room(area.height, this.size.height)];
    const own = this.targets.get('scratch', width, height, {
      samples: needs.isSampled ? this.samples : 0,
      hasDepth: needs.usesDepth,
    });
    const [mx, my] = [this.region.width / this.size.width, this.region.height / this.size.height];
    frame(this.near, {
      x: this.region.x + area.x * mx,
      y: this.region.y + area.y * my,
      width: width * mx,
      height: height * my,
    });
    const part = { x: 0, y: 0, width: area.width, height: area.height };
    this.clear(own, 0, part);
    if (needs.usesDepth) this.renderer.clear(false, true, false);
    this.renderer.render(scene, this.near);
    this.counter.pass(this.renderer.info.render.calls, part);
    return { picture: own.texture, origin: { x: area.x, y: area.y } };
  }

  private aim(target: THREE.WebGLRenderTarget, area: Area): void {
    target.scissor.set(area.x, area.y, area.width, area.height);
    target.scissorTest = area.width !== target.width || area.height !== target.height;
    this.renderer.setRenderTarget(target);
  }
  dispose(): void {
    this.targets.dispose();
    this.composite.dispose();
  }
}

const createCamera = (): THREE.OrthographicCamera => new THREE.OrthographicCamera(0, 1, 1, 0, -10, 10);
const frame = (camera: THREE.OrthographicCamera, box: Rectangle): void => {
  Object.assign(camera, { left: box.x, right: box.x + box.width, bottom: box.y, top: box.y + box.height });
  camera.updateProjectionMatrix();
};
/** Sizes of scratch targets go in steps (64, 96, 128, 192 …), so that few are made while things move. */
const room = (pixels: number, most: number): number => {
  const power = 2 ** Math.ceil(Math.log2(Math.max(64, pixels)));
  return Math.min(most, pixels <= power * 0.75 ? power * 0.75 : power);
};
