import { GREY_PATTERN, RASTER_PATTERNS } from '../../../../core/render/pattern-names.ts';
import { bars, field, ramp, steps } from './fields.ts';
import { checker, focus } from './fine.ts';
import { gamma, pluge } from './levels.ts';
import { crossHair, frame, grid } from './lines.ts';
import { codeOf, grey, type Painter } from './pen.ts';

type RasterName = (typeof RASTER_PATTERNS)[number];
const painters: Record<RasterName, Painter> = {
  white: field(grey(255)),
  black: field(grey(0)),
  ramp,
  steps,
  grid,
  cross: crossHair,
  focus,
  checker,
  bars,
  gamma,
  pluge,
  frame,
};

/** A name that this page does not know, from a newer host, is black: never the show in the middle of a line-up. */
export const rasterPainter = (name: string): Painter => {
  if (GREY_PATTERN.test(name)) return field(grey(codeOf(Number(name.slice(5)))));
  const known = RASTER_PATTERNS.find((each) => each === name);
  return known === undefined ? painters.black : painters[known];
};
