import type { DryResult } from '../../../../core/control/dry-run.ts';
import { verbLabel } from '../../words/verb.words.ts';
import { word, type Language } from '../../words.ts';

/** What a message would do, in words, with how it is to be coloured. */
export type DryLineText = { tone: 'good' | 'amber' | 'bad' | 'dim'; text: string };

export const dryTexts = (language: Language, result: DryResult): DryLineText[] => {
  if (result.kind === 'unread') return [{ tone: 'dim', text: word(language, 'testUnread') }];
  if (result.kind === 'native') return [{ tone: 'good', text: word(language, 'testNative') }];
  const { fired, held, failed, known } = result.outcome;
  const lines: DryLineText[] = [
    ...fired.map(({ trigger, verb, args }) => ({
      tone: 'good' as const,
      text: `${nameIn(trigger)} ${word(language, 'testFires', { what: whatText(language, verb, args) })}`,
    })),
    ...held.map((id) => ({ tone: 'amber' as const, text: word(language, 'testHeld', { id: nameIn(id) }) })),
    ...failed.map(({ trigger, message }) => ({
      tone: 'bad' as const,
      text: word(language, 'testFailed', { id: nameIn(trigger), text: message }),
    })),
  ];
  if (lines.length > 0) return lines;
  return [{ tone: 'dim', text: word(language, known ? 'testNothing' : 'testForeign') }];
};
const nameIn = (id: string): string => id.replace(/^trigger:/, '');

/** `Fire a cue: cue 12`. */
export const whatText = (
  language: Language,
  verb: string,
  args: Readonly<Record<string, unknown>>,
): string => {
  const values = Object.entries(args).map(([name, value]) => `${name} ${String(value)}`);
  return [verbLabel(language, verb), values.join(', ')].filter((part) => part !== '').join(': ');
};
