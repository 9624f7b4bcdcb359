import type * as THREE from 'three';
import type { FacadeModel } from '../../core/facade/model.ts';
import type { LiveInputs } from '../live/live-inputs.ts';
import type { Bake } from './bakes.ts';
import type { Rectangle } from './composite.pass.ts';

/**
 * The drawing half of a layer type: `renderer/stage/layers/<type>.ts` exports `create: LayerFactory`. The layer draws in
 * canvas metres (x right, y up) into an orthographic scene; the stage owns camera, target, region, opacity and blend.
 */
export type LayerTimes = {
  /** Seconds from the clip's start on the timeline. */
  position: number;
  /** Seconds on the show clock since the playback's entry. */
  free: number;
  /** Clip length, seconds. */
  duration: number;
};
export type LayerContext = {
  renderer: THREE.WebGLRenderer;
  facade: FacadeModel;
  canvas: { width: number; height: number };
  language: 'fr' | 'en';
  /** URL from which `media:name` is read. */
  mediaUrl(id: string): string;
  /** exact: `prepare` is awaited before each frame; live: the newest decoded frame is drawn. */
  mode: 'live' | 'exact';
  /** Cameras and the like; null: what is drawn must be reproducible, and a live layer shows its stand-in. */
  inputs: Pick<LiveInputs, 'want'> | null;
  seed: number;
  /** Pixels per metre of the present target: text and hairlines choose their resolution by it. */
  density: number;
  /** A texture of what never moves, for the region and size being drawn; only within `update`. */
  bake(fragment: string): Bake;
  /** A path that begins with a dot lies within the clip: ".parameters.code". */
  report(problem: { code: string; message: string; path: string }): void;
};
/** `P`: the parameters that the type’s schema gives; the stage parses them before it calls. */
export interface StageLayer<P = never> {
  /** Root of what is drawn, in canvas metres. Materials write premultiplied linear light. */
  readonly object: THREE.Object3D;
  /**
   * Set when the picture is one coat: `paint` writes each pixel at most once, `light` only adds. The stage may then set
   * `uLevel` (and, for paint, the blending) of these materials in place of a pass of its own.
   * `coats`: several lie on one another (as without `direct`); the materials are named so that their level is reset.
   * `apart`: the layer's parts mix among themselves in a way of their own, so it always gets a pass.
   */
  readonly direct?: {
    readonly kind: 'paint' | 'light' | 'coats' | 'apart';
    readonly materials: readonly THREE.ShaderMaterial[];
  };
  /** Edges need no multisampling: the shader smooths them, or the picture has none. Absent: plain triangles. */
  readonly isSmooth?: boolean;
  /** Its update sets something going, a film: it is not updated before its time. */
  readonly isPlaying?: boolean;
  /** Finds what is uppermost with the depth buffer, which the stage clears for it. */
  readonly usesDepth?: boolean;
  /** Canvas metres outside which the last update's picture is empty: a pass is confined to them. Absent: anywhere. */
  extent?(): Rectangle;
  /** While it is drawn, too, `prepare` is called for times ahead: it must not disturb what is drawn. */
  readonly looksAhead?: boolean;
  /** Loads and decodes what `update` at these times will need. */
  prepare(times: LayerTimes, parameters: P): Promise<void>;
  /** Names the shaders that the last `prepare` will need, where they change with the parameters. */
  shaders?(): string;
  /** Synchronous, never waits, a pure function of its arguments. */
  update(times: LayerTimes, parameters: P): void;
  dispose(): void;
}
export type LayerFactory<P = never> = (context: LayerContext) => StageLayer<P>;
