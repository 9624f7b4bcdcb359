import type { Problem } from '../result.ts';
import { byId, recordsOfKind } from '../show/records.ts';
import { facadeRecordSchemas } from './facade.schema.ts';
import type { ElementRecord, FacadeDocument } from './facade.schema.ts';
import { parsePath } from './path-parse.ts';

/** Façade cross checks. Codes: `facade-plane`, `facade-outline`, `facade-detail`. */
const pathProblems = (data: string, path: string, needsClosed: boolean, code: string): Problem[] => {
  const parsed = parsePath(data);
  if (!parsed.ok) return [{ code, message: parsed.message, path }];
  if (!needsClosed || parsed.value.every((subpath) => subpath.closed)) return [];
  return [{ code, message: 'An outline is closed: end each part with Z.', path }];
};

const elementProblems = (element: ElementRecord & { id: string }, planes: object): Problem[] => [
  ...(Object.hasOwn(planes, element.plane)
    ? []
    : [{ code: 'facade-plane', message: `No plane "${element.plane}".`, path: `${element.id}.plane` }]),
  ...pathProblems(element.outline, `${element.id}.outline`, true, 'facade-outline'),
  ...element.details.flatMap((data, index) =>
    pathProblems(data, `${element.id}.details.${index}`, false, 'facade-detail'),
  ),
];

export const facadeProblems = ({ records }: FacadeDocument): Problem[] => {
  const planes = byId(recordsOfKind(records, 'plane', facadeRecordSchemas.plane));
  return recordsOfKind(records, 'element', facadeRecordSchemas.element).flatMap((element) =>
    elementProblems(element, planes),
  );
};
