import { useEffect, useMemo, useRef, useState } from 'react';
import { followedMedia } from '../../../../core/show/compile.ts';
import type { CompiledShow } from '../../../../core/show/compiled.ts';
import { followAnalyses, type Analyses, type AnalysisStore } from '../../../link/analyses.ts';
import { useLink } from '../../use-link.ts';

/** The show with the analyses of the sounds that something follows, as the outputs draw it. */
export const useHeard = (show: CompiledShow): CompiledShow => {
  const link = useLink();
  const [analyses, setAnalyses] = useState<Analyses>({});
  const store = useRef<AnalysisStore | null>(null);
  useEffect(() => {
    const made = followAnalyses(link, setAnalyses);
    store.current = made;
    return () => made.dispose();
  }, [link]);
  useEffect(() => store.current?.want(followedMedia(show)), [show]);
  return useMemo(() => ({ ...show, analyses }), [show, analyses]);
};
