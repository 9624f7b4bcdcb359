import { modelOf } from '../../core/facade/model-of.ts';
import type { FacadeModel } from '../../core/facade/model.ts';
import type { CompiledRig } from '../../core/rig/rig.document.ts';
import { compileRig } from '../../core/rig/rig.document.ts';
import { compileShow } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import type { ShowDocument } from '../../core/show/show.schema.ts';
import type { Link } from '../link/link.ts';

/** The documents as the page draws them: compiled once a revision, kept while the host is away. */
export type Documents = { show: CompiledShow | null; facade: FacadeModel | null; rig: CompiledRig | null };

/**
 * `changed`: what the picture is built from is another one. Not so when the host came back with the same documents, and
 * not for an edit of clips or cues, which frames carry: to build anew stops the picture while shaders compile.
 */
export const followDocuments = (link: Link, changed: () => void): Documents => {
  const documents: Documents = { show: null, facade: null, rig: null };
  const isNew = createMemory();
  link.subscribe('show', ({ document, revision }) => {
    if (isNew('show', { document, revision })) documents.show = compileShow(document, revision);
    if (documents.show && isNew('stage', foundationOf(documents.show, document))) changed();
  });
  link.subscribe('facade', ({ document }) => {
    if (!isNew('facade', document)) return;
    documents.facade = modelOf(document);
    changed();
  });
  link.subscribe('rig', ({ document }) => {
    if (!isNew('rig', document)) return;
    documents.rig = compileRig(document);
    changed();
  });
  return documents;
};

/** Of a show, what the stage itself stands on. */
const foundationOf = ({ show: { canvas, seed, language } }: CompiledShow, { records }: ShowDocument) => [
  canvas,
  seed,
  language,
  Object.entries(records).filter(([id]) => id.startsWith('media:')),
];

const createMemory = () => {
  const seen = new Map<string, string>();
  return (what: string, value: unknown): boolean => {
    const text = JSON.stringify(value);
    const isNew = seen.get(what) !== text;
    seen.set(what, text);
    return isNew;
  };
};
