import { nameOf } from '../../../core/ids.ts';
import { recordsOfKind } from '../../../core/show/records.ts';
import { deskRecordSchemas } from '../../../core/station/desk.schema.ts';
import type { RoomParts } from '../rooms.ts';
import { openDesk } from './desk-port.ts';
import type { Feedback } from './feedback.ts';
import { openReceiver } from './receiver.ts';

/**
 * The desks of the station document, opened, changed and closed while the show runs. What is to close closes first,
 * since the next one may want the same port; nothing that happens here can stop a start.
 */
export interface Line {
  /** One packet; to how many it went. */
  send(bytes: Uint8Array): number;
  close(): Promise<void>;
}
export interface Desks {
  update(): void;
  /** By a record's name; an osc record before a feedback record of the same name. null: none that is on. */
  lineTo(name: string): Line | null;
  dispose(): Promise<void>;
}

export const createDesks = (parts: RoomParts, feedback: Feedback): Desks => {
  const open = new Map<string, { record: string; line: Line }>();
  let work = Promise.resolve();
  const close = (id: string): void => {
    const one = open.get(id);
    open.delete(id);
    if (one !== undefined) work = work.then(one.line.close).catch(failed);
  };
  const failed = (error: unknown): void =>
    parts.journal.add('desk', `a desk could not be closed: ${String(error)}`);
  const wanted = (): Map<string, { record: string; begin: () => Line }> => {
    const { records } = parts.documents.store.station.document;
    const desks = recordsOfKind(records, 'osc', deskRecordSchemas.osc).map((record) => ({
      record,
      begin: () => openDesk(parts, feedback, record, () => work),
    }));
    const receivers = recordsOfKind(records, 'feedback', deskRecordSchemas.feedback).map((record) => ({
      record,
      begin: () => openReceiver(parts, feedback, record, () => work),
    }));
    return new Map(
      [...desks, ...receivers]
        .filter(({ record }) => record.isOn)
        .map(({ record, begin }) => [record.id, { record: JSON.stringify(record), begin }]),
    );
  };
  return {
    update() {
      const next = wanted();
      for (const [id, { record }] of open) if (next.get(id)?.record !== record) close(id);
      for (const [id, { record, begin }] of next) if (!open.has(id)) open.set(id, { record, line: begin() });
    },
    lineTo: (name) => (open.get(`osc:${name}`) ?? open.get(`feedback:${name}`))?.line ?? null,
    async dispose() {
      for (const id of open.keys()) close(id);
      await work;
    },
  };
};

/** What an owner of a line is called where problems are listed. */
export const ownerOf = (id: string): string => `desk ${id}`;
/** What people call it. */
export const titleOf = ({ id, name }: { id: string; name: string }): string => name || nameOf(id);
