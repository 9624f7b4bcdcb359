import * as THREE from 'three';
import { type Area, areaOf, type Size } from './area.ts';
import { type Composite, CompositePass, type Rectangle } from './composite.pass.ts';
import type { Counter } from './counter.ts';
import type { Patch } from './effects/patch.ts';
import type { Screen } from './geometry/screen.ts';
import { Targets } from './targets.ts';

/**
 * The stage's hand on the renderer: clears, scenes and composites, each confined to an area of the picture and counted.
 * All passes of a frame have one region and one pixel grid; a scratch is a piece of that grid in a small target, since
 * resolving a multisampled target costs its whole size whatever was drawn.
 */
type Scratch = { picture: THREE.Texture; origin: { x: number; y: number } };
/** A region and its pixels. `origin`: where the pixel 0, 0 of the picture being drawn lies in it. */
export type Grid = { region: Rectangle; size: Size; origin: { x: number; y: number } };
type Needs = { isSampled: boolean; usesDepth: boolean };

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
    readonly canvas: Size,
  ) {
    this.targets = new Targets(renderer.capabilities.maxSamples);
  }

  begin(region: Rectangle, size: Size): void {
    this.targets.begin();
    this.goTo(region, { width: size.width, height: size.height });
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
  scratch(scene: THREE.Scene, area: Area, needs: Needs): Scratch {
    const [width, height] = [room(area.width, this.size.width), room(area.height, this.size.height)];
    const own = this.targets.get('scratch', width, height, {
      samples: needs.isSampled ? this.samples : 0,
      hasDepth: needs.usesDepth,
    });
    this.renderPiece(own, scene, area, needs.usesDepth);
    return { picture: own.texture, origin: { x: area.x, y: area.y } };
  }
  /** The same in a patch of its own. */
  patch(scene: THREE.Scene, area: Area, needs: Needs): Patch {
    const target = this.lend(area, {
      samples: needs.isSampled ? this.samples : 0,
      hasDepth: needs.usesDepth,
    });
    this.renderPiece(target, scene, area, needs.usesDepth);
    return { target, area, step: 1 };
  }
  /** An empty patch of the whole grid, to be drawn on. */
  blank(): Patch {
    const { width, height } = this.size;
    const target = this.targets.borrow(width, height, { samples: 0, hasDepth: true, isSmooth: true });
    this.clear(target, 0);
    return { target, area: this.areaOf(null), step: 1 };
  }
  /** What a pass makes of pictures, in a patch of its own. */
  filter(screen: Screen, area: Area, step: number): Patch {
    const target = this.lend(area, { samples: 0, hasDepth: false });
    const part = { x: 0, y: 0, width: area.width, height: area.height };
    this.aim(target, part);
    screen.draw(this.renderer);
    this.counter.pass(this.renderer.info.render.calls, part);
    return { target, area, step };
  }
  giveBack({ target }: Patch): void {
    this.targets.giveBack(target);
  }

  ownGrid(): Grid {
    return { region: this.region, size: this.size, origin: { x: 0, y: 0 } };
  }
  /** The whole canvas on the pixels of this picture: effects see what lies beyond an output's edge. */
  wholeGrid(): Grid {
    const { region, size, canvas } = this;
    const [mx, my] = [region.width / size.width, region.height / size.height];
    const first = (edge: number, metre: number): number => Math.floor(edge / metre + 1e-6);
    const [left, low] = [first(-region.x, mx), first(-region.y, my)];
    const [right, high] = [-first(region.x - canvas.width, mx), -first(region.y - canvas.height, my)];
    const [width, height] = [right - left, high - low];
    // A picture finer than the card can hold as a whole does without.
    const most = this.renderer.capabilities.maxTextureSize;
    if (width > most || height > most) return this.ownGrid();
    return {
      region: { x: region.x + left * mx, y: region.y + low * my, width: width * mx, height: height * my },
      size: { width, height },
      origin: { x: -left, y: -low },
    };
  }
  /** Draws in another grid. */
  within<T>({ region, size }: Omit<Grid, 'origin'>, draw: () => T): T {
    const before = { region: this.region, size: this.size };
    this.goTo(region, size);
    try {
      return draw();
    } finally {
      this.goTo(before.region, before.size);
    }
  }
  private goTo(region: Rectangle, size: Size): void {
    this.region = region;
    this.size = size;
    frame(this.camera, region);
  }

  /** Cleared as a whole: what lies beside the area is read as nothing. */
  private lend(area: Area, kind: { samples: number; hasDepth: boolean }): THREE.WebGLRenderTarget {
    const [width, height] = [room(area.width, Infinity), room(area.height, Infinity)];
    const target = this.targets.borrow(width, height, { ...kind, isSmooth: true });
    this.aim(target, { x: 0, y: 0, width, height });
    this.renderer.setClearColor(0x000000, 0);
    this.renderer.clear(true, false, false);
    return target;
  }
  private renderPiece(
    target: THREE.WebGLRenderTarget,
    scene: THREE.Scene,
    area: Area,
    usesDepth: boolean,
  ): void {
    const { region, size } = this;
    const [mx, my] = [region.width / size.width, region.height / size.height];
    frame(this.near, {
      x: region.x + area.x * mx,
      y: region.y + area.y * my,
      width: target.width * mx,
      height: target.height * my,
    });
    const part = { x: 0, y: 0, width: area.width, height: area.height };
    this.clear(target, 0, part);
    if (usesDepth) this.renderer.clear(false, true, false);
    this.renderer.render(scene, this.near);
    this.counter.pass(this.renderer.info.render.calls, part);
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
