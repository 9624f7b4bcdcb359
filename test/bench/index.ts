import { measureFrameAt } from './frame-at.ts';
import type { Measurement } from './measure.ts';
import { measureOsc } from './osc.ts';
import { measureCorrection, measureFirstPicture, measureOscToPicture } from './pages.ts';
import { measurePeers } from './peers.ts';
import { measureRig } from './rig.ts';

export { isOver, middles, slack, withRatios, wordsOf } from './compare.ts';

/** What `npx frise bench` measures, by the word that `--only` takes. */
export const groups: Record<string, (root: string) => Promise<Measurement[]> | Measurement[]> = {
  correction: measureCorrection,
  frame: measureFrameAt,
  osc: measureOsc,
  latency: measureOscToPicture,
  picture: measureFirstPicture,
  rig: measureRig,
  peers: measurePeers,
};
