import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { nameOf } from '../../../core/ids.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { isInsidePath } from '../../../core/show/check-media.ts';
import { parseDocument, type DocumentOf, type EditableFormat } from '../../../core/show/parse.ts';
import { recordsOfKind } from '../../../core/show/records.ts';
import { serialise } from '../../../core/show/serialise.ts';
import { showSchema } from '../../../core/show/show.schema.ts';
import { sha256, writeDurably } from '../store/files.ts';
import type { Mirrored } from './wire.ts';

/**
 * The mirror on this station's disk: a show folder below `shows/`, which the store edits in place. A folder stands for
 * one show and its paths: another show gets another folder.
 */
export type MirrorDocuments = {
  show: DocumentOf<'frise-show'>;
  facade: DocumentOf<'frise-facade'>;
  rig: DocumentOf<'frise-rig'>;
};
export type MirrorPlace = { folder: string; facade: string; rig: string };

export const readMirrorDocument = <F extends EditableFormat>(
  topic: { document: unknown },
  format: F,
): Result<DocumentOf<F>> => {
  const parsed = parseDocument(JSON.stringify(topic.document), format);
  return parsed.ok
    ? parsed
    : fail('follow-refused', `${messages['follow-refused'].en} (${parsed.message})`, format);
};

export const documentsOfSnapshot = ({
  show,
  facade,
  rig,
}: Pick<Mirrored, 'show' | 'facade' | 'rig'>): Result<MirrorDocuments> => {
  const first = readMirrorDocument(show, 'frise-show');
  if (!first.ok) return first;
  const second = readMirrorDocument(facade, 'frise-facade');
  if (!second.ok) return second;
  const third = readMirrorDocument(rig, 'frise-rig');
  return third.ok ? ok({ show: first.value, facade: second.value, rig: third.value }) : third;
};

/** Where the mirror of this show lies, relative to `shows/`. */
export const mirrorPlace = (show: DocumentOf<'frise-show'>): Result<MirrorPlace> => {
  const record = recordsOfKind(show.records, 'show', showSchema)[0];
  const facade = record?.facade.path ?? '';
  const rig = record?.defaultRig ?? '';
  if (record === undefined || !isInsidePath(facade) || !isInsidePath(rig))
    return fail('follow-refused', messages['follow-refused'].en, 'show');
  const key = sha256([record.id, facade, rig].join('\n')).slice(0, 8);
  return ok({ folder: `follow-${nameOf(record.id)}-${key}`, facade, rig });
};

/** Written whole, under another name first; a mirror that is there already stays: the store brings it up to date. */
export const writeMirror = async (
  shows: string,
  place: MirrorPlace,
  { show, facade, rig }: MirrorDocuments,
): Promise<void> => {
  const folder = path.join(shows, place.folder);
  if (existsSync(path.join(folder, 'show.json'))) return;
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  const files = [
    ['show.json', show],
    [place.facade, facade],
    [place.rig, rig],
  ] as const;
  for (const [name, document] of files) {
    const file = path.join(making, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeDurably(file, serialise(document));
  }
  await rename(making, folder);
};
