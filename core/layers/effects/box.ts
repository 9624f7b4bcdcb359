/** Rectangles of the canvas, metres: where a picture is, and what must be seen of it. null: nobody can say where. */
export type Box = { x: number; y: number; width: number; height: number };

export const grownBy = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

/** What both hold; null: nothing. */
export const commonBox = (a: Box, b: Box): Box | null => {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
};

/** The distance from a point to the farthest corner. */
export const farthest = (box: Box, x: number, y: number): number =>
  Math.hypot(
    Math.max(Math.abs(box.x - x), Math.abs(box.x + box.width - x)),
    Math.max(Math.abs(box.y - y), Math.abs(box.y + box.height - y)),
  );
