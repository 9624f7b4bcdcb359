/**
 * The wall in lettered and numbered squares, as on a chessboard: A1 is the lower left one. Two people who speak by radio
 * name a place with it.
 */
export type Square = { label: string; x: number; y: number; width: number; height: number; isDark: boolean };

/** Metres a side; the least that keeps letters single and numbers few. */
const SIDES = [0.5, 1, 2, 2.5, 5, 10, 20, 50] as const;
const MOST_COLUMNS = 26;
const MOST_ROWS = 20;

export const squaresOf = (canvas: { width: number; height: number }): Square[] => {
  const fits = (side: number): boolean =>
    Math.ceil(canvas.width / side) <= MOST_COLUMNS && Math.ceil(canvas.height / side) <= MOST_ROWS;
  const side = SIDES.find(fits) ?? Math.max(canvas.width / MOST_COLUMNS, canvas.height / MOST_ROWS);
  const columns = Math.ceil(canvas.width / side);
  const rows = Math.ceil(canvas.height / side);
  return Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const [x, y] = [column * side, row * side];
    return {
      label: `${String.fromCharCode(65 + column)}${row + 1}`,
      x,
      y,
      width: Math.min(side, canvas.width - x),
      height: Math.min(side, canvas.height - y),
      isDark: (column + row) % 2 === 0,
    };
  });
};
