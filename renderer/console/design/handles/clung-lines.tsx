import { toPixel, type Sight } from '../picture/sight.ts';

/** What holds the hand, while it does. */
type Props = { sight: Sight; held: { x: number | null; y: number | null } | null };

export const ClungLines = ({ sight, held }: Props) => {
  if (!held) return null;
  const { width, height } = sight.room;
  const { x, y } = toPixel(sight, { x: held.x ?? 0, y: held.y ?? 0 });
  return (
    <>
      {held.x !== null && <path className="clung" d={`M${x} 0V${height}`} />}
      {held.y !== null && <path className="clung" d={`M0 ${y}H${width}`} />}
    </>
  );
};
