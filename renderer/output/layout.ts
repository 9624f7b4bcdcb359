import type { Topics } from '../../core/control/link.ts';

/**
 * Where each output lies in a window that several share. In the shell's window, over its own display; anywhere else they
 * stand side by side, as large as fits.
 */
export type Area = { x: number; y: number; width: number; height: number };
/** The window's inside on the desktop, and device pixels per desktop pixel. */
export type WindowBox = Area & { ratio: number };
type Raster = { name: string; width: number; height: number };
type Station = Pick<Topics['station'], 'displays' | 'places'>;

/** Desktop pixels that a window may be off. */
const NEAR = 2;

/** Device pixels, y down, in the order of the outputs; null: not in this window now. null for all: leave it as it was. */
export const layoutOf = (
  outputs: readonly Raster[],
  station: Station | undefined,
  box: WindowBox,
): (Area | null)[] | null => {
  const places = outputs.map(({ name }) => station?.places.find(({ output }) => output === name));
  const displays = places.map((place) => station?.displays.find(({ id }) => id === place?.display));
  const known = displays.filter((display) => display !== undefined);
  if (known.length > 0 && known.every((display) => isInside(display, box)))
    return displays.map((display) => (display ? within(display, box) : null));
  const isAway = outputs.length > 0 && places.every((place) => place?.kind === 'waiting');
  return isAway ? null : sideBySide(outputs, box);
};

const isInside = (display: Area, box: Area): boolean =>
  display.x >= box.x - NEAR &&
  display.y >= box.y - NEAR &&
  display.x + display.width <= box.x + box.width + NEAR &&
  display.y + display.height <= box.y + box.height + NEAR;

const within = (display: Area, { x, y, ratio }: WindowBox): Area => ({
  x: Math.round((display.x - x) * ratio),
  y: Math.round((display.y - y) * ratio),
  width: Math.round(display.width * ratio),
  height: Math.round(display.height * ratio),
});

const sideBySide = (outputs: readonly Raster[], box: WindowBox): Area[] => {
  const room = { width: box.width * box.ratio, height: box.height * box.ratio };
  const across = outputs.reduce((sum, { width }) => sum + width, 0);
  const tallest = Math.max(1, ...outputs.map(({ height }) => height));
  const scale = Math.min(room.width / Math.max(1, across), room.height / tallest);
  let left = (room.width - across * scale) / 2;
  return outputs.map(({ width, height }) => {
    const x = Math.round(left);
    left += width * scale;
    return {
      x,
      y: Math.round((room.height - height * scale) / 2),
      width: Math.max(1, Math.round(left) - x),
      height: Math.max(1, Math.round(height * scale)),
    };
  });
};

/** A picture of this size in the middle of an area, in whole pixels. */
export const centred = (area: Area, { width, height }: { width: number; height: number }): Area => ({
  x: area.x + Math.round((area.width - width) / 2),
  y: area.y + Math.round((area.height - height) / 2),
  width,
  height,
});
