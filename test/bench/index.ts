import { measureFrameAt } from './frame-at.ts';
import { measureLateness } from './lateness.ts';
import type { Measurement } from './measure.ts';
import { measureOsc } from './osc.ts';
import { measureOutputs } from './outputs.ts';
import { measureCorrection, measureFirstPicture, measureOscToPicture } from './pages.ts';
import { measurePeers } from './peers.ts';
import { measureRig } from './rig.ts';
import { measureShow } from './show.ts';
import { measureSync } from './sync.ts';

export { isOver, isSlower, mark, middles, slack, withRatios, wordsOf } from './compare.ts';
export { pageOf, plotsOf } from './page.ts';

/** What `npx frise bench` measures, by the word that `--only` takes. */
export const groups: Record<string, (root: string) => Promise<Measurement[]> | Measurement[]> = {
  correction: measureCorrection,
  frame: measureFrameAt,
  osc: measureOsc,
  latency: measureOscToPicture,
  picture: measureFirstPicture,
  rig: measureRig,
  peers: measurePeers,
  show: measureShow,
  outputs: measureOutputs,
  lateness: measureLateness,
  sync: measureSync,
};
