import { useEffect, useState } from 'react';
import type { FacadeModel } from '../../../../core/facade/model.ts';
import type { CompiledRig } from '../../../../core/rig/rig.document.ts';
import { reachOf, type ReachMap } from './reach.ts';

/** Worked out when it is asked for, behind what the page has to draw first; null until it is there. */
export const useReach = (
  isOn: boolean,
  rig: CompiledRig | null,
  facade: FacadeModel | null,
  { width, height }: { width: number; height: number },
): ReachMap | null => {
  const [reach, setReach] = useState<ReachMap | null>(null);
  useEffect(() => {
    if (!isOn || !rig) return undefined;
    const handle = requestAnimationFrame(() => setReach(reachOf(rig, facade, { width, height })));
    return () => cancelAnimationFrame(handle);
  }, [isOn, rig, facade, width, height]);
  return isOn ? reach : null;
};
