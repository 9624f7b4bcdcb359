import { useEffect, useState, type RefObject } from 'react';
import type { Problem } from '../../../../core/result.ts';
import type { FacadePreview, Wanted } from '../facade-preview.ts';
import { useLink } from '../../use-link.ts';
import type { Sight } from './sight.ts';

/** The stage of this page, once it has come; what it shows, and what it last drew the elevation for. */
export const useFacadePreview = (canvas: RefObject<HTMLCanvasElement | null>, wanted: Wanted | null) => {
  const link = useLink();
  const [preview, setPreview] = useState<FacadePreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [drawn, setDrawn] = useState<Sight | null>(null);
  useEffect(() => {
    let made: FacadePreview | null = null;
    let isOver = false;
    const failed = (error: unknown): void =>
      setProblem({
        code: 'picture-failed',
        message: error instanceof Error ? error.message : String(error),
        path: '',
      });
    import('../facade-preview.ts')
      .then(({ createFacadePreview }) => {
        if (isOver || !canvas.current) return;
        made = createFacadePreview(canvas.current, { report: setProblem, drawn: setDrawn }, link);
        setPreview(made);
      })
      .catch(failed);
    return () => {
      isOver = true;
      made?.dispose();
    };
  }, [canvas, link]);
  useEffect(() => {
    if (preview && wanted) preview.show(wanted);
  }, [preview, wanted]);
  return { problem, drawn };
};
