import type { Point } from '../../../../core/show/keys-edit/place-edit.ts';

/** A name beside the pointer, CSS pixels; where the room ends at the right it stands to the left. */
type Props = { room: { width: number }; place: Point; text: string };

export const ElementName = ({ room, place: { x, y }, text }: Props) => {
  const isFar = x > room.width * 0.7;
  return (
    <text
      className="element-name"
      x={isFar ? x - 12 : x + 14}
      y={Math.max(34, y - 8)}
      textAnchor={isFar ? 'end' : 'start'}
    >
      {text}
    </text>
  );
};
