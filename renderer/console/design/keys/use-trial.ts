import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { withClip } from '../../../../core/show/compile.ts';
import type { CompiledShow } from '../../../../core/show/compiled.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';

/** The show as a drag would make it, for the preview alone; what the show itself says of a clip ends it. */
type Trial = readonly { base: unknown; clip: BoardClip }[];
export type OnTrial = (clips: BoardClip | readonly BoardClip[] | null) => void;
const NONE: Trial = [];

export const useTrial = (show: CompiledShow, document: ShowDocument, timeline: string) => {
  const [trial, setTrial] = useState(NONE);
  const { records } = document;
  const latest = useRef(records);
  useEffect(() => {
    latest.current = records;
  }, [records]);
  const put = useCallback<OnTrial>((clips) => {
    const all = clips === null ? [] : 'id' in clips ? [clips] : clips;
    setTrial(all.length === 0 ? NONE : all.map((clip) => ({ base: latest.current[clip.id], clip })));
  }, []);
  const shown = useMemo(
    () =>
      trial
        .filter(({ base, clip }) => records[clip.id] === base)
        .reduce((made, { clip }) => withClip(made, timeline, clip), show),
    [show, timeline, trial, records],
  );
  return { shown, put };
};
