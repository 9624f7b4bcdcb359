import { isVerb, verbs } from '../../../core/control/verbs.ts';
import type { Reply } from '../console-link.ts';
import type { ConsoleLink } from '../console-link.ts';

/**
 * Verbs by their name: a control stands here only when the contract has its verb, so that this page works with every
 * set of rooms. What is sent is checked by the verb's own schema first.
 */
export const offers = (name: string): boolean => isVerb(name);

export const askByName = async (link: ConsoleLink, name: string, args: unknown): Promise<Reply> => {
  if (!isVerb(name)) return { ok: false, code: 'unknown-verb', message: `No verb "${name}".`, path: name };
  const read = verbs[name].in.safeParse(args);
  if (read.success) return link.verb(name, read.data);
  const [issue] = read.error.issues;
  return {
    ok: false,
    code: 'invalid-input',
    message: issue?.message ?? name,
    path: issue?.path.join('.') ?? '',
  };
};
