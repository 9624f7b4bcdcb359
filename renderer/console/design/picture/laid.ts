import type { CSSProperties } from 'react';
import type { Sight } from './sight.ts';

/** The picture follows the hand at once: what was drawn for another sight is stretched to its place until it is drawn anew. */
export const laid = (sight: Sight, drawn: Sight | null): CSSProperties => {
  if (!drawn) return {};
  const by = sight.view.scale / drawn.view.scale;
  const [x, y] = [sight.view.x - drawn.view.x * by, sight.view.y - drawn.view.y * by];
  return {
    width: drawn.room.width,
    height: drawn.room.height,
    transform: by === 1 && x === 0 && y === 0 ? undefined : `translate(${x}px, ${y}px) scale(${by})`,
  };
};
