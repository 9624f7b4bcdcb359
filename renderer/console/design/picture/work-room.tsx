import { useRef, type ReactNode } from 'react';
import { useRoom } from '../../calibrate/board/use-board.ts';
import { useKeptValue } from '../../kept.ts';
import { pictureHeight, shareOf, shareSchema } from './split.ts';
import { Splitter } from './splitter.tsx';

/** Picture above, timeline below, and the line between them. */
type Props = {
  /** Metres. */
  canvas: { width: number; height: number };
  picture: ReactNode;
  children: ReactNode;
};

export const WorkRoom = ({ canvas, picture, children }: Props) => {
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const [share, keep] = useKeptValue('frise-picture-share', shareSchema, null);
  const height = pictureHeight(share, room, canvas);
  return (
    <div ref={place} className="design-work">
      <div className="picture-place" style={{ height }}>
        {picture}
      </div>
      <Splitter
        height={height}
        onMove={(next) => keep(() => shareOf(next, room))}
        onReset={() => keep(() => null)}
      />
      {children}
    </div>
  );
};
