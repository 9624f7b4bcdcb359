import { useLanguage, useWords } from '../../use-link.ts';
import { problemText } from '../../problem-text.ts';
import { useStatus } from '../status.ts';

/** What is wrong, where, and what to do. */
export const Health = () => {
  const t = useWords();
  const language = useLanguage();
  const problems = useStatus(({ health }) => health.problems) ?? [];
  return (
    <section className="health" aria-label={t('health')}>
      <h2>{t('health')}</h2>
      {problems.length === 0 && <p className="is-good">{`✓ ${t('allWell')}`}</p>}
      <ul>
        {problems.map((problem) => (
          <li
            key={`${problem.code}${problem.path}`}
            className="is-bad"
          >{`! ${problemText(language, problem)}`}</li>
        ))}
      </ul>
    </section>
  );
};
