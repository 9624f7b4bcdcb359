import { facadeModel, type FacadeData } from '../../../../core/facade/select.ts';
import type { CompiledRig } from '../../../../core/rig/rig.document.ts';
import { reachOf } from './reach.ts';

/** Reach beside the page: a building of many projectors takes a second that no drag may wait for. */
export type ReachQuestion = {
  rig: CompiledRig;
  facade: FacadeData | null;
  canvas: { width: number; height: number };
};

addEventListener('message', ({ data: { rig, facade, canvas } }: MessageEvent<ReachQuestion>) =>
  postMessage(reachOf(rig, facade && facadeModel(facade), canvas)),
);
