import { modelOf } from '../../core/facade/model-of.ts';
import type { FacadeModel } from '../../core/facade/model.ts';
import type { CompiledRig } from '../../core/rig/rig.document.ts';
import { compileRig } from '../../core/rig/rig.document.ts';
import { compileShow } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import type { Link } from '../link/link.ts';

/** The documents as the page draws them: compiled once a revision, kept while the host is away. */
export type Documents = { show: CompiledShow | null; facade: FacadeModel | null; rig: CompiledRig | null };

export const followDocuments = (link: Link, changed: () => void): Documents => {
  const documents: Documents = { show: null, facade: null, rig: null };
  link.subscribe('show', ({ document, revision }) => {
    documents.show = compileShow(document, revision);
    changed();
  });
  link.subscribe('facade', ({ document }) => {
    documents.facade = modelOf(document);
    changed();
  });
  link.subscribe('rig', ({ document }) => {
    documents.rig = compileRig(document);
    changed();
  });
  return documents;
};
