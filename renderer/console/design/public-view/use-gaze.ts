import { useCallback, useMemo, useState } from 'react';
import type { FacadeModel } from '../../../../core/facade/model.ts';
import { orbited, zoomed } from '../../../../core/facade/view-lens.ts';
import { gazeFor, gazeOf, type Gaze } from '../../../../core/facade/viewpoint.ts';

/** From where this page looks: at the elevation, or from a place that its person walks on from. */
export type GazeDesk = {
  /** null: the elevation. */
  gaze: Gaze | null;
  /** The viewpoint walked on from; '' where the façade names none. */
  viewpoint: string;
  /** null: the elevation; '' the façade's first viewpoint, or the one that it would have. */
  look(viewpoint: string | null): void;
  orbit(turn: number, rise: number): void;
  zoom(by: number): void;
  reset(): void;
};

export const useGaze = (facade: FacadeModel | null): GazeDesk => {
  const [gaze, setGaze] = useState<Gaze | null>(null);
  const [viewpoint, setViewpoint] = useState('');
  const look = useCallback(
    (key: string | null) => {
      if (key === null || !facade) return setGaze(null);
      const found = gazeFor(facade, {
        viewpoint: key === '' ? null : key,
        eye: null,
        target: null,
        lens: null,
      });
      setViewpoint(key === '' ? (facade.viewpoints[0]?.key ?? '') : key);
      setGaze(found.ok ? found.value : gazeOf(facade));
    },
    [facade],
  );
  const orbit = useCallback(
    (turn: number, rise: number) => setGaze((now) => now && orbited(now, turn, rise)),
    [],
  );
  const zoom = useCallback((by: number) => setGaze((now) => now && zoomed(now, by)), []);
  const reset = useCallback(() => look(viewpoint), [look, viewpoint]);
  return useMemo(
    () => ({ gaze, viewpoint, look, orbit, zoom, reset }),
    [gaze, viewpoint, look, orbit, zoom, reset],
  );
};
