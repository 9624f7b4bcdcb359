import type * as THREE from 'three';
import type { FacadeModel } from '../../../core/facade/model.ts';
import type { Gaze } from '../../../core/facade/viewpoint.ts';
import { nameOf } from '../../../core/ids.ts';
import type { Frame } from '../../../core/playback/frame.ts';
import { frameAt } from '../../../core/playback/frame-at.ts';
import { planForStill } from '../../../core/playback/still.ts';
import type { Problem } from '../../../core/result.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { publicPicture, type PublicPicture } from '../../output/public-picture.ts';
import type { Picture } from '../../output/picture.ts';
import type { LiveInputs } from '../../live/live-inputs.ts';
import { createPageInputs } from '../../live/page-inputs.ts';
import type { Link } from '../../link/link.ts';
import { isLoopback } from '../pairing/keys.ts';
import { layersOf } from '../../stage/frame-layers.ts';
import { createRenderer } from '../../stage/renderer.ts';
import { createStage, type Stage } from '../../stage/stage.ts';
import { createLiveAgain } from './picture/live-again.ts';
import { flatPicture, type FlatPicture } from './picture/flat-picture.ts';
import type { Ghost } from './picture/onion.ts';
import { OutputSide, type WantedOutput } from './picture/output-side.ts';
import { regionOf, type Sight } from './picture/sight.ts';

/**
 * The façade at a time of the designer's own, drawn with the stage that draws the wall: its elevation as far as the room
 * shows it, or the building with it from the public's place, and an output's picture beside it. Drawn only when it is
 * told of something new, one picture at a time: what came while it drew is drawn next, what was overtaken is not.
 */
export type Wanted = {
  show: CompiledShow;
  facade: FacadeModel;
  timeline: string;
  position: number;
  /** From where; null: the elevation. */
  gaze: Gaze | null;
  sight: Sight;
  /** Other times, seen through the elevation. */
  ghosts: readonly Ghost[];
  output: WantedOutput | null;
};
export interface FacadePreview {
  show(wanted: Wanted): void;
  dispose(): void;
}
type Ground = { facade: FacadeModel; key: string };
type Hooks = {
  report: (problem: Problem | null) => void;
  /** The canvas shows the elevation as this sight has it. */
  drawn: (sight: Sight) => void;
};
/** Device pixels a CSS pixel, at most: a fine screen would cost four times as much. */
const FINEST = 1.5;
/** Each step of a zoom bakes anew: 64 MB of what was seen last are enough to come back to. */
const MOST_BAKED = 8_000_000;
/** Pixels across that the public's picture is as fine as. */
const PUBLIC_WIDTH = 960;

/** Cameras are the show machine's: elsewhere a live input shows its stand-in. */
export const createFacadePreview = (
  canvas: HTMLCanvasElement,
  hooks: Hooks,
  link: Pick<Link, 'subscribe'>,
): FacadePreview =>
  new StagePreview(canvas, hooks, isLoopback(location.hostname) ? createPageInputs(link) : null);

/** By the show itself, not its revision: a drag under way is another show of the same one. */
const isSameMoment = (a: Wanted | null, b: Wanted): boolean =>
  a !== null && a.show === b.show && a.timeline === b.timeline && a.position === b.position;

class StagePreview implements FacadePreview {
  private readonly renderer: THREE.WebGLRenderer;
  private readonly side: OutputSide;
  private stage: Stage | null = null;
  private flat: FlatPicture | null = null;
  private people: PublicPicture | null = null;
  /** What the public's canvas holds. */
  private lit: Wanted | null = null;
  private ground: Ground | null = null;
  private next: Wanted | null = null;
  private isDrawing = false;
  private isOver = false;
  /** What the canvas shows, while a live input is in it. */
  private live: Wanted | null = null;
  private readonly again: () => void;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly hooks: Hooks,
    private readonly inputs: LiveInputs | null,
  ) {
    this.renderer = createRenderer(canvas, hooks.report);
    const isLive = (): boolean => this.live !== null && !this.isOver;
    this.again = createLiveAgain(inputs, isLive, () => {
      if (this.live && !this.isDrawing) this.show(this.live);
    });
    this.side = new OutputSide(this.renderer, (error) => this.failed(error));
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
        if (!this.isOver) this.hooks.report(null);
      } catch (error) {
        this.failed(error);
      }
    }
    this.isDrawing = false;
    if (this.live) this.again();
  }

  private failed(error: unknown): void {
    if (this.isOver) return;
    const message = error instanceof Error ? error.message : String(error);
    this.hooks.report({ code: 'picture-failed', message, path: '' });
  }

  private take(): Wanted | null {
    const { next } = this;
    this.next = null;
    return this.isOver ? null : next;
  }

  private async draw(wanted: Wanted): Promise<void> {
    const { show, timeline, position, gaze, output, sight } = wanted;
    const stage = this.stageFor(wanted);
    const frame = frameAt(show, planForStill(show, timeline, position), 0);
    this.live = layersOf(frame).some(({ type }) => type === 'live') ? wanted : null;
    await stage.prepare(frame);
    if (this.isOver) return;
    await this.side.draw(stage, frame, output, wanted);
    if (this.isOver) return;
    const picture = gaze
      ? this.drawPeople(stage, frame, wanted, gaze)
      : await this.drawFlat(stage, frame, wanted);
    if (!picture || this.isOver) return;
    this.renderer.setSize(picture.width, picture.height, false);
    picture.render(0);
    if (!gaze) this.hooks.drawn(sight);
    // For tests: what the canvas shows, once it does.
    const { dataset } = this.canvas;
    dataset['drawn'] = `${show.revision}@${position.toFixed(3)}`;
    dataset['region'] = Object.values(regionOf(sight))
      .map((each) => each.toFixed(2))
      .join(' ');
    dataset['ghosts'] = wanted.ghosts.map((ghost) => ghost.position.toFixed(2)).join(' ');
    dataset['from'] = gaze ? [...gaze.eye, gaze.lens].map((each) => each.toFixed(2)).join(' ') : '';
  }

  private async drawFlat(stage: Stage, frame: Frame, wanted: Wanted): Promise<Picture | null> {
    const { show, timeline, sight, ghosts } = wanted;
    const region = regionOf(sight);
    const size = deviceSize(sight);
    const flat = (this.flat ??= flatPicture(this.renderer, region, size));
    flat.look(region, size);
    stage.draw(frame, region, flat.target);
    for (const { position, tint } of ghosts) {
      const other = frameAt(show, planForStill(show, timeline, position), 0);
      await stage.prepare(other);
      if (this.isOver) return null;
      stage.draw(other, region, flat.ghost);
      flat.lay(tint);
    }
    return flat;
  }

  private drawPeople(stage: Stage, frame: Frame, wanted: Wanted, gaze: Gaze): Picture {
    const { facade, sight } = wanted;
    const size = deviceSize(sight);
    const height = (PUBLIC_WIDTH * size.height) / size.width;
    const people = (this.people ??= publicPicture(this.renderer, facade, gaze, {
      width: PUBLIC_WIDTH,
      height,
    }));
    people.look(gaze);
    people.resize(size);
    // To walk around a standing picture draws the building alone.
    if (this.live !== null || !isSameMoment(this.lit, wanted))
      stage.draw(frame, people.region, people.target);
    this.lit = wanted;
    return people;
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
      mostBaked: MOST_BAKED,
      report: this.hooks.report,
      inputs: this.inputs,
    });
    return this.stage;
  }

  private forget(): void {
    for (const owner of [this.stage, this.flat, this.people]) owner?.dispose();
    this.side.forget();
    this.stage = this.flat = this.people = this.lit = null;
  }

  dispose(): void {
    this.isOver = true;
    this.live = null;
    this.inputs?.dispose();
    this.forget();
    this.renderer.dispose();
  }
}

const deviceSize = ({ room }: Sight): { width: number; height: number } => {
  const ratio = Math.min(FINEST, window.devicePixelRatio || 1);
  return { width: Math.round(room.width * ratio), height: Math.round(room.height * ratio) };
};
