import type { CompiledCue } from '../../../core/show/compiled.ts';
import type { Language } from '../words.ts';

/** A cue's name in the reader's language, else in the other. */
export const nameOfCue = (cue: CompiledCue | undefined, language: Language): string =>
  cue ? cue.name[language] || cue.name.fr || cue.name.en : '';
