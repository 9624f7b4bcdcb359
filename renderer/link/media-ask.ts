import { nameOf } from '../../core/ids.ts';
import type { PreflightAsk } from '../../core/control/safety.topics.ts';
import type { Link } from './link.ts';

/**
 * A page's answer to the pre-flight's question which files it can decode: one after another, so that a page that plays
 * is held up as little as can be, and each question once.
 */
export type Kind = PreflightAsk['media'][number]['kind'];
/** Throws what the decoder throws. */
export type Try = (url: string) => Promise<void>;

export const answerMediaAsk = (
  link: Pick<Link, 'subscribe' | 'report'>,
  page: string,
  tries: Partial<Record<Kind, Try>>,
): (() => void) => {
  let last = '';
  const answer = async ({ id, media }: PreflightAsk): Promise<void> => {
    const results: { id: string; why: string }[] = [];
    for (const file of media) {
      const attempt = tries[file.kind];
      if (attempt) results.push({ id: file.id, why: await whyNot(attempt, file.id) });
    }
    link.report({ kind: 'media', ask: id, results });
  };
  return link.subscribe('preflightAsk', (ask) => {
    if (ask === null || ask.id === last || !ask.pages.includes(page)) return;
    last = ask.id;
    void answer(ask);
  });
};

const longest = 500;
const whyNot = async (attempt: Try, id: string): Promise<string> => {
  try {
    await attempt(`/media/${nameOf(id)}`);
    return '';
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return (why || 'the decoder gave no reason').slice(0, longest);
  }
};
