import { endOf, type Board } from './board.ts';
import { isLocked } from './locked.ts';

/** Seconds, and tracks by their number from the bottom; either way round. */
export type Marquee = { from: number; to: number; low: number; high: number };

/** Clips that a rectangle touches; those of locked tracks are left where they are. */
export const clipsIn = (board: Board, { from, to, low, high }: Marquee): Set<string> => {
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  const rows = board.tracks.slice(Math.max(0, Math.min(low, high)), Math.max(low, high) + 1);
  return new Set(
    rows
      .filter((track) => !isLocked(track))
      .flatMap(({ clips }) =>
        clips.filter((clip) => clip.start < end && endOf(clip) > start).map(({ id }) => id),
      ),
  );
};
/** Everything that may be edited. */
export const allClips = ({ tracks }: Board): Set<string> =>
  new Set(tracks.filter((track) => !isLocked(track)).flatMap(({ clips }) => clips.map(({ id }) => id)));
