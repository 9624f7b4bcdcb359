import { pageSeconds } from '../../../link/clock.ts';
import { useTopic } from '../../use-link.ts';
import { useFrozen, useStatus } from '../status.ts';
import { Ticking, useFrame } from '../use-frame.tsx';
import { wallText } from '../format.ts';
import { useVersion } from '../use-version.ts';
import { ChipMark } from './chip.tsx';
import { frameChips, mainState, stationChips } from './run-state.ts';

/** How it stands, in words: the show's state first, then what lies over it and what the station does; and the time. */
export const StateLine = () => {
  const main = useFrame(mainState);
  const over = useFrame(frameChips);
  const timecode = useTopic('timecode');
  const lock = useTopic('lock');
  const isFrozen = useFrozen();
  const isSoft = useVersion()?.flashes === 'soft';
  const station =
    useStatus(({ master, inputs }) => stationChips({ master, inputs, timecode, lock, isFrozen, isSoft })) ??
    [];
  return (
    <header className="state-line">
      <output className="chips" data-testid="state">
        {[main, ...over, ...station].map((chip) => (
          <ChipMark key={chip.word} chip={chip} />
        ))}
      </output>
      <Ticking className="wall-clock" text={wallNow} />
    </header>
  );
};

const wallNow = (): string => wallText(new Date(pageSeconds() * 1000).toISOString());
