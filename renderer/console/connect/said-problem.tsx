import type { Problem } from '../../../core/result.ts';
import { problemText } from '../problem-text.ts';
import { useLanguage } from '../use-link.ts';

export const SaidProblem = ({ problem }: { problem: Problem | null }) => {
  const language = useLanguage();
  if (problem === null) return null;
  return (
    <p className="refused" role="alert">
      {problemText(language, problem)}
    </p>
  );
};
