import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { modelOf } from '../../../core/facade/model-of.ts';
import type { Problem } from '../../../core/result.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { useTopic, useWords } from '../use-link.ts';
import type { FacadePreview } from './facade-preview.ts';

/** The façade at the page's own playhead. Three.js comes with the first preview: no other page waits for it. */
type Props = {
  show: CompiledShow;
  timeline: string;
  position: number;
  /** What lies over the picture. */
  overlay?: ReactNode;
};

export const Preview = ({ show, timeline, position, overlay }: Props) => {
  const t = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [preview, setPreview] = useState<FacadePreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const document = useTopic('facade')?.document;
  const facade = useMemo(() => (document ? modelOf(document) : null), [document]);
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
    if (preview && facade) preview.show({ show, facade, timeline, position });
  }, [preview, facade, show, timeline, position]);
  return (
    <section className="design-preview" aria-label={t('designPreview')}>
      <canvas ref={canvas} />
      {overlay}
      {problem === null ? (
        <p className="hint">{t('designPreviewNote')}</p>
      ) : (
        <p className="amber-text">{t('designPreviewFailed', { text: problem.message })}</p>
      )}
    </section>
  );
};
