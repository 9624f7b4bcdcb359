import type { Topics } from '../../core/control/link.ts';
import type { Previews } from '../../core/control/line-up.ts';
import { modelOf } from '../../core/facade/model-of.ts';
import type { FacadeModel } from '../../core/facade/model.ts';
import { withPreviews } from '../../core/rig/previews.ts';
import type { CompiledRig } from '../../core/rig/rig.document.ts';
import { compileRig } from '../../core/rig/rig.document.ts';
import type { RigDocument } from '../../core/rig/rig.schema.ts';
import { compileShow, followedMedia } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import type { ShowDocument } from '../../core/show/show.schema.ts';
import { followAnalyses, type Analyses } from '../link/analyses.ts';
import type { Link } from '../link/link.ts';

/** The documents as the page draws them: compiled once a revision, kept while the host is away. */
export type Documents = {
  show: CompiledShow | null;
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
  const documents: Documents = { show: null, facade: null, rig: null, isDragging: false };
  const isNew = createMemory();
  let analyses: Analyses = {};
  const followed = followAnalyses(link, (next) => {
    analyses = next;
    if (documents.show) documents.show = { ...documents.show, analyses };
  });
  let shown: Topics['show'] | null = null;
  link.subscribe('show', (next) => {
    const { document, revision } = next;
    const isOther = shown === null || !isSameShow(shown, next);
    shown = next;
    if (isOther) {
      documents.show = { ...compileShow(document, revision), analyses };
      followed.want(followedMedia(documents.show));
    }
    if (documents.show && isNew('stage', foundationOf(documents.show, document))) changed.stage();
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

/** A host that came back tells the same show in other objects; an edit has another revision, and is not compared. */
const isSameShow = (a: Topics['show'], b: Topics['show']): boolean =>
  a.revision === b.revision &&
  (a.document === b.document || JSON.stringify(a.document) === JSON.stringify(b.document));

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
const foundationOf = ({ show: { canvas, seed, language } }: CompiledShow, { records }: ShowDocument) => [
  canvas,
  seed,
  language,
  Object.entries(records).filter(([id]) => id.startsWith('media:')),
];

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
