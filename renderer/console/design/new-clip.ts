import { fail, type Result } from '../../../core/result.ts';
import type { DocumentEdit } from '../../../core/show/document.ts';
import { recordsOfKind } from '../../../core/show/records.ts';
import { showSchema, type ShowDocument } from '../../../core/show/show.schema.ts';
import type { Board } from '../../../core/show/timeline-edit/board.ts';
import {
  addClip,
  clipOfLayer,
  clipOfMedium,
  mediaOf,
  type Place,
} from '../../../core/show/timeline-edit/create.ts';
import { palette } from '../../../core/show/timeline-edit/palette.ts';
import type { Dropped } from './drop.ts';

/** A layer of the palette or a medium as a clip at its place. Codes as `addClip`, and `record-missing`. */
type Around = { document: ShowDocument; board: Board };
type Made = DocumentEdit & { made: string[] };

export const newClipOf = ({ document, board }: Around, what: Dropped, place: Place): Result<Made> => {
  const show = recordsOfKind(document.records, 'show', showSchema)[0];
  if (!show) return fail('record-missing', 'There is no show record.');
  if (what.kind === 'medium') {
    const medium = mediaOf(document).find(({ id }) => id === what.id);
    if (!medium) return fail('record-missing', 'There is no such medium any more.', what.id);
    return addClip(document, board, clipOfMedium(medium, show), place);
  }
  const layer = palette.find(({ type }) => type === what.id);
  if (!layer) return fail('record-missing', 'There is no such layer.', what.id);
  const clip = clipOfLayer(document, show, layer, board.timeline.id);
  return clip.ok ? addClip(document, board, clip.value, place) : clip;
};
