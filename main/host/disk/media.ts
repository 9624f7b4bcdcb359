import { recordsOfKind } from '../../../core/show/records.ts';
import { mediaSchema, type ShowDocument } from '../../../core/show/show.schema.ts';
import type { RoomParts } from '../rooms.ts';
import { hashOf } from '../sound/analysis-files.ts';
import type { DiskGate } from './gate.ts';
import type { Stillness } from './stillness.ts';

/**
 * Media that were replaced under their name: the record's hash follows, so that waveform and thumbnail are made anew and
 * nobody is told of a wrong file. Not while something plays: to hash a film of an hour is work for the disk.
 */
type Parts = Pick<RoomParts, 'documents' | 'journal'> & {
  gate: DiskGate;
  still: Stillness;
  by: Parameters<DiskGate['put']>[2];
};

export const lookAtMedia = async ({ documents, journal, gate, still, by }: Parts): Promise<void> => {
  if (gate.isRunning()) return;
  const { store } = documents;
  const show: ShowDocument = store.draft.current()?.document ?? store.show.document;
  for (const medium of recordsOfKind(show.records, 'media', mediaSchema)) {
    const file = store.mediaFile(medium.id);
    if (!file.ok || (await still.look(file.value)) !== 'new') continue;
    const hash = await hashOf(file.value).catch(() => null);
    if (hash === null) continue;
    const { path, hash: known } = medium;
    if (known === null || known === hash || gate.whyWait('show') !== null) {
      journal.add('disk', `${path} is another file now`);
      store.mediaChanged(medium.id);
      continue;
    }
    const record = { ...Object(show.records[medium.id]), hash };
    const label = `changed on disk: ${path}`;
    const edit = { label, put: { [medium.id]: record }, remove: [], order: {} };
    const done = await gate.put('show', edit, by);
    journal.add('disk', done.ok ? `${path} is another file now, in the ${done.value}` : done.message);
    return; // the next look works on the document as it is then
  }
};
