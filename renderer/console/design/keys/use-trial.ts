import { useCallback, useMemo, useState } from 'react';
import { withClip } from '../../../../core/show/compile.ts';
import type { CompiledShow } from '../../../../core/show/compiled.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';

/** The show as a drag would make it, for the preview alone; what the show itself says of the clip ends it. */
type Trial = { base: unknown; clip: BoardClip };

export const useTrial = (show: CompiledShow, document: ShowDocument, timeline: string) => {
  const [trial, setTrial] = useState<Trial | null>(null);
  const { records } = document;
  const put = useCallback(
    (clip: BoardClip | null) => setTrial(clip && { base: records[clip.id], clip }),
    [records],
  );
  const stands = trial !== null && records[trial.clip.id] === trial.base;
  const shown = useMemo(
    () => (trial && stands ? withClip(show, timeline, trial.clip) : show),
    [show, timeline, trial, stands],
  );
  return { shown, put };
};
