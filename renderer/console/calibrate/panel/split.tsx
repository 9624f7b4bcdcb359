import type { ReactNode } from 'react';

type Props = { board: ReactNode; children: ReactNode; thumb?: ReactNode };

/** Every mode has the same three places: the picture, what is set, and what the thumb holds. */
export const Split = ({ board, children, thumb }: Props) => (
  <>
    <div className="board-place">{board}</div>
    <div className="panel-place">{children}</div>
    {thumb ? <div className="thumb-place">{thumb}</div> : null}
  </>
);
