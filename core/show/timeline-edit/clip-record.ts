import { layerTypes } from '../../layers/registry.ts';
import type { Problem } from '../../result.ts';
import { clipProblems } from '../check-clips.ts';
import { viewOf } from '../check-context.ts';
import type { DocumentEdit } from '../document.ts';
import { applyEdit } from '../edit.ts';
import type { ShowDocument } from '../show.schema.ts';
import { clipsEdit, type BoardClip } from './board.ts';

/** A clip's record put as a form has it: its track is sorted again, and what is wrong is known before it is sent. */
export const putClip = (
  document: ShowDocument,
  { id, track }: BoardClip,
  fields: Record<string, unknown>,
): DocumentEdit => clipsEdit(document, 'change clip', [{ id, track, fields }]);

/** What the host would have against this clip, at its fields; an overlap also where it is a neighbour's to say. */
export const clipFaults = (
  document: ShowDocument,
  clip: BoardClip,
  fields: Record<string, unknown>,
): Problem[] => {
  const edited = applyEdit(document, putClip(document, clip, fields));
  if (!edited.ok) return [edited];
  const found = clipProblems(viewOf(edited.value.document, { layerTypes, facade: null }));
  const old = new Set(clipProblems(viewOf(document, { layerTypes, facade: null })).map(keyOf));
  return found
    .filter((problem) => !old.has(keyOf(problem)))
    .map((problem) =>
      problem.code === 'clip-overlap' ? { ...problem, path: `${clip.id}.duration` } : problem,
    );
};
const keyOf = ({ code, path }: Problem): string => `${code} ${path}`;
