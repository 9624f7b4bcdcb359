import { z } from 'zod';

/** How the room between picture and timeline is shared: as this browser has it, or as the façade's shape asks for. Pure. */
export const shareSchema = z.number().min(0).max(1).nullable();
/** Pixels that either keeps at least. */
const LEAST = { picture: 150, board: 170 };
/** Above and below the picture, pixels: its buttons and what is told of it. */
const BARS = 76;
/** Of the room, while nobody has said otherwise. */
const MOST = 0.46;

type Room = { width: number; height: number };
/** Pixels of the picture with its bars; `share` null: as the canvas needs, seen whole over the full width. */
export const pictureHeight = (share: number | null, room: Room, canvas: Room): number => {
  const whole = BARS + (room.width * canvas.height) / canvas.width;
  const wanted = share === null ? Math.min(whole, room.height * MOST) : share * room.height;
  return Math.round(Math.max(LEAST.picture, Math.min(room.height - LEAST.board, wanted)));
};
export const shareOf = (pixels: number, { height }: Room): number =>
  Math.min(1, Math.max(0, pixels / Math.max(1, height)));
