import { useMemo, useState } from 'react';
import type { ClipEdits } from './use-clip-edits.ts';

/**
 * Tracks: what is done to the document, and what is this page's alone. Solo is the page's: it dims the others in the
 * preview, and nobody's outputs change because somebody looked at one track.
 */
export type TrackEdits = Pick<
  ClipEdits,
  'addTrack' | 'removeTrack' | 'renameTrack' | 'colourTrack' | 'lockTrack' | 'muteTrack' | 'moveTrack'
> & {
  chooseTrack(id: string): void;
  soloTrack(id: string): void;
};
const NONE: ReadonlySet<string> = new Set();

type Choose = (next: (now: string | null) => string | null) => void;

export const useTrackEdits = (clips: ClipEdits, onTrack: Choose) => {
  const [solo, setSolo] = useState(NONE);
  const { addTrack, removeTrack, renameTrack, colourTrack, lockTrack, muteTrack, moveTrack } = clips;
  const edits: TrackEdits = useMemo(
    () => ({
      addTrack,
      removeTrack,
      renameTrack,
      colourTrack,
      lockTrack,
      muteTrack,
      moveTrack,
      chooseTrack: (id) => onTrack((now) => (now === id ? null : id)),
      soloTrack: (id) =>
        setSolo((now) => {
          const next = new Set(now);
          if (!next.delete(id)) next.add(id);
          return next;
        }),
    }),
    [addTrack, removeTrack, renameTrack, colourTrack, lockTrack, muteTrack, moveTrack, onTrack],
  );
  return { edits, solo };
};
