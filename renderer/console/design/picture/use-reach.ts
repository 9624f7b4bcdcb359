import { useEffect, useState } from 'react';
import type { FacadeModel } from '../../../../core/facade/model.ts';
import { facadeData } from '../../../../core/facade/select.ts';
import type { CompiledRig } from '../../../../core/rig/rig.document.ts';
import { reachOf, type ReachMap } from './reach.ts';
import type { ReachQuestion } from './reach.worker.ts';

/** Worked out beside the page when it is asked for; null until it is there. What stood there stays until there is a newer. */
export const useReach = (
  isOn: boolean,
  rig: CompiledRig | null,
  facade: FacadeModel | null,
  { width, height }: { width: number; height: number },
): ReachMap | null => {
  const [reach, setReach] = useState<ReachMap | null>(null);
  useEffect(() => {
    if (!isOn || !rig) return undefined;
    const canvas = { width, height };
    const worker = new Worker(new URL('./reach.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<ReachMap>) => setReach(data));
    // Where no worker runs, a page that stands still for a moment is better than none of it.
    worker.addEventListener('error', () => setReach(reachOf(rig, facade, canvas)));
    worker.postMessage({ rig, facade: facade && facadeData(facade), canvas } satisfies ReachQuestion);
    return () => worker.terminate();
  }, [isOn, rig, facade, width, height]);
  return isOn ? reach : null;
};
