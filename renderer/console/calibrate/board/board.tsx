import { useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useEscape } from '../../escape.ts';
import { useWords } from '../../use-link.ts';
import { createLive } from '../live.ts';
import { createPointers, type Tool } from './pointers.ts';
import { usePointers, useRoom, useWheel } from './use-board.ts';
import { fitBox, zoomAt, type BoardView, type Box } from './view-box.ts';

type Props = {
  label: string;
  /** What "show all" shows, board units. */
  box: Box;
  tool: Tool;
  /** `scale`: CSS pixels a unit, for what must keep its size on the screen. */
  children: (scale: number) => ReactNode;
};

type Now = { view: BoardView; fitted: number; tool: Tool };

/** A drawing that is zoomed, moved and worked on, by mouse, finger or pinch. y runs down. */
export const Board = ({ label, box, tool, children }: Props) => {
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const fitted = fitBox(box, room);
  const [own, setOwn] = useState<BoardView | null>(null);
  const view = own ?? fitted;
  const [now] = useState(() => createLive<Now>({ view, fitted: fitted.scale, tool }));
  useLayoutEffect(() => now.set({ view, fitted: fitted.scale, tool }));
  const setView = useCallback(
    (next: BoardView) => {
      now.set({ ...now.get(), view: next });
      setOwn(next);
    },
    [now],
  );
  const [isDragging, setDragging] = useState(false);
  const [pointers] = useState(() =>
    createPointers({
      view: () => now.get().view,
      setView,
      fitted: () => now.get().fitted,
      tool: () => now.get().tool,
      onDrag: setDragging,
    }),
  );
  useEscape(isDragging, pointers.cancel);
  usePointers(frame, pointers);
  useWheel(frame, now, setView);
  return (
    <div className="board" ref={frame}>
      <svg aria-label={label} width={room.width} height={room.height}>
        <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>{children(view.scale)}</g>
      </svg>
      <Zoom
        onZoom={(factor) => setOwn(zoomAt(view, [room.width / 2, room.height / 2], factor, fitted.scale))}
        onFit={() => setOwn(null)}
      />
    </div>
  );
};

const Zoom = ({ onZoom, onFit }: { onZoom: (factor: number) => void; onFit: () => void }) => {
  const t = useWords();
  return (
    <div className="zoom">
      <button type="button" aria-label={t('zoomIn')} onClick={() => onZoom(1.5)}>
        +
      </button>
      <button type="button" aria-label={t('zoomOut')} onClick={() => onZoom(1 / 1.5)}>
        −
      </button>
      <button type="button" aria-label={t('zoomFit')} onClick={onFit}>
        ⤢
      </button>
    </div>
  );
};
