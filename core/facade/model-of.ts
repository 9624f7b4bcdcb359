import { nameOf } from '../ids.ts';
import { byId, recordsOfKind } from '../show/records.ts';
import { facadeRecordSchemas } from './facade.schema.ts';
import type { ElementRecord, FacadeDocument, PlaneRecord } from './facade.schema.ts';
import type { FacadeElement, FacadeModel } from './model.ts';
import { facadeModel } from './select.ts';

/**
 * Façade document → what drawing reads. Expects a document that was opened (one valid `facade:` record); elements
 * that their schema refuses are left out, one whose plane is missing lies at depth 0.
 */
const elementOf = (
  record: ElementRecord & { id: string },
  planes: Record<string, PlaneRecord>,
): FacadeElement => ({ ...record, key: nameOf(record.id), depth: planes[record.plane]?.depth ?? 0 });

/** Throws only when the document has no valid `facade:` record: `openFacade` never lets such a one through. */
export const modelOf = (document: FacadeDocument): FacadeModel => {
  const facade = recordsOfKind(document.records, 'facade', facadeRecordSchemas.facade)[0];
  if (!facade) throw new Error('facade-record-missing: a façade document needs one valid "facade:" record');
  const planes: Record<string, PlaneRecord> = byId(
    recordsOfKind(document.records, 'plane', facadeRecordSchemas.plane),
  );
  const records = byId(recordsOfKind(document.records, 'element', facadeRecordSchemas.element));
  const elements = (document.order[facade.id] ?? []).flatMap((id) => {
    const record = records[id];
    return record ? [elementOf(record, planes)] : [];
  });
  const { width, height, viewpoints } = facade;
  return facadeModel({ width, height, elements, planes, viewpoints });
};
