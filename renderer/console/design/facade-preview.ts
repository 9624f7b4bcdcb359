import type * as THREE from 'three';
import type { FacadeModel } from '../../../core/facade/model.ts';
import type { Gaze } from '../../../core/facade/viewpoint.ts';
import { nameOf } from '../../../core/ids.ts';
import { frameAt } from '../../../core/playback/frame-at.ts';
import { planForStill } from '../../../core/playback/still.ts';
import type { Problem } from '../../../core/result.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { canvasPicture, type Picture } from '../../output/picture.ts';
import { publicPicture, type PublicPicture } from '../../output/public-picture.ts';
import { createRenderer } from '../../stage/renderer.ts';
import { createStage, type Stage } from '../../stage/stage.ts';

/**
 * The façade at a time of the designer's own, drawn with the stage that draws the wall: its elevation, or the building
 * with it from the public's place. Drawn only when it is
 * told of something new, one picture at a time: what came while it drew is drawn next, what was overtaken is not.
 */
export type Wanted = {
  show: CompiledShow;
  facade: FacadeModel;
  timeline: string;
  position: number;
  /** From where; null: the elevation. */
  gaze: Gaze | null;
};
export interface FacadePreview {
  show(wanted: Wanted): void;
  dispose(): void;
}
type Ground = { facade: FacadeModel; key: string };
/** Pixels. */
const WIDTH = 640;
const PUBLIC = { width: 640, height: 360 };

export const createFacadePreview = (
  canvas: HTMLCanvasElement,
  report: (problem: Problem | null) => void,
): FacadePreview => new StagePreview(canvas, report);

/** By the show itself, not its revision: a drag under way is another show of the same one. */
const isSameMoment = (a: Wanted | null, b: Wanted): boolean =>
  a !== null && a.show === b.show && a.timeline === b.timeline && a.position === b.position;

class StagePreview implements FacadePreview {
  private readonly renderer: THREE.WebGLRenderer;
  private stage: Stage | null = null;
  private flat: Picture | null = null;
  private people: PublicPicture | null = null;
  /** What the pictures' canvases hold. */
  private drawn: Record<'flat' | 'people', Wanted | null> = { flat: null, people: null };
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
    const { show, timeline, position, gaze } = wanted;
    const stage = this.stageFor(wanted);
    const picture = gaze ? this.peopleFor(wanted.facade, gaze) : this.flatFor(show);
    const what = gaze ? 'people' : 'flat';
    // To walk around a standing picture draws the building alone.
    if (!isSameMoment(this.drawn[what], wanted)) {
      const frame = frameAt(show, planForStill(show, timeline, position), 0);
      await stage.prepare(frame);
      if (this.isOver) return;
      stage.draw(frame, picture.region, picture.target);
      this.drawn[what] = wanted;
    }
    const size = { width: this.canvas.width, height: this.canvas.height };
    if (size.width !== picture.width || size.height !== picture.height)
      this.renderer.setSize(picture.width, picture.height, false);
    picture.render(0);
    // For tests: what the canvas shows, once it does.
    this.canvas.dataset['drawn'] = `${show.revision}@${position.toFixed(3)}`;
    this.canvas.dataset['from'] = gaze
      ? [...gaze.eye, gaze.lens].map((each) => each.toFixed(2)).join(' ')
      : '';
  }

  private flatFor({ show: { canvas } }: CompiledShow): Picture {
    const height = (WIDTH * canvas.height) / canvas.width;
    return (this.flat ??= canvasPicture(this.renderer, canvas, { width: WIDTH, height }));
  }

  private peopleFor(facade: FacadeModel, gaze: Gaze): PublicPicture {
    this.people ??= publicPicture(this.renderer, facade, gaze, PUBLIC);
    this.people.look(gaze);
    return this.people;
  }

  /** A stage knows its façade, canvas, seed and language: another of these is another stage. */
  private stageFor({ show, facade }: Wanted): Stage {
    const { canvas, seed, language } = show.show;
    const key = JSON.stringify([canvas, seed, language]);
    if (this.stage && this.ground?.facade === facade && this.ground.key === key) return this.stage;
    this.forget();
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

  private forget(): void {
    for (const owner of [this.stage, this.flat, this.people]) owner?.dispose();
    this.stage = this.flat = this.people = null;
    this.drawn = { flat: null, people: null };
  }

  dispose(): void {
    this.isOver = true;
    this.forget();
    this.renderer.dispose();
  }
}
