import type { z } from 'zod';
import type { Problem } from '../../../core/result.ts';
import { problemText } from '../problem-text.ts';
import type { Language } from '../words.ts';
import { word } from '../words.ts';

/** What the schema, or the host, has against a draft, by the field that it is about. */
export const issuesOf = (
  schema: z.ZodType,
  draft: unknown,
  language: Language,
  refused: Problem | null,
  id: string,
  faults: readonly Problem[] = [],
): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  if (refused?.path.startsWith(`${id}.`)) found.set(refused.path.slice(id.length + 1), refused.message);
  for (const fault of faults)
    if (fault.path.startsWith(`${id}.`))
      found.set(fault.path.slice(id.length + 1), problemText(language, { ...fault, path: '' }));
  for (const issue of schema.safeParse(draft).error?.issues ?? [])
    found.set(issue.path.join('.'), issueText(language, issue));
  return found;
};

const limits = {
  too_small: { string: 'formEmpty', array: 'formFew', number: 'formSmall' },
  too_big: { string: 'formLong', array: 'formMany', number: 'formBig' },
} as const;

/** The commonest in the reader's language; the others as the schema says them. */
const issueText = (language: Language, issue: z.core.$ZodIssue): string => {
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const n = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    const { origin } = issue;
    const of = origin === 'string' ? 'string' : origin === 'array' ? 'array' : 'number';
    return word(language, limits[issue.code][of], { n });
  }
  if (issue.code === 'invalid_type' && issue.expected === 'number') return word(language, 'formNumber');
  if (issue.code === 'invalid_type' && issue.expected === 'int') return word(language, 'formWhole');
  // A pattern's own message says more, in English alone; what the form is stands in the field's hint.
  if (issue.code === 'invalid_format' && language === 'fr') return word(language, 'formFormat');
  if (issue.code === 'invalid_value')
    return word(language, 'formChoice', { list: issue.values.map(String).join(', ') });
  return issue.message;
};
