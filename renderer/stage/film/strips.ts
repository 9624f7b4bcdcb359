import type { Input, InputVideoTrack } from 'mediabunny';
import { STRIPS_MARK } from '../../../core/media/strips.ts';

/** The tracks that make one picture, from left to right: the strips of a film that is cut, else the film's own track. */
export const picturesOf = async (input: Input): Promise<InputVideoTrack[]> => {
  const primary = await input.getPrimaryVideoTrack();
  if (primary === null) return [];
  const { comment } = await input.getMetadataTags();
  return comment === STRIPS_MARK ? input.getVideoTracks() : [primary];
};
