import { useMemo, useState } from 'react';
import { modelOf } from '../../../core/facade/model-of.ts';
import { compileRig } from '../../../core/rig/rig.document.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { useEscape } from '../escape.ts';
import { useFocusInside } from '../focus-inside.ts';
import { problemText } from '../problem-text.ts';
import { useLanguage, useLink, useTopic, useWords } from '../use-link.ts';
import { useVerb } from '../use-verb.ts';
import { ExportForm } from './export-form.tsx';
import { ExportList } from './export-list.tsx';
import { heightOf, wishOf, type Choice } from './wish.ts';
import './export.css';

type Props = { show: CompiledShow; playhead: number; onClose: () => void };

/** A film or a still for somebody who is not here. The page goes on working beneath it. */
export const ExportCard = ({ show, playhead, onClose }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const first = useFocusInside<HTMLButtonElement>();
  useEscape(true, onClose);
  const [send, problem] = useVerb(useLink());
  const rig = useTopic('rig')?.document;
  const outputs = useMemo(() => (rig ? compileRig(rig).outputs : []), [rig]);
  const facade = useTopic('facade')?.document;
  const viewpoints = useMemo(() => (facade ? modelOf(facade).viewpoints : []), [facade]);
  const duration = show.timelines[show.show.main]?.duration ?? 0;
  const [choice, choose] = useState<Choice>({
    isFilm: true,
    output: null,
    viewpoint: null,
    from: 0,
    to: duration,
    width: 960,
    fps: 25,
    container: 'mp4',
    isMute: false,
    language: null,
  });
  const output = outputs.find(({ key }) => key === choice.output) ?? null;
  const height = heightOf(choice.width, show.show.canvas, output, choice.viewpoint !== null);
  const wish = wishOf(choice, height, duration);
  return (
    <dialog open className="export-card" aria-label={t('exportTitle')}>
      <h2>{t('exportTitle')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (wish !== null) send('export/start', wish);
        }}
      >
        <ExportForm
          {...{ choice, outputs, viewpoints, height, playhead }}
          onChange={(next) => choose((now) => ({ ...now, ...next }))}
        />
        {wish === null && <p className="amber-text">{t('exportNoPlace')}</p>}
        {problem && (
          <p className="red-text" role="alert">
            {problemText(language, problem)}
          </p>
        )}
        <div className="export-actions">
          <button ref={first} type="submit" className="primary" disabled={wish === null}>
            {t('exportStart')}
          </button>
          <button type="button" onClick={onClose}>
            {t('close')}
          </button>
        </div>
      </form>
      <ExportList send={send} />
    </dialog>
  );
};
