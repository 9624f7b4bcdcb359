import { useMemo } from 'react';
import { recordsOfKind } from '../../../core/show/records.ts';
import { showSchema } from '../../../core/show/show.schema.ts';
import { useTopic } from '../use-link.ts';

export type Version = { flashes: 'full' | 'soft'; language: 'fr' | 'en' };

/** Which version of the show is played, off its document; null before that has come. */
export const useVersion = (): Version | null => {
  const topic = useTopic('show');
  return useMemo(() => {
    const [show] = topic ? recordsOfKind(topic.document.records, 'show', showSchema) : [];
    return show ? { flashes: show.flashes, language: show.language } : null;
  }, [topic]);
};
