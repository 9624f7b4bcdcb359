import { useState } from 'react';
import type { Status } from '../../../core/control/link.ts';
import { useWords } from '../use-link.ts';
import type { RunActions } from './actions.ts';

export const Levels = ({ master, actions }: { master: Status['master']; actions: RunActions }) => {
  const t = useWords();
  const percent = Math.round(master.level * 100);
  return (
    <section className="levels">
      <label>
        <span>{t('master')}</span>
        <input
          type="range"
          min={0}
          max={100}
          value={percent}
          onChange={(event) => actions.master(Number(event.target.value) / 100)}
        />
        <output>{percent} %</output>
      </label>
      <div className="pair">
        <button
          type="button"
          className={master.blackout ? 'danger on' : ''}
          aria-pressed={master.blackout}
          onClick={() => actions.blackout(!master.blackout)}
        >
          {t(master.blackout ? 'blackoutOn' : 'blackout')}
        </button>
        <Reset actions={actions} />
      </div>
    </section>
  );
};

/** Two presses: the first asks. It forgets when the pointer or the focus leaves. */
const Reset = ({ actions }: { actions: RunActions }) => {
  const t = useWords();
  const [isAsking, setAsking] = useState(false);
  const press = (): void => {
    if (isAsking) actions.reset();
    setAsking(!isAsking);
  };
  return (
    <button
      type="button"
      className={isAsking ? 'danger' : ''}
      onClick={press}
      onBlur={() => setAsking(false)}
      onPointerLeave={() => setAsking(false)}
    >
      {t(isAsking ? 'resetSure' : 'reset')}
    </button>
  );
};
