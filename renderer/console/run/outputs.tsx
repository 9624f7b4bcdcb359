import type { OutputStatus } from '../../../core/control/link.ts';
import { useTopic, useWords } from '../use-link.ts';

export const Outputs = ({ outputs }: { outputs: OutputStatus[] }) => {
  const t = useWords();
  const thumbnails = useTopic('thumbnails');
  return (
    <section className="outputs">
      <h2>{t('outputs')}</h2>
      <div className="grid">
        {outputs.map((output) => (
          <Output key={output.id} output={output} picture={thumbnails?.[output.id] ?? null} />
        ))}
      </div>
    </section>
  );
};

const Output = ({ output, picture }: { output: OutputStatus; picture: string | null }) => {
  const t = useWords();
  return (
    <figure className={output.connected ? (output.error ? 'bad' : 'good') : 'bad'}>
      {picture && output.connected ? (
        <img src={picture} alt={output.name} />
      ) : (
        <div className="dark">{t('noPicture')}</div>
      )}
      <figcaption>
        <b>{output.name}</b>
        <span>{output.connected ? `✓ ${t('connected')}` : `✕ ${t('lost')}`}</span>
        <span className="mono">{Math.round(output.fps)} fps</span>
        {output.late > 0 && <span className="mono">{`${output.late} ${t('late')}`}</span>}
        {output.error && <span className="error">{`${output.error.path} ${output.error.message}`}</span>}
      </figcaption>
    </figure>
  );
};
