import { onCentimetre } from './guides.ts';
import type { Box } from './sight.ts';

/** Shares of the canvas within which what moves, and what is read, is safe from soft edges and rims. */
const SAFE = [0.9, 0.8] as const;
type Canvas = { width: number; height: number };

/** In the middle of the canvas, metres. */
export const safeBoxes = ({ width, height }: Canvas): Box[] =>
  SAFE.map((share) => ({
    x: onCentimetre((width * (1 - share)) / 2),
    y: onCentimetre((height * (1 - share)) / 2),
    width: width * share,
    height: height * share,
  }));
