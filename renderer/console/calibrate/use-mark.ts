import { useEffect, useMemo } from 'react';
import type { Mark } from '../../../core/control/line-up.ts';
import type { ConsoleLink } from '../console-link.ts';
import { createLatest } from './latest.ts';
import { isPointMode, type Mode } from './modes.ts';

/** `selected`: indices of the output’s control points. */
export const markOf = (mode: Mode, selected: readonly number[], cross: Mark['cross']): Mark | null => {
  if (isPointMode(mode)) return { mesh: true, selected: [...selected], cross: null, masks: false };
  if (mode === 'masks') return { mesh: false, selected: [], cross: null, masks: true };
  if (mode === 'space') return { mesh: false, selected: [], cross, masks: false };
  return null;
};

/** Keeps the output itself showing what is chosen here: the technician looks at the wall, not at the screen. */
export const useMark = (link: ConsoleLink, output: string | null, mark: Mark | null): void => {
  const text = JSON.stringify(mark);
  const lane = useMemo(
    () =>
      createLatest<{ output: string; mark: Mark | null }>(
        (args) => link.verb('line-up/mark', args),
        requestAnimationFrame,
      ),
    [link],
  );
  useEffect(() => {
    const parsed: Mark | null = JSON.parse(text);
    if (output !== null) lane.push({ output, mark: parsed });
  }, [lane, output, text]);
  useEffect(() => {
    if (output === null) return undefined;
    return () => void link.verb('line-up/mark', { output, mark: null }).catch(() => undefined);
  }, [link, output]);
};
