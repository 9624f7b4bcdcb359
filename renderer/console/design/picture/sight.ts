import type { Point } from '../../../../core/show/keys-edit/place-edit.ts';
import { zoomAt, type BoardView, type Place, type Room } from '../../calibrate/board/view-box.ts';

/**
 * How the show's canvas lies in the picture's room. Purely: metres (x right, y up from the lower left corner) and CSS
 * pixels of the room (x right, y down). A unit of `view` is a metre, its origin the canvas's upper left corner.
 */
export type Sight = { view: BoardView; canvas: Room; room: Room };
export type Box = { x: number; y: number; width: number; height: number };

/** Pixels around a canvas that is seen whole, and what of one that was moved away is left to be dragged back. */
const MARGIN = 8;
const LEFT_IN_SIGHT = 40;

/** The whole canvas in the middle of the room. */
export const fitted = (canvas: Room, room: Room, margin = MARGIN): BoardView => {
  const width = Math.max(16, room.width - 2 * margin);
  const height = Math.max(16, room.height - 2 * margin);
  const scale = Math.min(width / canvas.width, height / canvas.height);
  return {
    scale,
    x: (room.width - canvas.width * scale) / 2,
    y: (room.height - canvas.height * scale) / 2,
  };
};

export const toPixel = ({ view, canvas }: Sight, { x, y }: Point): Point => ({
  x: view.x + x * view.scale,
  y: view.y + (canvas.height - y) * view.scale,
});
export const toMetre = ({ view, canvas }: Sight, { x, y }: Point): Point => ({
  x: (x - view.x) / view.scale,
  y: canvas.height - (y - view.y) / view.scale,
});

/** What the room shows, canvas metres; more than the canvas where it ends within the room. */
export const regionOf = (sight: Sight): Box => {
  const { scale } = sight.view;
  const corner = toMetre(sight, { x: 0, y: sight.room.height });
  return { ...corner, width: sight.room.width / scale, height: sight.room.height / scale };
};
/** A box of the canvas in the room's pixels. */
export const boxOn = (sight: Sight, { x, y, width, height }: Box): Box => ({
  ...toPixel(sight, { x, y: y + height }),
  width: width * sight.view.scale,
  height: height * sight.view.scale,
});

/** A view that leaves some of the canvas in sight: nobody loses it in the dark. */
export const kept = (view: BoardView, canvas: Room, room: Room): BoardView => {
  const within = (at: number, size: number, space: number): number =>
    Math.min(space - LEFT_IN_SIGHT, Math.max(LEFT_IN_SIGHT - size, at));
  return {
    scale: view.scale,
    x: within(view.x, canvas.width * view.scale, room.width),
    y: within(view.y, canvas.height * view.scale, room.height),
  };
};

const middleOf = ({ width, height }: Room): Place => [width / 2, height / 2];
/** Closer by a factor about a place of the room, which goes on lying on the same stone. */
export const closer = (
  { view, canvas, room }: Sight,
  factor: number,
  at: Place = middleOf(room),
): BoardView => kept(zoomAt(view, at, factor, fitted(canvas, room).scale), canvas, room);
export const moved = ({ view, canvas, room }: Sight, by: Point): BoardView =>
  kept({ ...view, x: view.x + by.x, y: view.y + by.y }, canvas, room);
/** CSS pixels a metre, about the middle of the room. */
export const atScale = (sight: Sight, scale: number): BoardView => closer(sight, scale / sight.view.scale);

/** 100 %: a pixel of the show's own canvas is a pixel of the screen. */
export const percentOf = ({ view }: Sight, density: number): number =>
  Math.max(1, Math.round((view.scale / density) * 100));

/** For an SVG group whose contents are metres. */
export const metresIn = ({ view, canvas }: Sight): string =>
  `matrix(${view.scale} 0 0 ${-view.scale} ${view.x} ${view.y + canvas.height * view.scale})`;
