import type { Status } from '../../../core/control/link.ts';
import { useTopic, useWords } from '../use-link.ts';
import { wallText } from './format.ts';

export const Health = ({ health }: { health: Status['health'] }) => {
  const t = useWords();
  const journal = useTopic('journal') ?? [];
  return (
    <section className="health">
      <h2>{t('health')}</h2>
      {health.problems.length === 0 && <p className="good">{`✓ ${t('allWell')}`}</p>}
      <ul>
        {health.problems.map((problem) => (
          <li
            key={`${problem.code}${problem.path}`}
            className="bad"
          >{`! ${problem.message}${problem.path ? ` (${problem.path})` : ''}`}</li>
        ))}
      </ul>
      <h2>{t('log')}</h2>
      <ol className="mono log">
        {journal
          .slice(-12)
          .toReversed()
          .map((entry) => (
            <li key={entry.seq}>{`${wallText(entry.at)} ${entry.text}`}</li>
          ))}
      </ol>
    </section>
  );
};
