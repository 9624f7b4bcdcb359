import path from 'node:path';
import type { Problem } from '../../../core/result.ts';
import type { ShowContext } from '../../../core/show/check-context.ts';
import type { FriseDocument } from '../../../core/show/document.ts';
import { openDocument } from '../../../core/show/open.ts';
import type { DocumentOf, EditableFormat } from '../../../core/show/parse.ts';
import { makeFolder, sha256, writeDurably } from './files.ts';
import type { Slot } from './slot.ts';
import type { Loaded } from './sources.ts';

/**
 * A document's file as somebody else may write it: the station's own, or the one that its copy was taken from. It
 * remembers what both sides agreed on last, which is what a three-way merge stands on (docs/hot-reload.md).
 */
export interface DiskSide {
  /** `show`, or `show-source` for where the copy came from. */
  id: string;
  which: DiskDocument;
  format: EditableFormat;
  /** Absolute. */
  file: string;
  /** Whether this text is the one that both sides agreed on. */
  knows(text: string): boolean;
  /** null: an older Frise took the copy and kept no text. */
  base(): FriseDocument | null;
  /** It had changed already when this host opened. */
  readonly problem: Problem | null;
  /** This text is dealt with; it may be written over where the file is the station's own. */
  agree(text: string): Promise<void>;
  /** Puts a text that nobody took beside the station's copy, and says where. */
  keepBeside(text: string, iso: string): Promise<string>;
}
export type DiskDocument = 'show' | 'facade' | 'rig';

type Side<F extends EditableFormat> = { which: DiskDocument; format: F; slot: Slot<F>; context: ShowContext };

const parsed = <F extends EditableFormat>(
  text: string,
  { format, context }: Side<F>,
): DocumentOf<F> | null => {
  const opened = openDocument(text, format, context);
  return opened.ok ? opened.value.document : null;
};

const besideOf =
  <F extends EditableFormat>({ slot, which }: Side<F>) =>
  async (text: string, iso: string): Promise<string> => {
    const file = path.join(slot.place.safe, `${which}.left-${iso.replaceAll(':', '-')}.json`);
    await makeFolder(slot.place.safe);
    await writeDurably(file, text);
    return file;
  };

/** What the host itself writes there is known by its hash. */
export const ownSide = <F extends EditableFormat>(side: Side<F>): DiskSide => {
  const { which, format, slot } = side;
  return {
    id: which,
    which,
    format,
    file: slot.place.file,
    knows: (text) => slot.written?.hash === sha256(text),
    base: () => slot.written?.document ?? slot.document,
    problem: null,
    agree: (text) =>
      slot.agree({
        hash: sha256(text),
        document: parsed(text, side) ?? slot.written?.document ?? slot.document,
      }),
    keepBeside: besideOf(side),
  };
};

/** The file that the station's copy was taken from, or is played from as long as nobody has edited. */
export const sourceSide = <F extends EditableFormat>(
  side: Side<F>,
  from: NonNullable<Loaded<F>['from']>,
  file: string,
): DiskSide => {
  const { which, format, slot } = side;
  let { hash } = from.origin;
  let { problem } = from;
  // A long show takes a tenth of a second to read: it is read when somebody asks, not while a host opens.
  let { text: baseText } = from.origin;
  let base: FriseDocument | null = null;
  return {
    id: `${which}-source`,
    which,
    format,
    file,
    knows: (text) => hash === sha256(text),
    base() {
      if (baseText !== null) base = parsed(baseText, side) ?? base;
      baseText = null;
      return base;
    },
    get problem() {
      return problem;
    },
    async agree(text) {
      base = parsed(text, side) ?? this.base();
      baseText = null;
      hash = sha256(text);
      problem = null;
      await slot.cameFrom(text);
    },
    keepBeside: besideOf(side),
  };
};
