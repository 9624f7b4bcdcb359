import { useEffect, useMemo, useRef, useState } from 'react';
import { createLatest } from '../../calibrate/latest.ts';
import { after } from '../../../link/clock.ts';
import { useLink, useWords } from '../../use-link.ts';
import { useStatus } from '../status.ts';

/**
 * The master as the hand rides it: the fader shows the hand at once, the line gets the newest level and never a queue.
 * Half a second after the hand has stopped it shows what the host says.
 */
export const useMaster = () => {
  const link = useLink();
  const told = useStatus(({ master }) => master.level) ?? 1;
  const [hand, setHand] = useState<number | null>(null);
  const lane = useMemo(
    () =>
      createLatest(
        (level: number) => link.verb('master', { level }),
        (run) => void requestAnimationFrame(run),
      ),
    [link],
  );
  useEffect(() => (hand === null ? undefined : after(500, () => setHand(null))), [hand, told]);
  const level = hand ?? told;
  const newest = useRef(level);
  useEffect(() => {
    newest.current = level;
  }, [level]);
  return useMemo(() => {
    const set = (next: number): void => {
      const level = Math.round(Math.min(1, Math.max(0, next)) * 100) / 100;
      newest.current = level;
      setHand(level);
      lane.push(level);
    };
    return { level, set, step: (by: number) => set(newest.current + by) };
  }, [level, lane]);
};

type Props = { level: number; onLevel: (level: number) => void };

export const MasterFader = ({ level, onLevel }: Props) => {
  const t = useWords();
  const percent = Math.round(level * 100);
  return (
    <label className={`master ${percent < 100 ? 'down' : ''}`}>
      <span>{t('master')}</span>
      <input
        type="range"
        min={0}
        max={100}
        value={percent}
        aria-valuetext={`${percent} %`}
        onChange={(event) => onLevel(Number(event.target.value) / 100)}
        // The arrow keys are standby's again when the mouse lets go.
        onPointerUp={(event) => event.currentTarget.blur()}
      />
      <output>{`${percent} %`}</output>
    </label>
  );
};
