import type { Topics } from '../../../../core/control/link.ts';
import { useTopic, useWords } from '../../use-link.ts';
import { useStatus } from '../status.ts';

/** The sound page that leads the clock, and what a live input hears. */
export const SoundPanel = () => {
  const t = useWords();
  const sound = useTopic('sound');
  const input = useTopic('soundInput');
  const clock = useStatus((status) => status.clock);
  const isRunning = sound?.state === 'running';
  return (
    <section className="sound" aria-label={t('sound')}>
      <h2>{t('sound')}</h2>
      {!sound || sound.leader === null ? (
        <p className="is-warm">{`! ${t('noSoundPage')}`}</p>
      ) : (
        <p className="line">
          <b className={isRunning ? 'is-good' : 'is-warm'}>
            {isRunning ? `● ${t('soundRunning')}` : `! ${t('soundState', { state: sound.state })}`}
          </b>
          <span className="grow">{sound.device ?? t('soundLeads', { page: sound.leader })}</span>
          {sound.loading && <span className="mono">{`${sound.loading.done}/${sound.loading.total}`}</span>}
          {clock && <span className="mono">{`${clock.offsetMs.toFixed(1)} ms`}</span>}
          <span className="mono">
            {sound.peak === null ? t('peakSilent') : `${sound.peak.toFixed(0)} dB`}
          </span>
        </p>
      )}
      <LiveInput input={input} />
    </section>
  );
};

const LiveInput = ({ input }: { input: Topics['soundInput'] | undefined }) => {
  const t = useWords();
  if (!input || input.state === 'off') return <p className="hint">{`– ${t('liveSoundUnset')}`}</p>;
  const word = { listening: 'liveListening', silent: 'liveSilent', fault: 'liveFault' } as const;
  const mark = { listening: '●', silent: '○', fault: '✕' } as const;
  return (
    <div className="line">
      <span
        className={input.state === 'fault' ? 'is-bad' : ''}
      >{`${mark[input.state]} ${t(word[input.state])}`}</span>
      <span className="grow hint">{input.device ?? ''}</span>
      <div className="bands">
        <meter aria-label={t('liveLevel')} min={0} max={1} value={input.level} />
        {input.bands.map((band, index) => (
          // Bands have no other name than their place, low to high.
          // oxlint-disable-next-line react/no-array-index-key
          <meter key={index} aria-label={`${t('liveBand')} ${index + 1}`} min={0} max={1} value={band} />
        ))}
      </div>
    </div>
  );
};
