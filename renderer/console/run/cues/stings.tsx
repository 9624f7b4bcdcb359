import { normaliseCueNumber } from '../../../../core/show/cue-number.ts';
import type { CompiledCue, CompiledShow } from '../../../../core/show/compiled.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { leftText } from '../format.ts';
import { STING_KEYS } from '../shortcuts.ts';
import type { Frame } from '../ticker.ts';
import { Ticking, useFrame } from '../use-frame.tsx';
import { nameOfCue } from '../words-of.ts';

/** Cues without a place: each press plays one on top, main goes on. */
export const stingsOf = (show: CompiledShow): CompiledCue[] => show.cues.filter((cue) => !cue.at);

type Props = { show: CompiledShow; onFire: (number: string) => void };

export const Stings = ({ show, onFire }: Props) => {
  const t = useWords();
  const stings = stingsOf(show);
  if (stings.length === 0) return null;
  return (
    <section className="stings" aria-label={t('stings')}>
      <h2>{t('stings')}</h2>
      <div className="sting-pad" tabIndex={-1}>
        {stings.map((cue, index) => (
          <Sting key={cue.id} cue={cue} hotKey={STING_KEYS[index] ?? null} onFire={onFire} />
        ))}
      </div>
    </section>
  );
};

/** Seconds until it may fire again; 0: now. */
const blockedFor = (frame: Frame | null, cue: CompiledCue): number => {
  const last = frame?.resolved.plan.fired.cues[cue.id]?.at;
  return frame && last !== undefined ? Math.max(0, last + cue.retrigger - frame.resolved.now) : 0;
};

const Sting = ({
  cue,
  hotKey,
  onFire,
}: {
  cue: CompiledCue;
  hotKey: string | null;
  onFire: Props['onFire'];
}) => {
  const t = useWords();
  const language = useLanguage();
  const isBlocked = useFrame((frame) => blockedFor(frame, cue) > 0);
  const number = normaliseCueNumber(cue.number);
  return (
    <button
      type="button"
      className={`sting-key ${isBlocked ? 'blocked' : ''}`}
      disabled={cue.disarmed}
      onClick={() => onFire(number)}
    >
      <span className="number">{number}</span>
      <span className="facts">
        {cue.disarmed && `✕ ${t('cueDisarmed')}`}
        {!cue.disarmed && isBlocked && (
          <>
            ↺ <Ticking text={(frame) => leftText(blockedFor(frame, cue))} />
          </>
        )}
        {!cue.disarmed && !isBlocked && cue.retrigger > 0 && `↺ ${cue.retrigger} s`}
      </span>
      {hotKey !== null && <kbd>{hotKey.toUpperCase()}</kbd>}
      <span className="name">{nameOfCue(cue, language)}</span>
    </button>
  );
};
