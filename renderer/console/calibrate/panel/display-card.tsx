import type { ReactNode } from 'react';
import type { Topics } from '../../../../core/control/link.ts';
import { useWords } from '../../use-link.ts';
import type { Bounds } from './display-board.tsx';

type Props = {
  display: Topics['station']['displays'][number];
  number: number;
  bounds: Bounds;
  isOver: boolean;
  children: ReactNode;
};

const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(3)}%`;

export const DisplayCard = ({ display, number, bounds, isOver, children }: Props) => {
  const t = useWords();
  const { x, y, width, height, refresh, label, isPrimary } = display;
  return (
    <section
      className={`display-card ${isOver ? 'over' : ''}`}
      data-display={display.id}
      aria-label={label}
      style={{
        left: percent(x - bounds.x, bounds.width),
        top: percent(y - bounds.y, bounds.height),
        width: percent(width, bounds.width),
        height: percent(height, bounds.height),
      }}
    >
      <p>
        <b>{`${number} ${label}`}</b>
        {isPrimary && <span> · {t('displayPrimary')}</span>}
      </p>
      <p className="mono">
        {`${width} × ${height}`}
        {refresh > 0 ? ` · ${t('displayHz', { hz: Math.round(refresh * 100) / 100 })}` : ''}
        {` · ${x}, ${y}`}
      </p>
      <div className="chips">{children}</div>
    </section>
  );
};
