import type * as THREE from 'three';
import type { LineUp } from '../../core/control/line-up.ts';
import type { Rectangle } from '../stage/composite.pass.ts';
import type { Documents } from './documents.ts';
import type { Area } from './layout.ts';

/**
 * What a window shows: one output, or the clean feed. Several outputs in one window are a view of views, each drawn
 * into its own viewport and scissor of the window.
 */
export interface View {
  /** Window pixels. */
  readonly width: number;
  readonly height: number;
  /** The light map in use, null before the first; left out where there is none, or several. */
  readonly light?: 'coarse' | 'full' | null;
  /** Into the renderer's present viewport of the window. */
  draw(moment: Moment): void;
  /** The rig is another one, or something of it is dragged. false: the view can't take that and must be made anew. */
  follow(documents: Documents): boolean;
  /** The outputs of a window that several share; left out where the window is one picture. */
  parts?(): readonly Part[];
  dispose(): void;
}
export type Part = {
  output: string;
  /** Window pixels, y down; null: it is not seen now. */
  area: Area | null;
  /** The show clock that it shows, seconds; null: nothing yet. */
  at: number | null;
};
/** One tick of the page. */
export type Moment = {
  /** Show clock on the refresh grid, seconds. */
  clock: number;
  /** floor(show clock × refresh): moves the dither. */
  frame: number;
  lineUp: LineUp;
  /** The name of the display that shows an output, where the shell told it. */
  displayOf(output: string): string | null;
  /** Draws the show as it is `ahead` seconds later, or as it was frozen; `region`: canvas metres that fill `target`. */
  show(ahead: number, region: Rectangle, target: THREE.WebGLRenderTarget): void;
};
