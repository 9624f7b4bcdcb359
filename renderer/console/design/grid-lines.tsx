import { memo } from 'react';
import type { Board } from '../../../core/show/timeline-edit/board.ts';
import { gridLines } from '../../../core/show/timeline-edit/grid.ts';
import { HEAD, RULER, timesIn, type Scroll } from './view.ts';

/** Bars and beats under everything, so that a clip is seen to lie on them. */
type Props = { board: Board; scroll: Scroll; scale: number; height: number };

export const GridLines = memo(({ board, scroll, scale, height }: Props) => {
  const { from, to } = timesIn(scroll, scale);
  const until = Math.min(to, board.timeline.duration);
  return gridLines(board.timeline.tempo, from, until, 26 / scale).map(({ at, kind }) => (
    <i
      key={at}
      className={kind === 'bar' ? 'board-bar' : 'board-beat'}
      style={{ left: HEAD + at * scale, top: RULER, height: height - RULER }}
    />
  ));
});
