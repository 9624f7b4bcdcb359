import { gridLines, rulerStep } from '../../../core/show/timeline-edit/grid.ts';
import type { Board } from '../../../core/show/timeline-edit/board.ts';
import type { CompiledCue } from '../../../core/show/compiled.ts';
import { markersOf } from '../../../core/show/timeline-edit/markers.ts';
import type { YearMark } from '../../../core/show/timeline-edit/years.ts';
import { useWords } from '../use-link.ts';
import { CueFlag, type FlagEdits } from './cue-flag.tsx';
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
  mayEdit: boolean;
  edits: FlagEdits;
  /** Where a cue that is dragged clings to. */
  onto(at: number): number;
};
const APART = 76;
/** Pixels between two years. */
const YEARS_APART = 44;

export const Ruler = (props: Props) => {
  const { board, years, loop, scroll, scale, playhead } = props;
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
      <Flags {...props} seen={seen} />
    </div>
  );
};

type FlagsProps = Pick<Props, 'board' | 'cues' | 'scale' | 'mayEdit' | 'edits' | 'onto'> & {
  seen: { from: number; to: number };
};
const Flags = ({ board, cues, scale, seen, mayEdit, edits, onto }: FlagsProps) => {
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
      {cues
        .filter((cue) => isSeen(cue.at?.position ?? 0))
        .map((cue) => (
          <CueFlag key={cue.id} {...{ cue, scale, mayEdit, edits, onto }} />
        ))}
    </>
  );
};

/** No two nearer than so many seconds; what is left out comes back when one zooms in. */
const apart = (years: readonly YearMark[], seconds: number): YearMark[] => {
  const kept: YearMark[] = [];
  for (const mark of years) if (mark.at - (kept.at(-1)?.at ?? -Infinity) >= seconds) kept.push(mark);
  return kept;
};
