import type { DraftTopic } from '../../../core/control/draft.topics.ts';
import type { DraftChange } from '../../../core/show/draft/changes.ts';
import { fieldLabel } from '../words/field.words.ts';
import type { Language, Word, WordValues } from '../words.ts';

type Words = (key: Word, values?: WordValues) => string;

export const countText = (t: Words, count: number): string => {
  if (count === 0) return t('draftNone');
  return count === 1 ? t('draftOne') : t('draftCount', { count });
};

/** A device by its name; a console is this one or another. */
export const personText = (t: Words, sender: string | null, own: string): string => {
  if (sender === null || sender === '') return t('draftNobody');
  if (sender === own) return t('draftOwnConsole');
  if (sender === 'disk') return t('diskItself');
  const [kind = '', ...rest] = sender.split(':');
  if (kind === 'device') return rest.join(':');
  return kind === 'console' ? t('draftConsole') : t('draftProgram');
};

export const peopleText = (t: Words, people: readonly string[], own: string): string =>
  [...new Set(people.map((each) => personText(t, each, own)))].join(', ');

export const whyText = (t: Words, blind: NonNullable<DraftTopic['blind']>): string => t(`draftWhy_${blind}`);

const KINDS = ['clip', 'track', 'cue', 'timeline', 'trigger', 'media', 'preset', 'show'] as const;
export const kindText = (t: Words, kind: string): string => {
  const known = KINDS.find((each) => each === kind);
  return known ? t(`draftKind_${known}`) : kind;
};

/** `parameters.colour` → "Colour". */
export const fieldText = (language: Language, kind: string, field: string): string =>
  fieldLabel(language, kind, field.split('.').at(-1) ?? field);

export const fieldsText = (language: Language, { kind, fields }: DraftChange): string =>
  [...new Set(fields.map((field) => fieldText(language, kind, field)))].join(', ');
