import type { PreflightAsk } from '../../../core/control/safety.topics.ts';
import type { MediaFact } from '../../../core/preflight/facts.ts';
import type { Documents } from '../documents.ts';
import { hashProblem } from '../store/media.ts';

/** The show's files: there, the ones that the show was made with, and which of them a page must try. */
export type MediaFound = { facts: MediaFact[]; tried: PreflightAsk['media'] };

export const lookAtMedia = async (
  { store, compiled }: Documents,
  isCancelled: () => boolean,
): Promise<MediaFound> => {
  const facts: MediaFact[] = [];
  const tried: PreflightAsk['media'] = [];
  for (const { id, path, kind, hash } of Object.values(compiled().media)) {
    if (isCancelled()) break;
    const file = store.mediaFile(id);
    const problem = file.ok ? await hashProblem(file.value, hash, `${id}.hash`) : file;
    // A font's shape is checked where text is drawn with it; there is nothing to decode beforehand.
    const isTried = problem === null && kind !== 'font';
    if (isTried) tried.push({ id, kind });
    const said = problem && { code: problem.code, message: problem.message, path: problem.path };
    facts.push({ id, path, problem: said, decoded: isTried ? null : '' });
  }
  return { facts, tried };
};
