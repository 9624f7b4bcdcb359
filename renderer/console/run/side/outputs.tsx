import type { OutputStatus, ProjectorStatus } from '../../../../core/control/link.ts';
import { useTopic, useWords } from '../../use-link.ts';
import { problemText } from '../../problem-text.ts';
import { useLanguage } from '../../use-link.ts';
import { useStatus } from '../status.ts';

/** Each output's picture, rate and late frames, and its projector where PJLink knows it. */
export const Outputs = () => {
  const t = useWords();
  const thumbnails = useTopic('thumbnails');
  const projectors = useTopic('projectors');
  // The frame's number counts at 60 a second and is nobody's business here.
  const outputs = useStatus((status) =>
    status.outputs.map(({ id, name, connected, fps, late, error }) => ({
      id,
      name,
      connected,
      fps: Math.round(fps),
      late,
      error,
    })),
  );
  // One that was there and has gone is a problem of the host; one that nobody has opened is none.
  const gone = useStatus((status) =>
    status.health.problems.filter(({ code }) => code === 'output-lost').map(({ path }) => path),
  );
  return (
    <section className="outputs" aria-label={t('outputs')}>
      <h2>{t('outputs')}</h2>
      {outputs?.length === 0 && <p className="hint">{t('runNoOutputs')}</p>}
      <div className="grid">
        {outputs?.map((output) => (
          <Output
            key={output.id}
            output={output}
            isLost={!output.connected && gone?.includes(`output:${output.id}`) === true}
            picture={thumbnails?.[output.id] ?? null}
            projector={projectors?.find((one) => one.output === output.id) ?? null}
          />
        ))}
      </div>
    </section>
  );
};

type Props = {
  output: Omit<OutputStatus, 'frame'>;
  isLost: boolean;
  picture: string | null;
  projector: ProjectorStatus | null;
};

const wordOf = ({ connected, error }: Props['output'], isLost: boolean) => {
  if (connected)
    return error ? (['!', 'faulty', 'is-bad'] as const) : (['✓', 'connected', 'is-good'] as const);
  // Away with its display, or never opened.
  return isLost || error ? (['✕', 'lost', 'is-bad'] as const) : (['○', 'notOpen', 'hint'] as const);
};

const Output = ({ output, isLost, picture, projector }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const [shape, word, colour] = wordOf(output, isLost);
  return (
    <figure className={colour === 'is-bad' ? 'bad' : colour === 'is-good' ? 'good' : ''}>
      {picture && output.connected ? (
        <img src={picture} alt={output.name} />
      ) : (
        <div className="dark">{t('noPicture')}</div>
      )}
      <figcaption>
        <b>{output.name}</b>
        <span className="line">
          <span className={colour}>{`${shape} ${t(word)}`}</span>
          <span className="mono">{`${output.fps} fps`}</span>
          <span className={`mono ${output.late > 0 ? 'is-warm' : ''}`}>{`${output.late} ${t('late')}`}</span>
        </span>
        {output.error && <span className="is-bad">{problemText(language, output.error)}</span>}
        <Projector projector={projector} />
      </figcaption>
    </figure>
  );
};

const Projector = ({ projector }: { projector: ProjectorStatus | null }) => {
  const t = useWords();
  const language = useLanguage();
  if (!projector) return <span className="hint">{t('projectorUnset')}</span>;
  if (projector.state === 'unknown') return <span className="hint">{t('projectorAsking')}</span>;
  if (projector.state !== 'reachable')
    return (
      <span className="is-bad">
        {`✕ ${projector.problem ? problemText(language, { ...projector.problem, path: '' }) : t('projectorSilent')}`}
      </span>
    );
  const { power, shutter, temperature, errors } = projector;
  const faults = Object.entries(errors).map(([place, how]) => `${how === 'error' ? '✕' : '!'} ${place}`);
  return (
    <span className="line projector">
      <span className={power === 'on' ? '' : 'is-warm'}>{power === null ? '—' : t(POWER[power])}</span>
      {shutter !== null && (
        <span className={shutter === 'closed' ? 'is-warm' : ''}>
          {t(shutter === 'closed' ? 'shutterClosed' : 'shutterOpen')}
        </span>
      )}
      <span className="mono">
        {temperature === null ? t('noTemperature') : `${Math.round(temperature)} °C`}
      </span>
      {faults.map((fault) => (
        <span key={fault} className="is-bad">
          {fault}
        </span>
      ))}
    </span>
  );
};

const POWER = { on: 'powerOn', off: 'powerOff', cooling: 'powerCooling', warming: 'powerWarming' } as const;
