import type { CompiledShow } from '../../../../core/show/compiled.ts';
import { freeCueId } from '../../../../core/show/cue-edit.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { useLink, useTopic } from '../../use-link.ts';
import { word } from '../../words.ts';
import type { DocumentEdits } from '../use-document-edit.ts';
import { mainPosition } from './cue-draft.ts';

/** A cue put into the list: with a number of its own, and while main plays where it is. */
type Where = {
  show: CompiledShow;
  document: ShowDocument;
  edits: DocumentEdits;
  onChoose: (id: string) => void;
};

export const useNewCue = ({ show, document, edits, onChoose }: Where) => {
  const link = useLink();
  useTopic('plans'); // a start or an end of main changes what the button says
  const put = async (label: string, number: string, fields: Record<string, unknown>): Promise<void> => {
    const id = freeCueId(document.records, number);
    if (await edits.edit({ label: `${label} ${number}`, put: { [id]: { ...fields, number } } })) onChoose(id);
  };
  return {
    isPlaying: mainPosition(link, show) !== null,
    insert(number: string): void {
      const position = mainPosition(link, show);
      const at = position === null ? null : { timeline: show.show.main, position };
      const name = { fr: word('fr', 'cueNewName'), en: word('en', 'cueNewName') };
      void put('new cue', number, { name, at });
    },
    copy: (number: string, record: Record<string, unknown>): void =>
      void put('duplicate cue', number, record),
  };
};
