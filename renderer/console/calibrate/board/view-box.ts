/** How a board's own units (output pixels, metres) lie on the screen: screen = origin + unit · scale, CSS pixels. */
export type BoardView = { x: number; y: number; scale: number };
export type Box = { x: number; y: number; width: number; height: number };
export type Room = { width: number; height: number };
export type Place = readonly [x: number, y: number];

/** Room at the bottom for the zoom's own buttons, CSS pixels. */
const BUTTONS = 28;

/** All of the box, with a margin that leaves room for handles on its edge. */
export const fitBox = (box: Box, room: Room, margin = 36): BoardView => {
  const width = Math.max(40, room.width - 2 * margin);
  const height = Math.max(40, room.height - 2 * margin - BUTTONS);
  const scale = Math.min(width / Math.max(1e-6, box.width), height / Math.max(1e-6, box.height));
  return {
    scale,
    x: room.width / 2 - (box.x + box.width / 2) * scale,
    y: (room.height - BUTTONS) / 2 - (box.y + box.height / 2) * scale,
  };
};

export const toUnits = (view: BoardView, [x, y]: Place): Place => [
  (x - view.x) / view.scale,
  (y - view.y) / view.scale,
];

/** Zooms about a place on the screen, which stays where it is. */
export const zoomAt = (view: BoardView, [x, y]: Place, factor: number, fitted: number): BoardView => {
  const scale = Math.min(fitted * 200, Math.max(fitted / 4, view.scale * factor));
  const by = scale / view.scale;
  return { scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by };
};

/** Two fingers: their middle and their distance go on lying on the same units. */
export const pinch = (
  view: BoardView,
  before: readonly [Place, Place],
  after: readonly [Place, Place],
  fitted: number,
): BoardView => {
  const middle = ([a, b]: readonly [Place, Place]): Place => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const span = ([a, b]: readonly [Place, Place]): number => Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1]));
  const from = middle(before);
  const to = middle(after);
  const zoomed = zoomAt(view, from, span(after) / span(before), fitted);
  return { ...zoomed, x: zoomed.x + to[0] - from[0], y: zoomed.y + to[1] - from[1] };
};
