import { gridLines, rulerStep } from '../../../core/show/timeline-edit/grid.ts';
import type { Board } from '../../../core/show/timeline-edit/board.ts';
import type { CompiledCue } from '../../../core/show/compiled.ts';
import { markersOf } from '../../../core/show/timeline-edit/markers.ts';
import type { YearMark } from '../../../core/show/timeline-edit/years.ts';
import { nameOfCue } from '../run/words-of.ts';
import { useLanguage, useWords } from '../use-link.ts';
import type { Loop } from './use-playhead.ts';
import { HEAD, RULER, rulerText, timesIn, type Scroll } from './view.ts';

/** Time above, the years that the show tells, cues and markers as flags, bars below. Only what is in sight is drawn. */
type Props = {
  board: Board;
  cues: readonly CompiledCue[];
  years: readonly YearMark[];
  loop: Loop | null;
  scroll: Scroll;
  scale: number;
  playhead: number;
};
const APART = 76;
/** Pixels between two years. */
const YEARS_APART = 44;

export const Ruler = ({ board, cues, years, loop, scroll, scale, playhead }: Props) => {
  const t = useWords();
  const seen = timesIn(scroll, scale);
  const to = Math.min(seen.to, board.timeline.duration);
  const step = rulerStep(APART / scale);
  const first = Math.ceil(seen.from / step);
  const times = Array.from(
    { length: Math.max(0, Math.floor(to / step) - first + 1) },
    (_, i) => (first + i) * step,
  );
  const at = (seconds: number) => ({ left: HEAD + seconds * scale });
  return (
    <div className="ruler" data-ruler style={{ height: RULER }}>
      {loop && <i className="loop" style={{ ...at(loop.from), width: (loop.to - loop.from) * scale }} />}
      <i className="playhead" style={{ ...at(playhead), height: RULER }} />
      <div className="corner" style={{ height: RULER - 1 }}>
        {t(years.length > 0 ? 'designCornerYears' : 'designCorner')}
      </div>
      {times.map((time) => (
        <span key={time} className="tick" style={at(time)}>
          {rulerText(time, step)}
        </span>
      ))}
      {apart(years, YEARS_APART / scale)
        .filter((mark) => mark.at >= seen.from && mark.at <= seen.to)
        .map((mark) => (
          <span key={mark.at} className="year" style={at(mark.at)}>
            {mark.year}
          </span>
        ))}
      {gridLines(board.timeline.tempo, seen.from, to, 26 / scale).map((line) => (
        <span key={line.at} className={`grid-line ${line.kind}`} style={at(line.at)}>
          {line.kind === 'bar' ? line.bar : ''}
        </span>
      ))}
      <Flags {...{ board, cues, scale, seen }} />
    </div>
  );
};

type FlagsProps = Pick<Props, 'board' | 'cues' | 'scale'> & { seen: { from: number; to: number } };
const Flags = ({ board, cues, scale, seen }: FlagsProps) => {
  const language = useLanguage();
  const isSeen = (at: number): boolean => at >= seen.from && at <= seen.to;
  return (
    <>
      {markersOf(board)
        .filter(({ at }) => isSeen(at))
        .map(({ at, name, colour }) => (
          <span
            key={at}
            className="marker"
            style={{ left: HEAD + at * scale, ['--marker' as string]: colour }}
            title={name}
          >
            ▾ {name}
          </span>
        ))}
      {cues.map((cue) => {
        const at = cue.at?.position ?? 0;
        if (!isSeen(at)) return null;
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
    </>
  );
};

/** No two nearer than so many seconds; what is left out comes back when one zooms in. */
const apart = (years: readonly YearMark[], seconds: number): YearMark[] => {
  const kept: YearMark[] = [];
  for (const mark of years) if (mark.at - (kept.at(-1)?.at ?? -Infinity) >= seconds) kept.push(mark);
  return kept;
};
