import type { Frame, FrameLayer } from '../../core/playback/frame.ts';
import type { Problem } from '../../core/result.ts';
import type { Effects } from './effects/chain.ts';
import type { StageEffect } from './effects/effect.ts';
import { effectTypesOf, layersOf } from './frame-layers.ts';
import type { LayerPool } from './layer-pool.ts';
import type { ShaderCheck } from './shader-check.ts';

/**
 * What frames ahead need, made in pieces in the time that frames leave over: a layer's object, its forms and words, its
 * shaders, a first drawing that nobody sees (which brings vertices and textures to the card), the mask of its region.
 * Whatever is not ready when its frame comes is made in that frame, so the picture is the same either way.
 */
/** Layers of stings and the like, which stand by until they are fired: more of them are made when they are. */
const MOST_STANDING = 160;
type Parts = {
  pool: LayerPool;
  shaders: ShaderCheck;
  effects: Effects;
  /** Draws the mask of a layer's region; nothing where it has none. */
  mask(layer: FrameLayer): void;
  report(problem: Problem): void;
};

/** `under`: keys of the layers whose pieces are in it. */
type Queue = { pieces: (() => void)[]; under: Set<string> };
const emptyQueue = (): Queue => ({ pieces: [], under: new Set() });

export class Readying {
  private readonly soon = emptyQueue();
  /** What stands by: it comes in its own time, and is made sooner where its moment becomes known. */
  private readonly standing = emptyQueue();
  private compiling = 0;
  constructor(private readonly parts: Parts) {}

  /** `isStanding`: nobody knows when. @returns whether all of it is ready */
  expect(frame: Frame, isStanding: boolean): boolean {
    let isAllReady = true;
    const { pool, effects, shaders } = this.parts;
    const queue = isStanding ? this.standing : this.soon;
    // One piece a look: nobody waits for it, and a GO must find the card free.
    if (isStanding && this.soon.pieces.length === 0)
      this.soon.pieces.push(...this.standing.pieces.splice(0, 1));
    for (const type of effectTypesOf(frame)) {
      const effect = effects.effectOf(type);
      if (!effect || shaders.isWarm(effect)) continue;
      isAllReady = false;
      queue.pieces.push(() => this.build(effect, queue));
    }
    for (const layer of layersOf(frame)) {
      const isReady = pool.isReady(layer, isStanding);
      isAllReady &&= isReady;
      if (queue.under.has(layer.key)) continue;
      // What has no moment yet has no times ahead.
      if (isReady && (isStanding || !pool.looksAhead(layer))) continue;
      if (isStanding && !isReady && pool.standing >= MOST_STANDING) continue;
      queue.under.add(layer.key);
      if (isReady) queue.pieces.push(() => this.prepare(layer, queue));
      else queue.pieces.push(() => this.make(layer, isStanding, queue));
    }
    return isAllReady;
  }

  /** Does a piece, and more as long as there is time. @returns whether there is more to do */
  work(isTime: () => boolean): boolean {
    const { pieces } = this.soon;
    do pieces.shift()?.();
    while (pieces.length > 0 && isTime());
    return pieces.length > 0;
  }

  private build(effect: StageEffect, { pieces }: Queue): void {
    const { shaders } = this.parts;
    const draw = (): void => {
      for (const { screen } of effect.passes) pieces.push(() => shaders.draw(screen.scene));
    };
    this.wait(shaders.buildPasses(effect).then(draw));
  }

  private make(layer: FrameLayer, isStanding: boolean, queue: Queue): void {
    const { pool } = this.parts;
    pool.make(layer, isStanding);
    // A film takes a decoder, a live input its camera: not for what may never be fired.
    if (isStanding && pool.isPlaying(layer)) return void queue.under.delete(layer.key);
    queue.pieces.push(() => this.prepare(layer, queue));
  }

  private prepare(layer: FrameLayer, queue: Queue): void {
    const { pool } = this.parts;
    this.wait(
      pool.prepare(layer).then(() => {
        queue.under.delete(layer.key);
        if (pool.isRehearsed(layer)) return;
        queue.under.add(layer.key);
        queue.pieces.push(() => this.rehearse(layer, queue));
      }),
    );
  }

  private rehearse(layer: FrameLayer, { pieces, under }: Queue): void {
    const { pool, shaders, mask } = this.parts;
    pool.rehearse(layer, (instance) => pieces.push(() => shaders.draw(instance.holder)));
    if (layer.region) pieces.push(() => mask(layer));
    under.delete(layer.key);
  }

  /** Shaders are asked how they fared when none is being built: no answer then waits for the compiler. */
  private wait(built: Promise<unknown>): void {
    this.compiling += 1;
    const ended = (): void => {
      this.compiling -= 1;
      if (this.compiling === 0) this.parts.shaders.ask();
    };
    built.then(ended, (error: unknown) => {
      ended();
      const message = `${error instanceof Error ? error.message : String(error)}. It is built when it is drawn.`;
      this.parts.report({ code: 'shader-failed', message, path: '' });
    });
  }
}
