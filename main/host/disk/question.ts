import path from 'node:path';
import type { DiskConflict, DiskFile } from '../../../core/control/disk.topics.ts';
import type { Problem, Result } from '../../../core/result.ts';
import { ok } from '../../../core/result.ts';
import type { DocumentEdit, FriseDocument } from '../../../core/show/document.ts';
import { applyEdit } from '../../../core/show/edit.ts';
import { draftChanges, nameOfRecord } from '../../../core/show/draft/changes.ts';
import { fieldAsText, fileConflicts, fileEdit, type Sides } from '../../../core/show/draft/file-merge.ts';
import type { DraftConflict } from '../../../core/show/draft/rebase.ts';
import { sha256 } from '../store/files.ts';
import type { DiskSide } from '../store/disk-side.ts';

/** What a file that somebody else has written would change, in the words of the topic. */
export const versionOf = (text: string): string => sha256(text).slice(0, 16);
export const labelOf = ({ file }: Pick<DiskSide, 'file'>): string =>
  `changed on disk: ${path.basename(file)}`;
const MOST_TOLD = 50;

export type Wanted = {
  edit: DocumentEdit;
  conflicts: DiskConflict[];
  count: number;
  changes: DiskFile['changes'];
};

/** Of what both changed ours stays, but where `takes` says theirs. */
export const wantedOf = (
  sides: Sides,
  takes: (conflict: DraftConflict) => boolean,
  label: string,
): Result<Wanted> => {
  const edit = fileEdit(sides, takes, label);
  if (!edit.ok) return edit;
  const after = applyEdit(sides.ours, edit.value);
  if (!after.ok) return after;
  const changes = draftChanges(sides.ours, after.value.document);
  const conflicts = fileConflicts(sides).map((conflict) => toldConflict(sides, conflict));
  return ok({ edit: edit.value, conflicts, count: changes.length, changes: changes.slice(0, MOST_TOLD) });
};

const recordOf = ({ records }: FriseDocument, id: string): unknown =>
  Object.hasOwn(records, id) ? records[id] : undefined;

const toldConflict = ({ ours, theirs }: Sides, conflict: DraftConflict): DiskConflict => ({
  ...conflict,
  name: nameOfRecord(conflict.id, recordOf(ours, conflict.id) ?? recordOf(theirs, conflict.id)),
  ours: fieldAsText(ours, conflict),
  theirs: fieldAsText(theirs, conflict),
});

/** With the file and, for a record, the line on which it begins: `…/show.json:120: clip:lamp.start`. */
export const placedProblem = (
  { code, message, path: where }: Problem,
  file: string,
  text: string,
): Problem => {
  const id = /^[a-z]+:[a-z0-9-]+/.exec(where)?.[0];
  const at = id === undefined ? -1 : text.indexOf(`"${id}":`);
  const line = at < 0 ? '' : `:${text.slice(0, at).split('\n').length}`;
  return { code, message, path: `${file}${line}${where === '' ? '' : `: ${where}`}` };
};

export const toldOf = ({ id, file }: Pick<DiskSide, 'id' | 'file'>, text: string, at: string): DiskFile => ({
  id,
  file,
  at,
  version: versionOf(text),
  state: 'asks',
  why: null,
  into: null,
  isOwn: false,
  count: 0,
  changes: [],
  conflicts: [],
  problem: null,
});
