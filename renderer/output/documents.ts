import type { Previews } from '../../core/control/line-up.ts';
import { modelOf } from '../../core/facade/model-of.ts';
import type { FacadeModel } from '../../core/facade/model.ts';
import { withPreviews } from '../../core/rig/previews.ts';
import type { CompiledRig } from '../../core/rig/rig.document.ts';
import { compileRig } from '../../core/rig/rig.document.ts';
import type { RigDocument } from '../../core/rig/rig.schema.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import type { Link } from '../link/link.ts';
import { followAnalysedShow } from './analysed-show.ts';
import { createMediaMemory } from './media-memory.ts';

/** The documents as the page draws them: compiled once a revision, kept while the host is away. */
export type Documents = {
  /** With the revision that a take fades away. */
  show: CompiledShow | null;
  /** What a take is about to bring: to be loaded, not to be drawn. */
  incoming: CompiledShow | null;
  facade: FacadeModel | null;
  /** As it is on the wall: drags under way included. */
  rig: CompiledRig | null;
  /** Something of the rig is being dragged: light maps may be coarse. */
  isDragging: boolean;
};
/**
 * `stage`: what the stage is built from is another one, and to build it anew stops the picture while shaders compile.
 * Not so when the host came back with the same documents, nor for an edit of clips or cues, which frames carry, nor for
 * a rig that moves (`rig`): the stage draws whatever region it is told.
 */
export type Changed = { stage(): void; rig(): void };

export const followDocuments = (link: Link, changed: Changed): Documents => {
  const documents: Documents = { show: null, incoming: null, facade: null, rig: null, isDragging: false };
  const isNew = createMemory();
  const isOtherMedia = createMediaMemory();
  followAnalysedShow(link, ({ show, incoming }, read) => {
    Object.assign(documents, { show, incoming });
    if (read.incoming) isOtherMedia(read.incoming, true);
    const isOther = read.show !== null && isOtherMedia(read.show, false);
    if ((show && isNew('stage', foundationOf(show))) || isOther) changed.stage();
  });
  link.subscribe('facade', ({ document }) => {
    if (!isNew('facade', document)) return;
    documents.facade = modelOf(document);
    changed.stage();
  });
  // A spare's files come one after another; a stage that looked for one in vain is built again once they are all here.
  let isWaiting = false;
  link.subscribe('spare', (spare) => {
    const isWhole = spare === null || spare.media.done === spare.media.total;
    if (isWaiting && isWhole) changed.stage();
    isWaiting = !isWhole;
  });
  followRig(link, isNew, (rig, isDragging) => {
    Object.assign(documents, { rig, isDragging });
    changed.rig();
  });
  return documents;
};

const followRig = (link: Link, isNew: IsNew, tell: (rig: CompiledRig, isDragging: boolean) => void): void => {
  let saved: RigDocument | null = null;
  let previews: Previews = {};
  const changed = (): void => {
    if (saved) tell(compileRig(withPreviews(saved, previews)), Object.keys(previews).length > 0);
  };
  link.subscribe('rig', ({ document }) => {
    if (!isNew('rig', document)) return;
    saved = document;
    changed();
  });
  link.subscribe('previews', (next) => {
    if (!isNew('previews', next)) return;
    previews = next;
    changed();
  });
};

/** Of a show, what the stage itself stands on. */
const foundationOf = ({ show: { canvas, seed, language } }: CompiledShow) => [canvas, seed, language];

type IsNew = (what: string, value: unknown) => boolean;
const createMemory = (): IsNew => {
  const seen = new Map<string, string>([['previews', '{}']]);
  return (what, value) => {
    const text = JSON.stringify(value);
    const isOther = seen.get(what) !== text;
    seen.set(what, text);
    return isOther;
  };
};
