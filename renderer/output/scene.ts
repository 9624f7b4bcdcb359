import type * as THREE from 'three';
import { nameOf } from '../../core/ids.ts';
import type { Problem } from '../../core/result.ts';
import type { LiveInputs } from '../live/live-inputs.ts';
import { createStage, type Stage } from '../stage/stage.ts';
import type { Documents } from './documents.ts';
import type { View } from './view.ts';

/**
 * The stage and the view over it, made anew as rarely as may be: the stage when the show's ground is another one, the
 * view when the window or an output's raster is; a rig that moves is followed by both as they are.
 */
export interface Scene {
  stage(): Stage | null;
  view(): View | null;
  /** How often each was made, and the rig followed. For tests. */
  readonly made: { stage: number; view: number; rig: number };
  stale(what: 'stage' | 'view' | 'rig'): void;
  /** Does what is stale. Throws what the building throws, once; what stood before then stays. */
  refresh(): void;
}
type Options = {
  renderer: THREE.WebGLRenderer;
  /** Empties the window. */
  blank(): void;
  documents: Documents;
  /** null: there is nothing to show (yet). */
  makeView(renderer: THREE.WebGLRenderer, documents: Documents): View | null;
  report(problem: Problem): void;
  inputs: LiveInputs;
};

export const createScene = ({ renderer, blank, documents, makeView, report, inputs }: Options): Scene => {
  const made = { stage: 0, view: 0, rig: 0 };
  const isStale = { stage: true, view: true, rig: false };
  let stage: Stage | null = null;
  let view: View | null = null;

  const buildStage = (): void => {
    const { show, facade } = documents;
    if (!show || !facade) return;
    isStale.stage = false;
    const { canvas, seed, language } = show.show;
    const mediaUrl = (id: string): string => `/media/${nameOf(id)}`;
    const mode = 'live';
    const next = createStage({ renderer, facade, canvas, seed, language, mediaUrl, mode, report, inputs });
    stage?.dispose();
    stage = next;
    made.stage += 1;
  };
  const buildView = (): void => {
    isStale.view = isStale.rig = false;
    const next = makeView(renderer, documents);
    view?.dispose();
    view = next;
    made.view += 1;
    if (next) renderer.setSize(next.width, next.height, false);
    else blank();
  };
  const follow = (): void => {
    isStale.rig = false;
    made.rig += 1;
    if (!view?.follow(documents)) buildView();
  };
  return {
    stage: () => stage,
    view: () => view,
    made,
    stale(what) {
      isStale[what] = true;
      // The view draws patterns of the façade and on the canvas that the stage is built from.
      if (what === 'stage') isStale.view = true;
    },
    refresh() {
      if (!documents.show || !documents.facade) return;
      if (isStale.stage) buildStage();
      if (isStale.view) buildView();
      else if (isStale.rig) follow();
    },
  };
};
