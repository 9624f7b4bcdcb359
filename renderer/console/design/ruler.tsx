import { gridLines, rulerStep } from '../../../core/show/timeline-edit/grid.ts';
import type { Board } from '../../../core/show/timeline-edit/board.ts';
import type { CompiledCue } from '../../../core/show/compiled.ts';
import { nameOfCue } from '../run/words-of.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { HEAD, RULER, rulerText, timesIn, type Scroll } from './view.ts';

/** Time above, bars below, cues as flags. Only what is in sight is drawn. */
type Props = { board: Board; cues: readonly CompiledCue[]; scroll: Scroll; scale: number; playhead: number };
const APART = 76;

export const Ruler = ({ board, cues, scroll, scale, playhead }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const seen = timesIn(scroll, scale);
  const to = Math.min(seen.to, board.timeline.duration);
  const step = rulerStep(APART / scale);
  const first = Math.ceil(seen.from / step);
  const times = Array.from(
    { length: Math.max(0, Math.floor(to / step) - first + 1) },
    (_, i) => (first + i) * step,
  );
  return (
    <div className="ruler" data-ruler>
      <i className="playhead" style={{ left: HEAD + playhead * scale, height: RULER }} />
      <div className="corner">{t('designCorner')}</div>
      {times.map((at) => (
        <span key={at} className="tick" style={{ left: HEAD + at * scale }}>
          {rulerText(at, step)}
        </span>
      ))}
      {gridLines(board.timeline.tempo, seen.from, to, 26 / scale).map(({ at, kind, bar }) => (
        <span key={at} className={`grid-line ${kind}`} style={{ left: HEAD + at * scale }}>
          {kind === 'bar' ? bar : ''}
        </span>
      ))}
      {cues.map((cue) => {
        const at = cue.at?.position ?? 0;
        if (at < seen.from || at > seen.to) return null;
        return (
          <span
            key={cue.id}
            className="flag"
            style={{ left: HEAD + at * scale }}
            title={`${cue.number} ${nameOfCue(cue, language)}`}
          >
            ⚑ {cue.number}
          </span>
        );
      })}
    </div>
  );
};
