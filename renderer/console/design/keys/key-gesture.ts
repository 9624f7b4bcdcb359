import { keysEased, keysRaised } from '../../../../core/show/keys-edit/change-keys.ts';
import { keyableIn } from '../../../../core/show/keys-edit/keyable.ts';
import { spanOf, type Keyed } from '../../../../core/show/keys-edit/lanes.ts';
import { keysMoved, keysStretched } from '../../../../core/show/keys-edit/retime.ts';
import type { Ease } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { snapField, snapped } from '../../../../core/show/timeline-edit/snap.ts';
import type { Around } from '../gesture.ts';

/**
 * A drag of keys, purely: what is held, how far the hand is, and the lanes that this gives. The picture and the edit come
 * of the same call, so keys land where they were seen.
 */
export type KeyHeld =
  /** `at`: the key under the hand, seconds from the clip's start. */
  | { kind: 'move'; at: number }
  /** The edge under the hand, and the other one, about which everything stretches. */
  | { kind: 'stretch'; at: number; pivot: number }
  | { kind: 'ease'; param: string; place: number };
export type KeyReach = {
  seconds: number;
  /** Of the parameter, upwards; 0 where there is no value axis. */
  value: number;
  /** Of the segment that is held by a handle. */
  ease: Ease | null;
  /** Seconds; 0: snapping is off. */
  tolerance: number;
};
export type KeysShown = { keyed: Keyed; snappedAt: number | null };

const NOBODY: ReadonlySet<string> = new Set();
/** Seconds that the hand means, and the time of the timeline that a key clings to. */
const meant = (
  clip: BoardClip,
  edges: readonly number[],
  { board, cues, playhead }: Around,
  { seconds, tolerance }: KeyReach,
): { seconds: number; at: number | null } => {
  if (tolerance <= 0) return { seconds, at: null };
  const places = edges.map((edge) => clip.start + edge + seconds);
  const found = snapped(places, snapField(board, cues, playhead, NOBODY), tolerance);
  return found ? { seconds: seconds + found.by, at: found.target.at } : { seconds, at: null };
};

export const keysShown = (
  clip: BoardClip,
  keyed: Keyed,
  held: KeyHeld,
  around: Around,
  reach: KeyReach,
): KeysShown => {
  switch (held.kind) {
    case 'move': {
      const span = spanOf(keyed);
      const edges = span ? [held.at, span.from, span.to] : [held.at];
      const { seconds, at } = meant(clip, edges, around, reach);
      const raised =
        reach.value === 0 ? keyed : keysRaised(keyed, reach.value, (param) => keyableIn(clip, param));
      return { keyed: keysMoved(raised, seconds), snappedAt: at };
    }
    case 'stretch': {
      const { seconds, at } = meant(clip, [held.at], around, reach);
      const factor = (held.at + seconds - held.pivot) / (held.at - held.pivot);
      return { keyed: keysStretched(keyed, held.pivot, factor), snappedAt: at };
    }
    case 'ease': {
      if (reach.ease === null) return { keyed, snappedAt: null };
      const one = { lanes: keyed.lanes, picks: new Map([[held.param, new Set([held.place])]]) };
      return { keyed: { lanes: keysEased(one, reach.ease).lanes, picks: keyed.picks }, snappedAt: null };
    }
  }
};
