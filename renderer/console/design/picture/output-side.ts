import * as THREE from 'three';
import type { FacadeModel } from '../../../../core/facade/model.ts';
import type { Frame } from '../../../../core/playback/frame.ts';
import type { CompiledRig } from '../../../../core/rig/rig.document.ts';
import type { CompiledShow } from '../../../../core/show/compiled.ts';
import { outputPicture, type OutputPicture } from '../../../output/picture.ts';
import type { Stage } from '../../../stage/stage.ts';

/**
 * One output's picture beside the elevation, of the same frame: warp, masks, blend and all, drawn by what draws the
 * projector's own, and read back into a canvas of its own, since a page's stage has one window.
 */
export type WantedOutput = {
  rig: CompiledRig;
  key: string;
  /** Its rows run upwards: the page turns it over. */
  canvas: HTMLCanvasElement;
  /** CSS pixels that it may take. */
  room: { width: number; height: number };
};
type Ground = { show: CompiledShow; facade: FacadeModel };
type Made = {
  picture: OutputPicture;
  target: THREE.WebGLRenderTarget;
  rig: CompiledRig;
  ground: string;
};

export class OutputSide {
  private made: Made | null = null;
  private handle = 0;

  constructor(
    private readonly renderer: THREE.WebGLRenderer,
    private readonly failed: (error: unknown) => void,
  ) {}

  async draw(stage: Stage, frame: Frame, wanted: WantedOutput | null, ground: Ground): Promise<void> {
    if (!wanted) return this.forget();
    const made = this.madeFor(wanted, ground);
    if (!made) return;
    stage.draw(frame, made.picture.region, made.picture.target);
    await this.copy(made, wanted);
  }

  /** The light comes from a worker and is taken over a few frames: until then the picture is copied again and again. */
  private async copy(made: Made, wanted: WantedOutput): Promise<void> {
    cancelAnimationFrame(this.handle);
    const { picture, target } = made;
    const { width, height } = target;
    picture.render(0, target);
    const isLit = picture.light === 'full';
    const pixels = new Uint8ClampedArray(width * height * 4);
    await this.renderer.readRenderTargetPixelsAsync(target, 0, 0, width, height, pixels);
    if (this.made !== made) return;
    const { canvas } = wanted;
    // Without light it is black: what stood there before stays until then.
    if (picture.light !== null) show(canvas, pixels, target);
    canvas.dataset['output'] = wanted.key;
    canvas.dataset['light'] = picture.light ?? '';
    if (isLit) return;
    this.handle = requestAnimationFrame(() => {
      this.copy(made, wanted).catch(this.failed);
    });
  }

  /** null: the rig has no such output. */
  private madeFor({ rig, key, room }: WantedOutput, { show, facade }: Ground): Made | null {
    const { canvas } = show.show;
    const ground = [key, Math.round(room.width), Math.round(room.height), canvas.width, canvas.height].join(
      ' ',
    );
    if (this.made?.ground === ground) {
      if (this.made.rig === rig) return this.made;
      if (this.made.picture.setRig(rig, facade, false)) return (this.made = { ...this.made, rig });
    }
    this.forget();
    const picture = outputPicture(this.renderer, rig, facade, key, canvas, room, 'live');
    if (!picture) return null;
    const target = new THREE.WebGLRenderTarget(picture.width, picture.height, { depthBuffer: true });
    return (this.made = { picture, target, rig, ground });
  }

  forget(): void {
    cancelAnimationFrame(this.handle);
    this.made?.picture.dispose();
    this.made?.target.dispose();
    this.made = null;
  }
}

const show = (
  canvas: HTMLCanvasElement,
  pixels: Uint8ClampedArray<ArrayBuffer>,
  { width, height }: { width: number; height: number },
): void => {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
};
