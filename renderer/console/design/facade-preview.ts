import * as THREE from 'three';
import type { FacadeModel } from '../../../core/facade/model.ts';
import { nameOf } from '../../../core/ids.ts';
import { frameAt } from '../../../core/playback/frame-at.ts';
import { planForStill } from '../../../core/playback/still.ts';
import type { Problem } from '../../../core/result.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { EncodePass } from '../../stage/encode.pass.ts';
import { createRenderer } from '../../stage/renderer.ts';
import { createStage, type Stage } from '../../stage/stage.ts';

/**
 * The façade's elevation at a time of the designer's own, drawn with the stage that draws the wall. Drawn only when it is
 * told of something new, one picture at a time: what came while it drew is drawn next, what was overtaken is not.
 */
export type Wanted = { show: CompiledShow; facade: FacadeModel; timeline: string; position: number };
export interface FacadePreview {
  show(wanted: Wanted): void;
  dispose(): void;
}
type Ground = { facade: FacadeModel; key: string };
const WIDTH = 640;

export const createFacadePreview = (
  canvas: HTMLCanvasElement,
  report: (problem: Problem | null) => void,
): FacadePreview => new StagePreview(canvas, report);

class StagePreview implements FacadePreview {
  private readonly renderer: THREE.WebGLRenderer;
  private readonly encode = new EncodePass();
  private stage: Stage | null = null;
  private target: THREE.WebGLRenderTarget | null = null;
  private ground: Ground | null = null;
  private next: Wanted | null = null;
  private isDrawing = false;
  private isOver = false;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly report: (problem: Problem | null) => void,
  ) {
    this.renderer = createRenderer(canvas, report);
  }

  show(wanted: Wanted): void {
    this.next = wanted;
    if (!this.isDrawing) void this.drawAll();
  }

  private async drawAll(): Promise<void> {
    this.isDrawing = true;
    for (let wanted = this.take(); wanted; wanted = this.take()) {
      try {
        await this.draw(wanted);
        this.report(null);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        this.report({ code: 'picture-failed', message, path: '' });
      }
    }
    this.isDrawing = false;
  }

  private take(): Wanted | null {
    const { next } = this;
    this.next = null;
    return this.isOver ? null : next;
  }

  private async draw(wanted: Wanted): Promise<void> {
    const { show, timeline, position } = wanted;
    const stage = this.stageFor(wanted);
    const frame = frameAt(show, planForStill(show, timeline, position), 0);
    await stage.prepare(frame);
    if (this.isOver || !this.target) return;
    stage.draw(
      frame,
      { x: 0, y: 0, width: show.show.canvas.width, height: show.show.canvas.height },
      this.target,
    );
    this.encode.render(this.renderer, this.target.texture, null);
    // For tests: which time the canvas shows, once it does.
    this.canvas.dataset['drawn'] = `${show.revision}@${position.toFixed(3)}`;
  }

  /** A stage knows its façade, canvas, seed and language: another of these is another stage. */
  private stageFor({ show, facade }: Wanted): Stage {
    const { canvas, seed, language } = show.show;
    const key = JSON.stringify([canvas, seed, language]);
    if (this.stage && this.ground?.facade === facade && this.ground.key === key) return this.stage;
    this.stage?.dispose();
    this.target?.dispose();
    const height = Math.max(1, Math.round((WIDTH * canvas.height) / canvas.width));
    this.renderer.setSize(WIDTH, height, false);
    this.target = new THREE.WebGLRenderTarget(WIDTH, height, {
      type: THREE.HalfFloatType,
      colorSpace: THREE.LinearSRGBColorSpace,
      depthBuffer: false,
    });
    this.ground = { facade, key };
    this.stage = createStage({
      renderer: this.renderer,
      facade,
      canvas,
      seed,
      language,
      mediaUrl: (id) => `/media/${nameOf(id)}`,
      mode: 'exact',
      report: this.report,
    });
    return this.stage;
  }

  dispose(): void {
    this.isOver = true;
    this.stage?.dispose();
    this.target?.dispose();
    this.encode.dispose();
    this.renderer.dispose();
  }
}
