import { useEffect, useState } from 'react';
import type { Result } from '../../../../core/result.ts';
import type { PoseSolution } from '../../../../core/rig/pose-solve.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import type { CalibrationRecord } from '../../../../core/rig/warp.schema.ts';
import { useMeasure } from '../light/use-measure.ts';

/** The pose that the pairs give, solved beside the page; null while it is worked out or there are no pairs. */
export const usePose = (
  calibration: CalibrationRecord,
  { width, height, rotation, mirror }: CompiledOutput,
  thresholdPx: number,
): Result<PoseSolution> | null => {
  const ask = useMeasure();
  const [found, setFound] = useState<{ text: string; solved: Result<PoseSolution> } | null>(null);
  const text = JSON.stringify(calibration);
  useEffect(() => {
    let isLate = false;
    const asked: CalibrationRecord = JSON.parse(text);
    if (asked.pairs.length === 0) return undefined;
    const size = { width, height, rotation, mirror };
    void ask({ kind: 'pose', calibration: asked, size, thresholdPx }).then((value) => {
      if (!isLate && value.kind === 'pose') setFound({ text, solved: value.solved });
    });
    return () => {
      isLate = true;
    };
  }, [ask, text, width, height, rotation, mirror, thresholdPx]);
  return found?.text === text ? found.solved : null;
};
