import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { modelOf } from '../../../core/facade/model-of.ts';
import type { Gaze } from '../../../core/facade/viewpoint.ts';
import type { Problem } from '../../../core/result.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { useTopic, useWords } from '../use-link.ts';
import type { FacadePreview } from './facade-preview.ts';
import { useGaze } from './public-view/use-gaze.ts';
import { useOrbit } from './public-view/use-orbit.ts';
import { ViewBar } from './public-view/view-bar.tsx';
import './public-view/public-view.css';

/**
 * The façade at the page's own playhead, flat or from the public's place. Three.js comes with the first preview: no other
 * page waits for it.
 */
type Props = {
  show: CompiledShow;
  timeline: string;
  position: number;
  /** What lies over the elevation. */
  overlay?: ReactNode;
};

export const Preview = ({ show, timeline, position, overlay }: Props) => {
  const t = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [preview, setPreview] = useState<FacadePreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const document = useTopic('facade')?.document;
  const facade = useMemo(() => (document ? modelOf(document) : null), [document]);
  const desk = useGaze(facade);
  const { gaze } = desk;
  useOrbit(canvas, gaze !== null, desk);
  useEffect(() => {
    let made: FacadePreview | null = null;
    let isOver = false;
    const failed = (error: unknown): void =>
      setProblem({
        code: 'picture-failed',
        message: error instanceof Error ? error.message : String(error),
        path: '',
      });
    import('./facade-preview.ts')
      .then(({ createFacadePreview }) => {
        if (isOver || !canvas.current) return;
        made = createFacadePreview(canvas.current, setProblem);
        setPreview(made);
      })
      .catch(failed);
    return () => {
      isOver = true;
      made?.dispose();
    };
  }, []);
  useEffect(() => {
    if (preview && facade) preview.show({ show, facade, timeline, position, gaze });
  }, [preview, facade, show, timeline, position, gaze]);
  return (
    <section className="design-preview" aria-label={t('designPreview')}>
      <ViewBar facade={facade} desk={desk} />
      <canvas
        ref={canvas}
        data-view={gaze ? 'public' : 'canvas'}
        tabIndex={gaze ? 0 : undefined}
        aria-label={gaze ? t('publicPicture') : undefined}
      />
      {gaze === null && overlay}
      {problem === null ? (
        <p className="hint">{gaze ? `${t('publicNote')} ${placeText(t, gaze)}` : t('designPreviewNote')}</p>
      ) : (
        <p className="amber-text">{t('designPreviewFailed', { text: problem.message })}</p>
      )}
    </section>
  );
};

const placeText = (t: ReturnType<typeof useWords>, { eye, lens }: Gaze): string =>
  t('publicPlace', { z: Math.round(eye[2]), y: eye[1].toFixed(1), lens: Math.round(lens) });
