import type { Topics } from '../../core/control/link.ts';
import { compileShow } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import type { ShowDocument } from '../../core/show/show.schema.ts';
import type { Link } from './link.ts';

/**
 * The show as a page plays it: compiled once a revision, with the revision that a take fades away, and beside it the one
 * that a take is about to bring (docs/draft.md). The same again is no news.
 */
export type PlayedShow = {
  show: CompiledShow | null;
  /** To be loaded, not to be played. */
  incoming: CompiledShow | null;
};
/** What the shows were made of. */
export type PlayedDocuments = { show: ShowDocument | null; incoming: ShowDocument | null };

export const followShow = (
  link: Pick<Link, 'subscribe'>,
  changed: (shows: PlayedShow, documents: PlayedDocuments) => void,
): void => {
  let own: CompiledShow | null = null;
  let outgoing: CompiledShow['outgoing'] = null;
  let incoming: CompiledShow | null = null;
  const documents: PlayedDocuments = { show: null, incoming: null };
  const tell = (): void => changed({ show: own && { ...own, outgoing }, incoming }, documents);
  const fade = ({ outgoing: old, incoming: next }: Topics['fading']): void => {
    const shown = own?.revision === old?.revision ? own : old && compileShow(old.document, old.revision);
    outgoing = old && shown && { show: shown, plan: old.plan };
    incoming = next && compileShow(next.document, -1);
    documents.incoming = next?.document ?? null;
  };
  let faded = JSON.stringify({ incoming: null, outgoing: null });
  link.subscribe('fading', (fading) => {
    const text = JSON.stringify(fading);
    if (text === faded) return;
    faded = text;
    fade(fading);
    tell();
  });
  let shown: Topics['show'] | null = null;
  link.subscribe('show', (next) => {
    const isSame = shown !== null && isSameShow(shown, next);
    shown = next;
    if (isSame) return;
    const { document, revision } = next;
    own = compileShow(document, revision);
    documents.show = document;
    tell();
  });
};

/** A host that came back tells the same show in other objects; an edit has another revision, and is not compared. */
const isSameShow = (a: Topics['show'], b: Topics['show']): boolean =>
  a.revision === b.revision &&
  (a.document === b.document || JSON.stringify(a.document) === JSON.stringify(b.document));
