import { useRef } from 'react';
import { useWords } from '../../use-link.ts';

/** The line between picture and timeline: dragged, moved by arrows, put back by a double press. */
type Props = {
  /** Pixels of the picture above. */
  height: number;
  onMove: (height: number) => void;
  onReset: () => void;
};
const STEP = 16;

export const Splitter = ({ height, onMove, onReset }: Props) => {
  const t = useWords();
  const held = useRef<number | null>(null);
  return (
    <div
      className="picture-splitter"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <hr> takes no hand
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t('pictureSplitter')}
      aria-valuenow={height}
      title={t('pictureSplitter')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId);
        held.current = event.clientY - height;
      }}
      onPointerMove={(event) => {
        if (held.current !== null) onMove(event.clientY - held.current);
      }}
      onPointerUp={() => (held.current = null)}
      onPointerCancel={() => (held.current = null)}
      onDoubleClick={onReset}
      onKeyDown={(event) => {
        const by = { ArrowUp: -STEP, ArrowDown: STEP }[event.key];
        if (by === undefined && event.key !== 'Home') return;
        event.preventDefault();
        event.stopPropagation();
        if (by === undefined) onReset();
        else onMove(height + by);
      }}
    />
  );
};
